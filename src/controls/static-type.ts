/** What an expression is bound to be before any form is seen, and where its parts do not go together. */
import { CONTROL_TEXTS } from '../text/controls';
import type { FunctionName, Node } from './syntax';

/** «value»: a row or an attribute, which may hold a number or a text. */
export type StaticType = 'number' | 'text' | 'boolean' | 'value';

type Demand = Exclude<StaticType, 'value' | 'text'>;

export interface TypeProblem {
  /** From 1. */
  readonly at: number;
  /** In Russian. */
  readonly what: string;
}

type Report = (problem: TypeProblem) => void;

/** What each function takes and gives; ЕСЛИ and ПУСТО have rules of their own. */
const SIGNATURES: Readonly<
  Record<Exclude<FunctionName, 'ЕСЛИ' | 'ПУСТО'>, { takes: Demand; gives: StaticType }>
> = {
  СУММ: { takes: 'number', gives: 'number' },
  МИН: { takes: 'number', gives: 'number' },
  МАКС: { takes: 'number', gives: 'number' },
  ABS: { takes: 'number', gives: 'number' },
  ОКРУГЛ: { takes: 'number', gives: 'number' },
  И: { takes: 'boolean', gives: 'boolean' },
  ИЛИ: { takes: 'boolean', gives: 'boolean' },
  НЕ: { takes: 'boolean', gives: 'boolean' },
};

/** The type of an expression; every part that can't be what its place asks for is reported. */
export function staticType(node: Node, report: Report): StaticType {
  switch (node.kind) {
    case 'number':
    case 'text':
      return node.kind;
    case 'reference':
    case 'site':
      return 'value';
    case 'negate':
      demand(node.of, 'number', report);
      return 'number';
    case 'binary':
      demand(node.left, 'number', report);
      demand(node.right, 'number', report);
      return 'number';
    case 'compare': {
      const left = staticType(node.left, report);
      const right = staticType(node.right, report);
      const problem = comparisonProblem(left, right, node.operator);
      if (problem !== null) report({ at: node.right.at, what: problem });
      return 'boolean';
    }
    case 'call':
      return callType(node, report);
  }
}

/** Why two types can't be compared so, in Russian; null where they can. */
export function comparisonProblem(left: StaticType, right: StaticType, operator: string): string | null {
  if (!goTogether(left, right)) return CONTROL_TEXTS.types.unlike(left, right);
  const isOrder = operator !== '=' && operator !== '<>';
  const unordered = [left, right].find((type) => type === 'text' || type === 'boolean');
  return isOrder && unordered !== undefined ? CONTROL_TEXTS.types.unordered(unordered, operator) : null;
}

function callType(node: Extract<Node, { kind: 'call' }>, report: Report): StaticType {
  const { name, items } = node;
  if (name === 'ПУСТО') {
    for (const item of items) staticType(item, report);
    return 'boolean';
  }
  if (name === 'ЕСЛИ') {
    const [condition, yes, no] = items;
    if (!condition || !yes || !no) throw new Error('the grammar gives ЕСЛИ three arguments');
    demand(condition, 'boolean', report);
    const [ifTrue, ifFalse] = [staticType(yes, report), staticType(no, report)];
    if (!goTogether(ifTrue, ifFalse))
      report({ at: no.at, what: CONTROL_TEXTS.types.unlike(ifTrue, ifFalse) });
    return ifTrue === ifFalse ? ifTrue : 'value';
  }
  const { takes, gives } = SIGNATURES[name];
  for (const item of items) demand(item, takes, report);
  return gives;
}

function demand(node: Node, wanted: Demand, report: Report): void {
  const type = staticType(node, report);
  // A row's value may be a number or a text, but never a condition.
  const fits = type === wanted || (type === 'value' && wanted !== 'boolean');
  if (!fits) report({ at: node.at, what: CONTROL_TEXTS.types.wanted(wanted, type) });
}

function goTogether(a: StaticType, b: StaticType): boolean {
  if (a === 'boolean' || b === 'boolean') return a === b;
  return a === b || a === 'value' || b === 'value';
}
