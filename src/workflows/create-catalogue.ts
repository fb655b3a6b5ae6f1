/** The catalogue of controls as a document of its own. */
import type { CivilDate } from '../calendar/civil-date';
import type { Programme } from '../programme/schema';
import { CATALOGUE_SHEET, catalogueSpec } from '../sheets/catalogue-sheet';
import { metaSpec } from '../sheets/meta-sheet';
import type { WorkbookSpec } from '../workbook/spec';

export function createCatalogue(programme: Programme, today: CivilDate): WorkbookSpec {
  return {
    title: CATALOGUE_SHEET,
    date: today,
    sheets: [catalogueSpec(programme, today), metaSpec('catalogue', { programme: programme.code })],
  };
}
