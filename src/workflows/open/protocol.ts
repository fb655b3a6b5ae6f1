/** The protocol of a check as a sheet of the open workbook, renewed where it stands. */
import type { CivilDate } from '../../calendar/civil-date';
import { protocolSpec, type CheckedFile } from '../../sheets/protocol-sheet';
import type { OpenState } from '../../workbook/port';
import { planSheets, type Plan } from './plan';

export function planProtocol(checks: readonly CheckedFile[], state: OpenState, today: CivilDate): Plan {
  return planSheets([protocolSpec(checks, today)], state);
}
