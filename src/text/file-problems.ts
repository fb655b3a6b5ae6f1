/** Why a file could not be read, for the sentence «Файл не прочитан: …». */
export const FILE_PROBLEMS = {
  empty: 'он пуст',
  'not-a-workbook': 'это не книга Excel',
  'old-or-encrypted': 'это книга старого формата (.xls) или защищённая паролем на открытие',
  'binary-workbook': 'это двоичная книга (.xlsb)',
  opendocument: 'это таблица OpenDocument (.ods)',
  damaged: 'он повреждён или загружен не полностью',
  'too-large': 'его содержимое больше, чем может быть в форме',
  moved: 'он изменён, перемещён или удалён после того, как был выбран',
  'unreadable-part': 'одна из его частей не читается',
} as const;
