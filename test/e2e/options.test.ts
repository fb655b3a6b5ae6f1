/** The command line as a hostile tester meets it: exit codes, refusals in Russian, files that are none, nothing overwritten. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFolder, digest, findingsOf, freshFolder, runCli, runWell, type CliRun } from './run-cli';

const KEYS = [
  'code',
  'level',
  'file',
  'sheet',
  'cell',
  'row',
  'left',
  'right',
  'difference',
  'norm',
  'message',
  'action',
];
const TODAY = ['--today', '2023-10-20'];

let folder = '';
let workbook = '';
let good = '';
let wrong = '';

beforeAll(() => {
  const demo = demoFolder();
  folder = freshFolder();
  workbook = join(folder, 'department.xlsx');
  copyFileSync(join(demo, 'department.xlsx'), workbook);
  good = join(demo, '2023-Q3/returned/2023-Q3_shuya-9.xlsx');
  wrong = join(demo, '2021-Q4/returned/2021-Q4_kineshma-8.xlsx');
});

/** Words for people are Russian; paths, names of options and formats are not. */
function expectRefusal({ code, stdout, stderr }: CliRun, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr).toMatch(/[а-яё]{3}/i);
  expect(stderr + stdout).not.toMatch(/\bat .*:\d+|Error:|undefined|\[object|Внутренняя ошибка/);
  expect(code).toBe(2);
}

describe('check', () => {
  it('ends with 0 without errors, with 1 on an error, with 2 when it could not run', () => {
    expect(runCli(['check', good, ...TODAY]).code).toBe(0);
    expect(runCli(['check', wrong, ...TODAY]).code).toBe(1);
    expect(runCli(['check', join(folder, 'nowhere.xlsx'), ...TODAY]).code).toBe(2);
  });

  it('prints findings with exactly the twelve keys, in their order', () => {
    const { stdout, code } = runCli(['check', wrong, '--json', '--workbook', workbook, ...TODAY]);
    expect(code).toBe(1);
    const [first] = [...stdout.matchAll(/^ {2}\{\n(?<body>[^{}]*)\n {2}\}/gm)];
    const keys = [...(first?.groups?.['body'] ?? '').matchAll(/^ {4}"(\w+)":/gm)].map(([, key]) => key);
    expect(keys).toEqual(KEYS);
    const findings = findingsOf([wrong, '--workbook', workbook, ...TODAY]);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.find(({ code: found }) => found === 'L1.4')).toMatchObject({
      level: 'error',
      cell: 'I13',
    });
  });

  it('prints nothing but JSON, and an empty list where there is nothing to say', () => {
    const { stdout, stderr, code } = runCli(['check', good, '--json', ...TODAY]);
    expect(Array.isArray(JSON.parse(stdout))).toBe(true);
    expect([code, stderr]).toEqual([0, '']);
  });

  it('says both sides and the difference of a failed control', () => {
    expect(runCli(['check', wrong, '--workbook', workbook, ...TODAY]).stdout).toMatch(
      /слева \d+ <= справа \d+, разница \d+/,
    );
  });
});

describe('files that are not forms', () => {
  const BAD: Readonly<Record<string, (from: string) => Uint8Array | string>> = {
    'text.xlsx': () => 'Отчёт школы: всё хорошо\n',
    'empty.xlsx': () => '',
    'truncated.xlsx': (from) => readFileSync(from).subarray(0, 4000),
    'headless.xlsx': (from) => readFileSync(from).subarray(2000),
    'old.xls': () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]),
    'page.xlsx': () => '<html><table><tr><td>1</td></tr></table></html>',
    'zip.xlsx': () => Buffer.from('504b0506000000000000000000000000000000000000', 'hex'),
    'picture.xlsx': () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    'flipped.xlsx': (from) => {
      const bytes = readFileSync(from);
      for (let at = 600; at < bytes.length - 2000; at += 997) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      return bytes;
    },
  };

  beforeAll(() => {
    mkdirSync(join(folder, 'bad'));
    for (const [name, bytes] of Object.entries(BAD)) writeFileSync(join(folder, 'bad', name), bytes(good));
    copyFileSync(good, join(folder, 'bad', 'zz-good.xlsx'));
    copyFileSync(good, join(folder, 'bad', '00-good.xlsx'));
    writeFileSync(join(folder, 'bad', '~$00-good.xlsx'), 'lock');
  });

  it('each is named with a reason, and stops no other', () => {
    const findings = findingsOf([join(folder, 'bad'), ...TODAY]);
    for (const name of Object.keys(BAD)) {
      const own = findings.filter(({ file }) => file?.endsWith(name));
      expect({ name, codes: own.map(({ code, level }) => `${code} ${level}`) }).toEqual({
        name,
        codes: ['T0 error'],
      });
    }
    expect(findings.filter(({ file, level }) => file?.endsWith('good.xlsx') && level === 'error')).toEqual(
      [],
    );
    const { stdout, stderr } = runCli(['check', join(folder, 'bad'), ...TODAY]);
    expect(stdout + stderr).not.toMatch(/\bat .*:\d+|Error:|undefined|~\$/);
  });

  it('one that the system does not let us read is named, and stops no other', () => {
    const lost = join(folder, 'lost');
    mkdirSync(lost);
    symlinkSync(join(folder, 'nowhere.xlsx'), join(lost, '00-gone.xlsx'));
    copyFileSync(good, join(lost, 'good.xlsx'));
    const findings = findingsOf([lost, ...TODAY]);
    const errors = findings.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, file }) => [code, file])).toEqual([['T0', join(lost, '00-gone.xlsx')]]);
    expect(errors[0]?.message).toMatch(/файла.* нет/);
    const workbook = join(demoFolder(), 'department-at-start.xlsx');
    const out = join(folder, 'beside-lost.xlsx');
    const { stdout } = runWell(['receive', lost, '--workbook', workbook, '--out', out, ...TODAY]);
    expect(stdout).toContain('00-gone.xlsx: на доработку');
    expect(stdout).toMatch(/^принят: 1 файл$/m);
  });

  it('receive accepts the good one beside them, once', () => {
    const start = join(demoFolder(), '2023-Q2/corrected/protocol.xlsx');
    expect(existsSync(start)).toBe(true);
    const empty = join(folder, 'empty-department.xlsx');
    copyFileSync(join(demoFolder(), 'department-at-start.xlsx'), empty);
    const out = join(folder, 'beside.xlsx');
    const { stdout } = runWell(['receive', join(folder, 'bad'), '--workbook', empty, '--out', out, ...TODAY]);
    expect(stdout).toMatch(/принят[^\n]*: 1 файл/i);
    expect(digest(out)).not.toBe(digest(empty));
  });

  it.each([
    ['a file that is not there', ['check', 'nowhere.xlsx'], /нет/],
    ['an empty folder', ['check', '.'], /нет книг/],
    [
      'a form in place of the workbook',
      ['forms', '--workbook', 'GOOD', '--period', '2023-Q3', '--out', 'f'],
      /книга координатора/i,
    ],
    [
      'a text in place of the workbook',
      ['forms', '--workbook', 'BAD', '--period', '2023-Q3', '--out', 'f'],
      /не книга Excel/,
    ],
    [
      'a folder in place of the workbook',
      ['forms', '--workbook', '.', '--period', '2023-Q3', '--out', 'f'],
      /папка/,
    ],
    ['a text in place of the programme', ['init', '--programme', 'BAD', '--out', 'p.xlsx'], /не JSON/],
    ['a place that can’t be written', ['init', '--out', 'BAD/department.xlsx'], /Не удалось записать/],
  ])('%s', (_name, args, words) => {
    const empty = join(folder, 'none');
    mkdirSync(empty, { recursive: true });
    const path = (arg: string): string =>
      arg === 'GOOD'
        ? good
        : arg.startsWith('BAD')
          ? join(folder, arg.replace('BAD', 'bad/text.xlsx'))
          : /\.xlsx$|^\.$|^f$/.test(arg)
            ? join(empty, arg)
            : arg;
    expectRefusal(runCli(args.map(path)), words);
  });
});

describe('arguments', () => {
  it.each([
    ['an unknown option', ['check', 'x', '--quick'], /Неизвестный параметр --quick/],
    ['an unknown command', ['chek', 'x'], /Неизвестная команда/],
    ['no files', ['check'], /Не указаны файлы/],
    ['no output', ['init'], /--out/],
    ['an option without its value', ['init', '--out'], /--out/],
    ['a day that there is not', ['init', '--out', 'x', '--today', '2021-02-30'], /2021-02-30.*дата/],
    [
      'a day in another notation',
      ['init', '--out', 'x', '--today', '01.10.2021'],
      /01\.10\.2021.*ГГГГ-ММ-ДД/,
    ],
    [
      'a fifth quarter',
      ['forms', '--workbook', 'x', '--out', 'y', '--period', '2021-Q5'],
      /2021-Q5.*квартал/,
    ],
    ['a period in words', ['check', 'x', '--period', 'III'], /III.*квартал/],
    [
      'a negative revision',
      ['report', '--workbook', 'x', '--out', 'y', '--period', '2021-Q3', '--revision', '-1'],
      /номер/,
    ],
    [
      'a revision in words',
      ['report', '--workbook', 'x', '--out', 'y', '--period', '2021-Q3', '--revision', 'a'],
      /номер/,
    ],
    ['two sources', ['roadmap', '--out', 'x', '--workbook', 'w', '--programme', 'p'], /вместе/],
    ['too many arguments', ['init', 'x', '--out', 'y'], /Лишние/],
  ])('%s', (_name, args, words) => {
    expectRefusal(runCli(args), words);
  });

  it.each([
    ['a period before the programme', '2020-Q4', /не входит в отчётные периоды/],
    ['a period after the programme', '2024-Q1', /не входит в отчётные периоды/],
  ])('%s', (_name, period, words) => {
    expectRefusal(
      runCli(['forms', '--workbook', workbook, '--period', period, '--out', join(folder, 'f')]),
      words,
    );
    expectRefusal(
      runCli(['report', '--workbook', workbook, '--period', period, '--out', join(folder, 'r.xlsx')]),
      words,
    );
    expect(existsSync(join(folder, 'r.xlsx'))).toBe(false);
  });

  it('help is Russian and ends well; no command at all is a refusal with the help', () => {
    for (const command of ['init', 'roadmap', 'forms', 'check', 'receive', 'report', 'demo']) {
      const { code, stdout } = runCli([command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toMatch(/^Использование: kvantorium/);
      expect(stdout).not.toMatch(/Usage|Options:|Arguments:|default|display help/);
    }
    expect(runCli([]).code).toBe(2);
  });
});

describe('outputs', () => {
  it.each([
    ['init', () => ['init']],
    ['roadmap', () => ['roadmap']],
    ['receive', () => ['receive', good, '--workbook', workbook]],
    ['report', () => ['report', '--workbook', workbook, '--period', '2023-Q3']],
  ])('%s overwrites nothing without --force', (name, args) => {
    const out = join(folder, `existing-${name}.xlsx`);
    writeFileSync(out, 'чужой файл');
    expectRefusal(runCli([...args(), '--out', out, ...TODAY]), /уже есть.*--force/s);
    expect(readFileSync(out, 'utf8')).toBe('чужой файл');
    runWell([...args(), '--out', out, '--force', ...TODAY]);
    expect(readFileSync(out, 'latin1').startsWith('PK')).toBe(true);
  });

  it('where one of several files exists, none is written', () => {
    const csv = join(folder, 'half');
    mkdirSync(csv);
    writeFileSync(join(csv, 'totals.csv'), 'чужой файл');
    const out = join(folder, 'half.xlsx');
    expectRefusal(
      runCli(['report', '--workbook', workbook, '--period', '2023-Q3', '--out', out, '--csv', csv, ...TODAY]),
      /totals\.csv/,
    );
    expect([existsSync(out), existsSync(join(csv, 'values.csv'))]).toEqual([false, false]);
  });

  it('the input workbook is never the output, not even with --force', () => {
    const before = digest(workbook);
    for (const same of [workbook, join(folder, '.', 'x', '..', 'department.xlsx')]) {
      expectRefusal(
        runCli(['receive', good, '--workbook', workbook, '--out', same, '--force', ...TODAY]),
        /совпадает/,
      );
    }
    expect(digest(workbook)).toBe(before);
  });

  it('no other output of a run falls on the input workbook or on the run’s own output', () => {
    const before = digest(workbook);
    const out = join(folder, 'own-output.xlsx');
    expectRefusal(
      runCli([
        'receive',
        good,
        '--workbook',
        workbook,
        '--out',
        out,
        '--protocol',
        workbook,
        '--force',
        ...TODAY,
      ]),
      /совпадает/,
    );
    expectRefusal(
      runCli([
        'report',
        '--workbook',
        workbook,
        '--period',
        '2023-Q3',
        '--out',
        workbook,
        '--force',
        ...TODAY,
      ]),
      /совпадает/,
    );
    expectRefusal(
      runCli(['check', good, '--workbook', workbook, '--protocol', workbook, '--force', ...TODAY]),
      /совпадает/,
    );
    expectRefusal(
      runCli(['roadmap', '--workbook', workbook, '--out', workbook, '--force', ...TODAY]),
      /совпадает/,
    );
    expectRefusal(
      runCli(['receive', good, '--workbook', workbook, '--out', out, '--protocol', out, '--force', ...TODAY]),
      /совпадает/,
    );
    expect(digest(workbook)).toBe(before);
  });
});
