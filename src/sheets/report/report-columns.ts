/** Names of the report's sheets, and the columns that other sheets' formulas point to. */
export const REPORT_SHEET = 'Отчёт';
export const SCHOOLS_ANNEX = 'Приложение 1. Школы';
export const ROADMAP_ANNEX = 'Приложение 2. Дорожная карта';
export const COMPLETENESS_ANNEX = 'Приложение 3. Полнота';
export const SOURCES_ANNEX = 'Приложение 4. Источники';

/** Columns of annex 1. */
export const SCHOOLS_COLUMNS = [
  { key: 'row', title: 'Код строки', width: 8 },
  { key: 'school', title: 'Показатель, школа', width: 46 },
  { key: 'plan', title: 'Плановое значение', width: 12 },
  { key: 'fact', title: 'Факт за квартал', width: 12 },
  { key: 'reached', title: 'Достигнуто на отчётную дату', width: 14 },
  { key: 'deviation', title: 'Отклонение', width: 13 },
  { key: 'percent', title: 'Выполнение плана, %', width: 13 },
  { key: 'reason', title: 'Причина отклонения', width: 40 },
  { key: 'revision', title: '№ корректировки', width: 16 },
] as const;

export type SchoolsColumnKey = (typeof SCHOOLS_COLUMNS)[number]['key'];

export function schoolsColumn(key: SchoolsColumnKey): number {
  return SCHOOLS_COLUMNS.findIndex((column) => column.key === key) + 1;
}

/** Row of the first school's line in annex 1. */
export const SCHOOLS_FIRST_ROW = 5;
