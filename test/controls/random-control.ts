/** Controls of the language and values of a form, made at random. */
import fc from 'fast-check';
import type { Node } from '../../src/controls/syntax';
import { CONTROL_OPERATORS, EMPTY_POLICIES, type Control } from '../../src/programme/schema';
import { leafKey, leavesOf, type CellContent, type FormulaCase } from './formula-harness';

const at = 1;
export const TEXTS = ['да', 'нет', 'ДА', '12 чел.', '~300', '#M', '_да', '12', 'х', '—', '1,5', '=1'];
export const BLANKS: readonly CellContent[] = [null, null, '', '  '];

const SMALL = [
  0, 1, 2, 3, 7, 12, 0.1, 0.2, 0.3, 0.5, 2.675, 1.005, 99.95, -1, -0.1, -412.5, 1000, 123_456.78,
];
const SOURCES = [
  'fact',
  'total',
  'plan',
  'minimum',
  'previousFact',
  'previousTotal',
  'lastYearFact',
  'lastYearTotal',
  'quarters',
] as const;
const leaf: fc.Arbitrary<Node> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('reference' as const),
      at: fc.constant(at),
      source: fc.constantFrom(...SOURCES),
      row: fc.constantFrom('1', '2.1'),
    }),
  },
  fc.record({
    kind: fc.constant('site' as const),
    at: fc.constant(at),
    attribute: fc.constantFrom('контингент', 'смены'),
  }),
);
const nodes = fc.letrec<{ number: Node; truth: Node }>((tie) => {
  const call = (
    name: Extract<Node, { kind: 'call' }>['name'],
    items: fc.Arbitrary<readonly Node[]>,
  ): fc.Arbitrary<Node> => items.map((each) => ({ kind: 'call', at, name, items: each }));
  const many = (key: 'number' | 'truth') => fc.array(tie(key), { minLength: 1, maxLength: 4 });
  return {
    number: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      leaf,
      fc
        .constantFrom('0', '1', '2', '0.1', '0.5', '100', '2.675')
        .map((text): Node => ({ kind: 'number', at, text })),
      fc.record({ kind: fc.constant('negate' as const), at: fc.constant(at), of: tie('number') }),
      fc.record({
        kind: fc.constant('binary' as const),
        at: fc.constant(at),
        operator: fc.constantFrom('+', '-', '*', '/'),
        left: tie('number'),
        right: tie('number'),
      }),
      fc.constantFrom('СУММ', 'МИН', 'МАКС').chain((name) => call(name, many('number'))),
      call('ABS', fc.tuple(tie('number'))),
      call(
        'ОКРУГЛ',
        fc.tuple(
          tie('number'),
          fc.constantFrom('0', '1', '2').map((text): Node => ({ kind: 'number', at, text })),
        ),
      ),
      call('ЕСЛИ', fc.tuple(tie('truth'), tie('number'), tie('number'))),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.record({
        kind: fc.constant('compare' as const),
        at: fc.constant(at),
        operator: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
        left: tie('number'),
        right: tie('number'),
      }),
      fc.record({
        kind: fc.constant('compare' as const),
        at: fc.constant(at),
        operator: fc.constantFrom('=', '<>'),
        left: leaf,
        right: fc.constantFrom('да', 'нет', '').map((text): Node => ({ kind: 'text', at, text })),
      }),
      call('ПУСТО', fc.tuple(leaf)),
      fc.constantFrom('И', 'ИЛИ').chain((name) => call(name, many('truth'))),
      call('НЕ', fc.tuple(tie('truth'))),
    ),
  };
});
const content: fc.Arbitrary<CellContent> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...SMALL) },
  { weight: 2, arbitrary: fc.constantFrom(...BLANKS) },
  fc.constantFrom(...TEXTS),
);
export const randomCase: fc.Arbitrary<FormulaCase> = fc
  .record({
    condition: fc.option(nodes.truth, { freq: 2 }),
    left: nodes.number,
    right: fc.oneof(
      { weight: 4, arbitrary: nodes.number },
      { weight: 1, arbitrary: fc.constant<Node>({ kind: 'text', at, text: 'да' }) },
    ),
    operator: fc.constantFrom(...CONTROL_OPERATORS),
    tolerance: fc.constantFrom(0, 0, 0.1, 5),
    empty: fc.constantFrom(...EMPTY_POLICIES),
  })
  .chain(({ condition, left, right, operator, tolerance, empty }) => {
    const control: Control = {
      code: 'A1',
      fromEdition: '1',
      toEdition: null,
      level: 'error',
      condition: null,
      left: '',
      operator,
      right: '',
      tolerance,
      empty,
      periods: 'все',
      basis: '',
      message: null,
    };
    const compiled = { control, condition, left, right };
    return fc.array(content, { minLength: 24, maxLength: 24 }).map((contents) => ({
      compiled,
      contents: new Map(leavesOf(compiled).map((each, index) => [leafKey(each), contents[index] ?? null])),
    }));
  });
