import { stringify } from 'csv-stringify/sync';
import { parseQuarter } from '../../src/calendar/quarter';
import { csvOf, csvPieces } from '../../src/report/csv';
import { VALUE_COLUMNS, tidyHistory, tidyValues, type TidyRow } from '../../src/report/tidy';
import { buildReport } from '../../src/report/build-report';
import { SITE, accepted, programme } from '../workflows/school';

const row = (index: number): TidyRow => ({ a: `=${index}`, b: index, c: 'с «;» и "кавычкой"\nи строкой' });
const rows = (count: number): TidyRow[] => Array.from({ length: count }, (_, index) => row(index));

test.each([0, 1, 499, 500, 501, 1500])('%d rows in pieces are the same text as at once', (count) => {
  const atOnce = stringify(rows(count), {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  expect(csvOf(rows(count))).toBe(atOnce);
});

test('rows are asked for piece by piece', () => {
  let asked = 0;
  const counted = function* (): Generator<TidyRow> {
    for (; asked < 10_000; asked += 1) yield row(asked);
  };
  const pieces = csvPieces(counted());
  pieces.next();
  expect(asked).toBeLessThan(1000);
});

test('values of several quarters follow each other, each as in its own report', () => {
  const quarters = ['2022-Q2', '2022-Q3', '2022-Q4'].flatMap((text) => parseQuarter(text) ?? []);
  const source = programme({});
  const register = quarters.map((quarter, index) =>
    accepted(source, quarter, { site: SITE, values: { '1': { fact: index } } }),
  );
  const department = { programme: source, register, log: [] };
  const history = [...tidyHistory(department, quarters)];
  expect(history).toEqual(
    quarters.flatMap((quarter) => [...tidyValues(buildReport(department, quarter, 0))]),
  );
  const ofFirst = history.filter(({ site, row: code }) => site === SITE && code === '1');
  expect(ofFirst.map(({ quarter, fact }) => [quarter, fact])).toEqual([
    ['2022-Q2', 0],
    ['2022-Q3', 1],
    ['2022-Q4', 2],
  ]);
  expect(Object.keys(history[0] ?? {})).toEqual(VALUE_COLUMNS.map(({ title }) => title));
});
