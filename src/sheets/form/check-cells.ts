/** The hidden columns of «Проверка»: the values that controls are about, and the steps of their formulas. */
import { TOKEN, token } from '../../controls/formula-tokens';
import { evaluate, leafValue } from '../../controls/evaluate';
import { leafFormula, quartersFormula, zeroFormula, type LeafPlace } from '../../controls/leaf-formula';
import type { Cached, FormulaCells } from '../../controls/node-formula';
import type { Node, Reference, SiteAttribute } from '../../controls/syntax';
import type { IssuedForm } from '../../monitoring/issue-form';
import { cellAddress } from '../../workbook/grid';
import { FORM_COLUMN, type FormColumnKey } from './form-columns';
import { FORM_HEADER_ROW, FORM_SHEET, formInputs, formRowNumbers } from './form-layout';
import { knownKey } from './known-values';
import { columnArea, rowFormula } from './steady-cells';

export const HIDDEN = {
  value: 9,
  zero: 10,
  /** Faults of an input, a column a code. */
  F1: 11,
  F2: 12,
  F3: 13,
  F4: 14,
  F5: 15,
  mark: 16,
  /** 1: the form's row lacks a reason. */
  reason: 17,
  /** The lines in which the form's rows stand. */
  line: 18,
  /** What a control's outcome means for its inputs. */
  outcome: 19,
  steps: 20,
} as const;

export interface HiddenCell {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly cached: Cached;
}

export interface CheckCells {
  readonly cells: HiddenCell[];
  /** Puts a formula; gives its address. */
  put(row: number, column: number, formula: string, cached: Cached): string;
  /** A cell of «Форма», found by its row's code wherever it has been moved to. */
  onForm(row: string, key: FormColumnKey): string | undefined;
  /** How many rows of the form are lost or stand there twice; none in a form as it is issued. */
  readonly lostRows: string;
  /** The cells of the control whose row this is. */
  ofRow(row: number): FormulaCells;
}

const FORM_KEYS: Readonly<Partial<Record<Reference['source'], FormColumnKey>>> = {
  fact: 'fact',
  total: 'total',
  plan: 'plan',
  previousFact: 'previous',
  previousTotal: 'previousTotal',
  lastYearFact: 'lastYear',
};

const AT = { at: 1 } as const;

/** `known`: addresses of the block of known values, by its keys. */
export function checkCells(form: IssuedForm, known: ReadonlyMap<string, string>): CheckCells {
  const cells: HiddenCell[] = [];
  const rowNumbers = formRowNumbers(form);
  const inputs = formInputs(form);
  const places = new Map<string, { value: string; zero: string }>();
  const lines = new Map<string, string>();
  let lastLeaf = 0;

  const put: CheckCells['put'] = (row, column, formula, cached) => {
    cells.push({ row, column, formula, cached });
    return cellAddress(row, column);
  };
  const add = (key: string, formula: string, node: Node): { value: string; zero: string } => {
    lastLeaf += 1;
    const held =
      (missingAsZero: boolean): Cached =>
      (context) =>
        token(evaluate(node, context, { missingAsZero }));
    const value = put(lastLeaf, HIDDEN.value, formula, held(false));
    const zero = put(lastLeaf, HIDDEN.zero, zeroFormula(value), held(true));
    const made = { value, zero };
    places.set(key, made);
    return made;
  };
  const area = (key: FormColumnKey): string =>
    columnArea(FORM_SHEET, FORM_COLUMN[key], FORM_HEADER_ROW + form.rows.length);
  [...rowNumbers].forEach(([code, number], index) => {
    lines.set(
      code,
      put(index + 1, HIDDEN.line, rowFormula(area('row'), code), () => number),
    );
  });
  const onForm: CheckCells['onForm'] = (row, key) => {
    const line = lines.get(row);
    return line && `INDEX(${area(key)},${line})`;
  };
  const leafOnForm = (row: string, key: FormColumnKey, is: LeafPlace['is']): string => {
    const address = onForm(row, key);
    return address === undefined ? `"${TOKEN.missing}"` : leafFormula({ address, is });
  };
  const place = (leaf: Reference | SiteAttribute): { value: string; zero: string } => {
    const key = leaf.kind === 'site' ? `site ${leaf.attribute}` : `${leaf.source} ${leaf.row}`;
    const found = places.get(key);
    if (found) return found;
    if (leaf.kind === 'site') return add(key, knownFormula(knownKey('site', leaf.attribute)), leaf);
    switch (leaf.source) {
      case 'minimum':
      case 'lastYearTotal':
        return add(key, knownFormula(knownKey(leaf.source, leaf.row)), leaf);
      case 'quarters': {
        const fact = place({ ...leaf, source: 'fact' });
        lastLeaf += 1;
        const earlier = put(lastLeaf, HIDDEN.value, knownFormula(knownKey('quarters', leaf.row)), () => {
          const row = form.rows.find(({ indicator }) => indicator.code === leaf.row);
          return row?.earlierQuarters.kind === 'number'
            ? row.earlierQuarters.number
            : row?.earlierQuarters.kind === 'not-applicable'
              ? TOKEN.notApplicable
              : TOKEN.missing;
        });
        return add(key, quartersFormula(earlier, fact.value), leaf);
      }
      case 'fact':
      case 'total':
      case 'plan':
      case 'previousFact':
      case 'previousTotal':
      case 'lastYearFact':
        // Inputs have their places already; a total that a row does not have shows «х».
        return add(key, leafOnForm(leaf.row, FORM_KEYS[leaf.source] ?? 'fact', 'known'), leaf);
    }
  };
  const knownFormula = (key: string): string => {
    const address = known.get(key);
    return address === undefined ? `"${TOKEN.missing}"` : leafFormula({ address, is: 'known' });
  };

  // The inputs come first, in the form's order, so that their marks stand together.
  for (const { indicator, key } of inputs) {
    const leaf: Reference = { ...AT, kind: 'reference', source: key, row: indicator.code };
    add(`${key} ${indicator.code}`, leafOnForm(indicator.code, key, 'input'), leaf);
  }

  return {
    cells,
    put,
    onForm,
    lostRows: `(${lines.size}-COUNT(${cellAddress(1, HIDDEN.line)}:${cellAddress(Math.max(1, lines.size), HIDDEN.line)}))`,
    ofRow(row) {
      let column = HIDDEN.steps - 1;
      return {
        leaf: (leaf, missingAsZero) => place(leaf)[missingAsZero ? 'zero' : 'value'],
        helper: (formula, cached) => {
          column += 1;
          return put(row, column, formula, cached);
        },
      };
    },
  };
}

/** The value of an input as its controls see it. */
export function inputValue(
  row: string,
  source: 'fact' | 'total',
): (context: Parameters<Cached>[0]) => ReturnType<typeof leafValue> {
  return (context) => leafValue({ ...AT, kind: 'reference', source, row }, context);
}
