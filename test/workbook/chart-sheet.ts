/** A sheet with a chart of each kind, data bars and icons; made of no domain. */
import type { CellSpec, ChartSpec, SheetSpec, WorkbookSpec } from '../../src/workbook/spec';
import { CHART_NAME_START } from '../../src/text/charts';
import { sampleWorkbook } from './sample-workbook';

const HEADS = ['Квартал', 'План & «итог»', 'Факт', 'Дата', 'Линия', 'Доля', 'Знак'];
const ROWS = [
  ['I кв. 2021', 10, 8, '2021-03-31', 1, 0, 0],
  ['II кв. 2021', 20, null, '2021-06-30', 2, 0.4, 1],
  ['III кв. 2021', 30, 33, '2021-09-30', 3, 1, 2],
] as const;

const column = (left: number) => ({ top: 3, left, bottom: 5, right: left });
const title = (left: number) => ({ row: 2, column: left });

export const CHARTS: readonly ChartSpec[] = [
  {
    name: `${CHART_NAME_START}столбцы`,
    title: 'План и факт',
    description: 'План и факт по кварталам: «8 из 10».',
    kind: 'columns',
    area: { top: 8, left: 1, bottom: 22, right: 3 },
    series: [
      { title: title(2), categories: column(1), values: column(2), ink: 'plan' },
      { title: title(3), categories: column(1), values: column(3), ink: 'fact' },
    ],
    up: { title: 'человек', min: 0, format: '#,##0' },
  },
  {
    name: `${CHART_NAME_START}полосы`,
    title: 'По школам',
    description: 'Сколько показателей достигнуто.',
    kind: 'bars',
    area: { top: 8, left: 4, bottom: 22, right: 7 },
    series: [
      { title: title(2), categories: column(1), values: column(2), ink: 'good' },
      { title: title(3), categories: column(1), values: column(3), ink: 'bad' },
    ],
    across: { min: 0, step: 20, format: '0', title: 'показателей' },
    up: { reversed: true },
  },
  {
    name: `${CHART_NAME_START}точки`,
    title: 'Сроки',
    description: 'Сроки по дорожной карте.',
    kind: 'points',
    area: { top: 24, left: 1, bottom: 38, right: 7 },
    series: [
      { title: title(2), categories: column(4), values: column(2), ink: 'fact' },
      { title: title(3), categories: column(4), values: column(3), ink: 'good' },
      { title: title(5), categories: column(4), values: column(5), ink: 'today', line: true },
    ],
    across: { min: 44197, max: 44561, step: 91, format: 'mm.yyyy', title: 'Дата' },
    up: { min: 0, max: 40, step: 10, reversed: true, title: 'Мероприятие' },
  },
];

export const chartSheet: SheetSpec = {
  name: "Сводка д'Арк",
  columns: [16, 14, 12, 14, 12, 12, 12].map((width) => ({ width })),
  cells: [
    { row: 1, column: 1, value: 'Сводка', style: 'title' },
    ...HEADS.map((value, index): CellSpec => ({ row: 2, column: index + 1, value, style: 'head' })),
    ...ROWS.flatMap((values, index) =>
      values.map((value, at): CellSpec => {
        const place = { row: index + 3, column: at + 1 };
        if (value === null) return { ...place, style: 'number' };
        if (at === 3) return { ...place, value: { date: String(value) }, style: 'date' };
        return { ...place, value, style: typeof value === 'string' ? 'cell' : 'number' };
      }),
    ),
  ],
  heights: new Map(),
  merges: [],
  validations: [],
  conditionalFormats: [{ area: column(6), formula: 'F3=1', look: 'good' }],
  tables: [],
  pictures: [
    { kind: 'bar', area: column(6), min: 0, max: 1, ink: 'good' },
    { kind: 'icons', area: column(7), middle: 1, high: 2 },
  ],
  charts: CHARTS,
  names: [],
  protection: { allow: ['formatColumns'] },
  print: {
    orientation: 'landscape',
    marginsCm: { top: 1.5, bottom: 1.5, left: 1.5, right: 1 },
    area: { top: 1, left: 1, bottom: 39, right: 7 },
    fit: 'width',
    pageNumber: true,
  },
  visibility: 'visible',
};

/** Everything that a spec can say, charts too, which another library writes. */
export const chartedWorkbook: WorkbookSpec = {
  ...sampleWorkbook,
  sheets: [...sampleWorkbook.sheets, chartSheet],
};
