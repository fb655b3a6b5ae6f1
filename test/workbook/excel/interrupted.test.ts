/** A run that stops in the middle: nobody's cells change, and the next run completes it. */
import { HostError } from '../../../src/workbook/host-error';
import type { SheetChange } from '../../../src/workbook/port';
import type { CellSpec, SheetSpec } from '../../../src/workbook/spec';
import { unfinishedMark } from '../../../src/workbook/excel/unfinished';
import { writeSheets } from '../../../src/workbook/excel/write-sheets';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import type { Fault } from '../../host/faults';
import { cellAt, ensureCell } from '../../host/model/cells';
import { saveXlsx } from '../../host/save-xlsx';
import { form, lists, roadmap } from '../sample-workbook';

/** So large that it takes several requests. */
const long: SheetSpec = {
  ...lists,
  name: 'Длинный',
  tables: [],
  protection: { allow: [] },
  cells: Array.from({ length: 3000 }, (_, index): CellSpec => ({
    row: 1 + Math.floor(index / 8),
    column: 1 + (index % 8),
    value: `${'очень длинное '.repeat(30)}значение ${index}`,
    style: 'cell',
  })),
};
const NEW: readonly SheetChange[] = [roadmap, form, long].map((spec) => ({ spec, existing: null }));

let excel: EmulatedExcel;

beforeEach(async () => {
  excel = await startEmulatedExcel({});
  const [first] = excel.workbook.sheets;
  if (first === undefined) throw new Error('An empty workbook');
  ensureCell(first, 3, 3).value = 'чужое';
});

afterEach(() => excel.close());

function marked(): (string | undefined)[] {
  return excel.workbook.names.flatMap(({ name, formula }) => {
    const mark = unfinishedMark(name, `=${formula}`);
    return mark === undefined ? [] : [mark.sheet];
  });
}

/** The changes that the next run would plan: sheets that are there are renewed. */
function again(): SheetChange[] {
  const there = new Set(excel.workbook.sheets.map(({ name }) => name));
  return NEW.map(({ spec }) => ({
    spec,
    existing: there.has(spec.name) ? { clear: [], keep: new Set() } : null,
  }));
}

async function finished(): Promise<string> {
  return Buffer.from(await saveXlsx(excel.workbook)).toString('base64');
}

async function untroubled(): Promise<{ readonly file: string; readonly requests: number }> {
  excel.traffic.clear();
  await writeSheets(NEW, false);
  const requests = excel.traffic.syncs.length;
  const file = await finished();
  await excel.close();
  excel = await startEmulatedExcel({});
  const [first] = excel.workbook.sheets;
  if (first === undefined) throw new Error('An empty workbook');
  ensureCell(first, 3, 3).value = 'чужое';
  return { file, requests };
}

async function problemOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof HostError ? error.problem : String(error)),
  );
}

/** What the work comes to, with the clock running as fast as needed. */
async function afterLongWaiting(work: () => Promise<void>): Promise<string> {
  jest.useFakeTimers();
  try {
    let problem: string | undefined;
    void problemOf(work()).then((each) => (problem = each));
    for (let seconds = 0; seconds < 1000 && problem === undefined; seconds += 1) {
      await jest.advanceTimersByTimeAsync(1000);
    }
    return problem ?? 'nothing';
  } finally {
    jest.useRealTimers();
  }
}

it('takes several requests, tells its progress and leaves no mark', async () => {
  const told: [number, number][] = [];
  excel.traffic.clear();
  await writeSheets(NEW, false, { onProgress: (done, all) => told.push([done, all]) });
  expect(excel.traffic.syncs.length).toBeGreaterThan(3);
  expect(told.length).toBeGreaterThan(1);
  expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  expect(told.at(-1)?.[0]).toBe(told.at(-1)?.[1]);
  expect(marked()).toEqual([]);
});

it('stops between two requests when it is cancelled, and the next run completes it', async () => {
  const { file } = await untroubled();
  const abort = new AbortController();
  const work = writeSheets(NEW, false, {
    signal: abort.signal,
    onProgress: () => {
      abort.abort();
    },
  });
  expect(await problemOf(work)).toBe('cancelled');
  expect(marked()).toEqual([roadmap.name, form.name, long.name]);
  await writeSheets(again(), false);
  expect(marked()).toEqual([]);
  expect(await finished()).toBe(file);
});

it('never leaves a sheet of the product unprotected between two requests', async () => {
  const abort = new AbortController();
  await problemOf(
    writeSheets(NEW, false, {
      signal: abort.signal,
      onProgress: () => {
        abort.abort();
      },
    }),
  );
  const half = excel.workbook.sheets.find(({ name, cells }) => name === long.name && cells.size > 0);
  expect(half?.protection).not.toBeNull();
});

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['an error before anything is done', { kind: 'error', code: 'GeneralException' }],
  ['an error in the middle of the request', { kind: 'error', code: 'GeneralException', atAction: 200 }],
  ['too large', { kind: 'failure', failure: 5103 }],
];

it.each(FAULTS)('%s, at each request in turn: the next run completes it', async (_name, fault) => {
  const { file, requests } = await untroubled();
  for (let number = 1; number <= requests; number += 1) {
    excel.faults.reset();
    excel.faults.at(number, fault);
    const problem = await problemOf(writeSheets(again(), false));
    const [first] = excel.workbook.sheets;
    expect(first && cellAt(first, 3, 3)?.value).toBe('чужое');
    excel.faults.reset();
    if (problem !== 'none') {
      await writeSheets(again(), false);
    }
    expect(marked()).toEqual([]);
    expect(await finished()).toBe(file);
  }
});

it.each([true, false])(
  'no answer, at each request in turn (done: %s): the next run completes it',
  async (done) => {
    const { file, requests } = await untroubled();
    for (let number = 1; number <= requests; number += 1) {
      excel.faults.reset();
      excel.faults.at(number, { kind: 'silence', done });
      expect(await afterLongWaiting(() => writeSheets(again(), false))).toBe('no-answer');
      excel.faults.reset();
      await writeSheets(again(), false);
      expect(marked()).toEqual([]);
      expect(await finished()).toBe(file);
    }
  },
);

it('waits for somebody who begins to type meanwhile', async () => {
  excel.faults.at(2, {
    kind: 'meanwhile',
    happens: () => {
      excel.excel.cellEdit = true;
      setTimeout(() => (excel.excel.cellEdit = false), 50);
    },
  });
  expect(await problemOf(writeSheets(NEW, false))).toBe('none');
  expect(marked()).toEqual([]);
});

it('survives that somebody deletes the sheet that is being written', async () => {
  excel.faults.at(3, {
    kind: 'meanwhile',
    happens: () => {
      const { sheets } = excel.workbook;
      sheets.splice(
        sheets.findIndex(({ name }) => name === long.name),
        1,
      );
    },
  });
  expect(await problemOf(writeSheets(NEW, false))).toBe('not-found');
  excel.faults.reset();
  await writeSheets(again(), false);
  expect(excel.workbook.sheets.map(({ name }) => name)).toContain(long.name);
  expect(marked()).toEqual([]);
});

it('removes marks whose sheet is gone', async () => {
  excel.workbook.names.push({
    name: '_kvantorium_unfinished_7',
    sheet: null,
    formula: '#REF!$A$1',
    comment: '',
    visible: false,
  });
  await writeSheets([{ spec: roadmap, existing: null }], false);
  expect(excel.workbook.names.map(({ name }) => name)).toEqual(['Мероприятия']);
});
