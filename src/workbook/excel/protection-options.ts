/** A sheet's protection taken off and put back within one request. */

/** What a protected sheet allows, as it was read; null: the sheet is not protected. */
export type KeptProtection = Excel.WorksheetProtectionOptions | null;

const ALLOWED = [
  'allowAutoFilter',
  'allowDeleteColumns',
  'allowDeleteRows',
  'allowEditObjects',
  'allowEditScenarios',
  'allowFormatCells',
  'allowFormatColumns',
  'allowFormatRows',
  'allowInsertColumns',
  'allowInsertHyperlinks',
  'allowInsertRows',
  'allowPivotTables',
  'allowSort',
] as const;

/** Asks for a sheet's protection; readable after the next sync with `keptProtection`. */
export function askProtection(sheet: Excel.Worksheet): Excel.WorksheetProtection {
  return sheet.protection.load(['protected', 'options']);
}

/** Options to protect the sheet with again. Built one by one, since a host may give null for one that it does not know. */
export function keptProtection(protection: Excel.WorksheetProtection): KeptProtection {
  if (!protection.protected) {
    return null;
  }
  const { options } = protection;
  const kept: Excel.WorksheetProtectionOptions = {};
  for (const name of ALLOWED) {
    kept[name] = options[name] === true;
  }
  if (typeof options.selectionMode === 'string') {
    kept.selectionMode = options.selectionMode;
  }
  return kept;
}

/** Queues `work` between taking the protection off and putting it back; a sheet that has none is left without. */
export function unprotected(sheet: Excel.Worksheet, kept: KeptProtection, work: () => void): void {
  // Either call is refused by a host whose sheet already is as asked.
  if (kept !== null) {
    sheet.protection.unprotect();
  }
  work();
  if (kept !== null) {
    sheet.protection.protect(kept);
  }
}
