/** The summary over many regions' workbooks, and their export: the command line on real files, read by other programs. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Big from 'big.js';
import { z } from 'zod';
import { civilDate } from '../../src/calendar/civil-date';
import type { ReportSource } from '../../src/report/build-report';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { createDepartmentWorkbook, registerSheets } from '../../src/workflows/department-workbook';
import { OTHER_REGION } from '../programme/programmes';
import { ask } from '../report/data-set';
import { manyRegions } from '../report/many-regions';
import { validateOpenXml, itWithValidator } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../setup/programs';
import { filesIn, folderIn, freshFolder, runCli, runWell } from './run-cli';
import { cellsOf, type CellValue } from './workbooks';

const TODAY = civilDate(2023, 1, 10);
const QUERY = readFileSync(resolve(__dirname, '../../docs/sql/report.sql'), 'utf8');
const csvRow = z.record(z.string(), z.string());

function csv(path: string): readonly z.infer<typeof csvRow>[] {
  const script =
    "import csv,json,sys\njson.dump(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline=''))),sys.stdout)";
  return z.array(csvRow).parse(JSON.parse(runPython(script, [path])));
}

async function saveDepartment(path: string, { programme, register, log }: ReportSource): Promise<void> {
  const fresh = createDepartmentWorkbook(programme, TODAY);
  const kept = registerSheets({ programme, register, log, execution: [] }, TODAY);
  const sheets = fresh.sheets.map((sheet) => kept.find(({ name }) => name === sheet.name) ?? sheet);
  writeFileSync(path, await writeWorkbookFile({ ...fresh, sheets }));
}

describeWith('python3-openpyxl', 'many regions', () => {
  let folder = '';
  let registers = '';
  const path = (name: string): string => join(folder, name);
  const regions = manyRegions(4, 7);

  beforeAll(async () => {
    folder = freshFolder();
    registers = folderIn(folder, 'registers');
    for (const source of regions)
      await saveDepartment(join(registers, `${source.programme.code}.xlsx`), source);
  });

  test('the summary says what every region says, adds up, and is the query over the export', async () => {
    const out = path('summary.xlsx');
    const run = runCli(
      ['report', '--registers', registers, '--period', '2022-Q4', '--out', out, '--csv', path('csv')].concat(
        '--today',
        TODAY,
      ),
    );
    expect(run).toMatchObject({ code: 0, stderr: '' });
    runWell(['export', '--registers', registers, '--parquet', path('data')]);
    const answers = await ask(path('data'), `SELECT * FROM (${QUERY}) AS r WHERE quarter = '2022-Q4'`);
    const figures = (row: Readonly<Record<string, unknown>>, keys: readonly string[]): (string | null)[] =>
      keys.map((key) => {
        const value = row[key];
        if (value === null || value === undefined || value === '') return null;
        return typeof value === 'string' || typeof value === 'number'
          ? new Big(value).toFixed()
          : 'no number';
      });
    const compare = (rows: readonly Readonly<Record<string, string>>[], scope: string): void => {
      const names = [
        'plan',
        'fact',
        'reached',
        'deviation',
        'answers',
        'schools_reported',
        'schools_expected',
      ];
      const own = rows.map((row) => [
        row['programme'] ?? '*',
        row['row'],
        ...figures(row, [...names, 'percent', 'draft']),
      ]);
      const queried = answers
        .filter((row) => row['scope'] === scope)
        .map((row) => [
          row['region'],
          row['row_code'],
          ...figures(row, [...names, 'completion', 'is_draft']),
        ]);
      expect(own).toHaveLength(rows.length);
      expect(queried.length).toBeGreaterThan(9);
      expect(own.sort()).toEqual(queried.sort());
    };
    compare(csv(path('csv/regions.csv')), 'region');
    compare(csv(path('csv/totals.csv')), 'all');
    expect(csv(path('csv/completeness.csv')).map((row) => row['programme'])).toEqual(
      regions.map(({ programme }) => programme.code),
    );
  });

  test('what can not be taken in is named, the others go on', async () => {
    const mixed = folderIn(folder, 'mixed');
    const [first, second, third, fourth] = regions;
    if (!first || !second || !third || !fourth) throw new Error('Four regions are needed');
    await saveDepartment(join(mixed, 'a.xlsx'), first);
    await saveDepartment(join(mixed, 'b.xlsx'), second);
    await saveDepartment(join(mixed, 'c.xlsx'), third);
    await saveDepartment(join(mixed, 'c-copy.xlsx'), { ...third, log: [] });
    const [heading, ...rest] = fourth.programme.indicators;
    if (!heading) throw new Error('No indicator');
    const renamed = { ...fourth.programme, indicators: [{ ...heading, name: 'Иное имя' }, ...rest] };
    await saveDepartment(join(mixed, 'd.xlsx'), { ...fourth, programme: renamed });
    writeFileSync(join(mixed, 'e.xlsx'), 'это не книга');
    const before = filesIn(mixed);
    const args = ['report', '--registers', mixed, '--period', '2022-Q4', '--today', TODAY];
    const run = runCli([...args, '--out', path('mixed.xlsx'), '--csv', path('mixed-csv')]);
    expect(run.code).toBe(1);
    const said = run.stderr.trim().split('\n');
    expect(said.map((line) => /^([\w-]+\.xlsx)/.exec(line)?.[1])).toEqual([
      'c-copy.xlsx',
      'c.xlsx',
      'd.xlsx',
      'e.xlsx',
    ]);
    expect(said[2]).toContain('строка 1 описана иначе');
    expect(run.stdout).toContain('не вошли 4 книги');
    expect(csv(path('mixed-csv/completeness.csv')).map((row) => row['programme'])).toEqual([
      'region-01',
      'region-02',
    ]);
    expect(filesIn(mixed)).toEqual(before);
    // The list of a given programme counts more than that of the most.
    writeFileSync(path('list.json'), JSON.stringify(renamed));
    const chosen = runCli([...args, '--programme', path('list.json'), '--out', path('chosen.xlsx')]);
    expect(chosen.stderr).not.toContain('d.xlsx');
    expect(chosen.stderr).toContain('a.xlsx');
    // Of two workbooks of one programme the first is exported.
    const exported = runCli(['export', '--registers', mixed, '--parquet', path('mixed-data')]);
    expect(exported.code).toBe(1);
    expect(exported.stderr).toMatch(/c\.xlsx.*S4/);
    expect(filesIn(path('mixed-data/sites'))).toEqual(
      [1, 2, 3, 4].map((number) => `region=region-0${number}/part-0.parquet`),
    );
  });

  test('a region that does not report the quarter is told and not missed', async () => {
    const two = folderIn(folder, 'two');
    if (regions[0]) await saveDepartment(join(two, 'a.xlsx'), regions[0]);
    await saveDepartment(join(two, 'b.xlsx'), { programme: OTHER_REGION, register: [], log: [] });
    const args = ['--registers', two, '--period', '2021-Q3', '--today', TODAY];
    const run = runCli(['report', ...args, '--out', path('two.xlsx'), '--csv', path('two')]);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toContain('не отчитывается за III квартал 2021 года');
    expect(csv(path('two/completeness.csv'))).toHaveLength(1);
  });

  test('an export does not mix with what stands there, unless it may put it in place', () => {
    const [file = ''] = filesIn(registers);
    const workbook = join(registers, file);
    const args = ['export', '--workbook', workbook, '--parquet', path('again')];
    runWell(args);
    const before = filesIn(path('again'));
    expect(runCli(args)).toMatchObject({ code: 2 });
    const stale = path('again/register/region=region-01/quarter=1999-Q1/part-0.parquet');
    const other = path('again/register/region=other/quarter=2022-Q1/part-0.parquet');
    for (const place of [stale, other]) {
      folderIn(place, '..');
      writeFileSync(place, 'прежнее');
    }
    runWell([...args, '--force']);
    expect(filesIn(path('again'))).toEqual(
      [...before, 'register/region=other/quarter=2022-Q1/part-0.parquet'].sort(),
    );
  });

  test('options that do not go together, and folders with nothing in them', () => {
    const out = ['--period', '2022-Q4', '--out', path('none.xlsx')];
    expect(runCli(['report', ...out])).toMatchObject({ code: 2 });
    expect(runCli(['report', ...out]).stderr).toContain('--registers');
    expect(runCli(['report', '--registers', registers, '--revision', '1', ...out]).code).toBe(2);
    const empty = folderIn(folder, 'empty');
    expect(runCli(['report', '--registers', empty, ...out]).stderr).toContain('нет книг Excel');
    expect(runCli(['export', '--parquet', path('none')]).stderr).toContain('--workbook');
  });

  itWithValidator('is a workbook that the Open XML validator finds nothing in', async () => {
    expect(await validateOpenXml(path('summary.xlsx'))).toEqual([]);
  });

  describeWith('soffice', 'recalculated by LibreOffice', () => {
    test('every cached result is what the formula gives', () => {
      const copy = convertWithLibreOffice(path('summary.xlsx'), 'xlsx', folderIn(folder, 'recalculated'));
      const [formulas] = cellsOf([path('summary.xlsx')], false);
      const [cached, fresh] = cellsOf([path('summary.xlsx'), copy], true);
      const compared = Object.entries(formulas ?? {}).flatMap(([sheet, cells]) =>
        Object.entries(cells)
          .filter(([, value]) => typeof value === 'string' && value.startsWith('='))
          .map(([address]): [CellValue, CellValue] => [
            shown(cached?.[sheet]?.[address]),
            shown(fresh?.[sheet]?.[address]),
          ]),
      );
      expect(compared.filter(([value]) => typeof value === 'number').length).toBeGreaterThan(50);
      expect(compared.filter(([a, b]) => a !== b)).toEqual([]);
    });
  });
});

/** As Excel shows it: fifteen digits; a formula that gives nothing is an empty text, which openpyxl leaves out. */
function shown(value: CellValue | undefined): CellValue {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : (value ?? '');
}
