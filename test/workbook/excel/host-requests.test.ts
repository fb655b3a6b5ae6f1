/** What the host may do at any request: refuse, be busy, never answer; and what a user learns of it. */
import { HostError } from '../../../src/workbook/host-error';
import { askHost } from '../../../src/workbook/excel/host-requests';
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { cellAt, ensureCell } from '../../host/model/cells';
import { addSheet, createWorkbook } from '../../host/model/create';
import type { Workbook } from '../../host/model/workbook';

let excel: EmulatedExcel;

afterEach(async () => {
  await excel.close();
});

function workbookOf(...sheets: string[]): Workbook {
  const workbook = createWorkbook(sheets);
  workbook.sheets.forEach((sheet, index) => {
    ensureCell(sheet, 1, 1).value = index + 1;
  });
  return workbook;
}

async function start(workbook = workbookOf('Форма')): Promise<EmulatedExcel> {
  excel = await startEmulatedExcel({ workbook });
  return excel;
}

/** Puts a value into a cell of the first sheet. */
async function writeCell(context: Excel.RequestContext, value: number): Promise<void> {
  context.workbook.worksheets.getFirst().getRange(`A${value}`).values = [[value]];
  await Promise.resolve();
}

test.each([
  ['cell-edit', 'InvalidOperationInCellEditMode'],
  ['merged-range', 'MergedRangeConflict'],
  ['too-large', 'RequestPayloadSizeLimitExceeded'],
  ['unsupported', 'ApiNotFound'],
  ['access-denied', 'AccessDenied'],
  ['not-found', 'ItemNotFound'],
  ['unknown', 'GeneralException'],
] as const)('«%s» is what becomes of the host error %s', async (problem, code) => {
  await start();
  excel.faults.always({ kind: 'error', code });
  await expect(openExcelWorkbook().enter([{ sheet: 'Форма', cell: 'B2', value: 1 }])).rejects.toMatchObject({
    problem,
    name: 'HostError',
  });
});

test.each([
  [5103, 'too-large'],
  [5104, 'too-large'],
  [5012, 'network'],
  [5102, 'no-answer'],
  [7000, 'access-denied'],
] as const)('the library’s own failure %i is «%s»', async (failure, problem) => {
  await start();
  excel.faults.always({ kind: 'failure', failure });
  await expect(openExcelWorkbook().select({ sheet: 'Форма', cell: 'A1' })).rejects.toMatchObject({ problem });
});

test.each([true, false])(
  'a host that never answers is given up, and nothing more is sent (done: %s)',
  async (done) => {
    await start();
    excel.faults.at(2, { kind: 'silence', done });
    const work = askHost({ whileTyping: 'refuse', answerMs: 80 }, async (context, sync) => {
      for (const value of [1, 2, 3]) {
        await writeCell(context, value);
        await sync();
      }
    });
    await expect(work).rejects.toMatchObject({ problem: 'no-answer' });
    expect(excel.faults.count).toBe(2);
    expect(cellAt(excel.workbook.sheets[0] ?? fail(), 3, 1)).toBeUndefined();
    // The next run finds a host that answers.
    excel.faults.reset();
    expect((await openExcelWorkbook().read()).grid.sheets).toHaveLength(1);
  },
);

function fail(): never {
  throw new Error('No sheet');
}

test('every answer has the whole limit, so that long work is not given up', async () => {
  await start();
  await askHost({ whileTyping: 'refuse', answerMs: 150 }, async (context, sync) => {
    for (const value of [1, 2, 3, 4, 5]) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await writeCell(context, value);
      await sync();
    }
  });
  expect(excel.workbook.sheets[0]?.cells.size).toBe(5);
});

test('cancelled work stops between requests', async () => {
  await start();
  const cancel = new AbortController();
  const work = askHost({ whileTyping: 'wait', signal: cancel.signal }, async (context, sync) => {
    await writeCell(context, 2);
    await sync();
    cancel.abort();
    await writeCell(context, 3);
    await sync();
  });
  await expect(work).rejects.toMatchObject({ problem: 'cancelled' });
  const sheet = excel.workbook.sheets[0] ?? fail();
  expect([cellAt(sheet, 2, 1)?.value, cellAt(sheet, 3, 1)?.value]).toEqual([2, undefined]);
});

test('while a cell is being typed in a click is refused at once, and works after Enter', async () => {
  await start();
  const open = openExcelWorkbook();
  excel.user.beginEntry();
  await expect(open.read()).rejects.toMatchObject({ problem: 'cell-edit' });
  await expect(open.mark([{ sheet: 'Форма', cell: 'A1', look: 'bad' }])).rejects.toMatchObject({
    problem: 'cell-edit',
  });
  excel.user.endEntry();
  expect((await open.read()).grid.sheets).toHaveLength(1);
});

test('a read-only workbook is named as such, and can be read', async () => {
  const workbook = workbookOf('Форма');
  workbook.readOnly = true;
  await start(workbook);
  const open = openExcelWorkbook();
  await expect(open.enter([{ sheet: 'Форма', cell: 'B2', value: 1 }])).rejects.toMatchObject({
    problem: 'read-only',
  });
  await expect(open.mark([{ sheet: 'Форма', cell: 'B2', look: 'bad' }])).rejects.toMatchObject({
    problem: 'read-only',
  });
  expect((await open.read()).readOnly).toBe(true);
});

test('a sheet that is deleted or renamed while the workbook is read', async () => {
  const workbook = workbookOf('Форма', 'Титул', 'Прочее');
  addSheet(workbook, 'Пустой');
  await start(workbook);
  excel.faults.at(2, {
    kind: 'meanwhile',
    happens: () => {
      excel.user.deleteSheet('Титул');
    },
  });
  const { grid } = await openExcelWorkbook().read();
  expect(grid.sheets.map(({ name, cells }) => [name, cells.length])).toEqual([
    ['Форма', 1],
    ['Прочее', 1],
    ['Пустой', 0],
  ]);
  excel.faults.reset();
  excel.faults.at(2, {
    kind: 'meanwhile',
    happens: () => {
      excel.user.renameSheet('Форма', 'Форма (1)');
    },
  });
  expect((await openExcelWorkbook().read()).grid.sheets[0]?.cells).toHaveLength(1);
});

test('a sheet that is renamed between reading and writing refuses the entry', async () => {
  await start();
  const open = openExcelWorkbook();
  await open.read();
  excel.user.renameSheet('Форма', 'Другая');
  await expect(open.enter([{ sheet: 'Форма', cell: 'B2', value: 1 }])).rejects.toMatchObject({
    problem: 'not-found',
  });
  expect(cellAt(excel.workbook.sheets[0] ?? fail(), 2, 2)).toBeUndefined();
});

test('a fault in the product’s own code is told with its message', async () => {
  await start();
  const work = askHost({ whileTyping: 'wait' }, () => Promise.reject(new RangeError('нет такой строки')));
  await expect(work).rejects.toThrow(HostError);
  await expect(work).rejects.toMatchObject({ problem: 'unknown', detail: 'RangeError: нет такой строки' });
});

test('an answer that would be too large is asked for in parts', async () => {
  const workbook = createWorkbook(['Форма']);
  const [sheet] = workbook.sheets;
  for (let row = 1; row <= 900; row += 1) {
    for (let column = 1; column <= 20; column += 1) {
      Object.assign(ensureCell(sheet ?? fail(), row, column), { value: 'текст '.repeat(4) });
    }
  }
  excel = await startEmulatedExcel({ workbook, payloadLimit: 400_000 });
  const { grid } = await openExcelWorkbook().read();
  expect(grid.sheets[0]?.cells).toHaveLength(18_000);
});
