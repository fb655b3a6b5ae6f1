/** Why sheets of a workbook can't be renewed, and what to do. */

export const REPLACE_SHEETS_PROBLEMS = {
  strict: () =>
    'Книга сохранена в формате Strict Open XML: обновить в ней листы, ничего не потеряв, нельзя. ' +
    'Откройте её в Excel, сохраните как «Книга Excel (*.xlsx)» и повторите.',
  unreadable: (part: string) =>
    `Не читается часть книги «${part}»: обновить листы, ничего не потеряв, нельзя. ` +
    'Откройте книгу в Excel, сохраните её заново и повторите.',
} as const;
