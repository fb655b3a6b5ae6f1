/** Long tables written piece by piece, as our own reader, openpyxl and Microsoft's validator see them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { tableFile, type TableValue } from '../../../src/workbook/file/stream-table';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { itWithValidator, validateOpenXml } from '../../setup/open-xml-validator';
import { describeWith, runPython } from '../../setup/programs';

const COLUMNS = [
  { title: 'код & имя', width: 20 },
  { title: 'число', width: 10 },
  { title: 'причина', width: 30 },
];
const ODD: readonly (readonly TableValue[])[] = [
  ['=HYPERLINK("http://x")', 0.1 + 0.2, '<b>«кавычки» & амперсанд</b>'],
  ['  края  ', -2.5, 'две\nстроки'],
  ['_x0041_', 1e21, ''],
  ['', 0, 'знак 🧪 и буква ё'],
];

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kvantorium-stream-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function* many(count: number): Generator<readonly TableValue[]> {
  for (let index = 0; index < count; index += 1)
    yield [`код ${index}`, index, index % 3 === 0 ? '' : 'текст'];
}

const fileOf = (rows: Iterable<readonly TableValue[]>, mostRows?: number): Buffer =>
  Buffer.concat([...tableFile({ sheet: 'Значения', columns: COLUMNS, rows }, mostRows)]);

function valuesOf(bytes: Uint8Array): readonly (readonly (string | number)[][])[] {
  const reading = readWorkbookFile(bytes);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.grid.sheets.map(({ cells }) => {
    const rows: (string | number)[][] = [];
    for (const { row, column, value } of cells) {
      const line = (rows[row - 1] ??= COLUMNS.map(() => ''));
      line[column - 1] = value?.kind === 'number' ? value.number : value?.kind === 'text' ? value.text : '';
    }
    return rows;
  });
}

const HEADER = COLUMNS.map(({ title }) => title);

test('what was written is read back, in more than one packed piece', () => {
  const rows = [...ODD, ...many(20_000)];
  expect(valuesOf(fileOf(rows))).toEqual([[HEADER, ...rows]]);
});

test('what does not fit into a sheet goes on in the next one, and a table without rows has its header', () => {
  const rows = [...many(7)];
  expect(valuesOf(fileOf(rows, 4))).toEqual([
    [HEADER, ...rows.slice(0, 3)],
    [HEADER, ...rows.slice(3, 6)],
    [HEADER, ...rows.slice(6)],
  ]);
  expect(valuesOf(fileOf([]))).toEqual([[HEADER]]);
});

test('the same rows give the same bytes, and no number that a cell can not hold', () => {
  expect(fileOf(many(100)).equals(fileOf(many(100)))).toBe(true);
  expect(() => fileOf([['', Number.NaN, '']])).toThrow(RangeError);
});

test('rows are asked for as they are written, never all before', () => {
  let asked = 0;
  const counted = function* (): Generator<readonly TableValue[]> {
    for (const row of many(50_000)) {
      asked += 1;
      yield row;
    }
  };
  const pieces = tableFile({ sheet: 'Значения', columns: COLUMNS, rows: counted() });
  pieces.next();
  pieces.next();
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(10_000);
});

describeWith('python3-openpyxl', 'another reader', () => {
  it('reads the same', () => {
    const path = join(folder, 'odd.xlsx');
    writeFileSync(path, fileOf(ODD));
    const script =
      'import json,sys,openpyxl\nb=openpyxl.load_workbook(sys.argv[1])\njson.dump([[s.title,[list(r) for r in s.iter_rows(values_only=True)]] for s in b],sys.stdout)';
    const said = z
      .array(z.tuple([z.string(), z.array(z.array(z.union([z.string(), z.number(), z.null()])))]))
      .parse(JSON.parse(runPython(script, [path])));
    const shown = ODD.map((row) => row.map((value) => (value === '' ? null : value)));
    // openpyxl leaves Excel's escape of what looks like one as it stands in the file.
    const kept = shown.map((row) => row.map((value) => (value === '_x0041_' ? '_x005F_x0041_' : value)));
    expect([
      JSON.stringify([['Значения', [HEADER, ...shown]]]),
      JSON.stringify([['Значения', [HEADER, ...kept]]]),
    ]).toContain(JSON.stringify(said));
  });
});

itWithValidator('Microsoft’s validator has nothing against it', async () => {
  const path = join(folder, 'two.xlsx');
  writeFileSync(path, fileOf([...ODD, ...many(10)], 8));
  expect(await validateOpenXml(path)).toEqual([]);
});
