/** Forms that come back from schools: filled without Excel, saved by LibreOffice, and changed as people change them. */
import { basename, join } from 'node:path';
import { convertWithLibreOffice, describeWith } from '../setup/programs';
import { cellsOf, changeWorkbooks, fillForms } from './workbooks';
import {
  findingsOf,
  folderIn,
  freshFolder,
  issue,
  newWorkbook,
  runCli,
  runWell,
  type Finding,
} from './run-cli';

const ISSUED = '2021-09-16';
const RETURNED = '2021-10-01';
const FACTS = { '1': 240, '2': 230, '3.1': 5, '3.2': 210, '4.1': 7, '4.2': 9 };

let folder = '';
let workbook = '';
let issued = '';
let filled = '';

beforeAll(() => {
  folder = freshFolder();
  workbook = newWorkbook(folder, ISSUED);
  issued = issue(workbook, '2021-Q3', join(folder, 'forms'), ISSUED)['kineshma-8'] ?? '';
  filled = join(folder, 'filled.xlsx');
});

const check = (file: string, ...options: string[]): readonly Finding[] =>
  findingsOf([file, '--workbook', workbook, '--today', RETURNED, ...options]);
const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ level }) => level === 'error');

/** Row by row: what the register holds after the files were received. */
function registerAfter(files: readonly string[], name: string): readonly unknown[] {
  const out = join(folder, `${name}.xlsx`);
  runWell(['receive', ...files, '--workbook', workbook, '--out', out, '--today', RETURNED]);
  const [book] = cellsOf([out], true);
  const cells = book?.['Реестр'] ?? {};
  const rows = [...new Set(Object.keys(cells).map((address) => Number(/\d+/.exec(address)?.[0])))];
  return rows
    .filter((row) => row > 4)
    .map((row) => 'ACEHIJKLMN'.split('').map((column) => cells[`${column}${row}`]));
}

describeWith('python3-openpyxl', 'a form filled by openpyxl', () => {
  beforeAll(() => {
    fillForms([{ file: issued, out: filled, facts: FACTS }]);
  });

  it('is checked like one that Excel filled, and received', () => {
    expect(errorsOf(check(filled))).toEqual([]);
    const rows = registerAfter([filled], 'by-openpyxl');
    expect(rows.map((row) => (row as unknown[]).slice(2, 5))).toEqual([
      ['1', 240, 240],
      ['2', 230, 230],
      ['3.1', 5, 5],
      ['3.2', 210, 210],
      ['4', 77.8, 'х'],
      ['4.1', 7, 'х'],
      ['4.2', 9, 'х'],
    ]);
  });

  it('unfilled, says of every input that it is empty, and where', () => {
    const findings = errorsOf(check(issued));
    expect(findings.filter(({ code }) => code === 'T1').map(({ cell }) => cell)).toEqual([
      'B11',
      'B12',
      'B13',
    ]);
    fillForms([{ file: issued, out: join(folder, 'empty.xlsx'), facts: { '*': '' } }]);
    const empty = errorsOf(check(join(folder, 'empty.xlsx')));
    expect(empty.map(({ code, cell }) => `${code} ${cell ?? ''}`)).toEqual([
      'F1 I7',
      'F1 K7',
      'F1 I8',
      'F1 K8',
      'F1 I10',
      'F1 K10',
      'F1 I11',
      'F1 K11',
      'F1 I13',
      'F1 I14',
    ]);
  });

  const sheet = 'Форма';
  const stampCell = 'A16';
  const stampFor = (site: string, quarter: string): string =>
    `Служебная отметка: форма 1 · ivanovo-2021-2023 · 2020-1 · ${site} · ${quarter}`;
  const restamp = (site: string, quarter: string): object[] => [
    { do: 'set', sheet, cell: stampCell, value: stampFor(site, quarter) },
    { do: 'set', sheet: '_meta', cell: 'B4', value: stampFor(site, quarter) },
  ];
  const set = (cell: string, value: unknown, where = sheet): object => ({
    do: 'set',
    sheet: where,
    cell,
    value,
  });

  // openpyxl does not move merged areas when it inserts rows.
  const unmerge = { do: 'unmerge', sheet, area: 'A16:O16' };

  const CASES: readonly (readonly [string, readonly object[], string, readonly string[]])[] = [
    ['its sheet was renamed', [{ do: 'rename', sheet, to: 'Лист1' }], 'T3 warning Лист1', []],
    ['the title was renamed', [{ do: 'rename', sheet: 'Титул', to: 'Лист 2' }], 'T3 warning Лист 2', []],
    ['rows were inserted above', [unmerge, { do: 'insertRows', sheet, at: 6, count: 3 }], '', []],
    [
      'a row was inserted inside',
      [unmerge, { do: 'insertRows', sheet, at: 10, count: 1 }],
      'T3 warning Форма A11',
      [],
    ],
    ['the block was moved', [{ do: 'move', sheet, area: 'A6:O14', rows: 15, columns: 2 }], '', []],
    [
      'a row was moved to the end',
      [{ do: 'move', sheet, area: 'A7:O7', rows: 8 }],
      'T3 warning Форма A15',
      [],
    ],
    ['it lost a row', [{ do: 'deleteRow', sheet, at: 11 }], 'T3 error Форма 3.2', []],
    ['a row’s code was doubled', [set('A8', '1')], 'T3 error Форма A8', []],
    ['a column lost its title', [set('I6', 'Итого')], 'T3 error Форма A6', []],
    ['its sheet was removed', [{ do: 'remove', sheet }], 'T0 error', []],
    ['its title was removed', [{ do: 'remove', sheet: 'Титул' }], 'T1 error', []],
    ['«_meta» was removed', [{ do: 'remove', sheet: '_meta' }], '', []],
    ['the stamp on the sheet was removed', [set(stampCell, null)], '', []],
    [
      'both stamps were removed',
      [{ do: 'remove', sheet: '_meta' }, set(stampCell, null)],
      'T0 error Форма',
      [],
    ],
    [
      'one stamp is of another school',
      [set(stampCell, stampFor('shuya-9', '2021-Q3'))],
      'T2 error Форма A16',
      [],
    ],
    [
      'one stamp is of another quarter',
      [set(stampCell, stampFor('kineshma-8', '2021-Q4'))],
      'T2 error Форма A16',
      [],
    ],
    ['the stamps are of a school not open yet', restamp('shuya-9', '2021-Q3'), 'T2 error Форма A16', []],
    [
      'the stamps are of a school that is not there',
      restamp('nowhere-1', '2021-Q3'),
      'T2 error Форма A16',
      [],
    ],
    [
      'the stamps are of a quarter that is not over',
      restamp('kineshma-8', '2021-Q4'),
      'T2 error Форма A16',
      [],
    ],
    ['the stamps are of a quarter outside', restamp('kineshma-8', '2020-Q4'), 'T2 error Форма A16', []],
    [
      'the title names another quarter',
      [set('B6', 'II квартал 2021 года', 'Титул')],
      'T2 error Титул B6',
      [],
    ],
    ['the title names another school', [set('B4', 'Школа № 9 г. Шуи', 'Титул')], 'T2 error Титул B4', []],
    ['it belongs to another quarter than asked for', [], 'T2 error Форма A16', ['--period', '2021-Q4']],
    ['a number is a text', [set('I7', 'двести')], 'F2 error Форма I7', []],
    ['a number is a date', [set('I7', '=DATE(2021,3,4)')], 'F2 error Форма I7', []],
    ['a number is negative', [set('I10', -5)], 'F4 error Форма I10', []],
    ['a count has decimals', [set('I7', 240.5)], 'F3 error Форма I7', []],
    ['a cell was emptied', [set('I7', null)], 'F1 error Форма I7', []],
    ['a part is greater than the whole', [set('I13', 10)], 'L1.4 error Форма I13', []],
    ['the total is not the sum', [set('K10', 9)], 'P2.3.1 error Форма I10', []],
    ['the revision is not a number', [set('B10', 'первая', 'Титул')], 'T1 error Титул B10', []],
    ['a revision comes before the first form', [set('B10', 1, 'Титул')], 'P4 error', []],
  ];

  const placeOf = ({ code, level, sheet: where, cell, row }: Finding): string =>
    [code, level, where, cell ?? row].filter((part) => part !== null).join(' ');

  describe('that was changed', () => {
    // One run over the whole folder: no file stops the others.
    let all: readonly Finding[] = [];
    beforeAll(() => {
      changeWorkbooks(
        CASES.map(([, steps], index) => ({
          file: filled,
          out: join(folderIn(folder, 'changed'), `${index}.xlsx`),
          steps: steps as Readonly<Record<string, unknown>>[],
        })),
      );
      all = check(join(folder, 'changed'));
    });

    it.each(CASES.map(([name, , expected, options], index) => [name, expected, options, index] as const))(
      '%s: %s',
      (_name, expected, options, index) => {
        const path = join(folder, 'changed', `${index}.xlsx`);
        const findings =
          options.length > 0 ? check(path, ...options) : all.filter(({ file }) => file === path);
        const places = findings.map(placeOf);
        if (expected === '') expect(errorsOf(findings)).toEqual([]);
        else if (expected.includes('error')) expect(places).toContain(expected);
        else {
          expect(places).toContain(expected);
          expect(errorsOf(findings)).toEqual([]);
        }
      },
    );
  });
});

describeWith('soffice', 'a form opened and saved by LibreOffice', () => {
  it('is checked and received like the original', () => {
    const saved = convertWithLibreOffice(filled, 'xlsx', folderIn(folder, 'libreoffice'));
    expect(check(saved).filter(({ level }) => level !== 'info')).toEqual(
      check(filled)
        .filter(({ level }) => level !== 'info')
        .map((finding) => ({ ...finding, file: saved })),
    );
    expect(registerAfter([saved], 'by-libreoffice')).toEqual(registerAfter([filled], 'original'));
  });

  it('is the same form as the original, not a second one', () => {
    const saved = join(folder, 'libreoffice', basename(filled));
    const first = join(folder, 'first.xlsx');
    runWell(['receive', filled, '--workbook', workbook, '--out', first, '--today', RETURNED]);
    const again = runCli(['receive', saved, '--workbook', first, '--dry-run', '--today', RETURNED]);
    expect(again.stdout).toMatch(/повтор/i);
    expect(again.stdout).not.toMatch(/принято: 1/i);
  });
});
