/** The hidden sheet «_meta»: what the workbook is, by which version it was made. */
import { PRODUCT_VERSION } from '../text/product';
import type { Grid } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { MARGINS, sheetBuilder } from './builder';
import { findSheet } from './lookup';

export const META_SHEET = '_meta';

/** Raised when sheets change so that an older product would misread them. */
const SCHEMA_VERSION = '1';

const KINDS = ['department', 'form', 'roadmap', 'report', 'protocol', 'catalogue'] as const;
export type WorkbookKind = (typeof KINDS)[number];

/** `facts` are further lines, key and value. */
export function metaSpec(kind: WorkbookKind, facts: Readonly<Record<string, string>>): SheetSpec {
  const sheet = sheetBuilder(META_SHEET, [24, 80]);
  const lines = Object.entries({ kind, schema: SCHEMA_VERSION, version: PRODUCT_VERSION, ...facts });
  lines.forEach(([key, value], index) => {
    sheet.put(index + 1, 1, key, 'meta');
    sheet.put(index + 1, 2, value, 'meta');
  });
  return sheet.build({
    print: { orientation: 'portrait', marginsCm: MARGINS.working, fit: 'width', pageNumber: false },
    protection: { allow: [] },
    visibility: 'hidden',
    tab: 'service',
  });
}

/** The lines of the sheet; empty where there is none. A key that stands twice keeps its first value. */
export function readMeta(grid: Grid): ReadonlyMap<string, string> {
  const sheet = findSheet(grid, META_SHEET);
  const lines = new Map<string, string>();
  for (let row = 1; sheet && row <= Math.min(sheet.lastRow, 100); row += 1) {
    const key = sheet.text(row, 1);
    if (key !== '' && !lines.has(key)) lines.set(key, sheet.text(row, 2));
  }
  return lines;
}

/** What a workbook of the product is, by its stamp; undefined for anybody else's. */
export function workbookKind(grid: Grid): WorkbookKind | undefined {
  const kind = readMeta(grid).get('kind');
  return KINDS.find((known) => known === kind);
}

/** Whether the workbook is one of the product's Department workbooks. */
export function isDepartmentWorkbook(grid: Grid): boolean {
  return workbookKind(grid) === 'department';
}
