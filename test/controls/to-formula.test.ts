/** The native formulas against the evaluator: LibreOffice calculates, and every side, difference and state must be the same. */
import Big from 'big.js';
import fc from 'fast-check';
import { parseControl, type CompiledControl } from '../../src/controls/parse';
import { runControl } from '../../src/controls/run-control';
import { controlFormulas, stateWord } from '../../src/controls/to-formula';
import { evaluate } from '../../src/controls/evaluate';
import type { Value } from '../../src/controls/values';
import type { Control } from '../../src/programme/schema';
import { IVANOVO, OTHER_REGION, THIRD_REGION } from '../programme/programmes';
import { describeWith } from '../setup/programs';
import {
  contextOf,
  isInput,
  leafKey,
  leavesOf,
  recalculated,
  type CellContent,
  type FormulaCase,
  type Shown,
  type ShownResults,
} from './formula-harness';
import { BLANKS, randomCase, TEXTS } from './random-control';

const NONE: Value = { kind: 'missing' };

function valueOf(content: CellContent, input: boolean): Value {
  if (content === null || (typeof content === 'string' && content.trim() === '')) return NONE;
  if (typeof content === 'number') return { kind: 'number', number: new Big(content) };
  return content === 'х' && !input ? { kind: 'not-applicable' } : { kind: 'text', text: content };
}

function quarters(earlier: Value, fact: Value): Value {
  return earlier.kind === 'number' && fact.kind === 'number'
    ? { kind: 'number', number: earlier.number.plus(fact.number) }
    : earlier.kind === 'number'
      ? fact
      : earlier;
}

const contextFor = (each: FormulaCase) => contextOf(each, valueOf, quarters);

const WORDS = {
  missing: 'нет данных',
  'not-applicable': 'х',
  'division-by-zero': 'деление на ноль',
  'wrong-type': 'не число',
} as const;

function shownValue(value: Value): Shown {
  switch (value.kind) {
    case 'number':
      return value.number.toNumber();
    case 'text':
      return value.text;
    case 'boolean':
      return value.boolean ? 'да' : 'нет';
    case 'missing':
    case 'not-applicable':
    case 'division-by-zero':
    case 'wrong-type':
      return WORDS[value.kind];
  }
}

/** What the evaluator says, as a row of «Проверка» shows it. */
function expectedOf(each: FormulaCase): ShownResults {
  const result = runControl(each.compiled, contextFor(each));
  const skipped = result.state === 'skipped';
  return {
    left: skipped ? '' : shownValue(result.left),
    right: skipped ? '' : shownValue(result.right),
    difference: result.difference?.toNumber() ?? '',
    state: stateWord(result, each.compiled.control.level),
  };
}

/** Numbers agree to 14 digits of the larger side: a double has no more. */
function agrees(expected: ShownResults, found: ShownResults): boolean {
  const scale = Math.max(
    1,
    ...[expected.left, expected.right].map((side) => (typeof side === 'number' ? Math.abs(side) : 0)),
  );
  return (['left', 'right', 'difference', 'state'] as const).every((key) => {
    const [a, b] = [expected[key], found[key]];
    return typeof a === 'number' && typeof b === 'number'
      ? Math.abs(a - b) <= 1e-14 * scale + (key === 'difference' ? 1e-12 : 0)
      : a === b;
  });
}

function disagreements(cases: readonly FormulaCase[], results: readonly ShownResults[]): readonly object[] {
  return cases.flatMap((each, index) => {
    const [expected, found] = [expectedOf(each), results[index]];
    return found && agrees(expected, found)
      ? []
      : [{ control: each.compiled.control, contents: Object.fromEntries(each.contents), expected, found }];
  });
}

/**
 * A double holds 15 digits: those before the point of the case's largest value, and those behind it of its finest one
 * (quotients are cut at the six decimals that a form may have), stand side by side in them.
 */
function isWithinDigits(each: FormulaCase): boolean {
  const { left, right } = runControl(each.compiled, contextFor(each));
  const contents = [...each.contents.values()].map((content) => valueOf(content, true));
  const values = [left, right, ...contents].flatMap((value) =>
    value.kind === 'number' ? [value.number.round(6)] : [],
  );
  const before = Math.max(1, ...values.map(({ e }) => e + 1));
  const behind = Math.max(0, ...values.map(({ c, e }) => c.length - e - 1));
  return before + behind <= 15;
}

const compiledOf = (control: Control): CompiledControl => {
  const parsed = parseControl(control);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.control;
};

/** The same cases on every machine: a linear congruential generator. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const NUMBERS = [
  0, 1, 2, 3, 7, 10, 12, 99, 100, 101, 400, 412, 0.1, 0.2, 0.3, 0.5, 1.5, 2.675, 1.005, 33.3, 66.7, 99.95, -1,
  -5, -0.1, -412.5, 1e9, 999_999_999, 123_456_789.12, 1_000_000_000_000, 999_999_999_999_999,
  -999_999_999_999_999, 0.000001, 0.30000000000000004,
];
const CASES_A_CONTROL = 120;

/** Cases of one control: any content, then values at and beside the point where its sides are equal, or apart by its tolerance. */
function casesOf(compiled: CompiledControl, next: () => number): readonly FormulaCase[] {
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  };
  const sources = leavesOf(compiled);
  const any = (input: boolean, plain: number): CellContent => {
    if (next() < plain) return pick(NUMBERS);
    const kind = next();
    if (kind < 0.4) return pick(BLANKS);
    return kind < 0.7 && !input ? 'х' : pick(TEXTS);
  };
  const made: FormulaCase[] = [];
  while (made.length < CASES_A_CONTROL) {
    const plain = pick([0.6, 1, 1]);
    const contents = new Map(sources.map((leaf) => [leafKey(leaf), any(isInput(leaf), plain)]));
    const each = { compiled, contents };
    made.push(each);
    // Beside the boundary: one value is moved so that the sides meet.
    const moved = pick(sources);
    const key = leafKey(moved);
    const before = contents.get(key);
    if (typeof before !== 'number') continue;
    const difference = differenceOf(each);
    if (difference === null) continue;
    const slope =
      (differenceOf({ compiled, contents: new Map([...contents, [key, before + 1]]) }) ?? difference) -
      difference;
    if (slope === 0) continue;
    const { tolerance } = compiled.control;
    for (const beside of [0, tolerance, -tolerance, 1, -1, 0.01, -0.01]) {
      // A form's numbers have at most six decimals, and a double's at most fifteen digits.
      const value = Number((before + (beside - difference) / slope).toFixed(6));
      made.push({ compiled, contents: new Map([...contents, [key, value]]) });
    }
  }
  return made;
}

function differenceOf(each: FormulaCase): number | null {
  const context = contextFor(each);
  const [left, right] = [each.compiled.left, each.compiled.right].map((node) =>
    evaluate(node, context, { missingAsZero: true }),
  );
  return left?.kind === 'number' && right?.kind === 'number'
    ? left.number.minus(right.number).toNumber()
    : null;
}

const MAX_FORMULA = 8192;
const FUNCTIONS = /([A-Z][A-Z0-9.]*)\(/g;
const ALLOWED = new Set(
  'IF AND OR NOT ISNUMBER ISERROR IFERROR ABS ROUND TRUNC SUM MIN MAX COUNT INT LOG10 LEFT MID TRIM LOWER'.split(
    ' ',
  ),
);

/** What a formula may not have. */
function faultsOf(formula: string): readonly string[] {
  const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
  return [
    ...(formula.length > MAX_FORMULA ? [`${formula.length} characters`] : []),
    ...literals.filter((literal) => literal.length > 257).map((literal) => `literal of ${literal.length}`),
    ...[...bare.matchAll(FUNCTIONS)].flatMap(([, name = '']) => (ALLOWED.has(name) ? [] : [name])),
  ];
}

describeWith('soffice', 'a control’s native formulas and its evaluator agree', () => {
  it.each([
    ['the built-in programme', IVANOVO.controls],
    ['another region’s programme', OTHER_REGION.controls],
    ['a third region’s programme', THIRD_REGION.controls],
  ])('on every control of %s', (_name, controls) => {
    const next = random(20_210_929);
    const cases = controls
      .map(compiledOf)
      .flatMap((compiled) => casesOf(compiled, next))
      .filter(isWithinDigits);
    const { results, formulas } = recalculated(cases);
    const wrong = disagreements(cases, results);
    expect(wrong.length).toBe(0);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(formulas.flatMap(faultsOf)).toEqual([]);
    expect(new Set(results.map(({ state }) => state)).size).toBeGreaterThanOrEqual(5);
  });

  it('on expressions made at random', () => {
    const cases = fc.sample(randomCase, { numRuns: 3000, seed: 372 });
    const { results, formulas } = recalculated(cases);
    const wrong = disagreements(cases, results);
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(wrong.length).toBe(0);
    expect(formulas.flatMap(faultsOf)).toEqual([]);
  });
});

describe('a control’s formulas', () => {
  it('stay within the format’s limits however long the control is', () => {
    const long = (count: number): string =>
      Array.from({ length: count }, (_, index) => `[${index + 1}]`).join('; ');
    const text = 'очень длинный «текст» '.repeat(20).trim();
    const [control] = IVANOVO.controls;
    if (!control) throw new Error('no control');
    const compiled = compiledOf({
      ...control,
      condition: `И(${Array.from({ length: 99 }, (_, index) => `НЕ(ПУСТО([${index + 1}]))`).join('; ')})`,
      left: `СУММ(${long(99)})`,
      operator: '=',
      right: `МАКС(${long(99)})`,
    });
    const compared: CompiledControl = { ...compiled, right: { kind: 'text', at: 1, text } };
    const formulas: string[] = [];
    let column = 16_000;
    for (const each of [compiled, compared]) {
      const made = controlFormulas(each, {
        leaf: () => `$AAA$${(column += 1)}`,
        helper: (formula) => {
          formulas.push(formula);
          return `$AAA$${(column += 1)}`;
        },
      });
      formulas.push(made.left.formula, made.right.formula, made.difference.formula, made.state.formula);
    }
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.flatMap(faultsOf)).toEqual([]);
  });
});
