/** Texts on the programme's data. */
export const PROGRAMME_TEXTS = {
  unknownDeadline: (measure: number, deadline: string) =>
    `Мероприятие ${measure}: срок «${deadline}» не распознан; он напечатан как есть, контрольных точек не даёт.`,
  deadlineWithoutDates: (measure: number, deadline: string) =>
    `Мероприятие ${measure}: срок «${deadline}» не даёт контрольных точек до конца программы: он позже её последнего дня или зависит от года открытия, а площадок нет.`,
  quarterEndsInstead: (measure: number) =>
    `Мероприятие ${measure} – ежеквартальный мониторинг, но его срок не даёт отчётных дат. Отчётной датой считается день после окончания каждого квартала, начиная с квартала, в котором открыта первая площадка.`,
  edition: {
    inForce: (from: string, to: string | null) => `действует с ${from}${to === null ? '' : ` по ${to}`}`,
    basis: (act: string) => `основание: ${act}`,
    actDate: (date: string) => `от ${date}`,
    actNumber: (number: string) => `№ ${number}`,
    actPoint: (point: string) => `п. ${point}`,
  },
  /** `value` is null where the field is not there at all. */
  problem: (path: string, value: string | null, expected: string) =>
    `${path === '' ? 'Программа' : path}: ${value === null ? 'поле не заполнено' : `найдено «${value}»`}, ожидалось: ${expected}.`,
  mistake: (path: string, value: string | null, what: string) =>
    `${path}: ${value === null ? '' : `«${value}»: `}${what}.`,
  /** The same of a cell of the workbook, by the words of its column. */
  ofCell: {
    problem: (column: string, value: string, expected: string) =>
      `«${column}»: ${value === '' ? 'пусто' : `найдено «${value}»`}, ожидалось: ${expected}.`,
    mistake: (what: string) => `${what.slice(0, 1).toUpperCase()}${what.slice(1)}.`,
    date: 'дата, например 01.09.2021',
    attributes: 'признаки через точку с запятой, каждый один раз: «контингент = 640; педагоги = 12»',
  },
  /** Shown for null. */
  empty: 'пусто',
  expected: {
    noSuchField: 'такого поля в программе нет; уберите его или проверьте название',
    types: {
      string: 'текст',
      number: 'число',
      int: 'целое число',
      boolean: 'да или нет (true, false)',
      array: 'список',
      object: 'набор полей',
      record: 'набор полей',
      tuple: 'список из пяти текстов',
      null: 'пустое значение (null)',
    } as Readonly<Record<string, string>>,
    other: 'значение другого вида',
    fieldName: 'непустое название',
    attributeName: 'название без знаков «;» и «=» и без разрыва строки',
    oneOf: (values: readonly string[]) => `одно из: ${values.map((value) => `«${value}»`).join(', ')}`,
    notEmpty: 'непустое значение',
    atLeast: (minimum: string) => `не меньше ${minimum}`,
    atMost: (maximum: string) => `не больше ${maximum}`,
    items: (count: string) => `список такой длины: ${count}`,
    shorter: (maximum: string) => `не длиннее ${maximum} знаков`,
    unique: 'обозначение, которого ещё нет в списке',
    uniqueInEdition: (edition: string) => `обозначение, которого ещё нет в редакции «${edition}»`,
    uniqueTarget: (edition: string) =>
      `одна строка на показатель, площадку, год и квартал в редакции «${edition}»`,
    measureNumber: 'номер одного из мероприятий',
    notBefore: (date: string) => `дата не раньше ${date}`,
    endsBeforeNext: (date: string, next: string) =>
      `${date}: на следующий день начинает действовать редакция «${next}»`,
    coversFirst: (date: string) => `дата не позже ${date}: в этот день кончается первый отчётный квартал`,
    coversLast: (date: string) =>
      `дата не раньше ${date}, когда кончается последний отчётный квартал, или пусто`,
    editionNotBefore: (edition: string) => `редакция не раньше «${edition}»`,
    onlyForShares: 'пустое значение: числитель и знаменатель бывают только у доли',
    countRow: (edition: string) => `код числового показателя, который есть в редакции «${edition}»`,
    indicatorCode: (edition: string) =>
      `код показателя, который есть в редакции «${edition}» и имеет значение`,
    siteCode: 'код одной из площадок или «*»',
  },
} as const;
