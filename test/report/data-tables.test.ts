/** The analysts' tables: what docs/data.md says of them, exactness of numbers, and states that stay apart. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { parquetOf } from '../../src/cli/parquet';
import { NotExactError, millionths, type ColumnType } from '../../src/report/data-table';
import { DATA_TABLES, dataParts } from '../../src/report/data-parts';
import { registerTable } from '../../src/report/register-table';
import { SITE, accepted, programme } from '../workflows/school';
import { ask, writeDataSet } from './data-set';

const QUARTER = { year: 2022, number: 3 };
const SOURCE = programme();

const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  decimal: 'DECIMAL(18,6)',
  yesno: 'BOOLEAN',
  date: 'DATE',
};

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kvantorium-data-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('docs/data.md names every table and column with its type, as DuckDB finds them', async () => {
  const register = [accepted(SOURCE, QUARTER)];
  writeDataSet(folder, { programme: SOURCE, register, log: [] });
  const text = readFileSync(resolve(__dirname, '../../docs/data.md'), 'utf8');
  const tables = new Map(
    dataParts({ programme: SOURCE, register, log: [] }).map(({ table }) => [table.name, table]),
  );
  expect([...tables.keys()].sort()).toEqual([...DATA_TABLES].sort());
  for (const [name, { columns }] of tables) {
    const [, section = ''] = new RegExp(`### ${name} – (.*?)(?=\n##|$)`, 's').exec(text) ?? [];
    const documented = [...section.matchAll(/^\| `(\w+)` +\| (\S+) +\| (\S+) +\|/gm)].map((row) =>
      row.slice(1, 4),
    );
    expect([name, documented]).toEqual([
      name,
      columns.map((column) => [column.name, SQL_TYPES[column.type], column.optional ? 'да' : '–']),
    ]);
    const described = await ask(folder, `DESCRIBE ${name}`);
    const found = described.map((row) => [row['column_name'], row['column_type']]);
    expect(found.slice(0, columns.length)).toEqual(documented.map(([column, type]) => [column, type]));
  }
});

test('zero, nothing, «х», text, and a form that is not there stay apart', async () => {
  const values = { '1': { fact: 0 }, '2': { fact: null }, '5': { fact: 'нет' } };
  writeDataSet(folder, { programme: SOURCE, register: [accepted(SOURCE, QUARTER, { values })], log: [] });
  const rows = await ask(
    folder,
    `SELECT row_code, fact_state, fact, fact_text, total_state FROM register WHERE row_code IN ('1', '2', '5') ORDER BY 1`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['1', 'number', '0.000000', null, 'number'],
    ['2', 'empty', null, null, 'number'],
    ['5', 'text', null, 'нет', 'not_applicable'],
  ]);
  const forms = await ask(
    folder,
    `SELECT site, form_state FROM forms WHERE quarter = '2022-Q3' ORDER BY site`,
  );
  expect(forms.map((row) => Object.values(row))).toEqual([
    [SITE, 'accepted'],
    ['school-2', 'not_submitted'],
    ['school-3', 'not_open'],
  ]);
});

test('a corrected value stays, marked as not in force', async () => {
  const register = [0, 1].map((revision) =>
    accepted(SOURCE, QUARTER, { revision, values: { '6': { fact: revision + 0.25 } } }),
  );
  writeDataSet(folder, { programme: SOURCE, register, log: [] });
  const rows = await ask(
    folder,
    `SELECT revision, is_current, fact FROM register WHERE row_code = '6' ORDER BY 1`,
  );
  expect(rows.map((row) => Object.values(row))).toEqual([
    [0, false, '0.250000'],
    [1, true, '1.250000'],
  ]);
});

test('the same register gives the same bytes, and another reader the same values', async () => {
  const table = registerTable([accepted(SOURCE, QUARTER)], QUARTER);
  const bytes = parquetOf(table);
  expect(Buffer.from(bytes).equals(Buffer.from(parquetOf(table)))).toBe(true);
  const rows: readonly Readonly<Record<string, unknown>>[] = await parquetReadObjects({
    file: Uint8Array.from(bytes).buffer,
  });
  expect(rows.map((row) => [row['row_code'], row['source_sha256'], row['is_current']])).toEqual(
    table.rows.map((row) => [row[3], row[16], row[13]]),
  );
});

test('a table without a row is a table all the same', async () => {
  writeDataSet(folder, {
    programme: { ...SOURCE, targets: [] },
    register: [accepted(SOURCE, QUARTER)],
    log: [],
  });
  expect(await ask(folder, 'SELECT * FROM targets')).toEqual([]);
});

test('numbers are exact or refused', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n) + 1n, 10n ** 15n - 1n), (whole) => {
      // Of fifteen digits every decimal has a number of its own, whose text gives it back.
      const text = whole.toString().replace('-', '').padStart(7, '0');
      const number = Number(`${whole < 0n ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`);
      expect(millionths(number, '')).toBe(whole);
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(millionths(null, '')).toBeNull();
  for (const number of [0.1 + 0.2, 1e-7, 1e12, -1e12, 5e-324])
    expect(() => millionths(number, 'школа, строка')).toThrow(NotExactError);
});

test('who filled a form in is no analyst’s matter', () => {
  const log = [
    {
      receivedOn: accepted(SOURCE, QUARTER).receivedOn,
      file: 'файл.xlsx',
      sha256: 'ab',
      site: SITE,
      quarter: QUARTER,
      revision: 0,
      edition: null,
      result: 'refused' as const,
      errors: 1,
      warnings: 0,
      deviations: 0,
      executor: 'Иванова',
      phone: '00-00-00',
      summary: '',
    },
  ];
  const parts = dataParts({ programme: SOURCE, register: [], log });
  const text = JSON.stringify(parts, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  expect(text).toContain('файл.xlsx');
  expect(text).not.toMatch(/Иванова|00-00-00/);
});
