/** A control in words: the one renderer for messages, instructions and catalogues. */
import { formatNumber } from '../text/numbers';
import { CONTROL_TEXTS } from '../text/controls';
import type { CompiledControl } from './parse';
import type { Node } from './syntax';

/** «Если …, то стр. 4.1 не больше стр. 4.2» */
export function describeControl({ control, condition, left, right }: CompiledControl): string {
  const { operator, tolerance } = control;
  const [a, b] = [describeNode(left), describeNode(right)];
  const sentence = CONTROL_TEXTS.relation[operator](a, b);
  const within = tolerance > 0 ? CONTROL_TEXTS.tolerance(formatNumber(tolerance)) : '';
  const whole = condition ? CONTROL_TEXTS.condition(describeNode(condition), sentence) : sentence;
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}${within}`;
}

/** An expression in words. */
export function describeNode(node: Node): string {
  switch (node.kind) {
    case 'number':
      return node.text.replace('.', ',');
    case 'text':
      return `«${node.text}»`;
    case 'reference':
      return CONTROL_TEXTS.reference[node.source](node.row);
    case 'site':
      return CONTROL_TEXTS.attribute(node.attribute);
    case 'negate':
      return `−${inBrackets(node.of)}`;
    case 'binary':
      return `${operand(node.left, node.operator, 'left')} ${CONTROL_TEXTS.sign[node.operator]} ${operand(node.right, node.operator, 'right')}`;
    case 'compare':
      return CONTROL_TEXTS.relation[node.operator](describeNode(node.left), describeNode(node.right));
    case 'call': {
      const [first] = node.items;
      // «не верно, что (… не заполнено)» is said plainly.
      if (node.name === 'НЕ' && first?.kind === 'call' && first.name === 'ПУСТО') {
        return CONTROL_TEXTS.call.filled(first.items.map(describeNode).join(''));
      }
      return CONTROL_TEXTS.call[node.name](node.items.map(describeNode));
    }
  }
}

const RANK = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** Brackets where the order of reckoning needs them. */
function operand(node: Node, parent: keyof typeof RANK, side: 'left' | 'right'): string {
  if (node.kind !== 'binary')
    return node.kind === 'compare' || node.kind === 'negate' ? inBrackets(node) : describeNode(node);
  const looser = RANK[node.operator] < RANK[parent];
  const sameButRight = RANK[node.operator] === RANK[parent] && side === 'right';
  return looser || sameButRight ? inBrackets(node) : describeNode(node);
}

function inBrackets(node: Node): string {
  const text = describeNode(node);
  return node.kind === 'number' || node.kind === 'reference' ? text : `(${text})`;
}
