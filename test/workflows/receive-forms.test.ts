/** Intake: the same whatever the order of files, and no change when they come again. */
import fc from 'fast-check';
import { civilDate } from '../../src/calendar/civil-date';
import { formatQuarter, type Quarter } from '../../src/calendar/quarter';
import { openProblems } from '../../src/monitoring/open-problems';
import type { LogEntry, Register } from '../../src/monitoring/register';
import { receiveForms, type Received } from '../../src/workflows/receive-forms';
import { readFiles, type GivenFile } from '../../src/workflows/read-form';
import { logSpec } from '../../src/sheets/log-sheet';
import { registerSpec } from '../../src/sheets/register-sheet';
import { MEMORY_FILES, memoryFile } from '../fixtures/memory-files';
import { SITE, filledForm, programme, type Values } from './school';

const PROGRAMME = programme();
const Q3: Quarter = { year: 2021, number: 3 };
const Q4: Quarter = { year: 2021, number: 4 };
const TODAY = civilDate(2022, 1, 10);

interface Made {
  readonly values?: Values;
  readonly revision?: number;
  readonly site?: string;
  readonly stamp?: string;
}

function file(
  name: string,
  quarter: Quarter,
  { values = {}, revision = 0, site = SITE, stamp = '' }: Made = {},
): GivenFile {
  const grid = filledForm({
    programme: PROGRAMME,
    register: [],
    quarter,
    site,
    values,
    title: { revision },
    today: civilDate(quarter.year, quarter.number * 3, 31),
  });
  return memoryFile(name, grid, stamp);
}

interface State {
  readonly register: Register;
  readonly log: readonly LogEntry[];
}

const NOTHING: State = { register: [], log: [] };

function receive(files: readonly GivenFile[], state: State = NOTHING, today = TODAY): Received {
  const source = { programme: PROGRAMME, ...state, today };
  return receiveForms(readFiles(MEMORY_FILES, files, source), source);
}

const results = ({ files }: Received): Record<string, string> =>
  Object.fromEntries(files.map(({ file: name, result }) => [name, result]));
const forms = ({ register }: State): string[] =>
  register.map(
    ({ submission: { site, quarter, revision } }) => `${site} ${formatQuarter(quarter)} ${revision}`,
  );

// Of every kind that intake knows: good, corrected, a copy in other bytes, refused, in conflict, foreign, unreadable.
const REASON = 'причина, которую написали';
const BATCH: readonly GivenFile[] = [
  file('3 первая.xlsx', Q3),
  file('3 копия.xlsx', Q3, { stamp: 'пересохранена' }),
  file('3 исправленная.xlsx', Q3, { revision: 1, values: { '6': { fact: 2 } } }),
  file('4 первая.xlsx', Q4, { values: { '1': { reason: REASON } } }),
  file('вторая школа А.xlsx', Q3, { site: 'school-2' }),
  file('вторая школа Б.xlsx', Q3, { site: 'school-2', values: { '6': { fact: 3 } } }),
  file('не открыта.xlsx', Q3, { site: 'school-3' }),
  file('с ошибкой.xlsx', Q4, { site: 'school-2', values: { '6': { fact: null } } }),
  { name: 'пустой.xlsx', bytes: new Uint8Array(), sha256: '00' },
];
const ONCE = receive(BATCH);

test('what becomes of each file', () => {
  expect(results(ONCE)).toMatchObject({
    '3 исправленная.xlsx': 'accepted',
    '4 первая.xlsx': 'accepted',
    'вторая школа А.xlsx': 'conflict',
    'вторая школа Б.xlsx': 'conflict',
    'не открыта.xlsx': 'refused',
    'с ошибкой.xlsx': 'refused',
    'пустой.xlsx': 'refused',
  });
  const pair = [results(ONCE)['3 первая.xlsx'], results(ONCE)['3 копия.xlsx']].sort();
  expect(pair).toEqual(['accepted', 'repeated']);
  expect(forms(ONCE)).toEqual([`${SITE} 2021-Q3 0`, `${SITE} 2021-Q3 1`, `${SITE} 2021-Q4 0`]);
  expect(ONCE.log).toHaveLength(BATCH.length);
});

test('the same files again change nothing, on the same day or later', () => {
  for (const today of [TODAY, civilDate(2022, 2, 1)]) {
    const again = receive(BATCH, ONCE, today);
    expect(again.changed).toBe(false);
    expect(again.register).toEqual(ONCE.register);
    expect(again.log).toEqual(ONCE.log);
  }
});

test('the order of files changes neither register nor log', () => {
  const order = fc.shuffledSubarray([...BATCH], { minLength: BATCH.length });
  fc.assert(
    fc.property(order, (files) => {
      const { register, log } = receive(files);
      expect(registerSpec(register, PROGRAMME)).toEqual(registerSpec(ONCE.register, PROGRAMME));
      expect(logSpec(log)).toEqual(logSpec(ONCE.log));
    }),
    { seed: 20211001, numRuns: 30 },
  );
});

test('any part of the files, given again with the rest, still changes nothing the third time', () => {
  fc.assert(
    fc.property(fc.subarray([...BATCH]), (part) => {
      const all = receive(BATCH, receive(part));
      const again = receive(BATCH, all);
      expect(again.register).toEqual(all.register);
    }),
    { seed: 20211002, numRuns: 30 },
  );
});

test('one file under two names is one file', () => {
  const twice = receive([file('б.xlsx', Q3), file('а.xlsx', Q3)]);
  expect(results(twice)).toEqual({ 'а.xlsx': 'accepted' });
});

test('other values without a revision are refused and change nothing', () => {
  const first = receive([file('первая.xlsx', Q3)]);
  const second = receive([file('иная.xlsx', Q3, { values: { '6': { fact: 9 } } })], first);
  expect(results(second)).toEqual({ 'иная.xlsx': 'refused' });
  expect(second.register).toEqual(first.register);
});

test('a refused file that was mended is accepted, and nothing stays open', () => {
  const refused = receive([file('первая.xlsx', Q3, { values: { '6': { fact: null } } })]);
  expect(openProblems(refused.log, Q3)).toHaveLength(1);
  const mended = receive([file('исправлена.xlsx', Q3)], refused);
  expect(results(mended)).toEqual({ 'исправлена.xlsx': 'accepted' });
  expect(openProblems(mended.log, Q3)).toEqual([]);
});

test('of two files in conflict the one that is left is accepted', () => {
  const [a, b] = [file('а.xlsx', Q3), file('б.xlsx', Q3, { values: { '6': { fact: 9 } } })];
  const both = receive([a, b]);
  expect(both.register).toEqual([]);
  const one = receive([b], both);
  expect(results(one)).toEqual({ 'б.xlsx': 'accepted' });
  expect(openProblems(one.log, Q3)).toEqual([]);
});

test('a revision of a quarter after which another was accepted names that quarter', () => {
  const both = receive([file('3.xlsx', Q3), file('4.xlsx', Q4)]);
  const corrected = receive([file('3-1.xlsx', Q3, { revision: 1, values: { '6': { fact: 2 } } })], both);
  expect(results(corrected)).toEqual({ '3-1.xlsx': 'accepted' });
  const named = corrected.files[0]?.findings
    .filter(({ code }) => code === 'P3')
    .map(({ message }) => message);
  expect(named?.join()).toContain('IV квартал 2021');
});

test('a revision without its first form is refused', () => {
  expect(results(receive([file('3-1.xlsx', Q3, { revision: 1 })]))).toEqual({ '3-1.xlsx': 'refused' });
});
