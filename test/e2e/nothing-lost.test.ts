/**
 * Every call that changes the disk fails once, or is the last of the process: the workbook is the old or the new one,
 * never half; the next run completes and leaves nothing of the broken one behind.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLI_TEXTS } from '../../src/text/cli';
import { CLI, demoFolder, digest, folderIn, freshFolder, runWell, type CliRun } from './run-cli';

const PRELOAD = join(__dirname, 'fail-at.js');
const TODAY = '2021-10-02';
const CHANGED = 'CHANGED.xlsx';
const PROTOCOL = 'protocol.xlsx';
/** More than a command that writes two files can come to. */
const MOST_CALLS = 60;

let folder = '';
let old = '';
let form = '';
let before = '';
let after = '';
let afterProtocol = '';

const args = (own: string): string[] => [
  ...['receive', form, '--workbook', old, '--out', join(own, CHANGED), '--protocol', join(own, PROTOCOL)],
  ...['--today', TODAY, '--force'],
];

beforeAll(() => {
  const demo = demoFolder();
  folder = freshFolder();
  old = join(demo, 'department-at-start.xlsx');
  const returned = join(demo, '2021-Q3/returned');
  form = join(returned, readdirSync(returned).find((name) => name.includes('kineshma')) ?? '');
  before = digest(old);
  const good = newOutput('good');
  runWell(args(good));
  after = digest(join(good, CHANGED));
  afterProtocol = digest(join(good, PROTOCOL));
  expect(after).not.toBe(before);
});

/** A folder of its own with the workbook that is to be written over. */
function newOutput(name: string): string {
  const own = folderIn(folder, name);
  copyFileSync(old, join(own, CHANGED));
  return own;
}

function run(own: string, at: number, how: string, on?: string): CliRun & { readonly killed: boolean } {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['-r', PRELOAD, CLI, ...args(own)], {
    encoding: 'utf8',
    env: { ...process.env, FAIL_AT: String(at), FAIL_HOW: how, ...(on === undefined ? {} : { FAIL_ON: on }) },
  });
  return { code: status, killed: signal === 'SIGKILL', stdout, stderr };
}

const digestIn = (own: string, name: string): string | null =>
  existsSync(join(own, name)) ? digest(join(own, name)) : null;

/** The next run; where nothing was left behind it finds what any first run finds, and need not be tried again. */
function completes(own: string): boolean {
  if (!readdirSync(own).some((name) => name.endsWith('.tmp'))) return false;
  runWell(args(own));
  expect(readdirSync(own).sort()).toEqual([CHANGED, PROTOCOL].sort());
  expect([digestIn(own, CHANGED), digestIn(own, PROTOCOL)]).toEqual([after, afterProtocol]);
  return true;
}

test('killed at any call: the old or the new workbook, and the next run completes', () => {
  let calls = 0;
  let tidied = 0;
  for (let at = 1; at < MOST_CALLS; at += 1) {
    const own = newOutput(`kill-${at}`);
    const { killed, code } = run(own, at, 'kill');
    expect([before, after]).toContain(digestIn(own, CHANGED));
    expect([null, afterProtocol]).toContain(digestIn(own, PROTOCOL));
    if (!killed) {
      expect(code).toBe(0);
      break;
    }
    calls = at;
    tidied += completes(own) ? 1 : 0;
  }
  expect(calls).toBeGreaterThan(8);
  expect(calls).toBeLessThan(MOST_CALLS - 1);
  expect(tidied).toBeGreaterThan(4);
});

test('no room at any call: said in Russian, nothing changed; the next run completes', () => {
  let refusals = 0;
  for (let at = 1; at < MOST_CALLS; at += 1) {
    const own = newOutput(`full-${at}`);
    const { code, stderr } = run(own, at, 'ENOSPC');
    if (code !== 0) {
      refusals += 1;
      expect(code).toBe(2);
      expect(stderr).toContain(CLI_TEXTS.systemErrors['ENOSPC']);
      expect(stderr).toContain(own);
      expect([digestIn(own, CHANGED), digestIn(own, PROTOCOL)]).toEqual([before, null]);
      expect(readdirSync(own)).toEqual([CHANGED]);
    } else {
      // Only what tidies up has failed, or nothing.
      expect([digestIn(own, CHANGED), digestIn(own, PROTOCOL)]).toEqual([after, afterProtocol]);
      if (readdirSync(own).length === 2) break;
    }
    completes(own);
  }
  expect(refusals).toBeGreaterThan(6);
});

test.each([
  ['EBUSY', 'renameSync', 1, CHANGED],
  ['EPERM', 'renameSync', 1, CHANGED],
  ['EBUSY', 'renameSync', 2, PROTOCOL],
  ['EROFS', 'openSync', 1, CHANGED],
  ['EACCES', 'openSync', 2, PROTOCOL],
])('%s at %s, call %d: the reason and the file are named, nothing changed', (how, on, at, name) => {
  const own = newOutput(`${how}-${on}-${at}`);
  const { code, stderr } = run(own, at, how, on);
  expect(code).toBe(2);
  expect(stderr.trim()).toBe(CLI_TEXTS.cannotWrite(join(own, name), CLI_TEXTS.systemErrors[how] ?? ''));
  expect(digestIn(own, CHANGED)).toBe(before);
  expect(readdirSync(own)).toEqual([CHANGED]);
});
