/** The Department's workbook, made inside the workbook that is open; whatever stands in it stays. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Programme } from '../../programme/schema';
import { META_SHEET, workbookKind } from '../../sheets/meta-sheet';
import { DOCUMENT_WORDS } from '../../text/documents';
import { OPEN_TEXTS } from '../../text/open';
import type { OpenState } from '../../workbook/port';
import { createDepartmentWorkbook } from '../department-workbook';
import { planSheets, type Plan } from './plan';

/**
 * Plan for an empty or a foreign workbook. Where a stranger's sheet has a name of ours, ours takes another, and «_meta»
 * says which. In a workbook of the product's own nothing is planned, and the note says why.
 */
export function planDepartment(programme: Programme, state: OpenState, today: CivilDate): Plan {
  const kind = workbookKind(state.grid);
  if (kind !== undefined) {
    const word = kind === 'form' ? OPEN_TEXTS.schoolForm : DOCUMENT_WORDS[kind];
    return { changes: [], lost: [], notes: [OPEN_TEXTS.alreadyOurs(word)] };
  }
  const specs = createDepartmentWorkbook(programme, today).sheets.filter(({ name }) => name !== META_SHEET);
  const facts = { programme: programme.code, created: today };
  return planSheets(specs, state, [], { kind: 'department', facts });
}
