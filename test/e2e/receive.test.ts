/** Intake over the demo's returned files: any order, twice, beside what people added; and nothing lost when a run is killed. */
import { copyFileSync, existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { convertWithLibreOffice, describeWith } from '../setup/programs';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { cellsOf, changeWorkbooks, extrasOf } from './workbooks';
import {
  demoFolder,
  digest,
  digests,
  filesIn,
  folderIn,
  freshFolder,
  runCli,
  runWell,
  startCli,
} from './run-cli';

const TODAY = '2023-10-20';
const PERMUTATIONS = 4;
const KILLS = 8;

let folder = '';
let start = '';
/** Every form that any school sent in the demo: good ones, wrong ones, copies, corrections. */
let sent: readonly string[] = [];

beforeAll(() => {
  const demo = demoFolder();
  folder = freshFolder();
  start = join(folder, 'start.xlsx');
  copyFileSync(join(demo, 'department-at-start.xlsx'), start);
  sent = filesIn(demo, '.xlsx')
    .filter((path) => /\/(returned|corrected)\//.test(path) && !path.endsWith('protocol.xlsx'))
    .map((path) => join(demo, path));
});

const receive = (files: readonly string[], workbook: string, out: string, ...options: string[]): string =>
  runWell(['receive', ...files, '--workbook', workbook, '--out', out, '--today', TODAY, ...options]).stdout;

/** Shuffled by a seed: Fisher and Yates with a linear congruential generator. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const result = [...items];
  let state = seed;
  for (let last = result.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (last + 1);
    const [a, b] = [result[last], result[other]];
    if (a === undefined || b === undefined) throw new Error('out of range');
    [result[last], result[other]] = [b, a];
  }
  return result;
}

it('gives the same bytes in whatever order the files come', () => {
  expect(sent.length).toBeGreaterThan(20);
  const straight = join(folder, 'straight.xlsx');
  receive(sent, start, straight, '--protocol', join(folder, 'straight-protocol.xlsx'));
  for (let seed = 1; seed <= PERMUTATIONS; seed += 1) {
    const out = join(folder, `order-${seed}.xlsx`);
    const protocol = join(folder, `order-${seed}-protocol.xlsx`);
    receive(shuffled(sent, seed), start, out, '--protocol', protocol);
    expect(digest(out)).toBe(digest(straight));
    expect(digest(protocol)).toBe(digest(join(folder, 'straight-protocol.xlsx')));
  }
});

it('changes nothing when the same files come again, and never its input', () => {
  const [once, twice] = [join(folder, 'once.xlsx'), join(folder, 'twice.xlsx')];
  const before = digest(start);
  receive(sent, start, once);
  receive(shuffled(sent, 99), once, twice, '--today', '2023-11-30');
  expect(digest(start)).toBe(before);
  expect(digest(twice)).toBe(digest(once));
  expect(digest(once)).not.toBe(before);
});

it('a dry run writes nothing and says the same', () => {
  const out = join(folder, 'dry.xlsx');
  const said = receive(sent, start, out, '--dry-run', '--protocol', join(folder, 'dry-protocol.xlsx'));
  expect(existsSync(out)).toBe(false);
  expect(existsSync(join(folder, 'dry-protocol.xlsx'))).toBe(false);
  const real = receive(sent, start, out);
  expect(real.startsWith(said)).toBe(true);
});

describeWith('python3-openpyxl', 'beside what people added', () => {
  itWithValidator('keeps their sheets, notes and charts, and the file stays valid', async () => {
    const own = join(folder, 'own.xlsx');
    changeWorkbooks([
      {
        file: start,
        out: own,
        steps: [
          {
            do: 'addSheet',
            sheet: 'Мои заметки',
            rows: [
              ['школа', 'звонков'],
              ['№ 8', 3],
              ['№ 9', 5],
            ],
          },
          { do: 'chart', sheet: 'Мои заметки', cell: 'D2', title: 'Звонки' },
          {
            do: 'addSheet',
            sheet: 'Впереди',
            index: 0,
            rows: [
              ['x', 1],
              ['y', 2],
              ['z', '=SUM(B1:B2)'],
            ],
          },
          { do: 'note', sheet: 'Площадки', cell: 'B5', text: 'позвонить директору' },
          { do: 'note', sheet: 'Реестр', cell: 'A1', text: 'реестр сверен' },
          { do: 'note', sheet: 'Мои заметки', cell: 'A1', text: 'для себя' },
        ],
      },
    ]);
    const before = extrasOf(own);
    expect(Object.keys(before.notes)).toHaveLength(3);
    const out = join(folder, 'own-received.xlsx');
    receive(sent, own, out);
    const after = extrasOf(out);
    expect(after.sheets).toEqual(before.sheets);
    // openpyxl forgets the names of charts, so those of the product's that it saved stay beside the new ones.
    expect({ ...after.charts, Сводка: 0 }).toEqual({ ...before.charts, Сводка: 0 });
    expect(after.notes).toMatchObject({
      'Площадки!B5': 'позвонить директору',
      'Мои заметки!A1': 'для себя',
    });
    const [was, is] = cellsOf([own, out], false);
    for (const sheet of ['Мои заметки', 'Впереди', 'Площадки', 'Исполнение', 'Настройки']) {
      expect(is?.[sheet]).toEqual(was?.[sheet]);
    }
    expect(await validateOpenXml(out)).toEqual(await validateOpenXml(own));
    expect(after.notes['Реестр!A1']).toBe('реестр сверен');
  });

  it('a later report reads the figures that people’s sheets stand between', () => {
    const report = join(folder, 'own-report.xlsx');
    runWell([
      'report',
      '--workbook',
      join(folder, 'own-received.xlsx'),
      '--period',
      '2023-Q2',
      '--out',
      report,
      '--today',
      TODAY,
    ]);
    const plain = join(folder, 'plain-report.xlsx');
    receive(sent, start, join(folder, 'plain.xlsx'));
    runWell([
      'report',
      '--workbook',
      join(folder, 'plain.xlsx'),
      '--period',
      '2023-Q2',
      '--out',
      plain,
      '--today',
      TODAY,
    ]);
    expect(digest(report)).toBe(digest(plain));
  });
});

describeWith('soffice', 'in a workbook that LibreOffice has saved', () => {
  itWithValidator('accepts the same forms, gives the same report, and the file stays valid', async () => {
    const saved = convertWithLibreOffice(start, 'xlsx', folderIn(folder, 'libreoffice'));
    const reports = [saved, start].map((workbook, index) => {
      const out = join(folder, `either-${index}.xlsx`);
      receive(sent, workbook, out);
      const report = join(folder, `either-${index}-report.xlsx`);
      runWell(['report', '--workbook', out, '--period', '2022-Q4', '--out', report, '--today', TODAY]);
      return digest(report);
    });
    expect(reports[0]).toBe(reports[1]);
    expect(await validateOpenXml(join(folder, 'either-0.xlsx'))).toEqual([]);
  });
});

describe('killed at some moment', () => {
  it('leaves the whole output or none', async () => {
    const whole = join(folder, 'kill-whole.xlsx');
    const begun = performance.now();
    receive(sent, start, whole);
    const length = performance.now() - begun;
    let absent = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const out = join(folderIn(folder, `kill-${kill}`), 'out.xlsx');
      const run = startCli(['receive', ...sent, '--workbook', start, '--out', out, '--today', TODAY]);
      const ended = once(run, 'exit');
      // The last tenth of the run is where files are written; most moments are taken from there.
      await setTimeout(length * (kill < 2 ? 0.4 : 0.85 + 0.03 * kill));
      run.kill('SIGKILL');
      await ended;
      if (existsSync(out)) expect(digest(out)).toBe(digest(whole));
      else absent += 1;
    }
    expect(absent).toBeGreaterThan(0);
  });

  it('does not spoil an output that was there', async () => {
    const out = join(folderIn(folder, 'kill-over'), 'out.xlsx');
    copyFileSync(start, out);
    const run = startCli([
      'receive',
      ...sent,
      '--workbook',
      start,
      '--out',
      out,
      '--force',
      '--today',
      TODAY,
    ]);
    const ended = once(run, 'exit');
    await setTimeout(600);
    run.kill('SIGKILL');
    await ended;
    expect([digest(start), digest(join(folder, 'kill-whole.xlsx'))]).toContain(digest(out));
  });
});

describe('time zone and language of the machine', () => {
  const PLACES: readonly Readonly<Record<string, string>>[] = [
    { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  ];

  /** Everything that the commands make, from the programme to the report. */
  function story(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const out = freshFolder();
    const run = (...args: string[]): string =>
      runWell([...args, '--today', '2021-12-31'], environment).stdout.replaceAll(out, '');
    const [department, received] = [join(out, 'department.xlsx'), join(out, 'received.xlsx')];
    const said = [
      run('init', '--out', department),
      run('roadmap', '--out', join(out, 'roadmap.xlsx')),
      run('forms', '--workbook', department, '--period', '2021-Q4', '--out', join(out, 'forms')),
      run(
        'receive',
        ...sent.slice(0, 4),
        '--workbook',
        department,
        '--out',
        received,
        '--protocol',
        join(out, 'p.xlsx'),
      ),
      run(
        'report',
        '--workbook',
        received,
        '--period',
        '2021-Q3',
        '--out',
        join(out, 'report.xlsx'),
        '--csv',
        join(out, 'csv'),
      ),
    ];
    return { ...digests(out), said: said.join('\n') };
  }

  it('change no byte of any file', () => {
    const [first, ...others] = PLACES.map(story);
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(8);
    for (const other of others) expect(other).toEqual(first);
  });

  it('change no byte of the demo', () => {
    const out = join(freshFolder(), 'demo');
    runCli(['demo', '--out', out], { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' });
    expect(digests(out)).toEqual(digests(demoFolder()));
  });
});
