/** Workbooks as .xlsx files. The same spec gives the same bytes, whatever the clock, the time zone and the locale are. */

import { PRODUCT_NAME } from '../../text/product';
import type { CellSpec, WorkbookSpec } from '../spec';
import { drawCharts } from './draw-charts';
import { drawSheet } from './draw-sheet';
import { mendPackage, sheetPart } from './mend';
import { type Parts, readParts, writeParts } from './parts';
import { placeCharts } from './place-charts';
import { updateContentTypes } from './relations';
import { dateSerial } from '../date-serial';

/** Bytes of the .xlsx file. Throws on a spec that no workbook can hold (a name too long, a number that is none…). */
export async function writeWorkbookFile(spec: WorkbookSpec): Promise<Uint8Array> {
  const parts = await workbookParts(spec);
  const added = new Map<string, string>();
  for (const [index, sheet] of spec.sheets.entries()) {
    placeCharts({ parts, added }, sheetPart(index), await drawCharts(sheet));
  }
  if (added.size > 0) updateContentTypes(parts, added);
  return writeParts(parts);
}

/** The same as parts and without charts, for whoever puts single sheets into another file. */
export async function workbookParts(spec: WorkbookSpec): Promise<Parts> {
  // Loaded when something is written, not before: it brings a zip library that detaches an array buffer, after which
  // this engine checks every access to bytes, and files are read a fifth more slowly.
  const { default: excelJs } = await import(/* webpackMode: "eager" */ 'exceljs');
  const workbook = new excelJs.Workbook();
  const created = new Date(utcMs(spec.date));
  Object.assign(workbook, {
    creator: PRODUCT_NAME,
    lastModifiedBy: PRODUCT_NAME,
    title: spec.title,
    created,
    modified: created,
  });
  const active = Math.max(
    0,
    spec.sheets.findIndex(({ visibility }) => visibility === 'visible'),
  );
  workbook.views = [
    { x: 0, y: 0, width: 28800, height: 16000, firstSheet: 0, activeTab: active, visibility: 'visible' },
  ];
  // Results that are not known yet are calculated when the file is opened.
  workbook.calcProperties.fullCalcOnLoad = spec.sheets.some(({ cells }) => cells.some(hasFormula));
  spec.sheets.forEach((sheet, index) => {
    drawSheet(workbook, sheet, index === active);
  });
  const written = await workbook.xlsx.writeBuffer();
  return mendPackage(readParts(new Uint8Array(written)), spec);
}

function hasFormula({ formula }: CellSpec): boolean {
  return formula !== undefined;
}

/** Milliseconds of a date's midnight in UTC. */
function utcMs(date: string): number {
  return (dateSerial(date) - dateSerial('1970-01-01')) * 86_400_000;
}
