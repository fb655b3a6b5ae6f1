/** The protocol of a check as a workbook of its own. */
import type { CivilDate } from '../calendar/civil-date';
import { metaSpec } from '../sheets/meta-sheet';
import { PROTOCOL_SHEET, protocolSpec, type CheckedFile } from '../sheets/protocol-sheet';
import type { WorkbookSpec } from '../workbook/spec';

export function protocolWorkbook(files: readonly CheckedFile[], today: CivilDate): WorkbookSpec {
  return {
    title: PROTOCOL_SHEET,
    date: today,
    sheets: [protocolSpec(files, today), metaSpec('protocol', {})],
  };
}
