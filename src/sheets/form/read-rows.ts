/** The form's rows, read by their codes: structure first (T3), then formats (F1–F5). */
import type { Finding } from '../../controls/finding';
import { formFinding } from '../../controls/form-finding';
import { accumulates } from '../../monitoring/shares';
import { EMPTY, NOT_APPLICABLE, type Entry, type SubmissionRow } from '../../monitoring/submission';
import type { Indicator } from '../../programme/schema';
import { cellAddress } from '../../workbook/grid';
import { normal, valueText } from '../lookup';
import { columnTitle, TEXT_LIMIT, type FormColumnKey } from './form-columns';
import type { LocatedForm } from './locate-form';
import { readInput } from './read-input';

export interface RowsReading {
  readonly rows: readonly SubmissionRow[];
  /** What the form shows as known beforehand, by row and column. */
  readonly prefilled: ReadonlyMap<string, Readonly<Record<PrefilledKey, Entry>>>;
  readonly structure: readonly Finding[];
  readonly formats: readonly Finding[];
  readonly places: FormPlaces;
}

/** Where the values of a form stand. */
export interface FormPlaces {
  readonly file: string;
  readonly sheet: string;
  /** Line of the sheet by row code. */
  readonly rows: ReadonlyMap<string, number>;
  readonly columns: ReadonlyMap<FormColumnKey, number>;
}

export type PlaceOf = (row: string, key: FormColumnKey) => Pick<Finding, 'file' | 'sheet' | 'cell' | 'row'>;

/** The place of a row's value; without a cell where the row or the column is not there. */
export function placeIn({ file, sheet, rows, columns }: FormPlaces): PlaceOf {
  return (row, key) => {
    const [number, column] = [rows.get(row), columns.get(key)];
    const cell = number === undefined || column === undefined ? null : cellAddress(number, column);
    return { file, sheet, cell, row };
  };
}

export type PrefilledKey = 'planYear' | 'plan' | 'lastYear' | 'previous' | 'previousTotal';
const PREFILLED: readonly PrefilledKey[] = ['planYear', 'plan', 'lastYear', 'previous', 'previousTotal'];

/** `indicators`: those of the form's edition, in their order. */
export function readRows(located: LocatedForm, indicators: readonly Indicator[], file: string): RowsReading {
  const { form, headerRow, columns } = located;
  const structure: Finding[] = [];
  const formats: Finding[] = [];
  const rowColumn = columns.get('row') ?? 1;
  const nameColumn = columns.get('name') ?? 2;
  const rowNumbers = new Map<string, number>();
  const known = new Map(indicators.map((indicator, index) => [indicator.code, { indicator, index }]));
  const places: FormPlaces = { file, sheet: form.name, rows: rowNumbers, columns };
  const place = placeIn(places);

  const codeOf = rowCodes(indicators);
  for (const row of form.rows) {
    if (row <= headerRow) continue;
    const found = form.text(row, rowColumn);
    const code = codeOf(found, form.text(row, nameColumn));
    if (code === '') continue;
    const cell = cellAddress(row, rowColumn);
    if (code !== found) {
      const where = { file, sheet: form.name, cell, row: code, left: found };
      structure.push(formFinding('rowByName', { found, row: code }, where));
    }
    if (!known.has(code)) {
      if (/^\d/.test(code))
        structure.push(formFinding('rowUnknown', { row: code }, { file, sheet: form.name, cell, row: code }));
    } else if (rowNumbers.has(code)) {
      structure.push(formFinding('rowRepeated', { row: code }, { file, sheet: form.name, cell, row: code }));
    } else rowNumbers.set(code, row);
  }
  for (const { code, name } of indicators) {
    if (!rowNumbers.has(code)) {
      structure.push(
        formFinding('rowMissing', { name: `${code} ${name}` }, { file, sheet: form.name, row: code }),
      );
    }
  }
  const moved = [...rowNumbers].filter(
    ([code, row]) => row !== headerRow + 1 + (known.get(code)?.index ?? 0),
  );
  const [firstMoved] = moved;
  if (firstMoved && structure.every(({ level }) => level !== 'error')) {
    structure.push(
      formFinding(
        'rowsMoved',
        { rows: moved.map(([code]) => code).join(', ') },
        { file, sheet: form.name, cell: cellAddress(firstMoved[1], rowColumn), row: firstMoved[0] },
      ),
    );
  }

  const prefilled = new Map<string, Record<PrefilledKey, Entry>>();
  const rows = indicators
    .filter(({ kind, code }) => kind !== 'heading' && rowNumbers.has(code))
    .map((indicator): SubmissionRow => {
      const number = rowNumbers.get(indicator.code) ?? 0;
      const cellOf = (key: FormColumnKey) => form.cell(number, columns.get(key) ?? 0);
      prefilled.set(
        indicator.code,
        Object.fromEntries(
          PREFILLED.map((key) => [key, plainEntry(valueText(cellOf(key)?.value))]),
        ) as Record<PrefilledKey, Entry>,
      );
      const read = (key: 'fact' | 'total'): Entry => {
        const { entry, findings } = readInput(
          cellOf(key),
          indicator,
          columnTitle(key),
          place(indicator.code, key),
        );
        for (const finding of findings) (finding.code === 'T3' ? structure : formats).push(finding);
        return entry;
      };
      const text = (key: 'reason' | 'evidence'): string => {
        const value = valueText(cellOf(key)?.value).trim();
        if (value.length > TEXT_LIMIT) {
          formats.push(
            formFinding(
              'textTooLong',
              { length: value.length, limit: TEXT_LIMIT },
              place(indicator.code, key),
            ),
          );
        }
        return value;
      };
      return {
        row: indicator.code,
        fact: read('fact'),
        total: accumulates(indicator, indicators) ? read('total') : NOT_APPLICABLE,
        reason: text('reason'),
        evidence: text('evidence'),
      };
    });
  return { rows, prefilled, structure, formats, places };
}

/** The code as it stands; where Excel made a date or a number of «2.1», the row is known by its name. */
function rowCodes(indicators: readonly Indicator[]): (text: string, name: string) => string {
  const codes = new Set(indicators.map(({ code }) => code));
  const byName = new Map<string, string | null>();
  for (const { code, name } of indicators) byName.set(normal(name), byName.has(normal(name)) ? null : code);
  return (text, name) => (codes.has(text) ? text : (byName.get(normal(name)) ?? text));
}

function plainEntry(text: string): Entry {
  if (text === '') return EMPTY;
  if (text === 'х') return NOT_APPLICABLE;
  const number = Number(text);
  return Number.isFinite(number) ? { kind: 'number', number } : { kind: 'text', text };
}
