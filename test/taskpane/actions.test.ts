import { unzipSync } from 'fflate';
import { accept, takeFiles, takeSheets } from '../../src/taskpane/actions/intake';
import { check, protocol, saveReason, startReason, toggleMarks } from '../../src/taskpane/actions/check';
import { createDepartment, createExample } from '../../src/taskpane/actions/first-steps';
import { downloadForms, makeForms } from '../../src/taskpane/actions/forms';
import { openBook, refresh, reset } from '../../src/taskpane/actions/open';
import { fillOpenForm } from '../../src/taskpane/actions/open-form';
import { buildReport, downloadCsv, downloadReport } from '../../src/taskpane/actions/report';
import { updateRoadmap } from '../../src/taskpane/actions/roadmap';
import { cancelTask } from '../../src/taskpane/run';
import { patchPart } from '../../src/taskpane/state';
import { HostError, type HostProblem } from '../../src/workbook/host-error';
import { cellAddress } from '../../src/workbook/grid';
import { memoryWorkbook } from '../fixtures/memory-open-workbook';
import { cellOf, fill, formOf, opened, titleAddress } from '../workflows/open/work';
import { day, deskWith, type Desk } from './work';

const TODAY = day('2021-10-08');
const QUARTER = { year: 2021, number: 3 };
const SITE = 'kineshma-8';

async function departmentDesk(): Promise<Desk> {
  const desk = deskWith();
  await openBook(desk.context);
  await createDepartment(desk.context);
  return desk;
}

async function formsDesk(): Promise<Desk> {
  const desk = await departmentDesk();
  await makeForms(desk.context);
  return desk;
}

function filledForm({ book }: Desk) {
  const situation = opened(book, TODAY);
  const form = formOf(situation, SITE, QUARTER);
  fill(book, situation.department, form, TODAY);
  return form;
}

const sheetNames = ({ book }: Desk): readonly string[] => book.state().grid.sheets.map(({ name }) => name);
const codes = (desk: Desk): readonly string[] =>
  (desk.state().check.checks ?? []).flatMap(({ findings }) => findings.map(({ code }) => code));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('first steps', () => {
  it('an empty workbook becomes the Department’s, and the pane says what to do next', async () => {
    const desk = deskWith();
    await openBook(desk.context);
    expect(desk.state().book?.situation.kind).toBe('empty');
    await createDepartment(desk.context);
    expect(desk.state().message).toMatchObject({ tone: 'success', title: 'Рабочая книга создана' });
    expect(desk.state().book?.situation.kind).toBe('department');
    expect(sheetNames(desk)).toEqual(expect.arrayContaining(['Дорожная карта', 'Реестр', 'Лист1']));
  });

  it('the example has accepted forms, all of which say that they are one', async () => {
    const desk = deskWith();
    await createExample(desk.context);
    const situation = opened(desk.book, TODAY);
    const { register, log, programme } = situation.department;
    expect(register.map(({ file }) => file)).toEqual(['пример_2021-Q3_kineshma-8.xlsx']);
    expect(log.every(({ executor }) => executor.startsWith('Пример'))).toBe(true);
    expect(programme.targets.every(({ basis }) => basis.includes('пример'))).toBe(true);
  });

  it('in a workbook that is the Department’s already nothing is made, and it is said', async () => {
    const desk = await departmentDesk();
    const before = desk.book.state().grid;
    await createDepartment(desk.context);
    expect(desk.state().message?.tone).toBe('info');
    expect(desk.state().message?.text).toContain('книга координатора');
    expect(desk.book.state().grid).toEqual(before);
  });
});

describe('forms', () => {
  it('are made as sheets, checked, mended, accepted and reported', async () => {
    const desk = await formsDesk();
    const form = filledForm(desk);
    desk.book.type(form.title ?? '', { [titleAddress(desk.book, form, 'head')]: null });
    await check(desk.context);
    expect(codes(desk)).toContain('T1');

    await takeSheets(desk.context);
    expect(desk.state().forms.intake?.files.map(({ result }) => result)).toEqual(['refused']);
    desk.book.type(form.title ?? '', { [titleAddress(desk.book, form, 'head')]: 'Петров П.П.' });
    await check(desk.context);
    expect(codes(desk)).not.toContain('T1');

    await takeSheets(desk.context);
    expect(desk.state().forms.intake?.files.map(({ result }) => result)).toEqual(['accepted']);
    expect(opened(desk.book, TODAY).department.register).toHaveLength(0);
    await accept(desk.context);
    expect(desk.state().message).toMatchObject({ title: 'Принята 1 форма' });
    expect(desk.state().forms.intake).toBeNull();
    expect(opened(desk.book, TODAY).department.register).toHaveLength(1);

    expect(desk.state().report.shown).toMatchObject({ draft: false });
    await buildReport(desk.context);
    expect(desk.state().message).toMatchObject({ tone: 'success', title: 'Отчёт построен' });
    expect(sheetNames(desk)).toContain('Отчёт');
    await downloadReport(desk.context);
    await downloadCsv(desk.context);
    expect(desk.saved.map(({ name }) => name)).toEqual([
      'report-2021-Q3.xlsx',
      'report-2021-Q3-values.csv',
      'report-2021-Q3-totals.csv',
    ]);
  });

  it('come as one file for one school and as an archive for several', async () => {
    const desk = await departmentDesk();
    await downloadForms(desk.context);
    desk.context.store.set({
      forms: { quarter: { year: 2023, number: 3 }, sites: null, intake: null },
    });
    await downloadForms(desk.context);
    const [one, several] = desk.saved;
    expect(one?.name).toBe('2021-Q3_kineshma-8.xlsx');
    expect(several?.name).toBe('formy-2023-Q3.zip');
    if (!(several?.content instanceof Uint8Array)) throw new Error('no archive');
    expect(Object.keys(unzipSync(several.content))).toHaveLength(3);
  });

  it('of a chosen quarter that no school reports are not made', async () => {
    const desk = await departmentDesk();
    desk.context.store.set({ forms: { quarter: QUARTER, sites: new Set(), intake: null } });
    const before = sheetNames(desk);
    await makeForms(desk.context);
    expect(sheetNames(desk)).toEqual(before);
  });

  it('that came back as files are tried first; one bad file spoils nothing', async () => {
    const desk = await departmentDesk();
    await downloadForms(desk.context);
    const [blank] = desk.saved;
    if (!(blank?.content instanceof Uint8Array)) throw new Error('no file');
    await takeFiles(desk.context, [
      new File([new Uint8Array(blank.content)], 'пустая.xlsx'),
      new File(['<b>не книга</b>'], '<img src=x>.xlsx'),
    ]);
    const { intake } = desk.state().forms;
    expect(intake?.files.map(({ result }) => result)).toEqual(['refused', 'refused']);
    expect(intake?.files.map(({ file }) => file).sort()).toEqual(['<img src=x>.xlsx', 'пустая.xlsx']);
    expect(opened(desk.book, TODAY).department.log).toHaveLength(0);
    await accept(desk.context);
    expect(opened(desk.book, TODAY).department.log).toHaveLength(2);
  });
});

describe('checks', () => {
  it('are out of date after an edit, and the form in view is checked again at once', async () => {
    const desk = await formsDesk();
    const form = filledForm(desk);
    await check(desk.context);
    expect(codes(desk)).not.toContain('T1');
    await desk.book.select({ sheet: form.title ?? '', cell: 'A1' });
    desk.book.type(form.title ?? '', { [titleAddress(desk.book, form, 'head')]: null });
    expect(desk.state().check.stale.size).toBe(1);
    await pause(900);
    expect(desk.state().check.stale.size).toBe(0);
    expect(codes(desk)).toContain('T1');
  });

  it('are only marked as out of date when another person edits', async () => {
    let listener: Parameters<Desk['context']['workbook']['watch']>[0] = () => undefined;
    let written = 0;
    const book = memoryWorkbook();
    const desk = deskWith(book, {
      watch: (given) => {
        listener = given;
        return Promise.resolve(() => Promise.resolve());
      },
      put: (...given) => {
        written += 1;
        return book.put(...given);
      },
    });
    await openBook(desk.context);
    await createDepartment(desk.context);
    await makeForms(desk.context);
    await check(desk.context);
    const form = formOf(opened(book, TODAY), SITE, QUARTER);
    const before = written;
    listener({ sheet: 'Лист1', address: 'A1', source: 'remote' });
    listener({ sheet: form.form, address: 'H9', source: 'own' });
    expect(desk.state().check.stale.size).toBe(0);
    listener({ sheet: form.form, address: 'H9', source: 'remote' });
    expect(desk.state().check.stale.size).toBe(1);
    await pause(900);
    expect(desk.state().check.stale.size).toBe(1);
    expect(written).toBe(before);
  });

  it('put marks into cells and take them away again', async () => {
    const desk = await formsDesk();
    await check(desk.context);
    await toggleMarks(desk.context);
    expect(desk.book.marks().length).toBeGreaterThan(0);
    await reset(desk.context);
    expect(desk.state().check).toMatchObject({ checks: null, marksShown: true });
    await toggleMarks(desk.context);
    expect(desk.book.marks()).toEqual([]);
    expect(desk.state().check.marksShown).toBe(false);
  });

  it('become a sheet', async () => {
    const desk = await formsDesk();
    await check(desk.context);
    await protocol(desk.context);
    expect(sheetNames(desk)).toContain('Протокол проверки');
  });

  it('take a reason beside the finding and write it into the form', async () => {
    // In a year's last quarter the plan of the year is held against the total.
    const today = day('2022-01-14');
    const desk = deskWith(memoryWorkbook(), {}, today);
    await openBook(desk.context);
    await createExample(desk.context);
    await makeForms(desk.context);
    const situation = opened(desk.book, today);
    const form = formOf(situation, SITE, { year: 2021, number: 4 });
    fill(desk.book, situation.department, form, today);
    await check(desk.context);
    const asked = desk
      .state()
      .check.checks?.flatMap(({ findings }) => findings)
      .find(({ code }) => code === 'C1');
    if (!asked?.row) throw new Error('No reason is asked for.');
    startReason(desk.context, asked);
    expect(desk.state().check.reason).toEqual({ finding: asked, text: '' });
    const typed = 'Набор в кружки продлён до ноября приказом школы';
    desk.context.store.set({ check: { ...desk.state().check, reason: { finding: asked, text: typed } } });
    await saveReason(desk.context);
    const cell = cellOf(desk.book, form, asked.row, 'reason');
    const sheet = desk.book.state().grid.sheets.find(({ name }) => name === form.form);
    const written = sheet?.cells.find(({ row, column }) => cellAddress(row, column) === cell);
    expect(written?.value).toEqual({ kind: 'text', text: typed });
    expect(desk.state().check.reason).toBeNull();
  });
});

describe('what could go wrong', () => {
  it('asks before a person’s cell is written over, and leaves everything when told so', async () => {
    const desk = await departmentDesk();
    desk.book.type('Исполнение', { H6: 'моё' });
    const before = desk.book.state().grid;
    const running = updateRoadmap(desk.context);
    await pause(50);
    const { question, busy } = desk.state();
    expect(busy).toBeNull();
    expect(question?.lines).toEqual(['«Исполнение», H6: моё']);
    question?.answer(false);
    await running;
    expect(desk.book.state().grid).toEqual(before);
    expect(desk.state().message).toMatchObject({ tone: 'info', title: 'Ничего не изменено' });

    const again = updateRoadmap(desk.context);
    await pause(50);
    desk.state().question?.answer(true);
    await again;
    expect(desk.state().message).toMatchObject({ title: 'Дорожная карта обновлена' });
    expect(desk.book.state().grid).not.toEqual(before);
  });

  it.each<[HostProblem, string]>([
    ['cell-edit', 'Excel ждёт, пока вы закончите ввод в ячейке'],
    ['read-only', 'Книга открыта только для чтения'],
    ['no-answer', 'Excel не ответил вовремя'],
    ['unknown', 'Excel сообщил об ошибке'],
  ])('says what the host refused (%s), and stays usable', async (problem, title) => {
    let refuses = true;
    const book = memoryWorkbook();
    const desk = deskWith(book, {
      put: (...given) =>
        refuses ? Promise.reject(new HostError(problem, 'Code at place')) : book.put(...given),
    });
    await openBook(desk.context);
    await createDepartment(desk.context);
    expect(desk.state().message).toMatchObject({ tone: 'error', title });
    expect(desk.state().busy).toBeNull();
    refuses = false;
    await createDepartment(desk.context);
    expect(desk.state().message?.tone).toBe('success');
  });

  it('a workbook that is the Department’s no more is not written to', async () => {
    const desk = await departmentDesk();
    desk.book.remove('Реестр');
    await makeForms(desk.context);
    expect(desk.state().message?.tone).toBe('error');
    expect(desk.state().book?.situation.kind).toBe('department-broken');
    expect(sheetNames(desk).some((name) => name.startsWith('Форма'))).toBe(false);
  });

  it('says that what was written stands, where the workbook can’t be read afterwards', async () => {
    const book = memoryWorkbook();
    let written = false;
    const desk = deskWith(book, {
      read: () => (written ? Promise.reject(new HostError('cell-edit', 'Code at place')) : book.read()),
      put: async (...given) => {
        await book.put(...given);
        written = true;
      },
    });
    await openBook(desk.context);
    await createDepartment(desk.context);
    expect(desk.state().message).toMatchObject({ tone: 'warning', title: 'Рабочая книга создана' });
    expect(desk.state().message?.text).toContain('повторять действие не нужно');
    written = false;
    await openBook(desk.context);
    expect(desk.state().book?.situation.kind).toBe('department');
  });

  it('does not ask to fill a form again, where only the reading after it failed', async () => {
    const { department } = opened((await departmentDesk()).book, TODAY);
    const book = memoryWorkbook();
    book.type('Лист1', { A1: '{{период}}' });
    let written = false;
    const desk = deskWith(book, {
      read: () => (written ? Promise.reject(new HostError('cell-edit', 'Code at place')) : book.read()),
      fill: () => {
        written = true;
        return Promise.resolve({ ok: true, remarks: [] });
      },
    });
    await openBook(desk.context);
    const source = { name: 'Книга.xlsx', department, periods: [], quarter: QUARTER, revision: 0 };
    patchPart(desk.context.store, 'operatorForm', { source });
    const running = fillOpenForm(desk.context);
    await pause(50);
    desk.state().question?.answer(true);
    await running;
    expect(written).toBe(true);
    expect(desk.state().message).toMatchObject({ tone: 'warning', title: 'Форма заполнена' });
    expect(desk.state().message?.text).toContain('повторять действие не нужно');
  });

  it('runs one thing at a time, and stops it when asked', async () => {
    const book = memoryWorkbook();
    let puts = 0;
    const desk = deskWith(book, {
      put: async (_changes, _show, run) => {
        puts += 1;
        run?.onProgress?.(1, 3);
        await pause(50);
        if (run?.signal?.aborted) throw new HostError('cancelled', 'slice 1');
      },
    });
    await openBook(desk.context);
    const first = createDepartment(desk.context);
    const second = createDepartment(desk.context);
    await pause(30);
    expect(desk.state().busy?.progress).toEqual({ done: 1, all: 3 });
    cancelTask(desk.context);
    expect(desk.state().busy?.cancelling).toBe(true);
    await Promise.all([first, second]);
    expect(puts).toBe(1);
    expect(desk.state().message).toMatchObject({ tone: 'info', title: 'Действие остановлено' });
    await refresh(desk.context);
    expect(desk.state().message).toBeNull();
  });
});
