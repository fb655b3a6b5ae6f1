/**
 * Every kind of the facts' section 5.3 that is a control of the edition, asked the same questions: does it pass, fail with
 * what it should say, skip what is empty, hold at its boundary, and stay silent in another edition?
 */
import { civilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import type { Finding } from '../../src/controls/finding';
import type { Programme } from '../../src/programme/schema';
import { checkForm } from '../../src/workflows/check-form';
import { edited, type Edit } from '../fixtures/edit-grid';
import { CONTROLS, accepted, filledForm, programme, targets, type Values } from './school';

/** The last quarter of the first edition, and the first of the second. */
const QUARTER: Quarter = { year: 2022, number: 3 };
const NEXT: Quarter = { year: 2022, number: 4 };
const EARLIER: readonly Quarter[] = [
  { year: 2021, number: 3 },
  { year: 2021, number: 4 },
  { year: 2022, number: 1 },
  { year: 2022, number: 2 },
];

interface Case {
  readonly values?: Values;
  /** Cells of «Форма» changed by hand. */
  readonly cells?: Readonly<Record<string, Edit>>;
  readonly own?: Partial<Programme>;
}

interface Kind {
  readonly passes: Case;
  readonly fails: Case & { readonly says: Partial<Finding> };
  readonly boundary: Case;
  readonly empty: Case;
}

// Row 1 of the form stands in line 7; fact in column I, running total in K.
const KINDS: Readonly<Record<string, Kind>> = {
  'A1.2': {
    passes: {},
    fails: {
      values: { '2': { fact: 11 } },
      says: { level: 'error', cell: 'I8', row: '2', left: 11, right: 10, difference: 1 },
    },
    boundary: { values: { '2': { fact: 0 }, '2.1': { fact: 0 }, '2.2': { fact: 0 } } },
    empty: { values: { '2': { fact: null } } },
  },
  'A1.4': {
    passes: {},
    fails: {
      cells: { I14: 80.11 },
      says: { level: 'error', cell: 'I14', row: '4', left: 80.11, right: 80, difference: 0.11 },
    },
    boundary: { cells: { I14: 80.1 } },
    empty: { values: { '4.1': { fact: null } } },
  },
  'L1.2.1': {
    passes: {},
    fails: {
      values: { '2.1': { fact: 12 } },
      says: { level: 'error', cell: 'I9', row: '2.1', left: 12, right: 10, difference: 2 },
    },
    boundary: { values: { '2.1': { fact: 10 } } },
    empty: { values: { '2.1': { fact: null } } },
  },
  'L2.3': {
    passes: {},
    fails: {
      values: { '3.2': { fact: 0 } },
      says: { level: 'error', cell: 'I12', row: '3.1', left: 5, right: 0, difference: 5 },
    },
    boundary: { values: { '3.1': { fact: 0 }, '3.2': { fact: 0 } } },
    empty: { values: { '3.1': { fact: null }, '3.2': { fact: null } } },
  },
  'L3.4': {
    passes: {},
    fails: {
      values: { '4.2': { fact: 0 } },
      says: { level: 'error', cell: 'I16', row: '4.2', left: 0, right: 0, difference: 0 },
    },
    boundary: { values: { '4.1': { fact: 1 }, '4.2': { fact: 1 } } },
    empty: { values: { '4.1': { fact: null }, '4.2': { fact: 0 } } },
  },
  'L4.1': {
    passes: {},
    fails: {
      values: { '1': { fact: 501 } },
      says: { level: 'warning', cell: 'I7', row: '1', left: 501, right: 500, difference: 1 },
    },
    boundary: { values: { '1': { fact: 500 } } },
    empty: { values: { '1': { fact: null } } },
  },
  'P1.1': {
    passes: {},
    fails: {
      values: { '1': { total: 109 } },
      says: { level: 'error', cell: 'K7', row: '1', left: 109, right: 110, difference: -1 },
    },
    boundary: { values: { '1': { total: 110 } } },
    empty: { values: { '1': { total: null } } },
  },
  'P2.3.1': {
    passes: {},
    fails: {
      values: { '3.1': { fact: 6 } },
      says: { level: 'error', cell: 'I12', row: '3.1', left: 6, right: 5, difference: 1 },
    },
    boundary: { values: { '3.1': { fact: 0, total: 10 }, '3.2': { fact: 0 } } },
    empty: { values: { '3.1': { total: null } } },
  },
  'P3.1.ПРЕД': {
    passes: {},
    fails: {
      values: { '1': { fact: 151 } },
      says: { level: 'warning', cell: 'I7', row: '1', left: 51, right: 50, difference: 1 },
    },
    boundary: { values: { '1': { fact: 50 } } },
    empty: { values: { '1': { fact: null } } },
  },
  'P3.1.АППГ': {
    passes: {},
    fails: {
      values: { '1': { fact: 49 } },
      says: { level: 'warning', cell: 'I7', row: '1', left: 51, right: 50, difference: 1 },
    },
    boundary: { values: { '1': { fact: 150 } } },
    empty: { values: { '1': { fact: null } } },
  },
  'N1.1': {
    passes: {},
    fails: {
      values: { '1': { total: 114 } },
      says: { level: 'deviation', cell: 'K7', row: '1', left: 114, right: 115, difference: -1 },
    },
    boundary: { values: { '1': { total: 115 } } },
    empty: { own: { targets: targets(120, null) } },
  },
  'N2.1': {
    passes: {},
    fails: {
      own: { targets: targets(114) },
      says: { level: 'error', cell: 'I7', row: '1', left: 114, right: 115, difference: -1 },
    },
    boundary: { own: { targets: targets(115) } },
    empty: { own: { targets: targets(null) } },
  },
  'X1.3.1': {
    passes: {},
    fails: {
      values: { '3.1': { total: 16 } },
      says: { level: 'error', cell: 'K12', row: '3.1', left: 16, right: 15, difference: 1 },
    },
    boundary: { values: { '3.1': { fact: 0, total: 10 } } },
    empty: { values: { '3.1': { total: null } } },
  },
};

/** Findings with this code in a form of the quarter. */
function findings(
  code: string,
  { values, cells, own }: Case,
  quarter = QUARTER,
  everywhere = false,
): Finding[] {
  const source = programme(own, everywhere);
  const past = quarter === NEXT ? [...EARLIER, QUARTER] : EARLIER;
  const register = past.map((when) => accepted(source, when));
  const today = civilDate(quarter.year, quarter.number * 3, 31);
  const grid = filledForm({
    programme: source,
    register,
    quarter,
    today,
    ...(values === undefined ? {} : { values }),
  });
  const check = checkForm(cells ? edited(grid, 'Форма', cells) : grid, 'форма.xlsx', {
    programme: source,
    register,
    today,
  });
  // The controls were reached: a form that fails earlier would prove nothing.
  expect(check.submission).toBeDefined();
  return check.findings.filter((finding) => finding.code === code);
}

test('every control of the sample programme is asked', () => {
  expect(Object.keys(KINDS)).toEqual(CONTROLS.map(({ code }) => code));
});

test.each([
  'A1 арифметика',
  'L1 часть не больше целого',
  'L2 парность',
  'L3 деление на ноль',
  'L4 верхняя граница',
  'P1 итог не убывает',
  'P2 прирост итога',
  'P3 прошлый период и АППГ',
  'N1 минимум',
  'N2 план не ниже минимума',
  'X1 сумма форм',
])('the kind «%s» has a control here', (kind) => {
  expect(Object.keys(KINDS).some((code) => code.startsWith(kind.slice(0, 2)))).toBe(true);
});

describe.each(Object.entries(KINDS))('%s', (code, kind) => {
  test('passes', () => {
    expect(findings(code, kind.passes)).toEqual([]);
  });

  test('fails and says where, what, and by how much', () => {
    const [finding, ...more] = findings(code, kind.fails);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code,
      file: 'форма.xlsx',
      sheet: 'Форма',
      norm: `основание ${code}`,
      ...kind.fails.says,
    });
    const { left, difference } = kind.fails.says;
    expect(finding?.message).toContain(`слева ${String(left).replace('.', ',')}`);
    expect(finding?.message).toContain(`разница ${String(difference).replace('.', ',')}`);
    expect(finding?.action).not.toBe('');
  });

  test('holds at its boundary', () => {
    expect(findings(code, kind.boundary)).toEqual([]);
  });

  test('skips what is empty', () => {
    expect(findings(code, kind.empty)).toEqual([]);
  });

  test('is not applied to a quarter of another edition, where it would fail', () => {
    expect(findings(code, kind.fails, NEXT)).toEqual([]);
    expect(findings(code, kind.fails, NEXT, true)).toHaveLength(1);
  });
});

test('one side empty is not 0 for a pair that counts empty as 0: it is one without the other', () => {
  expect(findings('L2.3', { values: { '3.2': { fact: null } } })).toHaveLength(1);
});

test('a period clause keeps a control to its quarters', () => {
  const only = (periods: string): Partial<Programme> => ({
    controls: CONTROLS.filter(({ code }) => code === 'L4.1').map((one) => ({ ...one, periods })),
  });
  const over: Values = { '1': { fact: 501 } };
  expect(findings('L4.1', { values: over, own: only('I, IV') })).toEqual([]);
  expect(findings('L4.1', { values: over, own: only('III') })).toHaveLength(1);
});
