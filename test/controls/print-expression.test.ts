import fc from 'fast-check';
import type { Node } from '../../src/controls/syntax';
import { printExpression, signWithin } from '../fixtures/print-expression';
import { anyTree, shapeOf, treeOf } from '../fixtures/expression-shape';

/** As printed, with brackets around every part that is an operation. */
function withAllBrackets(node: Node, sign: ',' | '.' = ','): string {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'reference':
    case 'site':
      return printExpression(node, sign);
    case 'negate':
      return `-(${withAllBrackets(node.of, sign)})`;
    case 'binary':
    case 'compare':
      return `(${withAllBrackets(node.left, sign)}) ${node.operator} (${withAllBrackets(node.right, sign)})`;
    case 'call':
      return `${node.name}(${node.items.map((item) => `(${withAllBrackets(item, signWithin(node))})`).join('; ')})`;
  }
}

describe('printing', () => {
  it('an expression and reading it gives the same tree', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        fc.pre(printExpression(tree).length <= 2_000);
        expect(shapeOf(treeOf(printExpression(tree)))).toBe(shapeOf(tree));
      }),
      { seed: 20_210_101, numRuns: 2_000 },
    );
  });
  it('leaves out no bracket that matters, and reading does not mind those that do not', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        fc.pre(withAllBrackets(tree).length <= 2_000);
        expect(printExpression(treeOf(withAllBrackets(tree)))).toBe(printExpression(tree));
      }),
      { seed: 20_210_102, numRuns: 1_000 },
    );
  });
  it.each([
    '[1] + [2] * [3]',
    '([1] + [2]) * [3]',
    '10 - (3 - 2) - 1',
    '8 / (4 * 2) / 0,5',
    '-[1] * -(2 + 3)',
    '(1 < 2) = (3 < 4)',
    'ОКРУГЛ(ПРЕД(ИТОГ([2.1])) / ПЛОЩАДКА("контингент"); 2)',
    '"а ""б"" в"',
  ])('%s has only the brackets that it needs', (text) => {
    expect(printExpression(treeOf(text))).toBe(text);
  });
});
