/** What holds for every sheet of every workbook that the product makes. */
import { civilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import { issueForm } from '../../src/monitoring/issue-form';
import { programmeCheckpoints } from '../../src/programme/checkpoints';
import { FORM_COLUMN } from '../../src/sheets/form/form-columns';
import { checkForm } from '../../src/workflows/check-form';
import { createDepartmentWorkbook } from '../../src/workflows/department-workbook';
import { createComparison } from '../../src/workflows/create-comparison';
import { createReport } from '../../src/workflows/create-report';
import { createRoadmap } from '../../src/workflows/create-roadmap';
import { formWorkbook } from '../../src/workflows/issue-forms';
import { protocolWorkbook } from '../../src/workflows/protocol-workbook';
import { createSummary, readRegion } from '../../src/workflows/summary-report';
import { watchSpec } from '../../src/sheets/watch-sheet';
import { cellStyle } from '../../src/workbook/cell-style';
import { cellAddress } from '../../src/workbook/grid';
import type { SheetSpec, WorkbookSpec } from '../../src/workbook/spec';
import { gridOf } from '../fixtures/grid-of-spec';
import { IVANOVO, OTHER_REGION } from '../programme/programmes';
import { SITE, accepted, filledForm, programme } from '../workflows/school';

const TODAY = civilDate(2022, 10, 3);
const QUARTER: Quarter = { year: 2022, number: 3 };
const SAMPLE = programme();
const [SCHOOL] = SAMPLE.sites;
if (!SCHOOL) throw new Error('No site');
const FORM = issueForm(SAMPLE, [], SCHOOL, QUARTER, TODAY);

const spoilt = filledForm({
  programme: SAMPLE,
  register: [],
  quarter: QUARTER,
  values: { '1': { fact: 501 }, '2': { fact: 11 }, '3.2': { fact: 0 } },
  today: TODAY,
});
const WORKBOOKS: readonly (readonly [string, WorkbookSpec])[] = [
  ['книга координатора', createDepartmentWorkbook(IVANOVO, TODAY)],
  ['книга другого региона', createDepartmentWorkbook(OTHER_REGION, TODAY)],
  ['дорожная карта', createRoadmap(IVANOVO, TODAY)],
  ['форма', formWorkbook(FORM)],
  [
    'отчёт',
    createReport(
      {
        programme: SAMPLE,
        register: [accepted(SAMPLE, QUARTER)],
        log: [],
        execution: programmeCheckpoints(SAMPLE).checkpoints.map((checkpoint) => ({
          checkpoint,
          actual: null,
          document: '',
          reason: '',
        })),
      },
      QUARTER,
      0,
      TODAY,
    ).workbook,
  ],
  [
    'сводный отчёт',
    createSummary({
      readings: [
        readRegion({ programme: SAMPLE, register: [accepted(SAMPLE, QUARTER)], log: [] }, QUARTER, 'а.xlsx'),
      ],
      quarter: QUARTER,
      today: TODAY,
    }).made?.workbook ?? { title: '', date: TODAY, sheets: [] },
  ],
  [
    'сравнение',
    createComparison(
      { programme: SAMPLE, register: [accepted(SAMPLE, QUARTER)], log: [], execution: [] },
      QUARTER,
      { year: 2022, number: 4 },
      TODAY,
    ),
  ],
  [
    'на контроле',
    {
      title: '',
      date: TODAY,
      sheets: [
        watchSpec(
          [
            {
              site: SITE,
              quarter: QUARTER,
              file: 'форма.xlsx',
              sheet: 'Форма',
              cell: 'H7',
              row: '1',
              code: 'P3.1',
              what: 'Рост больше чем вдвое',
              note: 'Спросить школу',
              since: TODAY,
              closed: null,
            },
          ],
          SAMPLE,
        ),
      ],
    },
  ],
  [
    'протокол',
    protocolWorkbook(
      [checkForm(spoilt, 'форма.xlsx', { programme: SAMPLE, register: [], today: TODAY })],
      TODAY,
    ),
  ],
];
const SHEETS = WORKBOOKS.flatMap(([name, { sheets }]) =>
  sheets.map((sheet): [string, string, SheetSpec] => [name, sheet.name, sheet]),
);

/** Latin words that Russian officials do use, and codes: of controls, rows, sites, editions, files, digests, addresses. */
const ALLOWED = [
  /(?:https?:\/\/)?[\w.-]+\.(?:ru|com|gov)(?:\/[\w./?=-]*)?/g,
  /\S+\.(?:xlsx|json)|\.xlsx/g,
  /(?:SHA-256|ABS|Excel)(?!\w)/g,
  /(?<!\w)[0-9a-f]{64}(?!\w)/g,
  /(?<!\w)[XIV]+(?!\w)/g,
  /(?<!\w)[A-Z]\d(?:\.[\p{L}\d]+)*/gu,
  /(?<!\w)[a-z]+(?:-[a-z\d]+)+(?!\w)/g,
  /(?<!\w)[A-Z]{1,2}\d+(?!\w)/g,
  new RegExp(`${SITE} .* 0`, 'g'),
];

test.each(SHEETS)('%s, «%s»: no English that a person sees', (_book, _name, sheet) => {
  if (sheet.visibility !== 'visible') return;
  const seen = sheet.cells.flatMap(({ value, column }) =>
    typeof value === 'string' && sheet.columns[column - 1]?.hidden !== true ? [value] : [],
  );
  const said = [
    ...seen,
    sheet.name,
    sheet.print.footer ?? '',
    ...sheet.validations.flatMap(({ title, message }) => [title, message]),
  ];
  const english = said.flatMap(
    (text) =>
      ALLOWED.reduce((rest, allowed) => rest.replaceAll(allowed, ' '), text).match(/[A-Za-z][A-Za-z.]+/g) ??
      [],
  );
  expect([...new Set(english)]).toEqual([]);
});

test.each(SHEETS)('%s, «%s»: has a name that Excel takes, and a print set-up', (_book, _name, sheet) => {
  expect(sheet.name.length).toBeLessThanOrEqual(31);
  expect(sheet.name).not.toMatch(/[\\/?*[\]:]/);
  const { area, marginsCm, fit, titleRows } = sheet.print;
  expect(area.right).toBeLessThanOrEqual(sheet.columns.length);
  expect(fit).toBe('width');
  expect(Math.min(...Object.values(marginsCm))).toBeGreaterThanOrEqual(1);
  // No visible cell with a value is left out of print, and a table's header is on every page.
  const outside = sheet.cells.filter(
    ({ row, column, value }) =>
      value !== undefined &&
      sheet.columns[column - 1]?.hidden !== true &&
      (row > area.bottom || column > area.right || row < area.top || column < area.left),
  );
  expect(outside).toEqual([]);
  const head = sheet.cells.find(({ style }) => style === 'head' || style === 'doc-head');
  if (sheet.freeze && head) expect(titleRows?.[0]).toBe(head.row);
});

test('in one workbook no two sheets, tables or names are alike', () => {
  for (const [, { sheets }] of WORKBOOKS) {
    for (const names of [
      sheets.map(({ name }) => name.toLowerCase()),
      sheets.flatMap(({ tables, names: own }) => [...tables, ...own].map(({ name }) => name.toLowerCase())),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  }
});

test('cells that a school fills in are open, and nothing else', () => {
  const open = (name: string): string[] => {
    const sheet = formWorkbook(FORM).sheets.find((candidate) => candidate.name === name);
    expect(sheet?.protection).toBeDefined();
    return (sheet?.cells ?? [])
      .filter((cell) => cellStyle(cell).unlocked)
      .map(({ row, column }) => cellAddress(row, column));
  };
  const expected = FORM.rows.flatMap(({ indicator: { kind }, hasTotal }, index) => {
    if (kind === 'heading') return [];
    const keys = [
      ...(kind === 'percent' ? [] : ['fact', ...(hasTotal ? ['total'] : [])]),
      'reason',
      'evidence',
    ];
    return keys.map((key) => cellAddress(7 + index, FORM_COLUMN[key as keyof typeof FORM_COLUMN]));
  });
  expect(open('Форма').sort()).toEqual(expected.sort());
  expect(open('Титул')).toHaveLength(6);
  // The legend shows one sample cell in the colour of inputs.
  expect(open('Инструкция').length).toBeLessThanOrEqual(1);
});

test('no sheet is protected against what people need: widths, heights and filters of lists', () => {
  for (const [, , { protection, visibility, tables }] of SHEETS) {
    if (!protection || visibility !== 'visible') continue;
    expect(protection.allow).toEqual(expect.arrayContaining(['formatColumns', 'formatRows']));
    if (tables.length > 0) expect(protection.allow).toEqual(expect.arrayContaining(['autoFilter', 'sort']));
  }
});

test('the sample’s school is the one that forms are for', () => {
  expect(gridOf(formWorkbook(FORM)).sheets.map(({ name }) => name)).toEqual([
    'Титул',
    'Форма',
    'Проверка',
    'Инструкция',
    '_meta',
  ]);
  expect(FORM.site.code).toBe(SITE);
});
