/** Reading a sheet gives back what was written into it, whatever texts and numbers people enter. */
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../src/calendar/civil-date';
import { issueForm } from '../../src/monitoring/issue-form';
import type { AcceptedForm, LogEntry } from '../../src/monitoring/register';
import type { SubmissionRow, Entry } from '../../src/monitoring/submission';
import { compareForms, compareLogEntries } from '../../src/monitoring/register';
import { programmeCheckpoints } from '../../src/programme/checkpoints';
import type { Programme } from '../../src/programme/schema';
import { executionSpec, readExecution } from '../../src/sheets/execution-sheet';
import { formSpec } from '../../src/sheets/form/form-sheet';
import { locateForm } from '../../src/sheets/form/locate-form';
import { readRows } from '../../src/sheets/form/read-rows';
import { readTitle } from '../../src/sheets/form/read-title';
import { logSpec, readLog } from '../../src/sheets/log-sheet';
import {
  CONTROLS_TABLE,
  EDITIONS_TABLE,
  INDICATORS_TABLE,
  RESPONSIBLES_TABLE,
  SITES_TABLE,
  TARGETS_TABLE,
} from '../../src/sheets/programme-tables';
import { readRegister, registerSpec } from '../../src/sheets/register-sheet';
import { readRoadmap, roadmapSpec } from '../../src/sheets/roadmap-sheet';
import { readSettings, settingsSpec } from '../../src/sheets/settings-sheet';
import { readTable, tableSpec } from '../../src/sheets/table-sheet';
import { formWorkbook } from '../../src/workflows/issue-forms';
import { createDepartmentWorkbook, readProgramme } from '../../src/workflows/department-workbook';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { createReport } from '../../src/workflows/create-report';
import { gridOf, gridSheetOf } from '../fixtures/grid-of-spec';
import { IVANOVO, OTHER_REGION } from '../programme/programmes';
import { TITLE, accepted, programme, rowsFor, SITE } from '../workflows/school';

const RUNS = { seed: 160, numRuns: 60 };
const TODAY = civilDate(2022, 10, 3);
const SAMPLE = programme();

const hard = fc.constantFrom(
  '=СУММ(A1:A2)',
  "'апостроф",
  '«ёлочки» и "кавычки"',
  'первая строка\nвторая строка',
  '+7 (4932) 00-00-00',
  '2.1',
  '01.10.2021',
  '_x0041_',
  '<тег> & "знак"',
  '-5',
  'одно; другое',
  'да',
  '0',
);
const text = fc
  .oneof(hard, fc.string({ unit: 'grapheme', maxLength: 40 }))
  .map((value) => value.replaceAll(/[\p{C}\p{Z}]+/gu, ' ').trim())
  .filter((value) => value !== '' && value.toLowerCase() !== 'х');
const withBreaks = fc.oneof(hard, text);
const number = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value + 0),
  fc.constantFrom(0.1, 1 / 3, 0.30000000000000004, 1e-7, 123456789.12345679),
);
const date = fc.integer({ min: 0, max: 4000 }).map((days): CivilDate => addDays(civilDate(2019, 1, 1), days));
const entry: fc.Arbitrary<Entry> = fc.oneof(
  number.map((value): Entry => ({ kind: 'number', number: value })),
  withBreaks.map((value): Entry => ({ kind: 'text', text: value })),
  fc.constant<Entry>({ kind: 'empty' }),
  fc.constant<Entry>({ kind: 'not-applicable' }),
);
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });

describe.each([
  ['Иваново', IVANOVO],
  ['другой регион', OTHER_REGION],
  ['образец', SAMPLE],
])('the whole programme: %s', (_, source: Programme) => {
  const workbook = createDepartmentWorkbook(source, TODAY);

  test('is the same after the workbook', () => {
    const reading = readProgramme(gridOf(workbook), 'книга.xlsx');
    expect(reading).toEqual({ ok: true, programme: source });
  });

  test('the grid of the spec is what the real writer and reader give', async () => {
    const read = readWorkbookFile(await writeWorkbookFile(workbook));
    expect(read).toEqual({ ok: true, grid: gridOf(workbook) });
  });
});

test('the grids of form and report are what the real writer and reader give', async () => {
  const quarter = { year: 2022, number: 3 };
  const register = [accepted(SAMPLE, quarter)];
  const [site] = SAMPLE.sites;
  if (!site) throw new Error('No site');
  const form = issueForm(SAMPLE, register, site, quarter, TODAY);
  const books = [
    formWorkbook(form, { title: TITLE, rows: rowsFor(quarter) }),
    createReport({ programme: SAMPLE, register, log: [], execution: [] }, quarter, 0, TODAY).workbook,
  ];
  for (const book of books) {
    expect(readWorkbookFile(await writeWorkbookFile(book))).toEqual({ ok: true, grid: gridOf(book) });
  }
});

describe('tables of the programme', () => {
  const same = (
    table: Parameters<typeof tableSpec>[0],
    records: fc.Arbitrary<Record<string, unknown>>,
  ): void => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 4 }), (list) => {
        expect(readTable(table, gridSheetOf(tableSpec(table, list)))?.records).toEqual(list);
      }),
      RUNS,
    );
  };
  const name = text.filter((value) => !/[=;]/.test(value));
  const range = { fromEdition: text, toEdition: optional(text) };

  test('Площадки', () => {
    const attributes = fc.dictionary(name, optional(number), {
      maxKeys: 3,
      noNullPrototype: true,
    });
    same(
      SITES_TABLE,
      fc.record({
        code: text,
        name: withBreaks,
        shortName: text,
        municipality: text,
        openedOn: date,
        openedOnSource: withBreaks,
        attributes,
        source: withBreaks,
      }),
    );
  });
  test('Редакции', () => {
    const source = fc.record({
      act: text,
      date: optional(date),
      number: optional(text),
      point: optional(text),
    });
    same(
      EDITIONS_TABLE,
      fc.record({
        code: text,
        title: withBreaks,
        effectiveFrom: date,
        effectiveTo: optional(date),
        source,
        provisional: fc.boolean(),
        note: fc.oneof(withBreaks, fc.constant('')),
      }),
    );
  });
  test('Показатели', () => {
    same(
      INDICATORS_TABLE,
      fc.record({
        code: text,
        ...range,
        name: withBreaks,
        unit: fc.oneof(text, fc.constant('')),
        okei: optional(text),
        kind: fc.constantFrom('count', 'percent', 'yesno', 'text', 'heading'),
        numerator: optional(text),
        denominator: optional(text),
        accumulation: fc.constantFrom('none', 'sum', 'distinct'),
        direction: fc.constantFrom('notLess', 'notMore'),
        decimals: fc.nat(6),
        required: fc.boolean(),
        source: withBreaks,
      }),
    );
  });
  test('Плановые значения', () => {
    same(
      TARGETS_TABLE,
      fc.record({
        ...range,
        indicator: text,
        site: text,
        year: fc.nat(3000),
        quarter: optional(fc.nat(4)),
        minimum: optional(number),
        target: optional(number),
        basis: withBreaks,
      }),
    );
  });
  test('Контроли', () => {
    same(
      CONTROLS_TABLE,
      fc.record({
        code: text,
        ...range,
        level: fc.constantFrom('error', 'warning', 'deviation', 'info'),
        condition: optional(text),
        left: withBreaks,
        operator: fc.constantFrom('=', '<>', '<=', 'парность'),
        right: withBreaks,
        tolerance: number,
        empty: fc.constantFrom('пропустить, если пусто любое', 'считать нулём'),
        periods: fc.constantFrom('все', 'I', 'II, IV'),
        basis: withBreaks,
        message: optional(withBreaks),
      }),
    );
  });
  test('Ответственные', () => {
    same(RESPONSIBLES_TABLE, fc.record({ name: withBreaks, role: withBreaks, source: withBreaks }));
  });
});

test('Дорожная карта', () => {
  const measure = fc.record({
    text: withBreaks,
    responsible: withBreaks,
    outcome: withBreaks,
    deadline: text,
  });
  fc.assert(
    fc.property(fc.array(measure, { minLength: 1, maxLength: 5 }), fc.boolean(), (list, tableNumberRow) => {
      const measures = list.map((one, index) => ({ number: index + 1, ...one }));
      const source = { ...IVANOVO, measures, settings: { ...IVANOVO.settings, tableNumberRow } };
      expect(readRoadmap(gridSheetOf(roadmapSpec(source)), IVANOVO.roadmap.headers)?.records).toEqual(
        measures,
      );
    }),
    RUNS,
  );
});

test('Настройки, with any names of the roadmap’s columns', () => {
  const five = fc.tuple(text, text, text, text, text);
  fc.assert(
    fc.property(five, withBreaks, date, fc.array(date, { maxLength: 4 }), (headers, title, day, days) => {
      const source: Programme = {
        ...IVANOVO,
        act: { ...IVANOVO.act, title, date: day },
        roadmap: { title, headers },
        settings: { ...IVANOVO.settings, extraDaysOff: days },
      };
      const json = readSettings(gridSheetOf(settingsSpec(source)))?.json;
      expect(json).toEqual({
        code: source.code,
        region: source.region,
        years: source.years,
        coordinator: source.coordinator,
        operator: source.operator,
        monitoringMeasure: source.monitoringMeasure,
        act: source.act,
        roadmap: source.roadmap,
        settings: source.settings,
      });
    }),
    RUNS,
  );
});

const row = (code: string): fc.Arbitrary<SubmissionRow> =>
  fc.record({ row: fc.constant(code), fact: entry, total: entry, reason: withBreaks, evidence: withBreaks });
const rows = fc.tuple(row('1'), row('2.1'), row('7'));

test('Реестр', () => {
  const form = fc.record({ rows, sha256: text, file: text, receivedOn: date });
  fc.assert(
    fc.property(fc.array(form, { maxLength: 4 }), (list) => {
      const register = list.map(({ rows: own, ...rest }, revision): AcceptedForm => ({
        ...rest,
        submission: {
          programme: SAMPLE.code,
          site: SITE,
          quarter: { year: 2022, number: 3 },
          edition: '2020-1',
          revision,
          rows: own,
        },
      }));
      expect(readRegister(gridSheetOf(registerSpec(register, SAMPLE)), SAMPLE)).toEqual(
        [...register].sort(compareForms),
      );
    }),
    RUNS,
  );
});

test('Журнал приёма', () => {
  const line: fc.Arbitrary<LogEntry> = fc.record({
    receivedOn: date,
    file: text,
    sha256: text,
    site: optional(text),
    quarter: optional(
      fc.record({ year: fc.integer({ min: 2000, max: 2100 }), number: fc.integer({ min: 1, max: 4 }) }),
    ),
    revision: optional(fc.nat(99)),
    edition: optional(text),
    result: fc.constantFrom('accepted', 'refused', 'repeated', 'conflict'),
    errors: fc.nat(50),
    warnings: fc.nat(50),
    deviations: fc.nat(50),
    executor: fc.oneof(text, fc.constant('')),
    phone: fc.oneof(text, fc.constant('')),
    summary: fc.oneof(text, fc.constant('')),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (log) => {
      expect(readLog(gridSheetOf(logSpec(log)))).toEqual([...log].sort(compareLogEntries));
    }),
    RUNS,
  );
});

test('Исполнение', () => {
  const { checkpoints } = programmeCheckpoints(IVANOVO);
  const done = fc.record({
    actual: optional(date),
    document: fc.oneof(withBreaks, fc.constant('')),
    reason: fc.oneof(withBreaks, fc.constant('')),
  });
  fc.assert(
    fc.property(
      fc.array(done, { minLength: checkpoints.length, maxLength: checkpoints.length }),
      (records) => {
        const lines = checkpoints.map((checkpoint, index) => ({
          checkpoint,
          ...(records[index] ?? { actual: null, document: '', reason: '' }),
        }));
        expect(readExecution(gridSheetOf(executionSpec(lines, TODAY)), checkpoints)).toEqual(lines);
      },
    ),
    { ...RUNS, numRuns: 20 },
  );
});

test('Титул и Форма', () => {
  const quarter = { year: 2022, number: 3 };
  const [site] = SAMPLE.sites;
  if (!site) throw new Error('No site');
  const form = issueForm(SAMPLE, [], site, quarter, TODAY);
  const plain = fc.nat(1000).map((value): Entry => ({ kind: 'number', number: value }));
  const values = fc.record({ fact: plain, total: plain, reason: withBreaks, evidence: withBreaks });
  fc.assert(
    fc.property(values, fc.nat(99), text, text, (own, revision, executor, phone) => {
      const entered = rowsFor(quarter).map((old) => (old.row === '1' ? { ...old, ...own } : old));
      const title = { ...TITLE, revision, executor, phone };
      const { located } = locateForm(gridOf(formWorkbook(form, { title, rows: entered })), 'ф');
      if (!located) throw new Error('Not located');
      expect(readTitle(located, site, 'ф')).toEqual({ revision, executor, phone, findings: [] });
      const reading = readRows(
        located,
        form.rows.map(({ indicator }) => indicator),
        'ф',
      );
      expect(reading.rows[0]).toEqual({ row: '1', ...own });
      expect(reading.formats).toEqual([]);
    }),
    { ...RUNS, numRuns: 30 },
  );
  expect(formSpec(form).cells.length).toBeGreaterThan(0);
});
