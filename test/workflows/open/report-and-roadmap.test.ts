/** The report, the roadmap, the overview and reasons in the open workbook. */
import { civilDate, addDays } from '../../../src/calendar/civil-date';
import { previousQuarter, type Quarter } from '../../../src/calendar/quarter';
import { reportingDate } from '../../../src/monitoring/due';
import { expectedSites, reportedQuarters } from '../../../src/monitoring/expected';
import type { AcceptedForm, LogEntry } from '../../../src/monitoring/register';
import { lookup, valueText } from '../../../src/sheets/lookup';
import type { GridSheet } from '../../../src/workbook/grid';
import type { Department } from '../../../src/workflows/department-workbook';
import { marksOf } from '../../../src/workflows/open/marks';
import { overview } from '../../../src/workflows/open/overview';
import { planDepartment } from '../../../src/workflows/open/department';
import { planProtocol } from '../../../src/workflows/open/protocol';
import { planReport, figureSources, standingRevision } from '../../../src/workflows/open/report';
import { planRoadmap } from '../../../src/workflows/open/roadmap';
import { reasonEntries, reasonPlace } from '../../../src/workflows/open/reason';
import { checkOpenForms } from '../../../src/workflows/open/check';
import { planFormSheets } from '../../../src/workflows/open/form-sheets';
import { memoryWorkbook, type MemoryWorkbook } from '../../fixtures/memory-open-workbook';
import { addressOf, placeOf, sheetOf } from '../../fixtures/edit-grid';
import { IVANOVO } from '../../programme/programmes';
import { accepted, programme as smallProgramme, SITE } from '../school';
import { cellOf, fill, formOf, opened, put } from './work';

const PROGRAMME = smallProgramme({}, true);
const Q: Quarter = { year: 2021, number: 3 };
const TODAY = civilDate(2021, 10, 1);

const departmentOf = (register: readonly AcceptedForm[], log: readonly LogEntry[] = []): Department => ({
  programme: PROGRAMME,
  register,
  log,
  execution: [],
});
const ONE = [accepted(PROGRAMME, Q)];
const BOTH = [...ONE, accepted(PROGRAMME, Q, { site: 'school-2', values: { '1': { fact: 7 } } })];
const refused: LogEntry = {
  receivedOn: TODAY,
  file: 'вторая.xlsx',
  sha256: 'f'.repeat(64),
  site: 'school-2',
  quarter: Q,
  revision: 0,
  edition: '2020-1',
  result: 'refused',
  errors: 3,
  warnings: 0,
  deviations: 0,
  executor: '',
  phone: '',
  summary: 'A1 × 3',
};

const at = (sheet: GridSheet, address: string): string => {
  const { row, column } = placeOf(address);
  return valueText(lookup(sheet).value(row, column));
};

describe('the report', () => {
  test('says what still stops it', () => {
    const { stops } = planReport(departmentOf(ONE, [refused]), Q, 0, memoryWorkbook().state(), TODAY);
    expect(stops).toEqual([
      'Школа school-2: нет принятой формы',
      'Школа school-2: «вторая.xlsx» на доработке',
    ]);
    expect(planReport(departmentOf(BOTH), Q, 0, memoryWorkbook().state(), TODAY).stops).toEqual([]);
  });

  test('stands alone when downloaded: no formula reaches out of its own sheets', () => {
    const { workbook, fileName } = planReport(departmentOf(BOTH), Q, 1, memoryWorkbook().state(), TODAY);
    const names = workbook.sheets.map(({ name }) => name);
    expect(fileName).toBe('report-2021-Q3-1');
    const formulas = workbook.sheets.flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
    expect(formulas.some((formula) => formula.includes("'!"))).toBe(true);
    for (const [, name] of formulas.join(' ').matchAll(/'([^']+)'!/g)) expect(names).toContain(name);
  });

  test('comes as tidy tables with a line for every value', () => {
    const { tables, report } = planReport(departmentOf(BOTH), Q, 0, memoryWorkbook().state(), TODAY);
    const [values = '', totals = ''] = tables.map(({ csv }) => csv);
    expect(tables.map(({ name }) => name)).toEqual([
      'report-2021-Q3-values.csv',
      'report-2021-Q3-totals.csv',
    ]);
    const lines = report.lines.reduce((sum, { sites }) => sum + sites.length, 0);
    expect(values.startsWith('\uFEFFprogramme,quarter,')).toBe(true);
    expect(values.trimEnd().split('\r\n').length).toBe(lines + 1);
    expect(totals.trimEnd().split('\r\n').length).toBe(
      report.lines.filter(({ indicator }) => indicator.kind !== 'heading').length + 1,
    );
  });

  test('each figure is followed to the forms that it comes from', () => {
    const { report } = planReport(departmentOf(BOTH), Q, 0, memoryWorkbook().state(), TODAY);
    expect(figureSources(report, '4.2')).toEqual(
      BOTH.map(({ submission, file, sha256, receivedOn }) => ({
        site: `Школа ${submission.site}`,
        value: { kind: 'number', number: 10 },
        revision: 0,
        file,
        sha256,
        receivedOn,
      })),
    );
    expect(figureSources(report, '99')).toEqual([]);
  });

  test('built again, it keeps the codes that were typed in, although everything has moved', async () => {
    const book = memoryWorkbook();
    await put(book, planReport(departmentOf(ONE), Q, 0, book.state(), TODAY));
    const draft = sheetOf(book.state().grid, 'Отчёт');
    const before = `J${placeOf(addressOf(draft, 'ИНН')).row}`;
    book.type('Отчёт', { [before]: '3700000000', M2: 'на подпись' });
    const plan = await put(book, planReport(departmentOf(BOTH), Q, 0, book.state(), TODAY));
    expect(plan.lost).toEqual([]);
    const signed = sheetOf(book.state().grid, 'Отчёт');
    const after = `J${placeOf(addressOf(signed, 'ИНН')).row}`;
    expect(after).not.toBe(before);
    expect(at(signed, after)).toBe('3700000000');
    expect(at(signed, 'M2')).toBe('на подпись');
    expect(signed.cells.filter(({ value }) => valueText(value) === '3700000000').length).toBe(1);
    expect(signed.cells.some(({ value }) => valueText(value) === 'ПРОЕКТ')).toBe(false);
    expect(plan.workbook.sheets[0]?.cells.some(({ value }) => value === '3700000000')).toBe(true);
  });

  test('the workbook remembers under which number it was built, for that quarter alone', async () => {
    const book = memoryWorkbook();
    expect(standingRevision(book.state(), Q)).toBe(0);
    await put(book, planReport(departmentOf(BOTH), Q, 2, book.state(), TODAY));
    expect(standingRevision(book.state(), Q)).toBe(2);
    expect(standingRevision(book.state(), previousQuarter(Q))).toBe(0);
    await put(book, planReport(departmentOf(BOTH), Q, 0, book.state(), TODAY));
    expect(standingRevision(book.state(), Q)).toBe(0);
  });

  test('the sheets beside it are left alone; a stranger’s «Отчёт» as well', async () => {
    const book = memoryWorkbook();
    book.rename('Лист1', 'Отчёт');
    book.type('Отчёт', { A1: 'мой отчёт' });
    const stranger = sheetOf(book.state().grid, 'Отчёт');
    const plan = await put(book, planReport(departmentOf(BOTH), Q, 0, book.state(), TODAY));
    expect(plan.notes).toEqual([expect.stringContaining('«Отчёт (2)»')]);
    expect(book.state().active.sheet).toBe('Отчёт (2)');
    expect(sheetOf(book.state().grid, 'Отчёт')).toEqual(stranger);
    expect(planReport(departmentOf(BOTH), Q, 0, book.state(), TODAY).lost).toEqual([]);
  });
});

describe('the roadmap', () => {
  async function started(): Promise<MemoryWorkbook> {
    const made = memoryWorkbook();
    await put(made, planDepartment(IVANOVO, made.state(), TODAY));
    return made;
  }
  const rowOf = (open: MemoryWorkbook, code: string): number =>
    placeOf(addressOf(sheetOf(open.state().grid, 'Исполнение'), code)).row;

  test('keeps what officials wrote into it and what they marked as done, and shows the day', async () => {
    const open = await started();
    const roadmap = sheetOf(open.state().grid, 'Дорожная карта');
    const text = addressOf(roadmap, IVANOVO.measures[2]?.text ?? '');
    open.type('Дорожная карта', { [text]: 'Новая формулировка мероприятия' });
    const row = rowOf(open, '9/01.10.2021');
    open.type('Исполнение', {
      [`G${row}`]: { value: { kind: 'date', iso: '2021-10-04', serial: 44473 } },
      [`I${row}`]: 'письмо № 5',
      [`L${row}`]: 'моя графа',
    });
    const day = addDays(TODAY, 10);
    const plan = await put(open, planRoadmap(opened(open, day).department, open.state(), day));
    expect(plan.lost).toEqual([]);
    const { department } = opened(open, day);
    expect(department.programme.measures[2]?.text).toBe('Новая формулировка мероприятия');
    expect(department.execution.find(({ checkpoint }) => checkpoint.code === '9/01.10.2021')).toMatchObject({
      actual: '2021-10-04',
      document: 'письмо № 5',
    });
    const execution = sheetOf(open.state().grid, 'Исполнение');
    expect(at(execution, `L${row}`)).toBe('моя графа');
    expect(at(execution, 'C3')).toBe(day);
  });

  test('leaves the day that an official has set', async () => {
    const open = await started();
    open.type('Исполнение', { C3: { value: { kind: 'date', iso: '2021-12-31', serial: 44561 } } });
    const plan = await put(open, planRoadmap(opened(open, TODAY).department, open.state(), TODAY));
    expect(plan.lost).toEqual([]);
    expect(at(sheetOf(open.state().grid, 'Исполнение'), 'C3')).toBe('2021-12-31');
  });

  test('when a deadline changes, marks go with their checkpoints; those of a checkpoint that is gone stay, and it is said', async () => {
    const open = await started();
    const [first = '', second = ''] = opened(open, TODAY).department.execution.map(
      ({ checkpoint }) => checkpoint.code,
    );
    const quarterly = rowOf(open, '9/01.10.2021');
    open.type('Исполнение', {
      [`I${rowOf(open, first)}`]: 'приказ № 1',
      [`J${rowOf(open, second)}`]: 'задержка',
      [`I${quarterly}`]: 'письмо № 5',
      A40: 'заметка внизу',
    });
    const deadline = addressOf(
      sheetOf(open.state().grid, 'Дорожная карта'),
      IVANOVO.measures[0]?.deadline ?? '',
    );
    open.type('Дорожная карта', { [deadline]: '15.12.2020' });
    const plan = await put(open, planRoadmap(opened(open, TODAY).department, open.state(), TODAY));
    expect(plan.lost).toEqual([]);
    expect(plan.notes).toEqual([expect.stringContaining(first)]);
    const execution = lookup(sheetOf(open.state().grid, 'Исполнение'));
    const entries = (code: string): string[] => {
      const row = rowOf(open, code);
      return [execution.text(row, 9), execution.text(row, 10)];
    };
    expect(entries(first)).toEqual(['приказ № 1', '']);
    expect(entries(second)).toEqual(['', 'задержка']);
    expect(entries('9/01.10.2021')).toEqual(['письмо № 5', '']);
    expect(entries('1/15.12.2020')).toEqual(['', '']);
    expect(execution.text(40, 1)).toBe('заметка внизу');
    const again = planRoadmap(opened(open, TODAY).department, open.state(), TODAY);
    expect(again.lost).toEqual([]);
  });
});

describe('the overview', () => {
  const later = addDays(TODAY, 5);
  test.each<[string, Department, string]>([
    ['nothing given out yet', departmentOf([]), 'issue-forms'],
    ['some accepted', departmentOf(ONE), 'accept-forms'],
    ['a file is refused', departmentOf(ONE, [refused]), 'mend-forms'],
    ['all accepted', departmentOf(BOTH), 'build-report'],
  ])('%s: one thing to do', (_, department, kind) => {
    expect(overview(department, later).action).toEqual({ kind, quarter: Q });
  });

  test('counts the quarter’s forms, errors and days', () => {
    const shown = overview(departmentOf(ONE, [refused]), later);
    const due = reportingDate(PROGRAMME, Q);
    expect(shown).toMatchObject({ quarter: Q, due, daysLeft: -5, expected: 2, accepted: 1, openErrors: 3 });
    expect(shown.due).toBe(TODAY);
  });

  test('shows the checkpoints that come next, late ones first, done ones not at all', async () => {
    const open = memoryWorkbook();
    await put(open, planDepartment(IVANOVO, open.state(), TODAY));
    const { department } = opened(open, TODAY);
    const dated = department.execution.filter(({ checkpoint }) => checkpoint.date !== null);
    const done = {
      ...department,
      execution: dated.map((line) =>
        line.checkpoint.measure.number < 9 ? { ...line, actual: TODAY } : line,
      ),
    };
    const { next } = overview(done, TODAY);
    expect(next[0]).toMatchObject({ code: '9/01.10.2021', daysLeft: 0, status: 'soon' });
    expect(next.map(({ date }) => date)).toEqual(next.map(({ date }) => date).sort());
    expect(next.length).toBe(5);
  });

  test('before the first quarter is over, that quarter is at work', () => {
    const [first] = reportedQuarters(PROGRAMME);
    expect(overview(departmentOf([]), civilDate(2020, 12, 30)).quarter).toEqual(first);
  });
});

describe('findings in cells', () => {
  async function spoiled(): Promise<MemoryWorkbook> {
    const open = memoryWorkbook();
    await put(open, planDepartment(PROGRAMME, open.state(), TODAY));
    const sites = expectedSites(PROGRAMME, Q).map(({ code }) => code);
    await put(open, planFormSheets(opened(open, TODAY).department, Q, sites, open.state(), TODAY));
    for (const form of opened(open, TODAY).forms) fill(open, opened(open, TODAY).department, form, TODAY);
    const form = formOf(opened(open, TODAY), SITE, Q);
    open.type(form.form ?? '', {
      [cellOf(open, form, '1', 'fact')]: 900,
      [cellOf(open, form, '1', 'total')]: 900,
    });
    return open;
  }

  test('a warning’s reason goes to the reason of its row, and is found there again', async () => {
    const open = await spoiled();
    const checks = checkOpenForms(open.state(), opened(open, TODAY), { kind: 'all' }, TODAY);
    const finding = checks.flatMap(({ findings }) => findings).find(({ code }) => code === 'L4.1');
    if (!finding) throw new Error('no finding');
    const form = formOf(opened(open, TODAY), SITE, Q);
    const cell = cellOf(open, form, '1', 'reason');
    expect(reasonPlace(finding, open.state())).toEqual({ sheet: form.form, cell, text: '' });
    await open.enter(reasonEntries(finding, '  Приём детей из соседних школ  ', open.state()));
    expect(reasonPlace(finding, open.state())?.text).toBe('Приём детей из соседних школ');
    const codes = checkOpenForms(open.state(), opened(open, TODAY), { kind: 'all' }, TODAY).flatMap(
      ({ findings }) => findings.map(({ code, row }) => `${code} ${row ?? ''}`),
    );
    expect(codes).not.toContain('C1 1');
  });

  test('an error has no reason to give', async () => {
    const open = await spoiled();
    const form = formOf(opened(open, TODAY), SITE, Q);
    open.type(form.form ?? '', { [cellOf(open, form, '1', 'fact')]: 'много' });
    const findings = checkOpenForms(open.state(), opened(open, TODAY), { kind: 'all' }, TODAY).flatMap(
      (check) => check.findings,
    );
    const error = findings.find(({ code }) => code === 'F2');
    if (!error) throw new Error('no finding');
    expect(reasonPlace(error, open.state())).toBeNull();
    expect(reasonEntries(error, 'потому что', open.state())).toEqual([]);
  });

  test('a cell is marked once, by the worst that is said of it', () => {
    const finding = {
      code: 'A1',
      file: null,
      sheet: 'Форма',
      cell: 'I7',
      row: '1',
      left: null,
      right: null,
      difference: null,
      norm: null,
      message: '',
      action: '',
    };
    const marks = marksOf([
      {
        findings: [
          { ...finding, level: 'warning' },
          { ...finding, level: 'error' },
          { ...finding, level: 'deviation' },
        ],
      },
      {
        findings: [
          { ...finding, level: 'deviation', cell: 'I8' },
          { ...finding, level: 'info', cell: 'I9' },
          { ...finding, level: 'error', cell: null },
        ],
      },
    ]);
    expect(marks).toEqual([
      { sheet: 'Форма', cell: 'I7', look: 'bad' },
      { sheet: 'Форма', cell: 'I8', look: 'warn' },
    ]);
  });

  test('only the form in view is checked when that is asked; the protocol is renewed in place', async () => {
    const open = await spoiled();
    const form = formOf(opened(open, TODAY), SITE, Q);
    await open.select({ sheet: form.check ?? '', cell: 'A1' });
    const active = checkOpenForms(open.state(), opened(open, TODAY), { kind: 'active' }, TODAY);
    expect(active.map(({ site }) => site)).toEqual([SITE]);
    await put(open, planProtocol(active, open.state(), TODAY));
    const all = checkOpenForms(open.state(), opened(open, TODAY), { kind: 'quarter', quarter: Q }, TODAY);
    const plan = await put(open, planProtocol(all, open.state(), TODAY));
    expect(plan.lost).toEqual([]);
    expect(open.state().grid.sheets.filter(({ name }) => name.startsWith('Протокол')).length).toBe(1);
    const texts = sheetOf(open.state().grid, 'Протокол проверки').cells.map(({ value }) => valueText(value));
    expect(texts.filter((text) => text.startsWith('лист «Форма'))).toEqual(
      expect.arrayContaining(all.map(({ file }) => file)),
    );
    expect(checkOpenForms(open.state(), opened(open, TODAY), { kind: 'active' }, TODAY)).toEqual([]);
  });
});
