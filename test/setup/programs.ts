/** Programs that some suites need and a machine may lack. A suite without its program is skipped, by name and reason. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Program = 'soffice' | 'python3-openpyxl' | 'chromium' | 'pdftotext';

const TIMEOUT_MS = 120_000;

const commandNames: Record<Exclude<Program, 'python3-openpyxl'>, readonly string[]> = {
  soffice: ['soffice', 'libreoffice'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  pdftotext: ['pdftotext'],
};

const found = new Map<Program, string | undefined>();

/** Path of a program, or undefined where the machine lacks it. For `python3-openpyxl`: of a Python that imports openpyxl. */
export function findProgram(program: Program): string | undefined {
  if (!found.has(program)) {
    found.set(program, program === 'python3-openpyxl' ? findPython() : findCommand(commandNames[program]));
  }
  return found.get(program);
}

/** `describe`, or its skipped twin that names the missing program in its title. */
export function describeWith(program: Program, title: string, suite: () => void): void {
  if (findProgram(program) === undefined) {
    describe.skip(`${title} (skipped: this machine has no ${program})`, suite);
    return;
  }
  describe(title, () => {
    if (program === 'soffice') {
      afterAll(removeProfile);
    }
    suite();
  });
}

/**
 * What a Python script prints. `script` is the path of a `.py` file, or the source text itself.
 * A script that fails throws with what it said.
 */
export function runPython(script: string, args: readonly string[] = []): string {
  const source = script.endsWith('.py') ? [script] : ['-c', script];
  return run(needed('python3-openpyxl'), [...source, ...args]);
}

/**
 * Converts a file and gives the path of the result. `to` is as `--convert-to` takes it: `pdf`, `xlsx`, `csv:…`.
 * Each process has a profile of its own, since two LibreOffices can't share one.
 */
export function convertWithLibreOffice(input: string, to: string, outDir: string): string {
  mkdirSync(outDir, { recursive: true });
  const output = join(outDir, `${basename(input, extname(input))}.${to.split(':')[0] ?? to}`);
  if (output === input) {
    throw new Error(`LibreOffice would overwrite its input: ${input}`);
  }
  rmSync(output, { force: true });
  const user = `-env:UserInstallation=${pathToFileURL(libreOfficeProfile()).href}`;
  const said = run(needed('soffice'), [
    user,
    '--headless',
    '--norestore',
    '--convert-to',
    to,
    '--outdir',
    outDir,
    input,
  ]);
  // It ends well even when it could not read its input.
  if (!existsSync(output)) {
    throw new Error(`LibreOffice made no ${output}: ${said}`);
  }
  return output;
}

let profile: string | undefined;

function libreOfficeProfile(): string {
  profile ??= mkdtempSync(join(tmpdir(), 'kvantorium-soffice-'));
  return profile;
}

function removeProfile(): void {
  if (profile !== undefined) {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    profile = undefined;
  }
}

function needed(program: Program): string {
  const path = findProgram(program);
  if (path === undefined) {
    throw new Error(`This machine has no ${program}; wrap the suite in describeWith('${program}', …).`);
  }
  return path;
}

function run(command: string, args: readonly string[]): string {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (result.error !== undefined) {
    throw result.error;
  }
  if (result.status !== 0) {
    throw new Error(
      `${command} ended with ${result.status ?? result.signal ?? '?'}: ${result.stderr || result.stdout}`,
    );
  }
  return result.stdout;
}

function findCommand(names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Debian's own Python comes first: a second one on the PATH seldom has Debian's openpyxl. */
function findPython(): string | undefined {
  return ['/usr/bin/python3', 'python3'].find(
    (python) => spawnSync(python, ['-c', 'import openpyxl'], { timeout: TIMEOUT_MS }).status === 0,
  );
}
