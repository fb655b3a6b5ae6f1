/** A workbook that uses everything a spec can say; made of no domain, so that it changes only with the spec. */
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../src/workbook/spec';

const MEASURE =
  'Утверждение комплекса мер («дорожной карты») по созданию и функционированию детских технопарков «Кванториум» на базе общеобразовательных организаций';

export const ROAD_HEADS = ['№', 'Наименование мероприятия', 'Ответственный', 'Результат', 'Срок'];

export const LONG_ROWS = Array.from(
  { length: 24 },
  (_, index) =>
    `${index + 1}-е мероприятие. ${MEASURE}; ${'повторение '.repeat(index % 5)}конец${index + 1}.`,
);

/** Text that a careless writer spoils. */
export const HARD_TEXTS = [
  '=1+1',
  '+7 493 232-00-00',
  '-5',
  '@имя',
  ' пробелы по краям ',
  'строка 1\nстрока 2',
  'a < b & c > "d" \'e\'',
  'код _x0041_ в тексте',
  'запрет\u0000\u0001\u001fные',
  'пара 😀, половина \ud83d',
  '007',
  '1/2',
] as const;

export const roadmap: SheetSpec = {
  name: 'Дорожная карта',
  documentFontSize: 14,
  columns: [{ width: 5 }, { width: 50 }, { width: 24 }, { width: 30 }, { width: 14 }],
  cells: [
    { row: 1, column: 1, value: 'Комплекс мер («дорожная карта»)', style: 'doc-title' },
    ...ROAD_HEADS.map((value, index): CellSpec => ({ row: 3, column: index + 1, value, style: 'doc-head' })),
    ...LONG_ROWS.flatMap((text, index): CellSpec[] => [
      { row: 4 + index, column: 1, value: index + 1, style: 'doc-number' },
      { row: 4 + index, column: 2, value: text, style: 'doc-cell' },
      { row: 4 + index, column: 3, value: 'Департамент образования', style: 'doc-cell' },
      { row: 4 + index, column: 4, value: 'распорядительный акт', style: 'doc-cell' },
      { row: 4 + index, column: 5, value: { date: '2021-10-01' }, style: 'doc-date' },
    ]),
  ],
  heights: new Map([[1, 24], ...LONG_ROWS.map((_, index): [number, number] => [4 + index, 150])]),
  merges: [
    { top: 1, left: 1, bottom: 1, right: 5 },
    { top: 2, left: 1, bottom: 2, right: 1 },
  ],
  validations: [],
  conditionalFormats: [],
  tables: [],
  names: [{ name: 'Мероприятия', area: { top: 4, left: 2, bottom: 27, right: 2 } }],
  print: {
    orientation: 'landscape',
    marginsCm: { top: 2, bottom: 2, left: 2, right: 1 },
    area: { top: 1, left: 1, bottom: 27, right: 5 },
    titleRows: [3, 3],
    fit: 'width',
    pageNumber: true,
    footer: 'Сформировано 01.10.2021 & проверено',
  },
  freeze: { rows: 3, columns: 0 },
  visibility: 'visible',
  tab: 'document',
};

export const form: SheetSpec = {
  name: "Форма д'Арк",
  columns: [
    { width: 10 },
    { width: 28 },
    { width: 12 },
    { width: 12 },
    { width: 16 },
    { width: 8, hidden: true },
  ],
  cells: [
    { row: 1, column: 1, value: 'Форма', style: 'title' },
    { row: 2, column: 1, value: 'К дорожной карте', style: 'link', link: "'Дорожная карта'!A1" },
    { row: 3, column: 1, value: 'Код', style: 'head' },
    { row: 3, column: 2, value: 'Показатель\n(единица)', style: 'head' },
    { row: 3, column: 3, value: 'План', style: 'head' },
    { row: 3, column: 4, value: 'Факт', style: 'head' },
    { row: 3, column: 5, value: 'Отклонение', style: 'head' },
    { row: 4, column: 1, value: '2.1', style: 'form-center' },
    { row: 4, column: 2, value: 'Численность детей', style: 'form-text' },
    { row: 4, column: 3, value: 400, style: 'form-fixed' },
    { row: 4, column: 4, value: 412, style: 'form-input' },
    { row: 4, column: 5, value: 12, formula: 'D4-C4', style: 'form-calc' },
    { row: 5, column: 1, value: '2.2', style: 'form-center' },
    { row: 5, column: 2, value: 'Доля', style: 'form-text' },
    { row: 5, column: 3, value: 0.5, style: 'form-fixed', format: '0.00%' },
    { row: 5, column: 4, style: 'form-input' },
    { row: 5, column: 5, value: 'нет факта', formula: 'IF(D5="","нет факта",D5-C5)', style: 'calc' },
    { row: 6, column: 1, value: true, style: 'calc' },
    { row: 6, column: 2, formula: 'SUM(C4:C5)', style: 'cell' },
    { row: 6, column: 3, value: { date: '2020-02-29' }, style: 'cell' },
    { row: 6, column: 4, value: { date: '2023-12-31' }, formula: 'DATE(2023,12,31)', style: 'date' },
  ],
  heights: new Map(),
  merges: [],
  validations: [
    {
      area: { top: 4, left: 4, bottom: 5, right: 4 },
      rule: { kind: 'decimal', min: 0 },
      blank: true,
      level: 'stop',
      title: 'Факт',
      message: 'Введите число не меньше 0, а не «текст».',
    },
    {
      area: { top: 4, left: 5, bottom: 4, right: 5 },
      rule: { kind: 'list', source: ['да', 'нет "вовсе"'] },
      blank: false,
      level: 'warning',
      title: 'Заголовок, который длиннее тридцати двух знаков',
      message: 'Выберите & примените <значение>.',
    },
    {
      area: { top: 6, left: 4, bottom: 6, right: 4 },
      rule: { kind: 'date', min: '2021-01-01', max: '2023-12-31' },
      blank: true,
      level: 'stop',
      title: 'Дата',
      message: 'Дата вне программы.',
    },
    {
      area: { top: 6, left: 1, bottom: 6, right: 1 },
      rule: { kind: 'text', maxLength: 5 },
      blank: true,
      level: 'stop',
      title: 'Текст',
      message: 'Не длиннее 5 знаков.',
    },
    {
      area: { top: 6, left: 2, bottom: 6, right: 2 },
      rule: { kind: 'list', source: "'Списки'!$A$2:$A$13" },
      blank: true,
      level: 'stop',
      title: 'Список',
      message: 'Выберите из списка.',
    },
  ],
  conditionalFormats: [
    { area: { top: 4, left: 4, bottom: 5, right: 4 }, formula: 'AND(D4<>"",D4<C4)', look: 'bad' },
    { area: { top: 4, left: 5, bottom: 5, right: 5 }, formula: 'E4=0', look: 'muted' },
  ],
  tables: [],
  names: [],
  protection: { allow: ['formatColumns', 'autoFilter'] },
  print: {
    orientation: 'portrait',
    marginsCm: { top: 1.5, bottom: 1.5, left: 2, right: 1 },
    area: { top: 1, left: 1, bottom: 6, right: 5 },
    fit: 'none',
    pageNumber: false,
  },
  visibility: 'visible',
  tab: 'input',
};

export const lists: SheetSpec = {
  name: 'Списки',
  columns: [{ width: 40 }, { width: 20 }],
  cells: [
    { row: 1, column: 1, value: 'Текст', style: 'head' },
    { row: 1, column: 2, value: 'Примечание\n(необязательно)', style: 'head' },
    ...HARD_TEXTS.map((value, index): CellSpec => ({ row: 2 + index, column: 1, value, style: 'edit-text' })),
  ],
  heights: new Map(),
  merges: [],
  validations: [],
  conditionalFormats: [],
  tables: [{ name: 'Texts', area: { top: 1, left: 1, bottom: 1 + HARD_TEXTS.length, right: 2 } }],
  names: [],
  print: {
    orientation: 'portrait',
    marginsCm: { top: 1.5, bottom: 1.5, left: 2, right: 1 },
    area: { top: 1, left: 1, bottom: 13, right: 2 },
    fit: 'width',
    pageNumber: false,
  },
  freeze: { rows: 1, columns: 1 },
  visibility: 'visible',
};

export const meta: SheetSpec = {
  name: '_meta',
  columns: [{ width: 20 }, { width: 20 }],
  cells: [
    { row: 1, column: 1, value: 'schema', style: 'meta' },
    { row: 1, column: 2, value: 1, style: 'meta' },
  ],
  heights: new Map(),
  merges: [],
  validations: [],
  conditionalFormats: [],
  tables: [],
  names: [],
  print: {
    orientation: 'portrait',
    marginsCm: { top: 2, bottom: 2, left: 2, right: 2 },
    area: { top: 1, left: 1, bottom: 1, right: 2 },
    fit: 'none',
    pageNumber: false,
  },
  visibility: 'veryHidden',
  tab: 'service',
};

export const sampleWorkbook: WorkbookSpec = {
  title: 'Образец «всё сразу» & <ещё>',
  date: '2021-10-01',
  sheets: [meta, roadmap, form, lists],
};
