/** The syntax tree of a control's expressions. */

/** What of a row is meant: `[2.1]`, `ИТОГ([2.1])`, `ПЛАН([2.1])` … */
export type ReferenceSource =
  | 'fact'
  | 'total'
  | 'plan'
  | 'minimum'
  | 'previousFact'
  | 'previousTotal'
  | 'lastYearFact'
  | 'lastYearTotal'
  | 'quarters';

export type FunctionName = 'СУММ' | 'МИН' | 'МАКС' | 'ABS' | 'ОКРУГЛ' | 'ЕСЛИ' | 'И' | 'ИЛИ' | 'НЕ' | 'ПУСТО';
export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

export interface Reference {
  readonly kind: 'reference';
  readonly source: ReferenceSource;
  readonly row: string;
}

export type Node =
  /** `text`: a decimal with a point. */
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | Reference
  | { readonly kind: 'site'; readonly attribute: string }
  | { readonly kind: 'negate'; readonly of: Node }
  | {
      readonly kind: 'binary';
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly items: readonly Node[] };

/** A node's direct parts. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
    case 'text':
    case 'reference':
    case 'site':
      return [];
    case 'negate':
      return [node.of];
    case 'binary':
    case 'compare':
      return [node.left, node.right];
    case 'call':
      return node.items;
  }
}

/** All references to rows, in reading order. */
export function references(node: Node): readonly Reference[] {
  return node.kind === 'reference' ? [node] : partsOf(node).flatMap(references);
}

/** All leaves whose value comes from outside the expression: rows and attributes of the site. */
export function leaves(node: Node): readonly Node[] {
  return node.kind === 'reference' || node.kind === 'site' ? [node] : partsOf(node).flatMap(leaves);
}
