/**
 * A small programme that has a control of every kind, in its first edition only, and forms of one of its schools: issued
 * by the product, filled as a school would, and given back as grids.
 */
import { civilDate, type CivilDate } from '../../src/calendar/civil-date';
import { formatQuarter, type Quarter } from '../../src/calendar/quarter';
import { issueForm } from '../../src/monitoring/issue-form';
import type { AcceptedForm, Register } from '../../src/monitoring/register';
import { withShares } from '../../src/monitoring/shares';
import { EMPTY, type Entry, type SubmissionRow } from '../../src/monitoring/submission';
import { describeProblem, parseProgramme } from '../../src/programme/load-programme';
import { editionForQuarter, editionView } from '../../src/programme/edition';
import type { Control, Indicator, Programme, Target } from '../../src/programme/schema';
import type { TitleEntries } from '../../src/sheets/form/title-sheet';
import { formWorkbook } from '../../src/workflows/issue-forms';
import type { Grid } from '../../src/workbook/grid';
import { gridOf } from '../fixtures/grid-of-spec';
import { IVANOVO } from '../programme/programmes';

export const FIRST = '2020-1';
export const SECOND = '2022-2';
export const SITE = 'school-1';
export const TITLE: TitleEntries = {
  revision: 0,
  head: 'Петров П.П.',
  executor: 'Иванова И.И.',
  phone: '(4932) 00-00-00',
  email: '',
  filled: null,
};

const count = (code: string, accumulation: Indicator['accumulation'], required = false): Indicator => ({
  code,
  fromEdition: FIRST,
  toEdition: null,
  name: `Показатель ${code}`,
  unit: 'человек',
  okei: '792',
  kind: 'count',
  numerator: null,
  denominator: null,
  accumulation,
  direction: 'notLess',
  decimals: 0,
  required,
  source: 'пример',
});

export const INDICATORS: readonly Indicator[] = [
  count('1', 'distinct'),
  count('2', 'sum'),
  count('2.1', 'sum'),
  count('2.2', 'sum'),
  { ...count('3', 'none'), kind: 'heading', unit: '', okei: null },
  count('3.1', 'sum'),
  count('3.2', 'distinct'),
  { ...count('4', 'none'), kind: 'percent', unit: '%', numerator: '4.1', denominator: '4.2', decimals: 1 },
  count('4.1', 'none'),
  count('4.2', 'none'),
  { ...count('5', 'none', true), kind: 'yesno', unit: 'да/нет', okei: null },
  { ...count('6', 'none', true), unit: 'тыс. руб.', decimals: 2 },
  { ...count('7', 'none'), kind: 'text', unit: '', okei: null },
];

const control = (
  code: string,
  level: Control['level'],
  left: string,
  operator: Control['operator'],
  right: string,
  rest: Partial<Control> = {},
): Control => ({
  code,
  fromEdition: FIRST,
  toEdition: FIRST,
  level,
  condition: null,
  left,
  operator,
  right,
  tolerance: 0,
  empty: 'пропустить, если пусто любое',
  periods: 'все',
  basis: `основание ${code}`,
  message: null,
  ...rest,
});

export const CONTROLS: readonly Control[] = [
  control('A1.2', 'error', '[2]', '=', '[2.1] + [2.2]'),
  control('A1.4', 'error', '[4]', '=', '[4.1] / [4.2] * 100', { tolerance: 0.1, condition: '[4.2] > 0' }),
  control('L1.2.1', 'error', '[2.1]', '<=', '[2]'),
  control('L2.3', 'error', '[3.1]', 'парность', '[3.2]', { empty: 'считать нулём' }),
  control('L3.4', 'error', '[4.2]', '>', '0', { condition: 'НЕ(ПУСТО([4.1]))' }),
  control('L4.1', 'warning', '[1]', '<=', 'ПЛОЩАДКА("контингент")'),
  control('P1.1', 'error', 'ИТОГ([1])', '>=', 'ПРЕД(ИТОГ([1]))'),
  control('P2.3.1', 'error', '[3.1]', '=', 'ИТОГ([3.1]) - ПРЕД(ИТОГ([3.1]))'),
  control('P3.1.ПРЕД', 'warning', 'ABS([1] - ПРЕД([1]))', '<=', '0,5 * ПРЕД([1])'),
  control('P3.1.АППГ', 'warning', 'ABS([1] - АППГ([1]))', '<=', '0,5 * АППГ([1])'),
  control('N1.1', 'deviation', 'ИТОГ([1])', '>=', 'МИНИМУМ([1])'),
  control('N2.1', 'error', 'ПЛАН([1])', '>=', 'МИНИМУМ([1])'),
  control('X1.3.1', 'error', 'ИТОГ([3.1])', '=', 'КВАРТАЛЫ([3.1])'),
];

/** The plan of row 1 in both quarters that are tried. */
export function targets(target: number | null, minimum: number | null = 115): Target[] {
  return [3, 4].map((quarter) => ({
    fromEdition: FIRST,
    toEdition: null,
    indicator: '1',
    site: SITE,
    year: 2022,
    quarter,
    minimum,
    target,
    basis: 'пример',
  }));
}

/** The programme; `everywhere`: its controls hold in the second edition too. */
export function programme(own: Partial<Programme> = {}, everywhere = false): Programme {
  const edition = (code: string, from: CivilDate, to: CivilDate | null) => ({
    code,
    title: `Редакция ${code}`,
    effectiveFrom: from,
    effectiveTo: to,
    source: { act: 'пример', date: null, number: null, point: null },
    provisional: false,
    note: '',
  });
  const site = (code: string, openedOn: CivilDate) => ({
    code,
    name: `Полное имя ${code}`,
    shortName: `Школа ${code}`,
    municipality: 'г. Пример',
    openedOn,
    openedOnSource: 'пример',
    attributes: { контингент: 500 },
    source: 'пример',
  });
  const parsed = parseProgramme({
    ...IVANOVO,
    sites: [
      site(SITE, civilDate(2021, 9, 1)),
      site('school-2', civilDate(2021, 9, 1)),
      site('school-3', civilDate(2023, 9, 1)),
    ],
    editions: [
      edition(FIRST, civilDate(2020, 12, 23), civilDate(2022, 9, 30)),
      edition(SECOND, civilDate(2022, 10, 1), null),
    ],
    indicators: INDICATORS,
    targets: targets(120),
    controls: CONTROLS.map((one) => (everywhere ? { ...one, toEdition: null } : one)),
    ...own,
  });
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.programme;
}

type Plain = number | string | null;
/** What differs from a good form, by row: a number or a text, or nothing (null). */
export type Values = Readonly<
  Record<string, { readonly fact?: Plain; readonly total?: Plain; readonly reason?: string }>
>;

/** Facts of every quarter; totals grow by `step`. */
const GOOD: Readonly<Record<string, { fact: Plain; first?: number; step?: number }>> = {
  '1': { fact: 100, first: 100, step: 10 },
  '2': { fact: 10, first: 10, step: 10 },
  '2.1': { fact: 6, first: 6, step: 6 },
  '2.2': { fact: 4, first: 4, step: 4 },
  '3.1': { fact: 5, first: 5, step: 5 },
  '3.2': { fact: 50, first: 50, step: 10 },
  '4.1': { fact: 8 },
  '4.2': { fact: 10 },
  '5': { fact: 'да' },
  '6': { fact: 1.25 },
  '7': { fact: 'проекты' },
};

const entry = (value: Plain | undefined): Entry =>
  value === null || value === undefined
    ? EMPTY
    : typeof value === 'number'
      ? { kind: 'number', number: value }
      : { kind: 'text', text: value };

/** Rows of a good form of the quarter, with what differs. */
export function rowsFor(quarter: Quarter, values: Values = {}): readonly SubmissionRow[] {
  const past = quarter.year === 2021 ? quarter.number - 3 : quarter.number - 1;
  return INDICATORS.filter(({ kind }) => kind !== 'heading').map(({ code, kind, accumulation }) => {
    const good = GOOD[code];
    const own = values[code] ?? {};
    const total = good?.first === undefined ? null : good.first + (good.step ?? 0) * past;
    return {
      row: code,
      fact: entry('fact' in own ? own.fact : good?.fact),
      total:
        kind === 'percent' || accumulation === 'none'
          ? { kind: 'not-applicable' }
          : entry('total' in own ? own.total : total),
      reason: own.reason ?? '',
      evidence: '',
    };
  });
}

/** The accepted form of a quarter. */
export function accepted(
  source: Programme,
  quarter: Quarter,
  { values = {}, revision = 0, site = SITE }: { values?: Values; revision?: number; site?: string } = {},
): AcceptedForm {
  const edition = editionForQuarter(source, quarter).code;
  return {
    submission: {
      programme: source.code,
      site,
      quarter,
      edition,
      revision,
      rows: withShares(rowsFor(quarter, values), editionView(source, edition).indicators),
    },
    sha256: `${site} ${formatQuarter(quarter)} ${revision}`,
    file: `${site}_${formatQuarter(quarter)}_${revision}.xlsx`,
    receivedOn: civilDate(quarter.year, quarter.number * 3, 31),
  };
}

export interface Filled {
  readonly programme: Programme;
  readonly register: Register;
  readonly quarter: Quarter;
  readonly values?: Values;
  readonly title?: Partial<TitleEntries>;
  readonly site?: string;
  readonly today: CivilDate;
}

/** A form of the quarter as the school sends it back. */
export function filledForm({
  programme: source,
  register,
  quarter,
  values,
  title,
  site = SITE,
  today,
}: Filled): Grid {
  const found = source.sites.find(({ code }) => code === site);
  if (!found) throw new Error(`No site ${site}`);
  const form = issueForm(source, register, found, quarter, today);
  return gridOf(formWorkbook(form, { title: { ...TITLE, ...title }, rows: rowsFor(quarter, values) }));
}
