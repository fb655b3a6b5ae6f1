/** A control's sentence says what the control says: read back, it gives the same tree, and where it is clear no other. */
import fc from 'fast-check';
import { describeControl } from '../../src/controls/describe';
import type { CompiledControl } from '../../src/controls/parse';
import type { Node } from '../../src/controls/syntax';
import type { Control } from '../../src/programme/schema';
import { compiledControl } from '../fixtures/control-of';
import { shapeOf } from '../fixtures/expression-shape';
import { readSentence, type SpokenControl } from '../fixtures/read-sentence';
import { IVANOVO, OTHER_REGION, THIRD_REGION } from '../programme/programmes';
import { randomCase } from './random-control';

/** И and ИЛИ of one condition are that condition; the sentence does not name them. */
function plain(node: Node): Node {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'reference':
    case 'site':
      return node;
    case 'negate':
      return { ...node, of: plain(node.of) };
    case 'binary':
    case 'compare':
      return { ...node, left: plain(node.left), right: plain(node.right) };
    case 'call': {
      const [first, second] = node.items;
      const alone = first && !second && (node.name === 'И' || node.name === 'ИЛИ');
      return alone ? plain(first) : { ...node, items: node.items.map(plain) };
    }
  }
}

function meaning({ condition, operator, left, right, tolerance }: SpokenControl): string {
  const sides = [condition, left, right].map((node) => (node === null ? 'always' : shapeOf(plain(node))));
  return [operator, tolerance, ...sides].join(' | ');
}

const meaningOf = ({ control, ...trees }: CompiledControl): string =>
  meaning({ ...trees, operator: control.operator, tolerance: control.tolerance });

const readings = (sentence: string): readonly string[] => [...new Set(readSentence(sentence).map(meaning))];

const ALL: readonly (readonly [string, Control])[] = [IVANOVO, OTHER_REGION, THIRD_REGION].flatMap(
  ({ code, controls }) => controls.map((control) => [`${code} ${control.code}`, control] as const),
);

it.each(ALL)('%s can be read in one way only', (_name, control) => {
  const compiled = compiledControl(control);
  expect(readings(describeControl(compiled))).toEqual([meaningOf(compiled)]);
});

it('so can controls made at random', () => {
  fc.assert(
    fc.property(randomCase, ({ compiled }) => {
      const sentence = describeControl(compiled);
      fc.pre(sentence.length <= 600);
      expect(readings(sentence)).toEqual([meaningOf(compiled)]);
    }),
    { seed: 20_211_001, numRuns: 2_000 },
  );
});

it('a sentence that no control makes is not read at all', () => {
  expect(readings('Равны: стр. 1 и стр. 2')).toHaveLength(1);
  expect(readings('Равны: стр. 1 и стр. 2 и стр. 3')).toEqual([]);
  expect(readings('Стр. 1 не больше стр. 2')).toEqual([]);
});
