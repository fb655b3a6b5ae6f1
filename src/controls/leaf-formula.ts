/** The value of a cell as the steps of a control want it. */
import { quoted, TEXT_MARK, TOKEN } from './formula-tokens';
import { kept } from './formula-parts';

/** A cell: of an input, where «х» is a mere text, or one that was filled beforehand, where it means «not applicable». */
export interface LeafPlace {
  readonly address: string;
  readonly is: 'input' | 'known';
}

/** The value of a cell: a number or a token; a lost or erroneous cell is of the wrong type. */
export function leafFormula({ address, is }: LeafPlace): string {
  const { wrongType, missing, notApplicable } = TOKEN;
  const text = `${quoted(TEXT_MARK)}&TRIM(${address})`;
  const known = is === 'known' ? `IF(${address}="х",${quoted(notApplicable)},${text})` : text;
  return `IF(ISERROR(${address}),${quoted(wrongType)},IF(ISNUMBER(${address}),${address},IF(TRIM(${address})="",${quoted(missing)},${known})))`;
}

/** КВАРТАЛЫ: the earlier quarters' sum with this quarter's fact; both cells hold values as `leafFormula` gives them. */
export function quartersFormula(earlier: string, fact: string): string {
  return `IF(ISNUMBER(${earlier}),IF(ISNUMBER(${fact}),${kept(`${earlier}+${fact}`, [earlier, fact])},${fact}),${earlier})`;
}

/** The value with 0 instead of «missing». */
export function zeroFormula(value: string): string {
  return `IF(${value}=${quoted(TOKEN.missing)},0,${value})`;
}
