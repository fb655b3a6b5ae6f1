/** The hidden sheet «_meta»: what the workbook is, by which version it was made. */
import { PRODUCT_VERSION } from '../text/product';
import type { Grid } from '../workbook/grid';
import { isNameFor } from '../workbook/sheet-name';
import type { SheetSpec } from '../workbook/spec';
import { MARGINS, sheetBuilder } from './builder';
import { findSheet, lookup, type SheetLookup } from './lookup';

export const META_SHEET = '_meta';

/** Raised when sheets change so that an older product would misread them. */
const SCHEMA_VERSION = '1';

const KINDS = ['department', 'form', 'roadmap', 'report', 'protocol', 'catalogue', 'comparison'] as const;
export type WorkbookKind = (typeof KINDS)[number];

/** Key of a line that names a sheet of the product; its value is what the product calls that sheet. */
export const SHEET_KEY = 'sheet:';

/** More lines than the product ever writes. */
const MOST_LINES = 5000;

/** `facts` are further lines, key and value. */
export function metaSpec(kind: WorkbookKind, facts: Readonly<Record<string, string>>): SheetSpec {
  return metaLinesSpec(META_SHEET, kind, Object.entries(facts));
}

/** The sheet under a name of its own; `kind`: «guest» in a workbook that is not the product's. */
export function metaLinesSpec(
  name: string,
  kind: WorkbookKind | 'guest',
  facts: readonly (readonly [string, string])[],
): SheetSpec {
  const sheet = sheetBuilder(name, [24, 80]);
  const head = { kind, schema: SCHEMA_VERSION, version: PRODUCT_VERSION };
  const lines = [...Object.entries(head), ...facts.filter(([key]) => !(key in head))];
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

/** The sheet itself; where a stranger's sheet has taken its name, it stands as «_meta (2)». */
export function findMeta(grid: Grid): SheetLookup | undefined {
  const all = grid.sheets.filter(({ name }) => isNameFor(META_SHEET, name)).map(lookup);
  return (
    all.find((sheet) => sheet.text(1, 1) === 'kind' && sheet.text(2, 1) === 'schema') ??
    findSheet(grid, META_SHEET)
  );
}

/** The lines of the sheet; empty where there is none. A key that stands twice keeps its first value. */
export function readMeta(grid: Grid): ReadonlyMap<string, string> {
  const sheet = findMeta(grid);
  const lines = new Map<string, string>();
  if (!sheet) return lines;
  for (const row of sheet.rows.slice(0, MOST_LINES)) {
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

/** Under which names the product's sheets stand, by what the product calls them; a sheet that is not here has its own name. */
export function standingNames(grid: Grid): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, role] of readMeta(grid)) {
    const name = key.startsWith(SHEET_KEY) ? key.slice(SHEET_KEY.length) : '';
    if (name !== '' && !names.has(role) && grid.sheets.some((sheet) => sheet.name === name))
      names.set(role, name);
  }
  return names;
}
