/** Texts of the example; each says that it is one. */
export const EXAMPLE_TEXTS = {
  file: (quarter: string, site: string) => `пример_${quarter}_${site}.xlsx`,
  executor: 'Пример Исполнитель Формы',
  summary: 'пример',
  document: 'пример: приказ от 01.01.2000 № 0',
} as const;
