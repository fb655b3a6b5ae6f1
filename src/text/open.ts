/** What the product says of its work in the open workbook. */
export const OPEN_TEXTS = {
  schoolForm: 'форма школы',
  alreadyOurs: (word: string) =>
    `Эта книга – ${word}. Книга координатора создаётся в новой книге: Файл → Создать.`,
  placed: (wanted: string, name: string) =>
    `Лист «${wanted}» в книге уже есть, и он не из программы: новый лист назван «${name}».`,
  unfinished: (name: string) =>
    `Лист «${name}» не закончен: работа над ним прервалась. Повторите то действие или удалите лист.`,
  formKept: (sheet: string) =>
    `Форма «${sheet}» не обновлена: её строки или графы стоят не на своих местах. Заполненное осталось как было.`,
  formCopied: (sheet: string, copies: readonly string[]) =>
    `Форма «${sheet}» не обновлена: у неё есть копии (${copies.map((name) => `«${name}»`).join(', ')}). Оставьте один лист.`,
  entriesCarried: (from: string, to: string) =>
    `Заполненное на листе «${from}» перенесено на «${to}» – форму по новой редакции. Прежний лист оставлен.`,
  noSchools: 'Выберите хотя бы одну школу, которая открыта в этом квартале.',
  notExpected: (school: string, period: string) =>
    `${school} за ${period} не отчитывается: формы для неё нет.`,
  checkpointLost: (code: string) =>
    `Контрольной точки ${code} в дорожной карте больше нет; её отметки оставлены внизу листа.`,
  sheetOf: (sheet: string) => `лист «${sheet}»`,
  missing: (school: string) => `${school}: нет принятой формы`,
  refused: (school: string, file: string) => `${school}: «${file}» на доработке`,
} as const;
