/** Texts on taking over the table of a concept. */
export const CONCEPT_TEXTS = {
  unknownColumn: (title: string) => `Графа «${title}» не распознана и не взята.`,
  columnTwice: (title: string) => `Графа «${title}» повторяет другую и не взята.`,
  noYears: (first: number, last: number) =>
    `Значения без года не взяты: редакция действует с ${first} года, а программа кончается ${last} годом.`,
  unknownRow: (line: number, row: string) => `Строка ${line} не распознана и не взята: ${row}.`,
  notNumber: (line: number, code: string, value: string) =>
    `Строка ${line}, показатель ${code}: «${value}» – не число; значение не взято.`,
  assumedYesNo: (code: string) =>
    `Показатель ${code}: ни единицы, ни числа; принят как ответ «да» или «нет». Проверьте вид на листе «Показатели».`,
  unknownUnit: (code: string, unit: string) =>
    `Показатель ${code}: единица «${unit === '' ? 'не указана' : unit}» не распознана, кода по ОКЕИ нет.`,
  shareParts: (code: string, numerator: string, denominator: string) =>
    `Показатель ${code} – доля: добавлены строки ${numerator} (числитель) и ${denominator} (знаменатель). Уточните их наименования.`,
  numerator: (name: string) => `Числитель показателя «${name}» (уточните наименование)`,
  denominator: (name: string) => `Знаменатель показателя «${name}» (уточните наименование)`,
  partSource: (code: string) => `Часть доли ${code}; наименование – предварительное`,
  accumulation: (code: string, how: string) =>
    `Показатель ${code}: нарастающий итог – «${how}». Проверьте на листе «Показатели».`,
  accumulations: { distinct: 'без повторов', sum: 'сумма кварталов', none: 'нет' },
  controlEnded: (code: string, rows: readonly string[]) =>
    `Контроль ${code} закончился с прежней редакцией: в новой нет таких же строк ${rows.join(', ')}.`,
  controlGoesOn: (code: string, rows: readonly string[]) =>
    `Контроль ${code} действует и дальше: строки ${rows.join(', ')} есть и в новой редакции. Проверьте, подходит ли он.`,
  editionTitle: (code: string) => `Редакция ${code}`,
  taken: (indicators: number, targets: number) =>
    `Показателей: ${indicators}, плановых и минимальных значений: ${targets}.`,
  row: (code: string, name: string, kind: string, unit: string) =>
    `${code} ${name} – ${kind}${unit === '' ? '' : `, ${unit}`}`,
  kinds: { count: 'число', percent: 'доля', yesno: 'да или нет', text: 'текст', heading: 'заголовок' },
  notUnderstood: 'Не распознано или принято по умолчанию:',
  act: (act: string, date: string | null, number: string | null) =>
    `${act}${date === null ? '' : ` от ${date}`}${number === null ? '' : ` № ${number}`}`,
} as const;
