/** The plan of the sheet «Сообщение»: made, or renewed in place, in any workbook that can be written to. */
import type { CivilDate } from '../../calendar/civil-date';
import { messageSpec, type Message } from '../../sheets/message-sheet';
import type { OpenState } from '../../workbook/port';
import { freeSheetName } from '../../workbook/sheet-name';
import { planSheets, type Plan } from './plan';

export type { Message, MessageRow } from '../../sheets/message-sheet';

/** Nothing is ever lost for a message: where a person has written into the last one, a further sheet is made. */
export function planMessage(message: Message, state: OpenState, today: CivilDate): Plan {
  const spec = messageSpec(message, today);
  const renewed = planSheets([spec], state);
  if (renewed.lost.length === 0) {
    return renewed;
  }
  const name = freeSheetName(
    spec.name,
    state.grid.sheets.map((sheet) => sheet.name),
  );
  return planSheets([{ ...spec, name }], state);
}
