import { parseQuarter, type Quarter } from '../../src/calendar/quarter';
import { editionForQuarter, editionView } from '../../src/programme/edition';
import { minimumFor, planToDate, regionPlanToDate, yearTarget } from '../../src/programme/plan';
import type { Indicator, Programme } from '../../src/programme/schema';
import { IVANOVO, OTHER_REGION, withSettings } from './programmes';

type Plan = typeof planToDate;

function ask(
  plan: Plan,
  programme: Programme,
  site: string,
  quarterText: string,
  code: string,
): number | null {
  const quarter: Quarter | undefined = parseQuarter(quarterText);
  if (!quarter) throw new Error(quarterText);
  const view = editionView(programme, editionForQuarter(programme, quarter).code);
  const indicator: Indicator | undefined = view.indicators.find((row) => row.code === code);
  if (!indicator) throw new Error(code);
  return plan(programme, view, site, quarter, indicator);
}

const QUARTERS = ['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2'];
const over = (plan: Plan, programme: Programme, site: string, code: string): (number | null)[] =>
  QUARTERS.map((quarter) => ask(plan, programme, site, quarter, code));

const regional: Plan = (programme, view, _site, quarter, indicator) =>
  regionPlanToDate(programme, view, quarter, indicator);
const NONE = withSettings(OTHER_REGION, { quarterlyPlan: 'none' });

it('the year’s target belongs to the school year that starts in it', () => {
  expect(over(yearTarget, OTHER_REGION, 'primer-1', '1')).toEqual([202, 202, 202, 202]);
  expect(ask(yearTarget, OTHER_REGION, 'primer-1', '2023-Q3', '1')).toBe(300);
});

describe('the plan to date', () => {
  it('equal shares round half away from zero and end at the year’s target', () => {
    // 202 / 4 = 50.5
    expect(over(planToDate, OTHER_REGION, 'primer-1', '1')).toEqual([51, 101, 152, 202]);
  });
  it('a quarter’s own row beats the split', () => {
    expect(over(planToDate, OTHER_REGION, 'primer-1', '2')).toEqual([100, 200, 90, 400]);
  });
  it('a share is never split', () => {
    expect(over(planToDate, OTHER_REGION, 'primer-1', '3')).toEqual([null, null, null, 100]);
  });
  it('without a split there is one in the last quarter only', () => {
    expect(over(planToDate, NONE, 'primer-1', '1')).toEqual([null, null, null, 202]);
    expect(over(planToDate, NONE, 'primer-1', '2')).toEqual([null, null, 90, 400]);
  });
  it('is unknown where nobody set it, the region’s figure notwithstanding', () => {
    expect(over(planToDate, OTHER_REGION, 'primer-3', '1')).toEqual([null, null, null, null]);
    expect(over(planToDate, IVANOVO, 'kineshma-8', '1')).toEqual([null, null, null, null]);
  });
  it('in a calendar year a school that opens in autumn has its year in two shares', () => {
    const calendar = withSettings(OTHER_REGION, { yearBase: 'calendar' });
    expect(over(planToDate, calendar, 'primer-1', '1').slice(0, 2)).toEqual([101, 202]);
  });
  it('of the region is its own figure', () => {
    expect(over(regional, OTHER_REGION, '', '1')).toEqual([125, 250, 375, 500]);
    expect(over(regional, OTHER_REGION, '', '2')).toEqual([null, null, null, null]);
  });
});

it('a minimum is never split', () => {
  expect(over(minimumFor, OTHER_REGION, 'primer-1', '1')).toEqual([null, null, null, 150]);
  expect(over(minimumFor, OTHER_REGION, 'primer-1', '2')).toEqual([null, null, 80, null]);
  expect(over(minimumFor, OTHER_REGION, 'primer-3', '1')).toEqual([null, null, null, null]);
});
