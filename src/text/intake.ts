/** What became of a file that was given. */
export const RESULT_WORDS = {
  accepted: 'принят',
  refused: 'на доработку',
  repeated: 'повтор',
  conflict: 'конфликт',
  ignored: 'пропущен',
} as const;

/** What the columns of «Реестр», «Журнал приёма» and «Исполнение» hold. */
export const COLUMN_NEEDS = {
  quarter: 'квартал вида 2021-Q3',
  site: 'код с листа «Площадки»',
  edition: 'код с листа «Редакции»',
  revision: 'целое число от 0',
  date: 'дата',
  result: 'результат из списка',
  count: 'число',
} as const;
