/** The demo's whole story: every file valid, the counts right, every formula's result what LibreOffice reckons. */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../setup/programs';
import { cellsOf, changeWorkbooks, pagesOf, type Cells, type CellValue } from './workbooks';
import { demoFolder, filesIn, freshFolder } from './run-cli';

const QUARTERS = [
  '2021-Q3',
  '2021-Q4',
  '2022-Q1',
  '2022-Q2',
  '2022-Q3',
  '2022-Q4',
  '2023-Q1',
  '2023-Q2',
  '2023-Q3',
];
const VALIDATORS_AT_ONCE = 2;

const figures = z.record(z.string(), z.tuple([z.number(), z.number()]));
const quarterFigures = z.object({ schools: z.number(), shown: figures, expected: figures });

let demo = '';
beforeAll(() => {
  demo = demoFolder();
});

/** Rows of a sheet's table as records, by the words of its header. */
function recordsOf(cells: Cells[string] | undefined, headerRow: number): Record<string, CellValue>[] {
  const places = Object.entries(cells ?? {}).map(([address, value]) => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return { column, row: Number(row), value };
  });
  const titles = new Map(
    places.filter(({ row }) => row === headerRow).map(({ column, value }) => [column, String(value)]),
  );
  const records = new Map<number, Record<string, CellValue>>();
  for (const { column, row, value } of places) {
    const title = titles.get(column);
    if (row <= headerRow || title === undefined) continue;
    records.set(row, { ...records.get(row), [title]: value });
  }
  return [...records.values()];
}

itWithValidator('no file breaks the Open XML schema', async () => {
  const files = filesIn(demo, '.xlsx');
  expect(files.length).toBeGreaterThan(60);
  const errors: string[] = [];
  const queue = [...files];
  const work = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      errors.push(...(await validateOpenXml(join(demo, file))).map((error) => `${file}: ${error}`));
    }
  };
  await Promise.all(Array.from({ length: VALIDATORS_AT_ONCE }, work));
  expect(errors).toEqual([]);
});

describeWith('python3-openpyxl', 'read by openpyxl', () => {
  it('counts 15 school-quarters by 1 October 2023', () => {
    const [book] = cellsOf([join(demo, 'department.xlsx')], true);
    const register = recordsOf(book?.['Реестр'], 4);
    const forms = new Set(register.map((row) => `${String(row['Код площадки'])} ${String(row['Квартал'])}`));
    expect(forms.size).toBe(15);
    const bySchool = (code: string): number => [...forms].filter((form) => form.startsWith(code)).length;
    expect(['kineshma-8', 'shuya-9', 'ivanovo-67'].map(bySchool)).toEqual([9, 5, 1]);
    const inForce = register.filter((row) => row['Действует'] === 'да');
    expect(
      new Set(inForce.map((row) => JSON.stringify([row['Код площадки'], row['Квартал'], row['Код строки']])))
        .size,
    ).toBe(inForce.length);
    const board = Object.values(book?.['Полнота'] ?? {});
    expect(board).toContain('15 из 15');
    expect(board.filter((value) => value === 'х')).toHaveLength(27 - 15);
  });

  it('every workbook is protected without a password and hides its «_meta»', () => {
    const files = filesIn(demo, '.xlsx').map((file) => join(demo, file));
    const books = pagesOf(files);
    expect(books).toHaveLength(files.length);
    for (const book of books) {
      expect(book['_meta']).toMatchObject({ state: 'hidden' });
      for (const sheet of Object.values(book)) expect(sheet.password).toBeNull();
      expect(Object.values(book).some((sheet) => sheet.protected)).toBe(true);
    }
  });

  it('a school that is not open yet is «х», and named', () => {
    const [book] = cellsOf([join(demo, '2021-Q3/report-1.xlsx')], true);
    const annex = recordsOf(book?.['Приложение 1. Школы'], 4);
    const closed = annex.filter((row) => /Лицей № 67|Школа № 9/.test(String(row['Показатель, школа'])));
    expect(closed.length).toBeGreaterThan(0);
    for (const row of closed) {
      for (const column of ['Плановое значение', 'Факт за квартал', 'Достигнуто на отчётную дату']) {
        expect(row[column]).toBe('х');
      }
      expect(row['№ корректировки']).toBeUndefined();
    }
    expect(Object.values(book?.['Отчёт'] ?? {})).toContain(
      'Ещё не открыты («х»): Школа № 9, Шуя; Лицей № 67, Иваново.',
    );
  });

  it('is a project while a file is refused, and not after it was mended', () => {
    const isDraft = ([book]: readonly Cells[]): boolean =>
      Object.values(book?.['Отчёт'] ?? {}).some((value) => String(value).startsWith('ПРОЕКТ'));
    expect(isDraft(cellsOf([join(demo, '2021-Q3/report.xlsx')], true))).toBe(true);
    expect(isDraft(cellsOf([join(demo, '2021-Q3/report-1.xlsx')], true))).toBe(false);
    expect(isDraft(cellsOf([join(demo, '2023-Q3/report.xlsx')], true))).toBe(false);
  });

  it('the report’s figures are those of the returned files, summed; a share is the ratio of the sums', () => {
    const script = `
import glob, json, os, sys, openpyxl
from decimal import Decimal, ROUND_HALF_UP
demo, found = sys.argv[1], {}
def table(sheet, key):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == key:
                names = {c.value: c.column for c in row if c.value is not None}
                return [{n: sheet.cell(r, col).value for n, col in names.items()} for r in range(cell.row + 1, sheet.max_row + 1)]
for quarter in sys.argv[2:]:
    last = {}
    files = sorted(glob.glob(f'{demo}/{quarter}/returned/{quarter}_*.xlsx')) + sorted(glob.glob(f'{demo}/{quarter}/corrected/{quarter}_*.xlsx'))
    for file in files:
        site = next(s for s in ('kineshma-8', 'shuya-9', 'ivanovo-67') if s in os.path.basename(file))
        last[site] = file
    facts, totals = {}, {}
    for file in last.values():
        for row in table(openpyxl.load_workbook(file)['Форма'], 'Код строки'):
            fact, total = row['Факт за квартал'], row['Нарастающий итог с начала года']
            if isinstance(fact, int):
                code = row['Код строки']
                facts[code] = facts.get(code, 0) + fact
                totals[code] = totals.get(code, 0) + (total if isinstance(total, int) else fact)
    share = lambda s: float((Decimal(s['4.1']) / Decimal(s['4.2']) * 100).quantize(Decimal('0.1'), ROUND_HALF_UP))
    facts['4'], totals['4'] = share(facts), share(totals)
    path = f'{demo}/{quarter}/report-1.xlsx'
    path = path if os.path.exists(path) else f'{demo}/{quarter}/report.xlsx'
    shown = {r['Код строки']: (r['Факт за квартал'], r['Достигнуто на отчётную дату'])
             for r in table(openpyxl.load_workbook(path, data_only=True)['Отчёт'], 'Код строки') if r['Код строки'] in facts}
    found[quarter] = {'schools': len(last), 'shown': shown, 'expected': {code: (facts[code], totals[code]) for code in shown}}
print(json.dumps(found))
`;
    const found = z
      .record(z.string(), quarterFigures)
      .parse(JSON.parse(runPython(script, [demo, ...QUARTERS])));
    expect(Object.values(found).map(({ schools }) => schools)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 3]);
    for (const { shown, expected } of Object.values(found)) {
      expect(Object.keys(shown).sort()).toEqual(['1', '2', '3.1', '3.2', '4', '4.1', '4.2']);
      expect(shown).toEqual(expected);
    }
  });
});

describeWith('soffice', 'recalculated by LibreOffice', () => {
  it.each([
    ['2022-Q4/report-1.xlsx', 20],
    ['2021-Q3/report.xlsx', 20],
    ['2022-Q4/returned/2022-Q4_shuya-9.xlsx', 10],
    ['2022-Q4/forms/2022-Q4_shuya-9.xlsx', 10],
    ['department.xlsx', 20],
    ['department-at-start.xlsx', 20],
  ])('%s: every formula gives the result that was written', (file, formulas) => {
    const folder = freshFolder();
    const copy = join(folder, `bare-${basename(file)}`);
    // Saved by openpyxl a file holds no results, so LibreOffice can't but reckon them.
    changeWorkbooks([{ file: join(demo, file), out: copy, steps: [] }]);
    const after = convertWithLibreOffice(copy, 'xlsx', join(folder, 'after'));
    const [formulasOf, written, reckoned] = [
      ...cellsOf([join(demo, file)], false),
      ...cellsOf([join(demo, file), after], true),
    ];
    let count = 0;
    const differences: string[] = [];
    for (const [sheet, cells] of Object.entries(formulasOf ?? {})) {
      for (const [address, formula] of Object.entries(cells)) {
        if (!String(formula).startsWith('=')) continue;
        count += 1;
        const [before, now] = [written?.[sheet]?.[address] ?? '', reckoned?.[sheet]?.[address] ?? ''];
        const same =
          typeof before === 'number' && typeof now === 'number'
            ? Math.abs(before - now) < 1e-9
            : before === now;
        if (!same)
          differences.push(`${sheet}!${address} ${String(formula)}: written ${before}, reckoned ${now}`);
      }
    }
    expect(count).toBeGreaterThan(formulas);
    expect(differences).toEqual([]);
  });
});
