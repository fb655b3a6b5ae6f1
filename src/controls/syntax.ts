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

/** Where a part starts in the expression's text, from 1. */
interface Placed {
  readonly at: number;
}

export interface Reference extends Placed {
  readonly kind: 'reference';
  readonly source: ReferenceSource;
  readonly row: string;
}

export interface SiteAttribute extends Placed {
  readonly kind: 'site';
  readonly attribute: string;
}

export type Node =
  /** `text`: a decimal with a point. */
  | (Placed & { readonly kind: 'number'; readonly text: string })
  | (Placed & { readonly kind: 'text'; readonly text: string })
  | Reference
  | SiteAttribute
  | (Placed & { readonly kind: 'negate'; readonly of: Node })
  | (Placed & {
      readonly kind: 'binary';
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    })
  | (Placed & {
      readonly kind: 'compare';
      readonly operator: Comparison;
      readonly left: Node;
      readonly right: Node;
    })
  | (Placed & { readonly kind: 'call'; readonly name: FunctionName; readonly items: readonly Node[] });

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
  return leaves(node).flatMap((leaf) => (leaf.kind === 'reference' ? [leaf] : []));
}

/** All leaves whose value comes from outside the expression: rows and attributes of the site. */
export function leaves(node: Node): readonly (Reference | SiteAttribute)[] {
  return node.kind === 'reference' || node.kind === 'site' ? [node] : partsOf(node).flatMap(leaves);
}
