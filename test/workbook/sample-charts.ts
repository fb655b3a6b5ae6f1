/** A sheet with a chart of every kind, data bars and icons; made of no domain, so that it changes only with the spec. */
import { CHART_NAME_START } from '../../src/text/charts';
import { dateSerial } from '../../src/workbook/date-serial';
import type { CellSpec, ChartSpec, SheetSpec } from '../../src/workbook/spec';

const QUARTERS = ['I кв. 2021', 'II кв. 2021', 'III кв. 2021', 'IV кв. 2021'];
const PLAN = [100, 200, 300, 400];
/** Nothing is known of the third quarter. */
const FACT = [120, 180, null, 390];
const SCHOOLS = ['Кинешма № 8', 'Шуя № 9 & лицей', "Лицей д'Арк"];
const REACHED = [3, 2, 0];
const MISSED = [1, 0, 4];
const DAYS = ['2021-03-01', '2021-06-15', '2021-10-01'];
const MEASURES = [1, 2, 9];

const number = (row: number, column: number, value: number): CellSpec => ({
  row,
  column,
  value,
  style: 'calc',
});
const head = (row: number, column: number, value: string): CellSpec => ({
  row,
  column,
  value,
  style: 'head',
});

export const columnsChart: ChartSpec = {
  name: `${CHART_NAME_START}2.1`,
  title: 'План и факт: 2.1 «Численность детей» & доля <16 лет',
  description: 'План и факт по кварталам.',
  kind: 'columns',
  area: { top: 16, left: 1, bottom: 30, right: 4 },
  series: [
    {
      title: { row: 1, column: 2 },
      categories: { top: 2, left: 1, bottom: 5, right: 1 },
      values: { top: 2, left: 2, bottom: 5, right: 2 },
      ink: 'plan',
    },
    {
      title: { row: 1, column: 3 },
      categories: { top: 2, left: 1, bottom: 5, right: 1 },
      values: { top: 2, left: 3, bottom: 5, right: 3 },
      ink: 'fact',
    },
  ],
  up: { title: 'человек', min: 0, format: '#,##0' },
};

/** Its groups stand in a row. */
export const barsChart: ChartSpec = {
  name: `${CHART_NAME_START}школы`,
  title: 'Выполнение по школам',
  description: 'Сколько показателей выполнено.',
  kind: 'bars',
  area: { top: 16, left: 6, bottom: 30, right: 9 },
  series: [
    {
      title: { row: 2, column: 6 },
      categories: { top: 1, left: 7, bottom: 1, right: 9 },
      values: { top: 2, left: 7, bottom: 2, right: 9 },
      ink: 'good',
    },
    {
      title: { row: 3, column: 6 },
      categories: { top: 1, left: 7, bottom: 1, right: 9 },
      values: { top: 3, left: 7, bottom: 3, right: 9 },
      ink: 'bad',
    },
  ],
  across: { min: 0, step: 1, format: '0' },
  up: { reversed: true },
};

export const pointsChart: ChartSpec = {
  name: `${CHART_NAME_START}сроки`,
  title: 'Дорожная карта',
  description: 'Сроки мероприятий и сегодняшний день.',
  kind: 'points',
  area: { top: 32, left: 1, bottom: 48, right: 9 },
  series: [
    {
      title: { row: 7, column: 2 },
      categories: { top: 8, left: 1, bottom: 10, right: 1 },
      values: { top: 8, left: 2, bottom: 10, right: 2 },
      ink: 'good',
    },
    {
      title: { row: 7, column: 3 },
      categories: { top: 8, left: 1, bottom: 10, right: 1 },
      values: { top: 8, left: 3, bottom: 10, right: 3 },
      ink: 'bad',
    },
    {
      title: { row: 7, column: 5 },
      categories: { top: 8, left: 4, bottom: 9, right: 4 },
      values: { top: 8, left: 5, bottom: 9, right: 5 },
      ink: 'today',
      line: true,
    },
  ],
  across: {
    min: dateSerial('2021-01-01'),
    max: dateSerial('2022-01-01'),
    format: 'dd.mm.yyyy',
    title: 'срок',
  },
  up: { min: 0, max: 10, step: 1, format: '0', reversed: true, title: 'мероприятие' },
};

export const chartSheet: SheetSpec = {
  name: "Сводка «д'Арк»",
  columns: Array.from({ length: 9 }, () => ({ width: 16 })),
  cells: [
    head(1, 1, 'Квартал'),
    head(1, 2, 'План'),
    head(1, 3, 'Факт'),
    ...QUARTERS.flatMap((quarter, index): CellSpec[] => {
      const fact = FACT[index] ?? null;
      return [
        { row: 2 + index, column: 1, value: quarter, style: 'cell' },
        number(2 + index, 2, PLAN[index] ?? 0),
        fact === null ? { row: 2 + index, column: 3, style: 'calc' } : number(2 + index, 3, fact),
      ];
    }),
    head(1, 6, 'Школа'),
    head(2, 6, 'Выполнено'),
    head(3, 6, 'Не выполнено'),
    ...SCHOOLS.flatMap((school, index): CellSpec[] => [
      { row: 1, column: 7 + index, value: school, style: 'head' },
      number(2, 7 + index, REACHED[index] ?? 0),
      number(3, 7 + index, MISSED[index] ?? 0),
    ]),
    head(7, 1, 'Срок'),
    head(7, 2, 'Выполнено'),
    head(7, 3, 'Просрочено'),
    head(7, 4, 'Сегодня'),
    head(7, 5, 'Сегодня'),
    ...DAYS.flatMap((date, index): CellSpec[] => [
      { row: 8 + index, column: 1, value: { date }, style: 'date' },
      ...(index < 2 ? [number(8 + index, 2, MEASURES[index] ?? 0)] : []),
    ]),
    number(10, 3, 9),
    { row: 8, column: 4, value: { date: '2021-09-01' }, style: 'date' },
    { row: 9, column: 4, value: { date: '2021-09-01' }, style: 'date' },
    number(8, 5, 0),
    number(9, 5, 10),
    head(12, 1, 'Доля'),
    ...[0, 0.4, 1].map((share, index) => ({ ...number(12, 2 + index, share), format: '0%' })),
    head(13, 1, 'Состояние'),
    ...[0, 1, 2].map((state, index) => number(13, 2 + index, state)),
  ],
  heights: new Map(),
  merges: [],
  validations: [],
  conditionalFormats: [{ area: { top: 12, left: 2, bottom: 12, right: 4 }, formula: 'B12<0.1', look: 'bad' }],
  pictures: [
    { kind: 'bar', area: { top: 12, left: 2, bottom: 12, right: 4 }, min: 0, max: 1, ink: 'fact' },
    { kind: 'icons', area: { top: 13, left: 2, bottom: 13, right: 4 }, middle: 1, high: 2 },
  ],
  charts: [columnsChart, barsChart, pointsChart],
  tables: [],
  names: [],
  protection: { allow: ['formatColumns'] },
  print: {
    orientation: 'landscape',
    marginsCm: { top: 1.5, bottom: 1.5, left: 2, right: 1 },
    area: { top: 1, left: 1, bottom: 48, right: 9 },
    fit: 'width',
    pageNumber: false,
  },
  visibility: 'visible',
  tab: 'document',
};
