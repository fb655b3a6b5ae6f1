/**
 * Reads the table of indicators of the order that approves a concept, as such orders print it: number, name with the
 * unit in brackets, minimum, the region's value, values by year; heading rows; numbers such as 2.1; decimal comma.
 */
import { CONCEPT_TEXTS } from '../text/concept';

/** A table's cells as they stand: texts and numbers; null for an empty cell. */
export type ConceptCells = readonly (readonly (string | number | null)[])[];

export interface ConceptRow {
  /** «2.1» */
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly okei: string | null;
  readonly kind: 'count' | 'percent' | 'yesno' | 'heading';
  readonly minimum: number | null;
  /** The region's value for every year. */
  readonly regional: number | null;
  readonly byYear: ReadonlyMap<number, number>;
}

export interface ConceptTable {
  readonly rows: readonly ConceptRow[];
  /** What was not understood, or was assumed, in Russian, with the row of the table. */
  readonly notes: readonly string[];
}

type Column = 'code' | 'name' | 'unit' | 'minimum' | 'regional' | { readonly year: number };

/** Units by how they begin, in the order in which they are tried; codes of ОКЕИ. */
const UNITS: readonly { readonly start: RegExp; readonly unit: string; readonly okei: string }[] = [
  { start: /^(%|процент)/i, unit: '%', okei: '744' },
  { start: /^(человек|чел\.?)/i, unit: 'человек', okei: '792' },
  { start: /^(ед\.?|единиц)/i, unit: 'ед.', okei: '642' },
  { start: /^(шт\.?|штук)/i, unit: 'шт.', okei: '796' },
  { start: /^(тыс\.? руб|тысяч рублей)/i, unit: 'тыс. руб.', okei: '384' },
];

/** The rows of the first table that has a header with «№ п/п» and «Наименование …»; undefined where there is none. */
export function readConceptTable(cells: ConceptCells): ConceptTable | undefined {
  const headerRow = cells.findIndex((row) => {
    const columns = row.map(columnOf);
    return columns.includes('code') && columns.includes('name');
  });
  const header = cells[headerRow];
  if (!header) return undefined;
  const notes: string[] = [];
  const below = cells[headerRow + 1] ?? [];
  // Years may stand in a second row under one head, «Год / Значение».
  const yearsBelow = below.some((cell) => yearOf(cell) !== null) && !below.some((cell) => isName(cell));
  const taken = new Set<string | number>();
  const columns = header.map((cell, index): Column | null => {
    const own = columnOf(cell);
    const year = yearsBelow ? yearOf(below[index] ?? null) : null;
    // A head of minimums stays one, whatever year stands below it.
    const column = year === null || own === 'minimum' ? own : { year };
    const title = text(cell) || text(below[index] ?? null);
    if (column === null) {
      if (text(cell) !== '') notes.push(CONCEPT_TEXTS.unknownColumn(title));
      return null;
    }
    const key = typeof column === 'object' ? column.year : column;
    if (taken.has(key)) {
      notes.push(CONCEPT_TEXTS.columnTwice(title));
      return null;
    }
    taken.add(key);
    return column;
  });
  const first = headerRow + (yearsBelow ? 2 : 1);
  const drafts = cells.slice(first).flatMap((row, index) => {
    const draft = draftOf(row, columns, first + index + 1, notes);
    return draft ? [draft] : [];
  });
  const rows = drafts.map((draft) => finish(draft, drafts, notes));
  return { rows, notes };
}

function text(cell: string | number | null): string {
  return cell === null ? '' : String(cell).replaceAll(/\s+/gu, ' ').trim();
}

function isName(cell: string | number | null): boolean {
  return /[а-яё]{3}/i.test(text(cell)) && yearOf(cell) === null;
}

function yearOf(cell: string | number | null): number | null {
  const match = /^(20\d\d)( ?(год|г\.?))?$/i.exec(text(cell));
  return match ? Number(match[1]) : null;
}

function columnOf(cell: string | number | null): Column | null {
  const title = text(cell);
  const year = yearOf(cell);
  if (year !== null) return { year };
  if (/^(№|N)( ?п\/п)?$/i.test(title)) return 'code';
  if (/^наименование($| .*(показател|индикатор))/i.test(title)) return 'name';
  if (/^единиц[аы] измерения/i.test(title)) return 'unit';
  if (/^минимальн/i.test(title)) return 'minimum';
  if (/^(плановое )?значение/i.test(title)) return 'regional';
  return null;
}

interface Draft {
  /** The row's place in what was pasted, from 1. */
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly unitText: string;
  readonly values: readonly (readonly [Column, number])[];
  readonly hasText: boolean;
}

function draftOf(
  row: readonly (string | number | null)[],
  columns: readonly (Column | null)[],
  line: number,
  notes: string[],
): Draft | undefined {
  const at = (wanted: Column): string => text(row[columns.indexOf(wanted)] ?? null);
  const code = at('code').replace(',', '.').replace(/\.$/, '');
  const name = at('name');
  if (row.every((cell) => text(cell) === '')) return undefined;
  // The row of column numbers «1 2 3 4» is no indicator.
  if (/^\d+$/.test(name)) return undefined;
  if (!/^\d{1,3}(\.\d{1,3}){0,2}$/.test(code) || name === '') {
    notes.push(
      CONCEPT_TEXTS.unknownRow(
        line,
        row
          .map(text)
          .filter((part) => part !== '')
          .join(' | '),
      ),
    );
    return undefined;
  }
  let hasText = false;
  const values = columns.flatMap((column, index): (readonly [Column, number])[] => {
    const value = text(row[index] ?? null);
    if (column === null || column === 'code' || column === 'name' || column === 'unit' || value === '')
      return [];
    const number = plainNumber(value);
    if (number !== null) return [[column, number]];
    hasText = true;
    if (!/^[-–—хx]$/i.test(value)) notes.push(CONCEPT_TEXTS.notNumber(line, code, value));
    return [];
  });
  const inName = /\(([^()]*)\)\s*$/.exec(name)?.[1] ?? '';
  return { line, code, name, unitText: at('unit') || inName, values, hasText };
}

/** «12 600», «0,16», «100 %» as numbers; null for anything else. */
function plainNumber(value: string): number | null {
  const plain = value.replaceAll(/[\s%]/gu, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function finish(draft: Draft, drafts: readonly Draft[], notes: string[]): ConceptRow {
  const { code, unitText, values } = draft;
  const known = UNITS.find(({ start }) => start.test(unitText));
  // Brackets that hold no unit belong to the name.
  const name = known
    ? draft.name.replace(/\s*\(([^()]*)\)\s*$/, (all, inner: string) => (inner === unitText ? '' : all))
    : draft.name;
  const isParent = drafts.some((other) => other.code.startsWith(`${code}.`));
  const number = (column: Column): number | null =>
    values.find(([candidate]) => candidate === column)?.[1] ?? null;
  const byYear = new Map(
    values.flatMap(([column, value]) => (typeof column === 'object' ? [[column.year, value] as const] : [])),
  );
  const common = { code, name, minimum: number('minimum'), regional: number('regional'), byYear };
  if (values.length === 0 && isParent) return { ...common, unit: '', okei: null, kind: 'heading' };
  if (known) {
    return { ...common, unit: known.unit, okei: known.okei, kind: known.unit === '%' ? 'percent' : 'count' };
  }
  if (values.length === 0) {
    notes.push(CONCEPT_TEXTS.assumedYesNo(code));
    return { ...common, unit: '', okei: null, kind: 'yesno' };
  }
  notes.push(CONCEPT_TEXTS.unknownUnit(code, unitText));
  return { ...common, unit: unitText, okei: null, kind: 'count' };
}
