/** Filling a form that an operator has made: the words of placeholders, what is said about them, the built-in example. */

/** What comes after the braces, in small letters with «е» for «ё»; the same word never means two things. */
export const TEMPLATE_WORDS = {
  subjects: {
    period: 'период',
    quarter: 'квартал',
    year: 'год',
    firstDay: 'первый день',
    lastDay: 'последний день',
    region: 'регион',
    coordinator: 'координатор',
    operator: 'оператор',
    act: 'распоряжение',
    edition: 'редакция',
    reportDate: 'дата отчета',
    today: 'сегодня',
    revision: 'номер отчета',
    accepted: 'принято форм',
    expected: 'ожидается форм',
    missing: 'не сдали',
  },
  indicator: 'показатель',
  measure: 'мероприятие',
  signature: 'подпись',
  school: 'школа',
  openSchool: 'открытая школа',
  indicatorFields: {
    name: 'название',
    unit: 'единица',
    okei: 'океи',
    code: 'код',
    plan: 'план',
    fact: 'факт',
    reached: 'достигнуто',
    percent: 'выполнение',
    deviation: 'отклонение',
    reason: 'причина',
  },
  measureFields: {
    name: 'название',
    responsible: 'ответственный',
    outcome: 'результат',
    deadline: 'срок',
    planned: 'плановая дата',
    actual: 'фактическая дата',
    status: 'статус',
    document: 'документ',
    reason: 'причина',
  },
  signatureFields: {
    position: 'должность',
    name: 'фамилия',
    executor: 'исполнитель',
    phone: 'телефон',
  },
  schoolFields: {
    number: 'номер',
    name: 'название',
    shortName: 'краткое название',
    code: 'код',
    municipality: 'муниципалитет',
    openedOn: 'дата открытия',
    form: 'форма',
  },
  /** What schools without a form have instead of it. */
  formStates: { accepted: 'принята', awaited: 'не сдана' },
  notOpen: 'х',
} as const;

interface Entry<Args> {
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  readonly message: (args: Args) => string;
  readonly action: (args: Args) => string;
}

const entry = <Args>(
  code: string,
  level: Entry<Args>['level'],
  message: (args: Args) => string,
  action: (args: Args) => string,
): Entry<Args> => ({ code, level, message, action });

const OBSTACLES = {
  'merge-across': 'объединение ячеек выходит за повторяемые строки',
  'array-formula': 'формула массива стоит в повторяемых строках или выходит за них',
  'data-table': 'на листе есть таблица подстановки',
  'pivot-table': 'на листе есть сводная таблица',
  'form-control': 'на листе есть элементы управления или внедрённые объекты',
  'custom-views': 'у листа есть пользовательские представления',
  scenarios: 'на листе есть сценарии',
  'table-in-block': 'граница таблицы Excel проходит по повторяемым строкам',
  'table-head': 'поле стоит в заголовке таблицы Excel',
} as const;

export const TEMPLATE_FINDINGS = {
  unknown: entry(
    'B1',
    'error',
    ({ written }: { written: string; nearest: string | null }) =>
      `Поле ${written} неизвестно и оставлено как есть.`,
    ({ nearest }) =>
      nearest === null
        ? 'Исправьте поле; известные поля: {{период}}, {{регион}}, {{показатель 1: факт}}, {{школа: название}}, {{мероприятие 5: статус}}.'
        : `Исправьте поле; ближайшее известное: ${nearest}.`,
  ),
  looseBraces: entry(
    'B2',
    'error',
    () => 'Поле не закрыто: нет пары скобок «{{» и «}}».',
    () => 'Запишите поле целиком в одной ячейке: {{период}}.',
  ),
  inFormula: entry(
    'B3',
    'warning',
    () => 'Поле стоит внутри формулы и не заполнено.',
    () => 'Вынесите поле в отдельную ячейку и сошлитесь на неё.',
  ),
  elsewhere: entry(
    'B4',
    'warning',
    ({ part }: { part: string }) => `Поле стоит не в ячейке (${part}) и не заполнено.`,
    () => 'Впишите текст в колонтитул, надпись или примечание вручную.',
  ),
  missing: entry(
    'B5',
    'info',
    ({ written, put }: { written: string; put: string }) =>
      put === ''
        ? `Для поля ${written} значения нет: место оставлено пустым.`
        : `Для поля ${written} значения нет: вписано «${put}».`,
    () => 'Ничего делать не нужно, если так и задумано.',
  ),
  obstacle: entry(
    'B6',
    'error',
    ({ kind, where }: { kind: keyof typeof OBSTACLES; where: string }) =>
      `Заполнить форму, ничего не испортив, нельзя: ${OBSTACLES[kind]} (${where}). Ничего не записано.`,
    () => 'Уберите это с листа или перенесите на другой лист и повторите.',
  ),
  firstCopy: entry(
    'B7',
    'warning',
    () => 'Формула ссылается на часть повторяемых строк: она указывает на первую школу.',
    () => 'Если нужны все школы, сошлитесь на строки целиком, например СУММ(D5:D5) вместо D5.',
  ),
  noPlaceholders: entry(
    'B8',
    'warning',
    () => 'В книге нет ни одного поля вида {{период}}.',
    () => 'Впишите поля в ячейки формы.',
  ),
  noSchools: entry(
    'B10',
    'info',
    ({ rows }: { rows: string }) => `Школ для строк ${rows} нет: строки оставлены без значений.`,
    () => 'Ничего делать не нужно, если так и задумано.',
  ),
} as const;

export type TemplateFindingId = keyof typeof TEMPLATE_FINDINGS;
export type ObstacleKind = keyof typeof OBSTACLES;

export const TEMPLATE_TEXTS = {
  headersAndFooters: 'колонтитул',
  rows: (first: number, last: number) => (first === last ? String(first) : `${first}–${last}`),
  filled: (count: number) => `Заполнено полей: ${count}.`,
  fill: 'заполнить форму оператора: книгу Excel с полями вида {{период}}, {{показатель 3.1: факт}}, {{школа: название}} (код выхода: 0 – заполнено всё, 1 – есть ошибки)',
  template: 'форма: книга Excel с полями',
  position: 'должность подписывающего, для {{подпись: должность}}',
  signer: 'фамилия и инициалы подписывающего, для {{подпись: фамилия}}',
  executor: 'исполнитель, для {{подпись: исполнитель}}',
  phone: 'телефон исполнителя, для {{подпись: телефон}}',
  readiness:
    'создать пример формы ежегодного мониторинга готовности площадок (мероприятие 7), с полями для команды fill',
} as const;

export const READINESS_TEXTS = {
  sheet: 'Мониторинг готовности',
  sample: 'Пример формы: форму определяет Минпросвещения России или федеральный оператор',
  title:
    'МОНИТОРИНГ\nработы по приведению площадок школьных «Кванториумов» в соответствие\nс методическими рекомендациями Минпросвещения России\nза {{год}} год',
  region: 'Субъект Российской Федерации',
  coordinator: 'Региональный координатор',
  basis: 'Основание',
  /** The roadmap's measure that asks for this monitoring. */
  measure: 7,
  schedule: 'по графику',
  day: 'По состоянию на',
  partRoadmap: '1. Исполнение мероприятий дорожной карты',
  partSites: '2. Площадки',
  columns: [
    '№ п/п',
    'Направление',
    'Плановая дата',
    'Фактическая дата',
    'Статус',
    'Документ',
    'Причина отклонения',
  ],
  siteColumns: [
    '№ п/п',
    'Площадка',
    'Муниципальное образование',
    'Дата открытия',
    'Состояние площадки (заполняется вручную)',
  ],
  signature: 'Руководитель (уполномоченное лицо)',
  executor: 'Исполнитель',
  blank: '____________________',
  noData: 'нет данных',
  /** What the roadmap names, by the number of its measure. */
  directions: [
    [2, 'Месторасположение, типовой дизайн-проект и проект зонирования'],
    [3, 'Оснащение по инфраструктурному листу'],
    [5, 'Закупка товаров, работ, услуг'],
    [6, 'Повышение квалификации сотрудников'],
    [8, 'Начало работы'],
  ],
} as const;
