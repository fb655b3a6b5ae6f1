/** One input cell: what the school entered, and what is wrong with its form (F1–F5). */
import type { Finding } from '../../controls/finding';
import { formFinding } from '../../controls/form-finding';
import { EMPTY, type Entry } from '../../monitoring/submission';
import type { Indicator } from '../../programme/schema';
import { formatNumber } from '../../text/numbers';
import { plural } from '../../text/plural';
import { formatRussian, isCivilDate } from '../../calendar/civil-date';
import type { GridCell } from '../../workbook/grid';
import { valueText } from '../lookup';
import { TEXT_LIMIT } from './form-columns';

type Place = Pick<Finding, 'file' | 'sheet' | 'cell' | 'row'>;
interface InputReading {
  readonly entry: Entry;
  readonly findings: readonly Finding[];
}

/** `column` is the title of the column, for the message on an empty cell. */
export function readInput(
  cell: GridCell | undefined,
  indicator: Indicator,
  column: string,
  place: Place,
): InputReading {
  const origin = cell === undefined ? [] : originFindings(cell, indicator, place);
  if (origin.some(({ level }) => level === 'error')) return { entry: EMPTY, findings: origin };
  const value =
    indicator.kind === 'yesno' || indicator.kind === 'text'
      ? textInput(cell, indicator, column, place)
      : numberInput(cell, indicator, column, place);
  return { entry: value.entry, findings: [...origin, ...value.findings] };
}

/** Where the value comes from: typed in, as it should be, or a formula, or a link. */
function originFindings(cell: GridCell, indicator: Indicator, place: Place): Finding[] {
  const findings: Finding[] = [];
  const isShare = indicator.kind === 'percent';
  if (cell.formula !== undefined && !isShare) {
    const formula = cell.formula.slice(0, 120);
    if (cell.formula.includes('[')) findings.push(formFinding('externalFormula', { formula }, place));
    else if (cell.value === undefined) findings.push(formFinding('notCalculated', { formula }, place));
    else findings.push(formFinding('formulaInInput', { formula }, place));
  }
  if (isShare && cell.formula === undefined && cell.value !== undefined) {
    findings.push(formFinding('formulaReplaced', { value: valueText(cell.value).slice(0, 60) }, place));
  }
  if (cell.link !== undefined)
    findings.push(formFinding('linkInInput', { link: cell.link.slice(0, 120) }, place));
  return findings;
}

function numberInput(
  cell: GridCell | undefined,
  indicator: Indicator,
  column: string,
  place: Place,
): InputReading {
  const value = cell?.value;
  const text = valueText(value).trim();
  // A share is a formula of the form; while it has no result it is computed from its parts, and its emptiness is no fault.
  const emptyIsFault = indicator.required && indicator.kind !== 'percent';
  const failed = (finding: Finding): InputReading => ({ entry: EMPTY, findings: [finding] });
  if (value === undefined || text === '') {
    return { entry: EMPTY, findings: emptyIsFault ? [formFinding('empty', { column }, place)] : [] };
  }
  const left = { ...place, left: text.slice(0, 120) };
  if (value.kind === 'date') {
    return failed(
      formFinding(
        'dateNotNumber',
        { value: isCivilDate(value.iso) ? formatRussian(value.iso) : value.iso },
        left,
      ),
    );
  }
  if (value.kind === 'error') return failed(formFinding('errorValue', { value: value.error }, left));
  if (value.kind !== 'number' || !Number.isFinite(value.number)) {
    return failed(formFinding('notNumber', { value: text.slice(0, 120) }, left));
  }
  const { number } = value;
  const sided = { ...place, left: number };
  const findings: Finding[] = [];
  const shown = formatNumber(number);
  if (number < 0)
    findings.push(formFinding('negative', { value: shown }, { ...sided, right: 0, difference: number }));
  // A share is what its parts make of it: it is judged with them, by the controls.
  if (indicator.kind !== 'percent' && indicator.unit === '%' && (number < 0 || number > 100)) {
    findings.push(formFinding('shareOutOfRange', { value: shown }, sided));
  }
  if (indicator.kind !== 'percent' && decimalsOf(number) > indicator.decimals) {
    const { decimals } = indicator;
    const allowed =
      decimals === 0
        ? 'только целое число'
        : `не больше ${plural(decimals, `${decimals} знака`, `${decimals} знаков`, `${decimals} знаков`)} после запятой`;
    findings.push(formFinding('tooManyDecimals', { value: shown, decimals: allowed }, sided));
  }
  return { entry: { kind: 'number', number }, findings };
}

function decimalsOf(number: number): number {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(number)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

function textInput(
  cell: GridCell | undefined,
  indicator: Indicator,
  column: string,
  place: Place,
): InputReading {
  const text = valueText(cell?.value).trim();
  if (text === '') {
    return { entry: EMPTY, findings: indicator.required ? [formFinding('empty', { column }, place)] : [] };
  }
  if (cell?.value?.kind === 'error') {
    return { entry: EMPTY, findings: [formFinding('errorValue', { value: text }, { ...place, left: text })] };
  }
  if (indicator.kind === 'yesno') {
    const word = text.toLowerCase();
    if (word !== 'да' && word !== 'нет') {
      return {
        entry: EMPTY,
        findings: [
          formFinding('notYesNo', { value: text.slice(0, 120) }, { ...place, left: text.slice(0, 120) }),
        ],
      };
    }
    return { entry: { kind: 'text', text: word }, findings: [] };
  }
  if (text.length > TEXT_LIMIT) {
    return {
      entry: EMPTY,
      findings: [formFinding('textTooLong', { length: text.length, limit: TEXT_LIMIT }, place)],
    };
  }
  return { entry: { kind: 'text', text }, findings: [] };
}
