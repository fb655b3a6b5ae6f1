/** Threads change nothing but the time: the same findings in the same order, and one bad file stops no other. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMS_DAY, firstForm, formsLike, manySchools, schoolCode } from '../fixtures/many-schools';
import { folderIn, freshFolder, runCli } from './run-cli';

const FILES = 60;
/** A good file in the midst of others. */
const SOUND = 40;

describe('many files in several threads', () => {
  let returned = '';
  let options: readonly string[] = [];

  beforeAll(async () => {
    const folder = freshFolder();
    returned = folderIn(folder, 'returned');
    const programme = manySchools(FILES);
    writeFileSync(join(folder, 'programme.json'), JSON.stringify(programme));
    const formOf = formsLike(await firstForm(programme));
    for (let index = 0; index < FILES; index += 1) {
      const bytes = formOf(index);
      // Every seventh is cut, so that fast answers and slow ones come mixed.
      const kept = index % 7 === 3 ? bytes.subarray(0, bytes.length / 2) : bytes;
      writeFileSync(join(returned, `${schoolCode(index)}.xlsx`), kept);
    }
    options = ['--programme', join(folder, 'programme.json'), '--today', FORMS_DAY];
  });

  const checked = (workers: number, environment = {}): ReturnType<typeof runCli> =>
    runCli(['check', returned, '--json', ...options, '--workers', String(workers)], environment);
  const fallen = (how: string): ReturnType<typeof runCli> =>
    checked(2, {
      NODE_OPTIONS: `--require=${join(__dirname, 'fall-at.js')}`,
      FALL_AT: `${schoolCode(SOUND)}.xlsx`,
      FALL_HOW: how,
    });

  it.each([2, 3, 70])('%i threads say what one says', (workers) => {
    const one = checked(1);
    expect(one.stdout).toContain(`${schoolCode(3)}.xlsx`);
    expect(checked(workers)).toEqual(one);
  });

  it('names exactly the cut files', () => {
    const named = new Set(
      [...checked(2).stdout.matchAll(/school-(\d+)\.xlsx/g)].map(([, code]) => Number(code)),
    );
    const cut = Array.from({ length: FILES }, (_, index) => index).filter((index) => index % 7 === 3);
    expect([...named].sort((a, b) => a - b)).toEqual(cut);
    expect(readFileSync(join(returned, `${schoolCode(0)}.xlsx`)).length).toBeGreaterThan(1000);
  });

  it.each(['exit', 'memory'])('names the file at which a thread always ends (%s), and it alone', (how) => {
    const { stdout } = fallen(how);
    const without = JSON.parse(stdout) as readonly { readonly file: string; readonly code: string }[];
    const [lost, ...more] = without.filter(({ file }) => file.endsWith(`${schoolCode(SOUND)}.xlsx`));
    expect(more).toEqual([]);
    expect(lost?.code).toBe('T0');
    expect(without.filter((finding) => finding !== lost)).toEqual(JSON.parse(checked(1).stdout));
  });

  it.each(['used', 'later'])('blames no file for a thread that others have brought down (%s)', (how) => {
    expect(fallen(how)).toEqual(checked(1));
  });
});
