/** Names of the summary's sheets, and the columns that other sheets' formulas point to. */
export const SUMMARY_SHEET = 'Сводный отчёт';
export const REGIONS_ANNEX = 'Приложение 1. Регионы';
export const REGIONS_COMPLETENESS = 'Приложение 2. Полнота';

/** Columns of annex 1. */
export const REGION_COLUMNS = [
  { key: 'row', title: 'Код строки', width: 8 },
  { key: 'region', title: 'Показатель, регион', width: 46 },
  { key: 'plan', title: 'Плановое значение', width: 13 },
  { key: 'fact', title: 'Факт за квартал', width: 13 },
  { key: 'reached', title: 'Достигнуто на отчётную дату', width: 14 },
  { key: 'deviation', title: 'Отклонение', width: 13 },
  { key: 'percent', title: 'Выполнение плана, %', width: 13 },
  { key: 'reported', title: 'Школ со значением', width: 14 },
] as const;

export type RegionColumnKey = (typeof REGION_COLUMNS)[number]['key'];

export function regionColumn(key: RegionColumnKey): number {
  return REGION_COLUMNS.findIndex((column) => column.key === key) + 1;
}

/** Row of the first indicator's heading in annex 1. */
export const REGIONS_FIRST_ROW = 5;
