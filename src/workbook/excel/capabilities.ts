/**
 * What this host can do beyond the manifest's floor, ExcelApi 1.9. Whoever uses a feature asks here first and has the
 * fallback that stands beside it.
 */

/** Requirement sets as texts: as numbers, 1.10 would be 1.1. */
const FEATURES = {
  /** A table takes another size in place. Without: the product's table is made anew over the new area. */
  'resize-table': '1.13',
  /** A range tells of the merged areas in it. Without: the host itself refuses to copy rows across one. */
  'merged-areas': '1.13',
  /** An event says that this add-in caused it. Without: an edit while the product writes counts as the product's. */
  'trigger-source': '1.14',
  /** Renaming a sheet is told. Without: its new name is seen with the next edit or reading. */
  'name-events': '1.17',
} as const;

export type Feature = keyof typeof FEATURES;

/** Whether the host has the requirement set of a feature. */
export function supports(feature: Feature): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', FEATURES[feature]);
}
