/** The programme in and out of the workbook, and a concept's table as a new edition. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeWith, runPython } from '../setup/programs';
import { freshFolder, issue, newWorkbook, runCli, runWell } from './run-cli';

const OTHER_REGION = resolve(__dirname, '../fixtures/programme-other-region.json');
const THIRD_REGION = resolve(__dirname, '../fixtures/programme-third-region.json');
const BUILT_IN = resolve(__dirname, '../../src/programme/ivanovo-2021-2023.json');

const TABLE = `
import openpyxl, sys
wb = openpyxl.Workbook()
ws = wb.active
for row in [
    ['Приложение к концепции'],
    ['№ п/п', 'Наименование индикатора/показателя', 'Минимальное значение',
     'Значение Ивановской области (далее - ежегодно, не менее установленного минимального значения)'],
    [1, 'Численность детей, обучающихся на базе Кванториума (человек в год)', 100, '1 200'],
    [2, 'Доля педагогических работников, прошедших повышение квалификации', None, None],
    ['2.1', 'педагогические работники (%)', 100, 100],
    [3, 'Число мероприятий (ед. в год)', 4, 'не менее 5'],
]:
    ws.append(row)
wb.save(sys.argv[1])
`;

it.each([BUILT_IN, OTHER_REGION, THIRD_REGION])(
  'init and programme are inverse to each other: %s',
  (path) => {
    const folder = freshFolder();
    const workbook = newWorkbook(folder, '2020-12-25', ['--programme', path]);
    const out = join(folder, 'programme.json');
    runWell(['programme', '--workbook', workbook, '--out', out]);
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  },
);

describeWith('python3-openpyxl', 'a table of the order', () => {
  const concept = (...more: string[]): readonly string[] => [
    ...['--edition', '2021-1', '--from', '2021-03-01', '--act', 'приказ Департамента', '--number', '15-о'],
    ...more,
  ];

  it('becomes indicators and targets of a new edition; the dry run writes nothing', () => {
    const folder = freshFolder();
    const workbook = newWorkbook(folder, '2020-12-25');
    const table = join(folder, 'table.xlsx');
    runPython(TABLE, [table]);
    const before = readFileSync(workbook);

    const dry = runWell(['concept', table, '--workbook', workbook, ...concept('--dry-run')]);
    expect(dry.stdout).toContain('«не менее 5» – не число');
    expect(dry.stdout).toContain('2.1.1 (числитель) и 2.1.2 (знаменатель)');
    const out = join(folder, 'new.xlsx');
    runWell(['concept', table, '--workbook', workbook, ...concept('--out', out)]);
    expect(readFileSync(workbook).equals(before)).toBe(true);

    const json = join(folder, 'programme.json');
    runWell(['programme', '--workbook', out, '--out', json]);
    const programme = JSON.parse(readFileSync(json, 'utf8')) as {
      editions: readonly object[];
      indicators: readonly { code: string; fromEdition: string }[];
      targets: readonly object[];
    };
    expect(programme.editions).toMatchObject([
      { code: '2020-1', effectiveTo: '2021-02-28' },
      { code: '2021-1', effectiveFrom: '2021-03-01', effectiveTo: null },
    ]);
    const codes = programme.indicators
      .filter(({ fromEdition }) => fromEdition === '2021-1')
      .map(({ code }) => code);
    expect(codes).toEqual(['1', '2', '2.1', '2.1.1', '2.1.2', '3']);
    expect(programme.targets).toContainEqual(
      expect.objectContaining({ indicator: '1', site: '*', year: 2022, minimum: 100, target: 1200 }),
    );
    expect(programme.targets).toContainEqual(
      expect.objectContaining({ indicator: '3', year: 2022, minimum: 4, target: null }),
    );
    // Forms of the new edition's first quarter have its rows.
    const forms = issue(out, '2021-Q3', join(folder, 'forms'), '2021-09-20');
    expect(Object.keys(forms)).toEqual(['kineshma-8']);
  });

  it('is refused where there is none, and where cells beside the workbook’s tables would be lost', () => {
    const folder = freshFolder();
    const workbook = newWorkbook(folder, '2020-12-25');
    const table = join(folder, 'table.xlsx');
    runPython(TABLE, [table]);
    const none = runCli(['concept', workbook, '--workbook', workbook, ...concept('--dry-run')]);
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('нет таблицы')]);

    const noted = join(folder, 'noted.xlsx');
    runPython(
      'import openpyxl, sys\nwb = openpyxl.load_workbook(sys.argv[1])\nwb["Показатели"]["T6"] = "моя заметка"\nwb.save(sys.argv[2])',
      [workbook, noted],
    );
    const beside = runCli(['concept', table, '--workbook', noted, ...concept('--dry-run')]);
    expect([beside.code, beside.stderr]).toEqual([
      2,
      expect.stringMatching(/Показатели → T6.*ваши ячейки: T6/),
    ]);
  });
});

it('refuses a programme that is no JSON, in Russian', () => {
  const folder = freshFolder();
  const path = join(folder, 'programme.json');
  writeFileSync(path, '{"code": }');
  const { code, stderr } = runCli(['init', '--programme', path, '--out', join(folder, 'out.xlsx')]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/не JSON.*: проверьте запятые/)]);
});
