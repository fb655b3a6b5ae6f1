/**
 * Saves the emulated Excel's workbook as a real .xlsx file. exceljs writes cells, looks and tables; what it can't write
 * is put in by `file/`. Nothing of the product's own file writer is used, so that the two can be held against each other.
 *
 * Not saved: the apostrophe before a text, document settings, a sheet's custom properties, passwords (the sheet is
 * protected without one).
 */

import { Workbook as FileWorkbook } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { cellAddress } from '../../src/workbook/grid';
import { drawSheet } from './file/draw-sheet';
import { mendParts } from './file/mend-parts';
import type { Workbook } from './model/workbook';

/** Files hold when they were made; here always the same, so that the same workbook gives the same bytes. */
const MADE = new Date(Date.UTC(2021, 9, 1));

export async function saveXlsx(workbook: Workbook): Promise<Uint8Array> {
  const file = new FileWorkbook();
  file.created = MADE;
  file.modified = MADE;
  file.title = workbook.properties.get('title') ?? '';
  file.creator = workbook.properties.get('author') ?? '';
  file.properties.date1904 = workbook.date1904;
  const { sheet: activeSheet, areas } = workbook.selection;
  file.views = [
    {
      x: 0,
      y: 0,
      width: 20_000,
      height: 12_000,
      firstSheet: 0,
      activeTab: workbook.sheets.indexOf(activeSheet),
      visibility: 'visible',
    },
  ];
  const [cursor] = areas;
  for (const sheet of workbook.sheets) {
    const active = sheet === activeSheet ? cellAddress(cursor?.top ?? 1, cursor?.left ?? 1) : null;
    drawSheet(file, sheet, active);
  }
  const written = unzipSync(new Uint8Array(await file.xlsx.writeBuffer()));
  const parts = new Map(Object.entries(written).map(([name, bytes]) => [name, strFromU8(bytes)]));
  mendParts(parts, workbook);
  return zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), {
    mtime: MADE,
  });
}
