/** Texts on controls: their words, their mistakes, and what to do when one fails. */

const list = (items: readonly string[]): string => `(${items.join('; ')})`;
const joined = (items: readonly string[], word: string): string =>
  items.length === 1 ? items.join('') : items.map((item) => `(${item})`).join(word);

/** «больше 0», but «больше, чем стр. 2»: only a number keeps its form. */
const than = (value: string): string => (/^−?[\d,]+$/.test(value) ? ` ${value}` : `, чем ${value}`);

const PLACES: Readonly<Record<string, string>> = {
  '0': 'целых',
  '−1': 'десятков',
  '−2': 'сотен',
  '−3': 'тысяч',
};
const roundedTo = (digits: string): string =>
  PLACES[digits] ??
  (/^\d+$/.test(digits)
    ? `${digits} ${digits === '1' ? 'знака' : 'знаков'} после запятой`
    : `(${digits}) знаков`);

const TYPES = { number: 'число', text: 'текст', boolean: 'условие', value: 'значение' } as const;
const FIELDS = { condition: 'условие', left: 'левая часть', right: 'правая часть' } as const;

export const CONTROL_TEXTS = {
  // The control in words
  relation: {
    '=': (a: string, b: string) => `равны: ${a} и ${b}`,
    '<>': (a: string, b: string) => `не равны: ${a} и ${b}`,
    '<': (a: string, b: string) => `${a} меньше${than(b)}`,
    '<=': (a: string, b: string) => `${a} не больше${than(b)}`,
    '>': (a: string, b: string) => `${a} больше${than(b)}`,
    '>=': (a: string, b: string) => `${a} не меньше${than(b)}`,
    парность: (a: string, b: string) => `${a} и ${b} отличны от нуля только вместе`,
    исключение: (a: string, b: string) => `${a} и ${b} не могут быть отличны от нуля вместе`,
  },
  reference: {
    fact: (row: string) => `стр. ${row}`,
    total: (row: string) => `итог стр. ${row}`,
    plan: (row: string) => `план стр. ${row}`,
    minimum: (row: string) => `минимум стр. ${row}`,
    previousFact: (row: string) => `стр. ${row} за прошлый квартал`,
    previousTotal: (row: string) => `итог стр. ${row} на начало квартала`,
    lastYearFact: (row: string) => `стр. ${row} за тот же квартал прошлого года`,
    lastYearTotal: (row: string) => `итог стр. ${row} за тот же квартал прошлого года`,
    quarters: (row: string) => `сумма кварталов стр. ${row} с начала года`,
  },
  attribute: (name: string) => `«${name}» школы`,
  growth: (row: string) => `прирост итога стр. ${row} за квартал`,
  distance: (a: string, b: string) => `расхождение между ${a} и ${b}`,
  sign: { '+': '+', '-': '−', '*': '×', '/': '/' },
  call: {
    СУММ: (items: readonly string[]) => `сумма ${list(items)}`,
    МИН: (items: readonly string[]) => `наименьшее из ${list(items)}`,
    МАКС: (items: readonly string[]) => `наибольшее из ${list(items)}`,
    ABS: (items: readonly string[]) => `модуль ${list(items)}`,
    ОКРУГЛ: ([value = '', digits = '']: readonly string[]) =>
      `округлённое до ${roundedTo(digits)} (${value})`,
    ЕСЛИ: ([condition = '', yes = '', no = '']: readonly string[]) =>
      `(если ${condition}: ${yes}, иначе: ${no})`,
    И: (items: readonly string[]) => joined(items, ' и '),
    ИЛИ: (items: readonly string[]) => joined(items, ' или '),
    НЕ: (items: readonly string[]) => `неверно, что ${list(items)}`,
  },
  row: {
    empty: (row: string) => `${row} не заполнена`,
    filled: (row: string) => `${row} заполнена`,
  },
  value: {
    empty: (value: string) => `нет значения (${value})`,
    filled: (value: string) => `есть значение (${value})`,
  },
  condition: (condition: string, sentence: string) => `если ${condition}, то ${sentence}`,
  tolerance: (tolerance: string) => `, с точностью до ${tolerance}`,

  // Its outcome
  sides: (left: string, operator: string, right: string, difference: string | null) =>
    `слева ${left} ${operator} справа ${right}${difference === null ? '' : `, разница ${difference}`}`,
  notComputable: {
    'division-by-zero': 'вычислить нельзя, деление на ноль',
    'wrong-type': 'сравнить нельзя, вместо числа – не число',
  },
  none: {
    missing: 'нет данных',
    'not-applicable': 'х',
    'division-by-zero': 'деление на ноль',
    'wrong-type': 'не число',
  },
  /** By kind, or by the first letter of the kind. */
  action: {
    A: 'Проверьте значения, из которых складывается результат, и исправьте неверное.',
    L: 'Проверьте оба значения и исправьте неверное.',
    L1: 'Часть не может быть больше целого: проверьте оба значения и исправьте неверное.',
    L2: 'Одно без другого не бывает: проверьте оба значения и исправьте неверное.',
    L3: 'Укажите, от какого числа считается доля, или уберите долю.',
    L4: 'Проверьте число; если оно верно, напишите причину.',
    P: 'Сверьте со значением прошлого периода; если изменение верно, напишите причину.',
    P1: 'Итог с начала года не уменьшается: проверьте его; ошибку прошлого квартала исправьте корректировкой той формы.',
    P2: 'Проверьте значение за квартал и итог с начала года.',
    N: 'Если значение верно, напишите причину отклонения.',
    N2: 'Исправьте план или минимальное значение в книге координатора.',
    N3: 'Исправьте план в книге координатора.',
    X: 'Сверьте с принятыми формами прошлых кварталов.',
  } as Readonly<Record<string, string>>,
  divisionAction: 'Проверьте число, на которое делят: оно не должно быть нулём.',
  anyAction: 'Проверьте значения строки.',

  // Mistakes in its notation
  position: (position: number, what: string) => `позиция ${position}: ${what}`,
  expected: (words: readonly string[], found: string | null) =>
    `ожидалось: ${words.join(', ')}; найдено: ${found === null ? 'конец' : `«${found}»`}`,
  end: 'конец выражения',
  tooLong: (limit: number) => `выражение длиннее ${limit} знаков`,
  tooDeep: (limit: number) => `вложенность больше ${limit}`,
  types: {
    wanted: (wanted: keyof typeof TYPES, found: keyof typeof TYPES) =>
      `ожидалось: ${TYPES[wanted]}; найдено: ${TYPES[found]}`,
    unlike: (left: keyof typeof TYPES, right: keyof typeof TYPES) =>
      `несравнимые виды: ${TYPES[left]} и ${TYPES[right]}`,
    unordered: (type: keyof typeof TYPES, operator: string) =>
      `${TYPES[type]} и знак «${operator}»: возможны только «=» и «<>»`,
  },
  textAgainstZero: 'сравнение с текстом возможно только при «пропустить, если пусто любое»',
  conditionType: 'условие должно быть сравнением или И, ИЛИ, НЕ, ПУСТО',
  sideType: 'часть контроля должна быть числом или текстом, а не сравнением',
  noReference: 'контроль не ссылается ни на одну строку',
  noSuchRow: (row: string, edition: string) => `строки [${row}] нет среди показателей редакции ${edition}`,
  headingRow: (row: string) => `строка [${row}] – заголовок, значений у неё нет`,
  ofControl: (code: string, field: keyof typeof FIELDS, message: string) =>
    `контроль ${code}, ${FIELDS[field]}, ${message}`,
} as const;
