/** The day for which a sheet of figures was made, as its second row says: «На 01.10.2021. …». */
import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import type { GridSheet } from '../workbook/grid';
import { lookup } from './lookup';

/** Undefined where the sheet does not say. */
export function shownDay(sheet: GridSheet): CivilDate | undefined {
  const [, day, month, year] = /^На (\d{2})\.(\d{2})\.(\d{4})\./.exec(lookup(sheet).text(2, 1)) ?? [];
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}`;
  return isCivilDate(iso) ? iso : undefined;
}
