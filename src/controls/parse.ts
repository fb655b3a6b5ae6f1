/** From a row of «Контроли» to a control that can be run; what is wrong is named with its field and position. */
import type { Control } from '../programme/schema';
import { CONTROL_TEXTS } from '../text/controls';
import { parse, SyntaxError as GrammarError, type Expectation } from './control.parser';
import { references, type FunctionName, type Node } from './syntax';

export interface CompiledControl {
  readonly control: Control;
  readonly condition: Node | null;
  readonly left: Node;
  readonly right: Node;
}

export type ControlField = 'condition' | 'left' | 'right';

export interface ControlProblem {
  readonly field: ControlField;
  /** In Russian, with the position. */
  readonly message: string;
}

export type ParsedControl =
  | { readonly ok: true; readonly control: CompiledControl }
  | { readonly ok: false; readonly problems: readonly ControlProblem[] };

export type ParsedExpression =
  { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly message: string };

/** The tree of an expression; a mistake is told with its position (from 1) and what was expected there. */
export function parseExpression(text: string): ParsedExpression {
  try {
    return { ok: true, node: parse(text) };
  } catch (error) {
    if (!(error instanceof GrammarError)) throw error;
    const position = error.location.start.offset + 1;
    const expected = expectedWords(error.expected, error.found);
    return { ok: false, message: CONTROL_TEXTS.position(position, expected ?? error.message) };
  }
}

/** What the grammar would have taken; null where the message was written by the grammar itself. */
function expectedWords(
  expected: readonly Expectation[] | null,
  found: string | null | undefined,
): string | null {
  if (!expected) return null;
  const words = expected.flatMap((item) => {
    switch (item.type) {
      case 'literal':
        return [`«${item.text}»`];
      case 'other':
        return [item.description];
      case 'end':
        return [CONTROL_TEXTS.end];
      case 'any':
      case 'class':
        return [];
    }
  });
  return CONTROL_TEXTS.expected([...new Set(words)], found ?? null);
}

/** All three expressions of a control, with the types of its sides checked. */
export function parseControl(control: Control): ParsedControl {
  const problems: ControlProblem[] = [];
  const read = (field: ControlField, text: string): Node | null => {
    const parsed = parseExpression(text);
    if (parsed.ok) return parsed.node;
    problems.push({ field, message: parsed.message });
    return null;
  };
  const condition = control.condition === null ? null : read('condition', control.condition);
  const left = read('left', control.left);
  const right = read('right', control.right);
  if (condition && typeOf(condition) !== 'boolean') {
    problems.push({ field: 'condition', message: CONTROL_TEXTS.conditionType });
  }
  for (const [field, node] of [
    ['left', left],
    ['right', right],
  ] as const) {
    if (node && typeOf(node) === 'boolean') problems.push({ field, message: CONTROL_TEXTS.sideType });
  }
  if (left && right && references(left).length + references(right).length === 0) {
    problems.push({ field: 'left', message: CONTROL_TEXTS.noReference });
  }
  if (!left || !right || problems.length > 0) return { ok: false, problems };
  return { ok: true, control: { control, condition, left, right } };
}

const BOOLEAN_FUNCTIONS: ReadonlySet<FunctionName> = new Set(['И', 'ИЛИ', 'НЕ', 'ПУСТО'] as const);

/** What an expression is bound to be; a reference may be a number or a text. */
function typeOf(node: Node): 'boolean' | 'value' {
  if (node.kind === 'compare') return 'boolean';
  if (node.kind !== 'call') return 'value';
  if (node.name === 'ЕСЛИ') return node.items[1] ? typeOf(node.items[1]) : 'value';
  return BOOLEAN_FUNCTIONS.has(node.name) ? 'boolean' : 'value';
}
