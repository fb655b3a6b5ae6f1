/** «Дорожная карта»: the act's table word for word, print-ready, and the measures read back from it. */
import type { Programme } from '../programme/schema';
import { cellAddress, type GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import type { StyleName } from '../workbook/styles';
import { MARGINS, sheetBuilder } from './builder';
import type { Json } from './fields';
import { findHeader, lookup } from './lookup';
import type { TableReading } from './table-sheet';

export const ROADMAP_SHEET = 'Дорожная карта';

const WIDTHS = [6, 52, 27, 27, 16];
const KEYS = ['number', 'text', 'responsible', 'outcome', 'deadline'] as const;
const LOOKS: readonly StyleName[] = [
  'doc-cell-center',
  'doc-cell',
  'doc-cell',
  'doc-cell',
  'doc-cell-center',
];

/**
 * A4 landscape, the header on each page, page numbers from page 2 in the top margin. Margins and typeface: rule of
 * Ivanovo Oblast for legal acts (372-рп of 09.12.2009); the size of the table's type is a setting.
 */
export function roadmapSpec(programme: Programme): SheetSpec {
  const { act, roadmap, settings } = programme;
  const sheet = sheetBuilder(ROADMAP_SHEET, WIDTHS, settings.tableFontSize);
  let row = 1;
  for (const line of act.attachmentMark.split('\n')) {
    sheet.span(row, 4, 5, line, 'doc-mark');
    row += 1;
  }
  row += 1;
  for (const line of roadmap.title.split('\n')) {
    sheet.span(row, 1, 5, line, 'doc-title');
    row += 1;
  }
  row += 1;
  const headerRow = row;
  roadmap.headers.forEach((header, index) => sheet.put(row, index + 1, header, 'doc-head'));
  if (settings.tableNumberRow) {
    row += 1;
    KEYS.forEach((_, index) => sheet.put(row, index + 1, String(index + 1), 'doc-cell-center'));
  }
  const lastTitleRow = row;
  for (const measure of programme.measures) {
    row += 1;
    KEYS.forEach((key, index) => {
      const text = key === 'number' ? `${measure.number}.` : measure[key];
      sheet.put(row, index + 1, text, LOOKS[index] ?? 'doc-cell');
    });
  }
  return sheet.build({
    print: {
      orientation: 'landscape',
      marginsCm: MARGINS.document,
      titleRows: [headerRow, lastTitleRow],
      fit: 'width',
      pageNumber: true,
    },
    protection: { allow: ['formatColumns', 'formatRows'] },
    tab: 'document',
  });
}

/** The measures as JSON values, not yet checked; undefined where the table's header can't be found. */
export function readRoadmap(gridSheet: GridSheet, headers: readonly string[]): TableReading | undefined {
  const sheet = lookup(gridSheet);
  const header = findHeader(sheet, headers[0] ?? '', headers);
  if (!header) return undefined;
  const columns = headers.map((title) => header.columns.get(title));
  const rows: number[] = [];
  const records: Json[] = [];
  for (const row of sheet.rows) {
    if (row <= header.row) continue;
    const texts = columns.map((column) => (column === undefined ? '' : sheet.text(row, column)));
    // The row of column numbers «1 2 3 4 5» is not a measure.
    if (texts.every((text) => text === '') || texts.every((text, index) => text === String(index + 1)))
      continue;
    const number = /^(\d+)\.?$/.exec(texts[0] ?? '');
    records.push(
      Object.fromEntries(
        KEYS.map((key, index) => [
          key,
          key === 'number' && number ? Number(number[1]) : (texts[index] ?? ''),
        ]),
      ),
    );
    rows.push(row);
  }
  return {
    records,
    field: (key) => ({ title: headers[KEYS.findIndex((known) => known === key)] ?? ROADMAP_SHEET }),
    place: (index, key) => {
      const row = rows[index];
      const column = columns[KEYS.findIndex((known) => known === key)] ?? columns[0];
      return row === undefined || column === undefined ? null : cellAddress(row, column);
    },
  };
}
