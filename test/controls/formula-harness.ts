/**
 * Controls as LibreOffice calculates them: one row a case, with the values it is about, the helper cells and the four
 * results side by side, so that thousands of cases fit into one workbook.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafFormula, quartersFormula, zeroFormula } from '../../src/controls/leaf-formula';
import type { CompiledControl } from '../../src/controls/parse';
import { leaves, type Reference, type SiteAttribute } from '../../src/controls/syntax';
import { controlFormulas, type ControlFormulas } from '../../src/controls/to-formula';
import type { ControlContext, Value } from '../../src/controls/values';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { cellAddress, type GridValue } from '../../src/workbook/grid';
import { HEAD, rawXlsx } from '../fixtures/raw-xlsx';
import { convertWithLibreOffice } from '../setup/programs';

type Leaf = Reference | SiteAttribute;

/** A value as a cell holds it: nothing (null) and a text of spaces are both missing. */
export type CellContent = number | string | null;

export interface FormulaCase {
  readonly compiled: CompiledControl;
  /** What each reference's cell holds, by `leafKey`; for КВАРТАЛЫ, what the earlier quarters' cell holds. */
  readonly contents: ReadonlyMap<string, CellContent>;
}

export const leafKey = (leaf: Leaf): string =>
  leaf.kind === 'site' ? `site ${leaf.attribute}` : `${leaf.source} ${leaf.row}`;

const factOf = (leaf: Reference): Reference => ({ ...leaf, source: 'fact' });

/** The references of a control, each once, and the facts that КВАРТАЛЫ adds to. */
export function leavesOf({ condition, left, right }: CompiledControl): readonly Leaf[] {
  const all = [condition, left, right].flatMap((node) => (node === null ? [] : leaves(node)));
  const facts = all.flatMap((leaf) =>
    leaf.kind === 'reference' && leaf.source === 'quarters' ? [factOf(leaf)] : [],
  );
  return [...new Map([...all, ...facts].map((leaf) => [leafKey(leaf), leaf])).values()];
}

export const isInput = (leaf: Leaf): boolean =>
  leaf.kind === 'reference' && (leaf.source === 'fact' || leaf.source === 'total');

export type Shown = number | string;
export type ShownResults = Readonly<Record<keyof ControlFormulas, Shown>>;

/** The context in which the evaluator sees the case. */
export function contextOf(
  { contents }: FormulaCase,
  valueOf: (content: CellContent, input: boolean) => Value,
  quarters: (earlier: Value, fact: Value) => Value,
): ControlContext {
  const at = (source: Reference['source']) => (row: string) =>
    valueOf(contents.get(`${source} ${row}`) ?? null, source === 'fact' || source === 'total');
  return {
    fact: at('fact'),
    total: at('total'),
    plan: at('plan'),
    minimum: at('minimum'),
    previousFact: at('previousFact'),
    previousTotal: at('previousTotal'),
    lastYearFact: at('lastYearFact'),
    lastYearTotal: at('lastYearTotal'),
    quarters: (row) => quarters(at('quarters')(row), at('fact')(row)),
    site: (attribute) => valueOf(contents.get(`site ${attribute}`) ?? null, false),
  };
}

const RESULTS = ['left', 'right', 'difference', 'state'] as const;

interface CaseRow {
  readonly xml: string;
  readonly resultColumns: readonly number[];
  readonly formulas: readonly string[];
}

function caseRow({ compiled, contents }: FormulaCase, row: number): CaseRow {
  const xml: string[] = [];
  const formulas: string[] = [];
  let column = 0;
  const put = (cell: string): string => {
    column += 1;
    const address = cellAddress(row, column);
    xml.push(cell.replace('@', address));
    return address;
  };
  const formula = (text: string): string => {
    formulas.push(text);
    return put(`<c r="@"><f>${escaped(text)}</f></c>`);
  };
  const content = (value: CellContent): string =>
    put(
      value === null
        ? '<c r="@"/>'
        : typeof value === 'number'
          ? `<c r="@"><v>${value}</v></c>`
          : `<c r="@" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`,
    );
  const raw = new Map<string, string>();
  for (const leaf of leavesOf(compiled)) {
    const address = content(contents.get(leafKey(leaf)) ?? null);
    raw.set(leafKey(leaf), formula(leafFormula({ address, is: isInput(leaf) ? 'input' : 'known' })));
  }
  for (const leaf of leavesOf(compiled)) {
    if (leaf.kind !== 'reference' || leaf.source !== 'quarters') continue;
    const [earlier = '', fact = ''] = [raw.get(leafKey(leaf)), raw.get(leafKey(factOf(leaf)))];
    raw.set(leafKey(leaf), formula(quartersFormula(earlier, fact)));
  }
  const zero = new Map([...raw].map(([key, address]) => [key, formula(zeroFormula(address))]));
  const made = controlFormulas(compiled, {
    leaf: (leaf, missingAsZero) => (missingAsZero ? zero : raw).get(leafKey(leaf)) ?? '',
    helper: formula,
  });
  const resultColumns = RESULTS.map((key) => {
    formula(made[key].formula);
    return column;
  });
  return { xml: `<row r="${row}">${xml.join('')}</row>`, resultColumns, formulas };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const CONTENT_TYPES = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`;

/** What LibreOffice shows for each case; `formulas`: all formulas that it calculated. */
export function recalculated(cases: readonly FormulaCase[]): {
  readonly results: readonly ShownResults[];
  readonly formulas: readonly string[];
} {
  const rows = cases.map((each, index) => caseRow(each, index + 1));
  const bytes = rawXlsx({
    sheets: [{ rows: rows.map(({ xml }) => xml).join('') }],
    parts: { '[Content_Types].xml': CONTENT_TYPES },
  });
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-formulas-'));
  try {
    const file = join(folder, 'cases.xlsx');
    writeFileSync(file, bytes);
    const read = readWorkbookFile(readFileSync(convertWithLibreOffice(file, 'xlsx', join(folder, 'out'))));
    if (!('grid' in read)) throw new Error(JSON.stringify(read));
    const values = new Map(
      (read.grid.sheets[0]?.cells ?? []).map((cell) => [cellAddress(cell.row, cell.column), cell.value]),
    );
    const results = rows.map(({ resultColumns }, index): ShownResults => {
      const [left, right, difference, state] = resultColumns.map((column) =>
        shown(values.get(cellAddress(index + 1, column))),
      );
      return { left: left ?? '', right: right ?? '', difference: difference ?? '', state: state ?? '' };
    });
    return { results, formulas: rows.flatMap(({ formulas }) => formulas) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(value: GridValue | undefined): Shown {
  switch (value?.kind) {
    case 'number':
      return value.number;
    case 'text':
      return value.text;
    case 'error':
      return value.error;
    case 'boolean':
      return String(value.boolean);
    case 'date':
      return value.iso;
    case undefined:
      return '';
  }
}
