/** A control in words: the one renderer for messages, instructions and catalogues. */
import { formatNumber } from '../text/numbers';
import { CONTROL_TEXTS } from '../text/controls';
import type { CompiledControl } from './parse';
import type { ArithmeticOperator, FunctionName, Node, Reference } from './syntax';

/** «Если …, то стр. 4.1 не больше стр. 4.2» */
export function describeControl({ control, condition, left, right }: CompiledControl): string {
  const { operator, tolerance } = control;
  const [a, b] = [describeNode(left), describeNode(right)];
  const sentence = CONTROL_TEXTS.relation[operator](a, b);
  const within = tolerance > 0 ? CONTROL_TEXTS.tolerance(formatNumber(tolerance)) : '';
  const whole = condition ? CONTROL_TEXTS.condition(describeNode(condition), sentence) : sentence;
  // A sentence may begin with a bracket, but not with a small letter.
  return `${whole.replace(/^\(*\p{Ll}/u, (start) => start.toUpperCase())}${within}`;
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
      return isGrowth(node)
        ? CONTROL_TEXTS.growth(node.left.row)
        : `${operand(node.left, node.operator, 'left')} ${CONTROL_TEXTS.sign[node.operator]} ${operand(node.right, node.operator, 'right')}`;
    case 'compare':
      return CONTROL_TEXTS.relation[node.operator](comparand(node.left), comparand(node.right));
    case 'call':
      return describeCall(node);
  }
}

type Binary = Extract<Node, { kind: 'binary' }>;
type Call = Extract<Node, { kind: 'call' }>;

/** `ИТОГ([1]) - ПРЕД(ИТОГ([1]))`: what the quarter has added to a running total. */
function isGrowth(node: Node): node is Binary & { readonly left: Reference; readonly right: Reference } {
  if (node.kind !== 'binary' || node.operator !== '-') return false;
  const { left, right } = node;
  if (left.kind !== 'reference' || right.kind !== 'reference') return false;
  return left.source === 'total' && right.source === 'previousTotal' && left.row === right.row;
}

function describeCall({ name, items }: Call): string {
  const [first] = items;
  switch (name) {
    case 'ПУСТО':
      return first ? describeEmpty(first, 'empty') : '';
    case 'НЕ':
      // «неверно, что (… не заполнена)» is said plainly.
      if (first?.kind === 'call' && first.name === 'ПУСТО' && first.items[0]) {
        return describeEmpty(first.items[0], 'filled');
      }
      return CONTROL_TEXTS.call.НЕ(items.map(describeNode));
    case 'ABS':
      return first?.kind === 'binary' && first.operator === '-' && !isGrowth(first)
        ? CONTROL_TEXTS.distance(inBrackets(first.left), inBrackets(first.right))
        : CONTROL_TEXTS.call.ABS(items.map(describeNode));
    case 'СУММ':
    case 'МИН':
    case 'МАКС':
    case 'ОКРУГЛ':
    case 'ЕСЛИ':
    case 'И':
    case 'ИЛИ':
      return CONTROL_TEXTS.call[name](items.map(describeNode));
  }
}

function describeEmpty(node: Node, state: 'empty' | 'filled'): string {
  const isRow = node.kind === 'reference' && node.source === 'fact';
  return (isRow ? CONTROL_TEXTS.row : CONTROL_TEXTS.value)[state](describeNode(node));
}

/** A side of a comparison; a condition there is set in brackets. */
function comparand(node: Node): string {
  const isCondition = node.kind === 'compare' || (node.kind === 'call' && CONDITIONS.has(node.name));
  return isCondition ? `(${describeNode(node)})` : describeNode(node);
}

const CONDITIONS: ReadonlySet<FunctionName> = new Set<FunctionName>(['И', 'ИЛИ', 'НЕ', 'ПУСТО']);

const RANK = { '+': 1, '-': 1, '*': 2, '/': 2 } as const;

/** Brackets where the order of reckoning needs them, and around words that would seem to hold for the next operand too. */
function operand(node: Node, parent: ArithmeticOperator, side: 'left' | 'right'): string {
  switch (node.kind) {
    case 'binary': {
      if (isGrowth(node)) return `(${describeNode(node)})`;
      const looser = RANK[node.operator] < RANK[parent];
      const sameButRight = RANK[node.operator] === RANK[parent] && side === 'right';
      return looser || sameButRight ? `(${describeNode(node)})` : describeNode(node);
    }
    case 'reference':
      return node.source === 'fact' ? describeNode(node) : `(${describeNode(node)})`;
    case 'compare':
    case 'negate':
      return `(${describeNode(node)})`;
    case 'number':
    case 'text':
    case 'site':
    case 'call':
      return describeNode(node);
  }
}

function inBrackets(node: Node): string {
  const text = describeNode(node);
  return node.kind === 'number' || node.kind === 'reference' ? text : `(${text})`;
}
