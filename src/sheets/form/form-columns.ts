/** The columns of «Форма», in their order; forms are read by these titles, wherever the columns stand. */
import { findHeader, type HeaderPlace, type SheetLookup } from '../lookup';

export const FORM_COLUMNS = [
  { key: 'row', title: 'Код строки', width: 8 },
  { key: 'name', title: 'Наименование показателя', width: 38 },
  { key: 'unit', title: 'Единица измерения', width: 11 },
  { key: 'okei', title: 'Код по ОКЕИ', width: 7 },
  { key: 'planYear', title: 'План на год', width: 9 },
  { key: 'plan', title: 'План на отчётную дату', width: 10 },
  { key: 'lastYear', title: 'Тот же квартал прошлого года', width: 10 },
  { key: 'previous', title: 'Предыдущий квартал', width: 13 },
  { key: 'fact', title: 'Факт за квартал', width: 10 },
  { key: 'previousTotal', title: 'Итог на начало квартала', width: 10 },
  { key: 'total', title: 'Нарастающий итог с начала года', width: 14 },
  { key: 'deviation', title: 'Отклонение от плана', width: 13 },
  { key: 'percent', title: 'Выполнение плана, %', width: 13 },
  { key: 'reason', title: 'Причина отклонения', width: 26 },
  { key: 'evidence', title: 'Подтверждающий документ', width: 20 },
] as const;

export type FormColumnKey = (typeof FORM_COLUMNS)[number]['key'];

/** Column number of a key in a form as it is issued. */
export const FORM_COLUMN: Readonly<Record<FormColumnKey, number>> = Object.fromEntries(
  FORM_COLUMNS.map(({ key }, index) => [key, index + 1]),
) as Record<FormColumnKey, number>;

export function columnTitle(key: FormColumnKey): string {
  return FORM_COLUMNS[FORM_COLUMN[key] - 1]?.title ?? key;
}

/** The header of a form's table; undefined where the sheet has none. */
export function formHeader(sheet: SheetLookup): HeaderPlace | undefined {
  return findHeader(
    sheet,
    columnTitle('row'),
    FORM_COLUMNS.map(({ title }) => title),
  );
}

/** Longest text that a school may enter, in characters. */
export const TEXT_LIMIT = 1000;
