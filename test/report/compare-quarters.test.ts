/** Two quarters beside each other, held against the reports of each and against the register itself. */
import { isCivilDate, type CivilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import { currentForm } from '../../src/monitoring/register';
import { figureHistory } from '../../src/monitoring/figure-history';
import { compareTwoQuarters, type ComparedRow } from '../../src/report/compare-quarters';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { findSchools, schoolCard } from '../../src/workflows/open/schools';
import { completeness } from '../../src/monitoring/completeness';
import type { Programme } from '../../src/programme/schema';
import { IVANOVO, OTHER_REGION } from '../programme/programmes';

function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(text);
  return text;
}

const TODAY = day('2023-01-12');
const BEFORE: Quarter = { year: 2021, number: 4 };
const AFTER: Quarter = { year: 2022, number: 4 };
const EXAMPLE = exampleDepartment(IVANOVO, TODAY);
const rowOf = (rows: readonly ComparedRow[], code: string): ComparedRow | undefined =>
  rows.find(({ indicator }) => indicator.code === code);

function factOf(site: string, quarter: Quarter, code: string): number | null {
  const row = currentForm(EXAMPLE.register, site, quarter)?.submission.rows.find((one) => one.row === code);
  return row?.fact.kind === 'number' ? row.fact.number : null;
}

describe('two quarters', () => {
  const { rows } = compareTwoQuarters(EXAMPLE, BEFORE, AFTER);

  it('a school’s facts are those of its forms, and the difference is theirs', () => {
    for (const code of ['1', '2', '3.1', '3.2', '4', '4.1', '4.2']) {
      const figures = rowOf(rows, code)?.figures.find(({ site }) => site?.code === 'kineshma-8');
      const [before, after] = [factOf('kineshma-8', BEFORE, code), factOf('kineshma-8', AFTER, code)];
      expect(before).not.toBeNull();
      expect(figures?.first?.fact?.toNumber()).toBe(before);
      expect(figures?.second?.fact?.toNumber()).toBe(after);
      expect(figures?.difference?.toNumber()).toBeCloseTo((after ?? 0) - (before ?? 0), 10);
    }
  });

  it('a school that has not handed in has nothing: no zero, no difference', () => {
    // In the example the last school of the last quarter is still awaited.
    const figures = rowOf(rows, '1')?.figures.find(({ site }) => site?.code === 'shuya-9');
    expect(figures?.first).toMatchObject({ state: 'not-open', fact: null });
    expect(figures?.second).toMatchObject({ state: 'not-submitted', fact: null, percent: null });
    expect([figures?.difference, figures?.points]).toEqual([null, null]);
  });

  it('completion is of the plan, and its difference in percentage points', () => {
    const figures = rowOf(rows, '1')?.figures.find(({ site }) => site?.code === 'kineshma-8');
    const { first, second, points } = figures ?? {};
    for (const side of [first, second]) {
      const [plan, reached] = [side?.plan?.toNumber() ?? 0, side?.reached?.toNumber() ?? 0];
      expect(plan).toBeGreaterThan(0);
      expect(side?.percent?.toNumber()).toBe(Math.round((reached / plan) * 1000) / 10);
    }
    expect(points?.toNumber()).toBeCloseTo(
      (second?.percent?.toNumber() ?? 0) - (first?.percent?.toNumber() ?? 0),
      10,
    );
  });

  it('a school that reports neither quarter is not there', () => {
    expect(rowOf(rows, '1')?.figures.map(({ site }) => site?.code)).toEqual([
      undefined,
      'kineshma-8',
      'shuya-9',
    ]);
  });

  it('either quarter may be the later one', () => {
    const back = rowOf(compareTwoQuarters(EXAMPLE, AFTER, BEFORE).rows, '2')?.figures[0];
    const there = rowOf(rows, '2')?.figures[0];
    expect(back?.difference?.toNumber()).toBe(-(there?.difference?.toNumber() ?? NaN));
  });
});

it('another edition: changed rows are shown without a difference, new and dropped ones are said to be so', () => {
  const source = { programme: OTHER_REGION, register: [], log: [] };
  const relations = (first: Quarter, second: Quarter): Readonly<Record<string, string>> =>
    Object.fromEntries(
      compareTwoQuarters(source, first, second).rows.map(({ indicator, relation }) => [
        indicator.code,
        relation,
      ]),
    );
  const [old, late] = [
    { year: 2022, number: 4 },
    { year: 2023, number: 4 },
  ];
  const there = relations(old, late);
  expect([there['1'], there['3']]).toEqual(['same', 'same']);
  // Held against the lists themselves: what only one edition has is new or dropped.
  const codesOf = (edition: string): readonly string[] => codesIn(OTHER_REGION, edition);
  const [a, b] = [codesOf('2022-1'), codesOf('2023-2')];
  for (const code of b.filter((one) => !a.includes(one))) expect(there[code]).toBe('added');
  for (const code of a.filter((one) => !b.includes(one))) expect(there[code]).toBe('dropped');
  expect(Object.values(there)).toContain('changed');
  expect(Object.keys(relations(late, old)).sort()).toEqual(Object.keys(there).sort());
});

function codesIn({ indicators, editions }: Programme, edition: string): readonly string[] {
  const at = (code: string | null): number => editions.findIndex((one) => one.code === code);
  return indicators
    .filter(
      ({ fromEdition, toEdition }) =>
        at(fromEdition) <= at(edition) && (toEdition === null || at(edition) <= at(toEdition)),
    )
    .map(({ code }) => code);
}

describe('the history of a figure', () => {
  const first = currentForm(EXAMPLE.register, 'kineshma-8', BEFORE);
  if (!first) throw new Error('The example has no such form');
  const { submission } = first;
  const corrected = {
    ...first,
    file: 'исправление.xlsx',
    sha256: 'cd'.repeat(32),
    submission: {
      ...submission,
      revision: 1,
      rows: submission.rows.map((row) =>
        row.row === '1'
          ? { ...row, fact: { kind: 'number' as const, number: 7 }, reason: 'Ошибка в списках' }
          : row,
      ),
    },
  };
  const history = figureHistory([corrected, ...EXAMPLE.register], 'kineshma-8', '1');
  const versions =
    history.find(({ quarter }) => quarter.year === 2021 && quarter.number === 4)?.versions ?? [];

  it('has every revision in its order, and says what changed', () => {
    expect(
      versions.map(({ form, changed, isCurrent }) => [form.submission.revision, changed, isCurrent]),
    ).toEqual([
      [0, null, false],
      [1, ['fact', 'reason'], true],
    ]);
    expect(versions.map(({ fact }) => (fact.kind === 'number' ? fact.number : null))).toEqual([
      factOf('kineshma-8', BEFORE, '1'),
      7,
    ]);
  });

  it('other rows did not change, and other quarters have one version', () => {
    const other = figureHistory([corrected, ...EXAMPLE.register], 'kineshma-8', '2');
    expect(
      other.find(({ quarter }) => quarter.year === 2021 && quarter.number === 4)?.versions[1]?.changed,
    ).toEqual([]);
    expect(history.filter(({ versions: list }) => list.length === 1)).toHaveLength(history.length - 1);
  });

  it('an empty cell and «х» differ', () => {
    const withFact = (revision: number, fact: { kind: 'empty' } | { kind: 'not-applicable' }) => ({
      ...first,
      submission: { ...submission, revision, rows: submission.rows.map((row) => ({ ...row, fact })) },
    });
    const [one] = figureHistory(
      [withFact(0, { kind: 'empty' }), withFact(1, { kind: 'not-applicable' })],
      'kineshma-8',
      '1',
    );
    expect(one?.versions[1]?.changed).toEqual(['fact']);
  });
});

describe('schools', () => {
  it('are found by name, municipality and code, in any case, by several words, «е» for «ё»', () => {
    const codes = (query: string): readonly string[] =>
      findSchools(IVANOVO.sites, query).map(({ code }) => code);
    expect(codes('КИНЕШМ')).toEqual(['kineshma-8']);
    expect(codes('округ шуя')).toEqual(['shuya-9']);
    expect(codes('shuya')).toEqual(['shuya-9']);
    expect(codes('  ')).toHaveLength(IVANOVO.sites.length);
    expect(codes('москва')).toEqual([]);
  });

  it('the card has the quarters that the school reports, the latest first, with their forms', () => {
    const site = IVANOVO.sites.find(({ code }) => code === 'kineshma-8');
    const card =
      site &&
      schoolCard(
        EXAMPLE,
        completeness(EXAMPLE, TODAY),
        EXAMPLE.programme.sites.find(({ code }) => code === site.code) ?? site,
      );
    const quarters = card?.quarters.map(({ cell }) => `${cell.quarter.year}-${cell.quarter.number}`) ?? [];
    expect([...quarters].sort().reverse()).toEqual(quarters);
    expect(card?.quarters.flatMap(({ forms }) => forms)).toHaveLength(
      EXAMPLE.register.filter(({ submission }) => submission.site === 'kineshma-8').length,
    );
    const [known] = EXAMPLE.log;
    if (!known) throw new Error('The example has no log');
    const refused = {
      ...known,
      ...{ site: 'shuya-9', quarter: AFTER, revision: 0, result: 'refused' as const, summary: 'L1.4' },
    };
    const [shuya] = EXAMPLE.programme.sites.filter(({ code }) => code === 'shuya-9');
    const other =
      shuya &&
      schoolCard({ ...EXAMPLE, log: [...EXAMPLE.log, refused] }, completeness(EXAMPLE, TODAY), shuya);
    expect(other?.quarters.flatMap(({ problems }) => problems)[0]?.found).toEqual([
      { code: 'L1.4', times: 1, demand: 'Стр. 4.1 не больше, чем стр. 4.2' },
    ]);
    expect(card?.indicators.map(({ code }) => code)).toEqual(['1', '2', '3.1', '3.2', '4', '4.1', '4.2']);
  });
});
