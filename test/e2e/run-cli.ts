/** Runs the built command line as a user would: a process of its own, files in, files and texts out. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { z } from 'zod';

export const CLI = resolve(__dirname, '../../dist/cli.cjs');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `environment` is added to the process's own. */
export function runCli(args: readonly string[], environment: Readonly<Record<string, string>> = {}): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...environment },
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

/** Runs a command that is meant to succeed; throws with what it said where it does not. */
export function runWell(args: readonly string[], environment?: Readonly<Record<string, string>>): CliRun {
  const run = runCli(args, environment);
  if (run.code !== 0)
    throw new Error(`«${args.join(' ')}» ended with ${run.code}: ${run.stdout}${run.stderr}`);
  return run;
}

export function startCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
}

const folders: string[] = [];

/** A new empty folder, removed when the suite ends. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-e2e-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/**
 * The output of `demo`, made once for each build and shared by all suites; they only read it. Suites run in processes of
 * their own, so the first to finish gives the folder its name, and the others take that one.
 */
export function demoFolder(): string {
  const folder = join(tmpdir(), `kvantorium-demo-${digest(CLI).slice(0, 16)}`);
  if (!existsSync(folder)) {
    const own = `${folder}-${process.pid}`;
    runWell(['demo', '--out', own]);
    try {
      renameSync(own, folder);
    } catch {
      // Another suite was faster; both made the same bytes.
      rmSync(own, { recursive: true, force: true });
    }
  }
  return folder;
}

export function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Paths of all files of a folder and below, in order, relative to it. */
export function filesIn(folder: string, ending = ''): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Path → SHA-256 of every file of a folder. */
export function digests(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesIn(folder).map((path) => [path, digest(join(folder, path))]));
}

export function folderIn(parent: string, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

const side = z.union([z.number(), z.string(), z.null()]);

/** A finding of `--json`: these keys and no others. */
const finding = z.strictObject({
  code: z.string(),
  level: z.enum(['error', 'warning', 'deviation', 'info']),
  file: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  row: z.string().nullable(),
  left: side,
  right: side,
  difference: side,
  norm: side,
  message: z.string().min(1),
  action: z.string().min(1),
});
export type Finding = z.infer<typeof finding>;

/** What `check --json` prints; `args`: files and options. */
export function findingsOf(args: readonly string[]): readonly Finding[] {
  const { code, stdout, stderr } = runCli(['check', '--json', ...args]);
  if (code !== 0 && code !== 1) throw new Error(`check ended with ${code}: ${stderr}`);
  return z.array(finding).parse(JSON.parse(stdout));
}

/** The Department's new workbook in a folder. */
export function newWorkbook(folder: string, today: string, options: readonly string[] = []): string {
  const workbook = join(folder, 'department.xlsx');
  runWell(['init', '--out', workbook, '--today', today, ...options]);
  return workbook;
}

/** Issues a quarter's forms into a folder and gives their paths by the code of the school. */
export function issue(
  workbook: string,
  period: string,
  folder: string,
  today: string,
): Readonly<Record<string, string>> {
  runWell(['forms', '--workbook', workbook, '--period', period, '--out', folder, '--today', today]);
  return Object.fromEntries(
    filesIn(folder, '.xlsx').map((name) => [
      name.replace(`${period}_`, '').replace('.xlsx', ''),
      join(folder, name),
    ]),
  );
}
