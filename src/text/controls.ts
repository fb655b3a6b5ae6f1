/** Texts on controls: their words, their mistakes, and what to do when one fails. */

const list = (items: readonly string[]): string => `(${items.join('; ')})`;
const FIELDS = { condition: 'условие', left: 'левая часть', right: 'правая часть' } as const;

export const CONTROL_TEXTS = {
  // The control in words
  relation: {
    '=': (a: string, b: string) => `равны: ${a} и ${b}`,
    '<>': (a: string, b: string) => `не равны: ${a} и ${b}`,
    '<': (a: string, b: string) => `${a} меньше, чем ${b}`,
    '<=': (a: string, b: string) => `${a} не больше, чем ${b}`,
    '>': (a: string, b: string) => `${a} больше, чем ${b}`,
    '>=': (a: string, b: string) => `${a} не меньше, чем ${b}`,
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
  sign: { '+': '+', '-': '−', '*': '×', '/': '/' },
  call: {
    СУММ: (items: readonly string[]) => `сумма ${list(items)}`,
    МИН: (items: readonly string[]) => `наименьшее из ${list(items)}`,
    МАКС: (items: readonly string[]) => `наибольшее из ${list(items)}`,
    ABS: (items: readonly string[]) => `модуль ${list(items)}`,
    ОКРУГЛ: ([value = '', digits = '']: readonly string[]) => `(${value}), округлённое до ${digits} знаков`,
    ЕСЛИ: ([condition = '', yes = '', no = '']: readonly string[]) =>
      `(если ${condition}: ${yes}, иначе: ${no})`,
    И: (items: readonly string[]) => `(${items.join(' и ')})`,
    ИЛИ: (items: readonly string[]) => `(${items.join(' или ')})`,
    НЕ: (items: readonly string[]) => `не верно, что ${list(items)}`,
    filled: (value: string) => `${value} заполнено`,
    ПУСТО: ([value = '']: readonly string[]) => `${value} не заполнено`,
  },
  condition: (condition: string, sentence: string) => `если ${condition}, то ${sentence}`,
  tolerance: (tolerance: string) => `, с точностью до ${tolerance}`,

  // Its outcome
  sides: (left: string, operator: string, right: string, difference: string | null) =>
    `слева ${left} ${operator} справа ${right}${difference === null ? '' : `, разница ${difference}`}`,
  notComputable: 'вычислить нельзя',
  none: {
    missing: 'нет данных',
    'not-applicable': 'х',
    'division-by-zero': 'деление на ноль',
    'wrong-type': 'не число',
  },
  action: {
    A: 'Проверьте значения, из которых складывается результат.',
    L: 'Проверьте оба значения и исправьте неверное.',
    P: 'Сверьте со значением прошлого периода; если изменение верно, напишите причину.',
    N: 'Если значение верно, напишите причину отклонения.',
    X: 'Сверьте с принятыми формами прошлых кварталов.',
  } as Readonly<Record<string, string>>,
  anyAction: 'Проверьте значения строки.',

  // Mistakes in its notation
  position: (position: number, what: string) => `позиция ${position}: ${what}`,
  expected: (words: readonly string[], found: string | null) =>
    `ожидалось: ${words.join(', ')}; найдено: ${found === null ? 'конец' : `«${found}»`}`,
  end: 'конец выражения',
  conditionType: 'условие должно быть сравнением или И, ИЛИ, НЕ, ПУСТО',
  sideType: 'часть контроля должна быть числом или текстом, а не сравнением',
  noReference: 'контроль не ссылается ни на одну строку',
  noSuchRow: (row: string) => `строки [${row}] нет среди показателей этих редакций (или это заголовок)`,
  ofControl: (code: string, field: keyof typeof FIELDS, message: string) =>
    `контроль ${code}, ${FIELDS[field]}, ${message}`,
} as const;
