/**
 * The operator's figures for one quarter: plan, fact, deviation and reasons by indicator, each with the schools'
 * values that it comes from. Numbers are summed over schools; shares are ratios of sums; what is not there stays not there.
 */
import Big from 'big.js';
import { roundHalfAway } from '../controls/decimal';
import { expectedSites } from '../monitoring/expected';
import { registerDigest } from '../monitoring/register-digest';
import { currentForm, type AcceptedForm, type LogEntry, type Register } from '../monitoring/register';
import { accumulates, completion, deviation, share } from '../monitoring/shares';
import { openProblems } from '../monitoring/open-problems';
import { EMPTY, type Entry } from '../monitoring/submission';
import type { Quarter } from '../calendar/quarter';
import { editionForQuarter, editionView, type EditionView } from '../programme/edition';
import { planBases, planToDate, regionPlanToDate } from '../programme/plan';
import type { Edition, Indicator, Programme, Site } from '../programme/schema';

export type SiteState =
  | 'reported'
  /** The form was accepted, the value is empty. */
  | 'empty'
  | 'not-submitted'
  /** «х»: the school is not open yet. */
  | 'not-open';

export interface SiteFigure {
  readonly site: Site;
  readonly state: SiteState;
  readonly plan: number | null;
  readonly fact: Entry;
  /** What is held against the plan: the running total, or the fact where there is none. */
  readonly reached: Entry;
  readonly reason: string;
  /** The accepted form that the values come from. */
  readonly form: AcceptedForm | undefined;
}

export interface ReportLine {
  readonly indicator: Indicator;
  readonly sites: readonly SiteFigure[];
  /** Null: nobody has set it, or it can't be summed. */
  readonly plan: Big | null;
  /** The plan was set for the region as a whole, not summed from the schools. */
  readonly planIsRegional: boolean;
  readonly fact: Big | null;
  readonly reached: Big | null;
  readonly deviation: Big | null;
  readonly percent: Big | null;
  /** «да: 2 из 3» for yes/no indicators. */
  readonly textual: string | null;
  readonly reasons: readonly { readonly site: Site; readonly text: string }[];
}

export interface OperatorReport {
  readonly programme: Programme;
  readonly edition: Edition;
  readonly quarter: Quarter;
  /** 0: the first; 1, 2…: corrected. */
  readonly revision: number;
  readonly lines: readonly ReportLine[];
  /** The acts that set the plans; for samples the word «пример». */
  readonly planBases: readonly string[];
  readonly expected: readonly Site[];
  readonly missing: readonly Site[];
  /** Files of the expected schools for this quarter that were refused and not replaced yet. */
  readonly problems: readonly LogEntry[];
  readonly forms: readonly AcceptedForm[];
  /** Of the register up to this quarter, as `register-digest.ts` says. */
  readonly digest: string;
  /** Marked «ПРОЕКТ»: a school is missing or a refused file is open. */
  readonly draft: boolean;
}

export interface ReportSource {
  readonly programme: Programme;
  readonly register: Register;
  readonly log: readonly LogEntry[];
}

/** The report of a quarter; `revision` is its document number. */
export function buildReport(
  { programme, register, log }: ReportSource,
  quarter: Quarter,
  revision: number,
): OperatorReport {
  const edition = editionForQuarter(programme, quarter);
  const view = editionView(programme, edition.code);
  const expected = expectedSites(programme, quarter);
  const forms = expected.flatMap((site) => currentForm(register, site.code, quarter) ?? []);
  const formOf = new Map(forms.map((form) => [form.submission.site, form]));
  const missing = expected.filter(({ code }) => !formOf.has(code));
  // A file of a school that does not report this quarter is refused for good: nothing could ever close it.
  const codes = new Set<string | null>(expected.map(({ code }) => code));
  const problems = openProblems(log, quarter).filter(({ site }) => codes.has(site));
  const of = { programme, view, quarter, isOpen: new Set(expected), formOf };
  const figures = new Map(
    view.indicators.map((indicator) => [
      indicator.code,
      indicator.kind === 'heading' ? [] : programme.sites.map((site) => figureOf(site, indicator, of)),
    ]),
  );
  const source = { ...of, figures };
  return {
    programme,
    edition,
    quarter,
    revision,
    lines: view.indicators.map((indicator) => lineOf(indicator, source)),
    planBases: planBases(programme, view, quarter),
    expected,
    missing,
    problems,
    forms,
    // Few readers ask for it, and it takes the whole register.
    get digest() {
      return registerDigest(register, quarter);
    },
    draft: missing.length > 0 || problems.length > 0,
  };
}

interface FigureSource {
  readonly programme: Programme;
  readonly view: EditionView;
  readonly quarter: Quarter;
  readonly isOpen: ReadonlySet<Site>;
  /** The forms in force by their site's code. */
  readonly formOf: ReadonlyMap<string, AcceptedForm>;
}

interface LineSource extends FigureSource {
  /** Of all schools, by the indicator's code; of a heading there are none. */
  readonly figures: ReadonlyMap<string, readonly SiteFigure[]>;
}

function lineOf(indicator: Indicator, source: LineSource): ReportLine {
  const sites = source.figures.get(indicator.code) ?? [];
  const fact = regionValue(indicator, source, 'fact');
  const reached = regionValue(indicator, source, 'reached');
  const { plan, planIsRegional } = regionPlan(indicator, sites, source);
  return {
    indicator,
    sites,
    plan,
    planIsRegional,
    fact,
    reached,
    deviation: deviation(reached, plan),
    percent: completion(reached, plan),
    textual: indicator.kind === 'yesno' ? yesCount(sites) : null,
    reasons: sites.filter(({ reason }) => reason !== '').map(({ site, reason }) => ({ site, text: reason })),
  };
}

function figureOf(
  site: Site,
  indicator: Indicator,
  { view, programme, quarter, isOpen, formOf }: FigureSource,
): SiteFigure {
  const form = formOf.get(site.code);
  const row = form?.submission.rows.find((candidate) => candidate.row === indicator.code);
  const fact = row?.fact ?? EMPTY;
  const reached = row ? (accumulates(indicator, view.indicators) ? row.total : row.fact) : EMPTY;
  const open = isOpen.has(site);
  return {
    site,
    state: !open ? 'not-open' : !form ? 'not-submitted' : reached.kind === 'empty' ? 'empty' : 'reported',
    plan: open ? planToDate(programme, view, site.code, quarter, indicator) : null,
    fact,
    reached,
    reason: row?.reason ?? '',
    form,
  };
}

/** Sum over the schools that reported; for a share, the ratio of the sums of its parts. Null where nobody reported. */
function regionValue(
  indicator: Indicator,
  { figures }: Pick<LineSource, 'figures'>,
  key: 'fact' | 'reached',
): Big | null {
  const sumOf = (code: string | null): Big | null => sum(figures.get(code ?? '') ?? [], key);
  if (indicator.kind === 'count') return sumOf(indicator.code);
  if (indicator.kind !== 'percent') return null;
  const [part, whole] = [sumOf(indicator.numerator), sumOf(indicator.denominator)];
  const value = part && whole ? share(part, whole) : null;
  return value && roundHalfAway(value, indicator.decimals);
}

function sum(sites: readonly SiteFigure[], key: 'fact' | 'reached'): Big | null {
  const numbers = sites.flatMap(({ [key]: entry }) =>
    entry.kind === 'number' ? [new Big(entry.number)] : [],
  );
  return numbers.length === 0 ? null : numbers.reduce((all, number) => all.plus(number));
}

/**
 * The region's own plan where there is one; else the sum of the open schools' plans, if each of them has one. Shares
 * have no sum: without a plan of the region they have one only where all schools have the same.
 */
function regionPlan(
  indicator: Indicator,
  sites: readonly SiteFigure[],
  { programme, view, quarter }: LineSource,
): { readonly plan: Big | null; readonly planIsRegional: boolean } {
  const regional = regionPlanToDate(programme, view, quarter, indicator);
  if (regional !== null) return { plan: new Big(regional), planIsRegional: true };
  const plans = sites.filter(({ state }) => state !== 'not-open').map(({ plan }) => plan);
  const [first] = plans;
  if (first === undefined || plans.includes(null)) return { plan: null, planIsRegional: false };
  const numbers = plans.map((plan) => new Big(plan ?? 0));
  if (indicator.kind === 'percent') {
    const same = first !== null && plans.every((plan) => plan === first);
    return { plan: same ? new Big(first) : null, planIsRegional: true };
  }
  return { plan: numbers.reduce((sum, number) => sum.plus(number)), planIsRegional: false };
}

/** How many schools answered with a text, and how many of them «да». */
export function yesAnswers(sites: readonly SiteFigure[]): { readonly answers: number; readonly yes: number } {
  const answered = sites.filter(({ fact }) => fact.kind === 'text');
  const yes = answered.filter(({ fact }) => fact.kind === 'text' && fact.text === 'да');
  return { answers: answered.length, yes: yes.length };
}

function yesCount(sites: readonly SiteFigure[]): string | null {
  const { answers, yes } = yesAnswers(sites);
  return answers === 0 ? null : `да: ${yes} из ${answers}`;
}
