/** The query of docs/sql/report.sql gives the report's figures, to the last digit. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Big from 'big.js';
import { civilDate } from '../../src/calendar/civil-date';
import { formatQuarter, type Quarter } from '../../src/calendar/quarter';
import { reportedQuarters } from '../../src/monitoring/expected';
import { buildReport, type ReportSource } from '../../src/report/build-report';
import { buildSummary, regionFigures, type LineFigures, type RegionFigures } from '../../src/report/summary';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { IVANOVO } from '../programme/programmes';
import { ask, writeDataSet, type Answer } from './data-set';
import { YEAR, manyRegions } from './many-regions';

const QUERY = readFileSync(resolve(__dirname, '../../docs/sql/report.sql'), 'utf8');

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'kvantorium-sql-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A line of figures as text; null where there is nothing. */
type Line = Readonly<Record<string, string | null>>;

const decimal = (value: unknown): string | null => (value === null ? null : new Big(z(value)).toFixed());
const z = (value: unknown): string => {
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`No number: ${String(value)}`);
  return String(value);
};

function lineOf(
  scope: string,
  region: string,
  quarter: Quarter,
  code: string,
  unit: string,
  line: LineFigures,
  rest: { readonly expected: number; readonly accepted: number; readonly draft: boolean },
): Line {
  const text = (value: Big | null): string | null => value?.toFixed() ?? null;
  return {
    key: [scope, region, formatQuarter(quarter), code, unit].join(' '),
    plan: text(line.plan),
    fact: text(line.fact),
    reached: text(line.reached),
    completion: text(line.percent),
    deviation: text(line.deviation),
    answers: line.answers === 0 ? null : `${line.yes} из ${line.answers}`,
    reported: String(line.reported),
    expected: String(rest.expected),
    accepted: String(rest.accepted),
    draft: rest.draft ? '1' : '0',
  };
}

function asLine(answer: Answer): Line {
  const { scope, region, quarter, row_code: code, unit } = answer;
  return {
    key: [scope, region, quarter, code, unit].map(String).join(' '),
    plan: decimal(answer['plan']),
    fact: decimal(answer['fact']),
    reached: decimal(answer['reached']),
    completion: decimal(answer['completion']),
    deviation: decimal(answer['deviation']),
    answers: answer['answers'] === null ? null : `${z(answer['answers_yes'])} из ${z(answer['answers'])}`,
    reported: z(answer['schools_reported']),
    expected: z(answer['schools_expected']),
    accepted: z(answer['forms_accepted']),
    draft: z(answer['is_draft']),
  };
}

/** All that the product's own reports and summaries say of these registers. */
function expectedLines(sources: readonly ReportSource[], quarters: readonly Quarter[]): Line[] {
  return quarters.flatMap((quarter) => {
    const regions = sources.map((source): RegionFigures =>
      regionFigures(buildReport(source, quarter, 0), source.programme.code),
    );
    const own = regions.flatMap((region) =>
      region.lines.map((line, index): Line | null => {
        const indicator = region.indicators[index];
        return !indicator || indicator.kind === 'heading'
          ? null
          : lineOf('region', region.programme, quarter, line.code, indicator.unit, line, region);
      }),
    );
    const summary = buildSummary(regions, quarter, 0);
    const all = summary.lines
      .filter(({ indicator }) => indicator.kind !== 'heading')
      .map((line) => lineOf('all', '*', quarter, line.indicator.code, line.indicator.unit, line, summary));
    return [...own.filter((line) => line !== null), ...all];
  });
}

const byKey = (lines: readonly Line[]): Line[] =>
  [...lines].sort((a, b) => ((a['key'] ?? '') < (b['key'] ?? '') ? -1 : 1));

test('all quarters of the demonstration', async () => {
  const department = exampleDepartment(IVANOVO, civilDate(2024, 1, 10));
  writeDataSet(folder, department);
  const answers = (await ask(folder, QUERY)).map(asLine);
  const quarters = reportedQuarters(department.programme);
  expect(quarters.length).toBeGreaterThan(8);
  expect(byKey(answers)).toEqual(byKey(expectedLines([department], quarters)));
});

test('a year of 85 regions', async () => {
  const sources = manyRegions(85, 20_221_231);
  for (const source of sources) writeDataSet(folder, source);
  const periods = YEAR.map((quarter) => `'${formatQuarter(quarter)}'`).join(', ');
  const answers = (await ask(folder, `SELECT * FROM (${QUERY}) AS report WHERE quarter IN (${periods})`)).map(
    asLine,
  );
  const expected = expectedLines(sources, YEAR);
  // Every kind of figure and of gap is there to be told apart.
  for (const key of ['plan', 'fact', 'reached', 'completion', 'deviation', 'answers'])
    for (const wanted of [true, false])
      expect([key, wanted, expected.some((line) => (line[key] !== null) === wanted)]).toEqual([
        key,
        wanted,
        true,
      ]);
  expect(byKey(answers)).toEqual(byKey(expected));
});
