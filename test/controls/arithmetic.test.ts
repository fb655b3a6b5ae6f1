/** Decimal arithmetic against exact fractions, which share no code with it. */
import fc from 'fast-check';
import { evaluate } from '../../src/controls/evaluate';
import type { Node } from '../../src/controls/syntax';
import { controlContext } from '../fixtures/control-context';
import { equals, minus, plus, rational, rounded, times, type Rational } from '../fixtures/rational';

const decimal = (places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), fc.bigInt(0n, 10n ** 12n), fc.nat({ max: 10 ** places - 1 }))
    .map(
      ([negative, whole, fraction]) =>
        `${negative ? '-' : ''}${whole}.${String(fraction).padStart(places, '0')}`,
    );

/** A minus belongs to the sign before a number, not to the number. */
const literal = (text: string): Node => {
  const number: Node = { kind: 'number', at: 1, text: text.replace('-', '') };
  return text.startsWith('-') ? { kind: 'negate', at: 1, of: number } : number;
};

interface Sum {
  readonly node: Node;
  readonly exact: Rational;
}
const OPERATIONS = { '+': plus, '-': minus, '*': times } as const;

/** Decimals of three places, put together with + - and *. Four deep, their product has twelve places at most. */
const sum: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum; leaf: Sum }>((tie) => ({
  leaf: decimal(3).map((text) => ({ node: literal(text), exact: rational(text) })),
  sum: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const), tie('sum'), tie('sum'))
      .map(([operator, left, right]): Sum => ({
        node: { kind: 'binary', at: 1, operator, left: left.node, right: right.node },
        exact: OPERATIONS[operator](left.exact, right.exact),
      })),
  ),
})).sum;

function exactly(node: Node): Rational {
  const value = evaluate(node, controlContext());
  if (value.kind !== 'number') throw new Error(value.kind);
  return rational(value.number.toFixed());
}

const round = (of: Node, decimals: number): Node => ({
  kind: 'call',
  at: 1,
  name: 'ОКРУГЛ',
  items: [of, literal(String(decimals))],
});

describe('exact fractions agree with', () => {
  it('sums, differences and products', () => {
    fc.assert(
      fc.property(sum, ({ node, exact }) => {
        expect(equals(exactly(node), exact)).toBe(true);
      }),
      { seed: 42_01, numRuns: 2_000 },
    );
  });
  it('ОКРУГЛ of any decimal', () => {
    fc.assert(
      fc.property(decimal(5), fc.integer({ min: -6, max: 6 }), (text, decimals) => {
        expect(equals(exactly(round(literal(text), decimals)), rounded(rational(text), decimals))).toBe(true);
      }),
      { seed: 42_02, numRuns: 3_000 },
    );
  });
  it('ОКРУГЛ of halves', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), fc.nat({ max: 4 }), (whole, decimals) => {
        // whole + 5 in the place behind the last one that is kept
        const text = `${whole < 0 ? '-' : ''}${Math.abs(whole)}.${'7'.repeat(decimals)}5`;
        expect(equals(exactly(round(literal(text), decimals)), rounded(rational(text), decimals))).toBe(true);
      }),
      { seed: 42_03, numRuns: 1_000 },
    );
  });
  it('ОКРУГЛ of sums', () => {
    fc.assert(
      fc.property(sum, fc.integer({ min: -3, max: 4 }), ({ node, exact }, decimals) => {
        expect(equals(exactly(round(node, decimals)), rounded(exact, decimals))).toBe(true);
      }),
      { seed: 42_04, numRuns: 1_000 },
    );
  });
  it('comparisons', () => {
    fc.assert(
      fc.property(sum, fc.option(sum), (a, other) => {
        // Two random sums are hardly ever equal; one of them twice is.
        const b = other ?? a;
        const order = minus(a.exact, b.exact).top;
        const holds = (operator: '<' | '<=' | '=' | '>' | '>=' | '<>'): unknown =>
          evaluate({ kind: 'compare', at: 1, operator, left: a.node, right: b.node }, controlContext());
        const boolean = (value: boolean): unknown => ({ kind: 'boolean', boolean: value });
        expect(holds('<')).toEqual(boolean(order < 0n));
        expect(holds('<=')).toEqual(boolean(order <= 0n));
        expect(holds('=')).toEqual(boolean(order === 0n));
        expect(holds('<>')).toEqual(boolean(order !== 0n));
        expect(holds('>')).toEqual(boolean(order > 0n));
        expect(holds('>=')).toEqual(boolean(order >= 0n));
      }),
      { seed: 42_05, numRuns: 1_000 },
    );
  });
});
