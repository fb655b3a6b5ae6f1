import { formatQuarter, quarterClosedBy } from '../../src/calendar/quarter';
import { expectedSites, reportedQuarters } from '../../src/monitoring/expected';
import { programmeCheckpoints, reportingDates } from '../../src/programme/checkpoints';
import type { Programme } from '../../src/programme/schema';
import { IVANOVO, OTHER_REGION, withSettings } from './programmes';

const datesOf = (programme: Programme, measure: number): readonly unknown[] =>
  programmeCheckpoints(programme)
    .checkpoints.filter((checkpoint) => checkpoint.measure.number === measure)
    .map(({ date, openingYear }) => (openingYear === null ? date : [date, openingYear]));

const withDeadline = (programme: Programme, number: number, deadline: string): Programme => ({
  ...programme,
  measures: programme.measures.map((measure) =>
    measure.number === number ? { ...measure, deadline } : measure,
  ),
});

describe('the roadmap of Ivanovo Oblast', () => {
  it.each([
    [1, ['2020-12-07']],
    [2, ['2020-12-23']],
    [3, [null]],
    [4, ['2020-12-30']],
    [5, ['2021-03-01', '2022-03-01', '2023-03-01']],
    [6, ['2021-08-25', '2022-08-25', '2023-08-25']],
    [7, ['2021-08-25', '2022-08-25', '2023-08-25']],
    [8, ['2021-09-01', '2022-09-01', '2023-09-01']],
  ])('measure %i falls due %j', (measure, due) => {
    expect(datesOf(IVANOVO, measure)).toEqual(due);
  });
  it('has nothing to warn of', () => {
    expect(programmeCheckpoints(IVANOVO).warnings).toEqual([]);
  });
  it('shows the next working day beside the six reporting dates that are none', () => {
    const checkpoints = programmeCheckpoints(IVANOVO).checkpoints.filter(
      ({ measure }) => measure.number === 9,
    );
    expect(checkpoints.map(({ date, nextWorkingDay }) => [date, nextWorkingDay])).toEqual([
      ['2021-10-01', null],
      ['2022-01-01', '2022-01-10'],
      ['2022-04-01', null],
      ['2022-07-01', null],
      ['2022-10-01', '2022-10-03'],
      ['2023-01-01', '2023-01-09'],
      ['2023-04-01', '2023-04-03'],
      ['2023-07-01', '2023-07-03'],
      ['2023-10-01', '2023-10-02'],
    ]);
  });
  it('gives every checkpoint a code of its own', () => {
    const codes = programmeCheckpoints(withSettings(IVANOVO, { reportLastQuarter: true })).checkpoints.map(
      ({ code }) => code,
    );
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(['3', '9/01.10.2021', '9/01.01.2024']));
  });
});

describe('school-quarters', () => {
  const pairs = (programme: Programme): readonly string[] =>
    reportedQuarters(programme).flatMap((quarter) =>
      expectedSites(programme, quarter).map(({ code }) => `${code} ${formatQuarter(quarter)}`),
    );
  const perSite = (programme: Programme): Record<string, number> =>
    Object.fromEntries(
      programme.sites.map(({ code }) => [
        code,
        pairs(programme).filter((pair) => pair.startsWith(code)).length,
      ]),
    );

  it('are 9 + 5 + 1 = 15 by 01.10.2023', () => {
    expect(reportingDates(IVANOVO).at(-1)).toBe('2023-10-01');
    expect(perSite(IVANOVO)).toEqual({ 'kineshma-8': 9, 'shuya-9': 5, 'ivanovo-67': 1 });
    expect(pairs(IVANOVO)).toHaveLength(15);
  });
  it('are 18 with the one due on 01.01.2024', () => {
    const programme = withSettings(IVANOVO, { reportLastQuarter: true });
    expect(reportingDates(programme).at(-1)).toBe('2024-01-01');
    expect(perSite(programme)).toEqual({ 'kineshma-8': 10, 'shuya-9': 6, 'ivanovo-67': 2 });
    expect(pairs(programme)).toHaveLength(18);
  });
  it('are counted from each opening in another region', () => {
    expect(perSite(OTHER_REGION)).toEqual({ 'primer-1': 9, 'primer-2': 9, 'primer-3': 5, 'primer-4': 1 });
  });
});

describe('the roadmap of another region', () => {
  it.each([
    [2, [['2021-10-01', 2022], ['2022-10-01', 2023], ['2023-10-01', 2024], '2024-10-01']],
    [
      3,
      [
        ['2022-08-25', 2022],
        ['2023-08-25', 2023],
        ['2024-08-25', 2024],
      ],
    ],
    [4, [null]],
    [5, ['2021-11-10', '2022-11-10', '2023-11-10', '2024-11-10']],
  ])('measure %i falls due %j', (measure, due) => {
    expect(datesOf(OTHER_REGION, measure)).toEqual(due);
  });
  it('names the wording that is not understood', () => {
    expect(programmeCheckpoints(OTHER_REGION).warnings).toEqual([
      'Мероприятие 4: срок «в течение 10 рабочих дней после подписания соглашения» не распознан; он напечатан как есть, контрольных точек не даёт.',
    ]);
  });
  it('takes moved days into account', () => {
    const first = programmeCheckpoints(OTHER_REGION).checkpoints.find(({ code }) => code === '7/01.10.2022');
    // A Saturday that the decree made a working day.
    expect(first?.nextWorkingDay).toBeNull();
  });
});

describe('a monitoring measure without dates', () => {
  const silent = withDeadline(IVANOVO, 9, 'ежеквартально');
  it('is reported after each quarter since the first opening', () => {
    expect(reportingDates(silent)).toEqual(reportingDates(IVANOVO));
    const last = { ...silent, settings: { ...silent.settings, reportLastQuarter: true } };
    expect(reportingDates(last).at(-1)).toBe('2024-01-01');
  });
  it('is named', () => {
    const { warnings } = programmeCheckpoints(silent);
    expect(warnings).toHaveLength(2);
    expect(warnings.join(' ')).toMatch(
      /срок «ежеквартально» не распознан.*день после окончания каждого квартала/,
    );
  });
});

it('a deadline past the end is named', () => {
  expect(programmeCheckpoints(withDeadline(IVANOVO, 5, '01.03.2025')).warnings).toEqual([
    expect.stringContaining('Мероприятие 5: срок «01.03.2025» не даёт контрольных точек'),
  ]);
});

it('a deadline relative to the opening year needs a site', () => {
  const programme = withDeadline({ ...IVANOVO, sites: [] }, 5, '25 августа X года');
  expect(programmeCheckpoints(programme).warnings.join(' ')).toContain(
    'Мероприятие 5: срок «25 августа X года»',
  );
});

it('a last report within the month after the quarter belongs to the programme too', () => {
  const later = withSettings(withDeadline(IVANOVO, 9, '15.10.2021, далее ежеквартально'), {
    reportLastQuarter: true,
  });
  expect(reportingDates(later).at(-1)).toBe('2024-01-15');
  expect(formatQuarter(quarterClosedBy(reportingDates(later).at(-1) ?? later.act.date))).toBe('2023-Q4');
});
