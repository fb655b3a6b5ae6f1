import { civilDate } from '../../src/calendar/civil-date';
import { formatQuarter, type Quarter } from '../../src/calendar/quarter';
import { NOTHING_DONE } from '../../src/monitoring/execution';
import type { Register } from '../../src/monitoring/register';
import { programmeCheckpoints } from '../../src/programme/checkpoints';
import type { Programme, Target } from '../../src/programme/schema';
import { buildReport } from '../../src/report/build-report';
import { progress, type Progress } from '../../src/report/progress';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { IVANOVO, OTHER_REGION } from '../programme/programmes';
import { SITE, accepted, programme, targets } from '../workflows/school';

const TODAY = civilDate(2023, 2, 1);
const OTHER = 'school-2';
const quarter = (year: number, number: number): Quarter => ({ year, number });

function figures(source: Programme, register: Register, today = TODAY): Progress {
  const execution = programmeCheckpoints(source).checkpoints.map((checkpoint) => ({
    checkpoint,
    ...NOTHING_DONE,
  }));
  return progress({ programme: source, register, execution }, today);
}
/** «2022-Q4 120/90» for each quarter that has a plan or a fact; «–» for what is not there. */
const shown = ({ indicators }: Progress, code: string): readonly string[] =>
  (indicators.find(({ indicator }) => indicator.code === code)?.quarters ?? [])
    .filter(({ plan, fact }) => plan !== null || fact !== null)
    .map((one) => `${formatQuarter(one.quarter)} ${one.plan ?? '–'}/${one.fact ?? '–'}`);

test('a quarter has the plan and what was reached; what nobody set or reported is not there', () => {
  const source = programme({ targets: targets(120).map((one) => ({ ...one, site: '*' })) });
  const zero = accepted(source, quarter(2022, 4), { values: { '1': { total: 0 } } });
  const found = figures(source, [accepted(source, quarter(2022, 1)), zero]);
  expect(shown(found, '1')).toEqual(['2022-Q1 –/100', '2022-Q3 120/–', '2022-Q4 120/0']);
  expect(shown(found, '6')).toEqual(['2022-Q1 –/1.25', '2022-Q4 –/1.25']);
  const codes = found.indicators.map(({ indicator }) => indicator.code);
  expect(codes).toEqual(['1', '2', '2.1', '2.2', '3.1', '3.2', '4', '4.1', '4.2', '6']);
});

test('the figures are those of the report, shares too', () => {
  const { programme: source, register, execution } = exampleDepartment(IVANOVO, civilDate(2023, 11, 20));
  const found = progress({ programme: source, register, execution }, civilDate(2023, 11, 20));
  const compared = found.indicators.flatMap(({ indicator, quarters }) =>
    quarters.map(({ quarter: of, plan, fact }) => {
      const { lines } = buildReport({ programme: source, register, log: [] }, of, 0);
      const line = lines.find((candidate) => candidate.indicator.code === indicator.code);
      expect([plan, fact]).toEqual([line?.plan?.toNumber() ?? null, line?.reached?.toNumber() ?? null]);
      return fact;
    }),
  );
  expect(compared.filter((fact) => fact !== null).length).toBeGreaterThan(50);
});

test('a row that means something else in another edition has no figures there', () => {
  const found = figures(OTHER_REGION, [], civilDate(2023, 10, 1));
  expect(found.edition.code).toBe('2023-2');
  const renamed = accepted(OTHER_REGION, quarter(2023, 1), { site: OTHER_REGION.sites[0]?.code ?? '' });
  expect(shown(figures(OTHER_REGION, [renamed], civilDate(2023, 10, 1)), '2')).toEqual([]);
  expect(shown(figures(OTHER_REGION, [renamed], civilDate(2023, 1, 1)), '2')).not.toEqual([]);
});

describe('completion by school', () => {
  const target = (indicator: string, site: string, value: number): Target => ({
    fromEdition: '2020-1',
    toEdition: null,
    indicator,
    site,
    year: 2022,
    quarter: 4,
    minimum: null,
    target: value,
    basis: 'пример',
  });
  const planned = [SITE, OTHER].flatMap((site) => [
    target('1', site, 130),
    target('2', site, 41),
    target('6', site, 1),
  ]);
  const counts = ({ completion }: Progress): readonly string[] =>
    (completion?.schools ?? []).map(
      ({ site, reached, missed, unknown }) => `${site.code} ${reached}/${missed}/${unknown}`,
    );

  test('counts what has a plan: reached, not reached, without a value', () => {
    const source = programme({ targets: planned });
    const found = figures(source, [accepted(source, quarter(2022, 4), { values: { '6': { fact: null } } })]);
    expect(found.completion?.quarter).toEqual(quarter(2022, 4));
    expect(counts(found)).toEqual([`${SITE} 1/1/1`, `${OTHER} 0/0/3`]);
  });
  test('a value that shall not be more is reached from below', () => {
    const source = programme({
      targets: planned,
      indicators: programme().indicators.map((one) =>
        one.code === '6' ? { ...one, direction: 'notMore' as const } : one,
      ),
    });
    expect(counts(figures(source, [accepted(source, quarter(2022, 4))]))[0]).toBe(`${SITE} 1/2/0`);
  });
  test('there is none while no form was accepted', () => {
    expect(figures(programme(), []).completion).toBeNull();
  });
});

test('the roadmap is a line of checkpoints with their states on the day', () => {
  const source = programme();
  const { timeline } = figures(source, [], civilDate(2021, 10, 5));
  expect(timeline).toHaveLength(programmeCheckpoints(source).checkpoints.length);
  expect(timeline.find(({ code }) => code === '9/01.10.2021')).toEqual({
    code: '9/01.10.2021',
    measure: 9,
    planned: '2021-10-01',
    actual: null,
    status: 'overdue',
  });
  expect(timeline.filter(({ planned: date }) => date === null).map(({ status }) => status)).toContain(
    'undated',
  );
});
