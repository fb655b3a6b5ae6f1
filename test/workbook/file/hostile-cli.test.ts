/**
 * The whole list of what may come back, in one folder with a good form, through the command line: a finding with file and
 * reason for each, in bounded time and memory, and the good form is accepted all the same.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { cellAddress } from '../../../src/workbook/grid';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { CLI, demoFolder, folderIn, freshFolder, newWorkbook } from '../../e2e/run-cli';
import { goodGrid } from '../../fixtures/grid-text';
import { hostileFiles, type Hostile } from './hostile-list';

const TODAY = '2023-10-02';
const FORM = '2023-Q3/returned/2023-Q3_shuya-9.xlsx';
/** Far above what the folder needs on a busy machine, far below a hang. */
const SOON_MS = 100_000;
const MOST_MEMORY_MB = 900;

const finding = z.object({
  code: z.string(),
  level: z.string(),
  file: z.string().nullable(),
  cell: z.string().nullable(),
  left: z.union([z.string(), z.number(), z.null()]),
  message: z.string(),
});
type Finding = z.infer<typeof finding>;

let folder = '';
let list: readonly Hostile[] = [];
let findings: readonly Finding[] = [];
let check: Run;

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
  /** The most memory that the process held, where the system tells. */
  readonly megabytes: number | null;
}

function run(...args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(process.execPath, [CLI, ...args]);
  let [stdout, stderr] = ['', ''];
  let megabytes: number | null = null;
  const look = setInterval(() => {
    const status = `/proc/${child.pid ?? 0}/status`;
    if (!existsSync(status)) return;
    const [, most] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8')) ?? [];
    megabytes = most === undefined ? megabytes : Number(most) / 1024;
  }, 100);
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (stdout += piece));
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearInterval(look);
      resolve({ code, stdout, stderr, milliseconds: performance.now() - start, megabytes });
    });
  });
}

const fileOf = (index: number): string => join(folder, `${String(index).padStart(3, '0')}.xlsx`);
const findingsOf = (index: number): readonly Finding[] =>
  findings.filter(({ file }) => file === fileOf(index));
const says = ({ message, cell, left }: Finding, words: string | RegExp): boolean =>
  [message, cell ?? '', String(left ?? '')].some((text) =>
    typeof words === 'string' ? text.includes(words) : words.test(text),
  );
const items = hostileFiles(new Uint8Array(readFileSync(join(demoFolder(), FORM)))).map(({ item }) => item);

beforeAll(async () => {
  folder = folderIn(freshFolder(), 'returned');
  const good = join(demoFolder(), FORM);
  list = hostileFiles(new Uint8Array(readFileSync(good)));
  for (const [index, { bytes }] of list.entries()) writeFileSync(fileOf(index), bytes);
  copyFileSync(good, join(folder, 'good.xlsx'));
  check = await run('check', '--json', '--today', TODAY, folder);
  findings = z.array(finding).parse(JSON.parse(check.stdout));
}, 2 * SOON_MS);

test('all in bounded time and memory', () => {
  expect(check.stderr).toBe('');
  expect(check.code).toBe(1);
  expect(check.milliseconds).toBeLessThan(SOON_MS);
  expect(check.megabytes ?? 0).toBeLessThan(MOST_MEMORY_MB);
});

test('the good form beside them has no error', () => {
  const own = findings.filter(({ file }) => file === join(folder, 'good.xlsx'));
  expect(own.filter(({ level }) => level === 'error')).toEqual([]);
});

test.each(items.map((item, index) => [item, index] as const))('%s', (_, index) => {
  const { error, also } = list[index] ?? { error: '' };
  const errors = findingsOf(index).filter(({ level }) => level === 'error');
  if (error === null) expect(errors).toEqual([]);
  else expect(errors.filter((found) => says(found, error))).not.toEqual([]);
  if (also !== undefined) expect(findingsOf(index).filter((found) => says(found, also))).not.toEqual([]);
});

test('names that lead out of the zip write nothing', () => {
  for (const place of [folder, dirname(folder), dirname(dirname(folder)), '/etc']) {
    expect(existsSync(join(place, 'kvantorium-traversed.txt'))).toBe(false);
    expect(existsSync(join(place, 'kvantorium-traversed'))).toBe(false);
  }
});

describe('received', () => {
  test('each file that can’t be read is in the log, and the run ends', async () => {
    const workbook = newWorkbook(folder.replace(/returned$/, ''), '2023-09-16');
    const out = join(dirname(folder), 'received.xlsx');
    const received = await run('receive', folder, '--workbook', workbook, '--out', out, '--today', TODAY);
    expect(received.milliseconds).toBeLessThan(2 * SOON_MS);
    expect(received.megabytes ?? 0).toBeLessThan(MOST_MEMORY_MB);
    expect(received.code).toBe(0);
    const log = goodGrid(readWorkbookFile(readFileSync(out))).sheets.find(
      ({ name }) => name === 'Журнал приёма',
    );
    const logged = log?.cells.map(({ value }) => (value?.kind === 'text' ? value.text : '')) ?? [];
    const unreadable = list.flatMap(({ error }, index) =>
      typeof error === 'string' && findingsOf(index).some(({ code }) => code === 'T0') ? [index] : [],
    );
    expect(unreadable.length).toBeGreaterThan(20);
    for (const index of unreadable) {
      // Of files with the same bytes one is logged.
      const bytes = Buffer.from(list[index]?.bytes ?? []);
      const copies = list.flatMap((other, at) =>
        bytes.equals(other.bytes) ? [fileOf(at).split('/').at(-1)] : [],
      );
      expect(copies.some((copy) => logged.includes(copy ?? ''))).toBe(true);
    }
  });

  test('texts that look like formulas, and HTML, are written as the texts that they are', async () => {
    const looksLike = list
      .map(({ item }, index) => [item, index] as const)
      .filter(([item]) => item.startsWith('a text that looks') || item.startsWith('HTML'));
    expect(looksLike.length).toBeGreaterThan(4);
    for (const [item, index] of looksLike) {
      const workbook = newWorkbook(freshFolder(), '2023-09-16');
      const [out, protocol] = [`${workbook}-out.xlsx`, `${workbook}-protocol.xlsx`];
      const { code } = await run(
        'receive',
        fileOf(index),
        '--workbook',
        workbook,
        '--out',
        out,
        '--protocol',
        protocol,
        '--today',
        TODAY,
      );
      expect(code).toBe(0);
      const [report, csv] = [`${workbook}-report.xlsx`, `${workbook}-csv`];
      const period = ['--workbook', out, '--period', '2023-Q3', '--today', TODAY];
      expect((await run('report', ...period, '--out', report, '--csv', csv)).code).toBe(0);
      const values = readFileSync(join(csv, 'values.csv'), 'utf8');
      expect(values).toContain(
        item.startsWith('HTML') ? '<script>' : item.replace(/^.*?: /, '').replaceAll('"', '""'),
      );
      // No field begins as a formula does; there is no negative number in the form.
      expect(values).not.toMatch(/(?:^|,|\n)"?[=+@\t-]/);
      const sheets = goodGrid(readWorkbookFile(readFileSync(out))).sheets;
      const register = sheets.find(({ name }) => name === 'Реестр');
      const text = item.startsWith('HTML') ? '<script>alert(1)</script>' : item.replace(/^.*?: /, '');
      const found =
        register?.cells.filter(({ value }) => value?.kind === 'text' && value.text.includes(text)) ?? [];
      expect(found.map(({ row, column, formula }) => [cellAddress(row, column), formula])).toEqual([
        [expect.stringMatching(/^[A-Z]+\d+$/) as string, undefined],
      ]);
    }
  });
});
