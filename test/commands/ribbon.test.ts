/** The ribbon's buttons on the emulated Excel: what they make, what they say instead, and that they always let go. */
import { civilDate } from '../../src/calendar/civil-date';
import { RIBBON_COMMANDS } from '../../src/commands/ribbon-commands';
import type { RibbonCommand } from '../../src/commands/ribbon-command';
import { runCommand } from '../../src/commands/run-command';
import { HOST_PROBLEMS } from '../../src/text/host-problems';
import { openExcelWorkbook } from '../../src/workbook/excel/open-excel-workbook';
import type { HostProblem } from '../../src/workbook/host-error';
import type { OpenWorkbook } from '../../src/workbook/port';
import { type EmulatedExcel, startEmulatedExcel } from '../host/client/main-realm';
import { cellAt, ensureCell } from '../host/model/cells';
import { createWorkbook } from '../host/model/create';
import type { Sheet } from '../host/model/workbook';
import type { HostOptions } from '../host/emulated-host';

const { makeRoadmap, makeForms, checkForms, makeReport } = RIBBON_COMMANDS;

/** The day after the III quarter of 2021 is due, when one school is open. */
const TODAY = civilDate(2021, 10, 2);

let excel: EmulatedExcel;
let completed = 0;
let shownProblems: HostProblem[] = [];

async function start(options: HostOptions = {}): Promise<void> {
  excel = await startEmulatedExcel(options);
  completed = 0;
  shownProblems = [];
}

afterEach(() => excel.close());

/** Presses a button; resolves when it is let go. */
function press(
  command: RibbonCommand,
  limitMs?: number,
  workbook: OpenWorkbook = openExcelWorkbook(),
): Promise<void> {
  const world = {
    workbook,
    today: () => TODAY,
    showProblem: (problem: HostProblem) => {
      shownProblems.push(problem);
      return Promise.resolve();
    },
  };
  return runCommand(command, world, { completed: () => void (completed += 1) }, limitMs);
}

function sheet(name: string): Sheet {
  const found = excel.workbook.sheets.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`No sheet «${name}» among ${sheetNames().join(', ')}`);
  }
  return found;
}

function sheetNames(): string[] {
  return excel.workbook.sheets.map(({ name }) => name);
}

function shown(): string {
  return excel.workbook.selection.sheet.name;
}

/** All texts of a sheet, line by line. */
function textOf(name: string): string {
  const cells = [...sheet(name).cells.values()];
  return cells.map(({ value }) => (typeof value === 'string' ? value : '')).join('\n');
}

describe.each(['1.9', '1.14'])('with ExcelApi %s', (excelApi) => {
  beforeEach(() => start({ matrix: { ExcelApi: excelApi } }));

  it('goes from an empty workbook to the report without the pane', async () => {
    await press(makeRoadmap);
    expect(sheetNames()).toEqual(
      expect.arrayContaining(['Дорожная карта', 'Исполнение', 'Показатели', 'Реестр']),
    );
    expect(shown()).toBe('Дорожная карта');

    await press(makeForms);
    const form = shown();
    expect(form).not.toBe('Дорожная карта');
    expect(textOf(form)).toContain('III квартал 2021 года');

    await press(checkForms);
    expect(shown()).toBe('Протокол проверки');
    expect(textOf('Протокол проверки')).toMatch(/ошибка/i);

    await press(makeReport);
    expect(shown()).toBe('Отчёт');
    expect(textOf('Сообщение')).toMatch(/Отчёт построен как проект[^]*нет принятой формы/);
    expect(completed).toBe(4);
    expect(shownProblems).toEqual([]);
  });

  it('says what is missing in an empty workbook, on one sheet that is renewed', async () => {
    await press(makeForms);
    expect(shown()).toBe('Сообщение');
    expect(textOf('Сообщение')).toMatch(/Формы не созданы[^]*Книга пуста[^]*Дорожная карта/);
    await press(makeReport);
    expect(textOf('Сообщение')).toMatch(/Отчёт не построен/);
    expect(textOf('Сообщение')).not.toContain('Формы не созданы');
    expect(sheetNames().filter((name) => name.startsWith('Сообщение'))).toEqual(['Сообщение']);

    // The message does not make the workbook a stranger's: what it says can be done.
    await press(makeRoadmap);
    expect(shown()).toBe('Дорожная карта');
    expect(sheetNames()).toContain('Реестр');
    expect(completed).toBe(3);
  });
});

describe('a button that would lose what a person wrote', () => {
  it('changes nothing and lists the cells', async () => {
    await start();
    await press(makeRoadmap);
    await press(makeReport);
    const [written] = [...sheet('Отчёт').cells.values()].filter(({ value }) => typeof value === 'string');
    if (written === undefined) throw new Error('An empty report');
    written.value = 'моя пометка поверх';
    ensureCell(sheet('Отчёт'), 3, 30).value = 'рядом';
    await press(makeReport);
    expect(shown()).toBe('Сообщение');
    expect(textOf('Сообщение')).toMatch(
      /Отчёт не построен[^]*прежнее содержимое пропадёт[^]*моя пометка поверх/,
    );
    expect(written.value).toBe('моя пометка поверх');
    expect(cellAt(sheet('Отчёт'), 3, 30)?.value).toBe('рядом');
  });

  it('does not write over a message that a person has changed, either', async () => {
    await start();
    await press(makeForms);
    ensureCell(sheet('Сообщение'), 1, 1).value = 'моё';
    await press(makeReport);
    expect(cellAt(sheet('Сообщение'), 1, 1)?.value).toBe('моё');
    expect(textOf('Сообщение (2)')).toContain('Отчёт не построен');
    expect(shown()).toBe('Сообщение (2)');
  });
});

describe('a button in a workbook that is not the Department’s', () => {
  it('leaves a stranger’s workbook as it was but for the message', async () => {
    await start();
    excel.user.type('Лист1', 'A1', 'Бюджет');
    await press(makeRoadmap);
    expect(textOf('Сообщение')).toMatch(/Дорожная карта не обновлена[^]*не рабочая книга координатора/);
    expect(cellAt(sheet('Лист1'), 1, 1)?.value).toBe('Бюджет');
    expect(
      excel.workbook.sheets.filter(({ visibility }) => visibility === 'Visible').map(({ name }) => name),
    ).toEqual(['Лист1', 'Сообщение']);
  });

  it('says outside a read-only workbook that it is one, and writes nothing', async () => {
    await start({ workbook: { ...createWorkbook(), readOnly: true } });
    await press(makeRoadmap);
    expect(shownProblems).toEqual(['read-only']);
    expect(sheetNames()).toEqual(['Лист1']);
    expect(completed).toBe(1);
  });
});

describe('a button whose host fails', () => {
  it('lets go and says why in the workbook, whichever request fails', async () => {
    await start();
    await press(makeRoadmap);
    excel.faults.reset();
    await press(makeForms);
    const requests = excel.faults.count;
    await excel.close();
    expect(requests).toBeGreaterThan(2);
    for (let at = 1; at <= requests; at += 1) {
      await start();
      await press(makeRoadmap);
      excel.faults.reset();
      excel.faults.at(at, { kind: 'error', code: 'GeneralException' });
      await press(makeForms);
      expect([at, completed]).toEqual([at, 2]);
      expect([at, sheetNames().includes('Сообщение')]).toEqual([at, true]);
      expect(textOf('Сообщение')).toContain(HOST_PROBLEMS.unknown.what);
      // The next press completes the work.
      excel.faults.reset();
      await press(makeForms);
      expect(textOf(shown())).toContain('III квартал 2021 года');
      if (at < requests) await excel.close();
    }
  });

  it('lets go where every request fails, and shows the window', async () => {
    await start();
    excel.faults.always({ kind: 'error', code: 'AccessDenied' });
    await press(makeRoadmap);
    expect(completed).toBe(1);
    expect(shownProblems).toEqual(['access-denied']);
  });

  it('lets go when its time is over, and does nothing more if the answer comes late', async () => {
    await start();
    const workbook = openExcelWorkbook();
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    await press(makeRoadmap, 50, { ...workbook, read: () => late.then(() => workbook.read()) });
    expect(completed).toBe(1);
    answer();
    await excel.idle();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await excel.idle();
    expect([completed, sheetNames()]).toEqual([1, ['Лист1']]);
  });

  it('lets go where the product itself is at fault, and gives what support needs', async () => {
    await start();
    await press(() => {
      throw new TypeError('a fault of ours');
    });
    expect(textOf('Сообщение')).toMatch(/Сведения для поддержки: .*a fault of ours/);
    expect(completed).toBe(1);
  });
});

describe('the page of the commands', () => {
  it('gives Excel a function for each button, which ends by itself', async () => {
    await start();
    await import('../../src/commands/commands');
    await excel.clickRibbon('makeRoadmap');
    expect(shown()).toBe('Дорожная карта');
    await excel.clickRibbon('makeForms');
    expect(shown()).not.toBe('Дорожная карта');
  });
});
