/** What a sheet says of its rows outside of its cells: merges, rules, links, filters, breaks, panes. */
import { copiedAreas, grownArea, ruleAreas } from './fill-cells-areas';
import type { FormulaMoves } from './fill-cells-formulas';
import { moveReferences, type FormulaPlace } from '../move-references';
import type { RowMoves } from '../row-moves';
import { childElement, childElements, documentOf, type Element } from './xml';

/** Elements whose rows nobody here can move. */
const OBSTACLES = {
  customSheetViews: 'custom-views',
  scenarios: 'scenarios',
  oleObjects: 'form-control',
  controls: 'form-control',
} as const;
/** Children of a rule that are formulas: in the main part of the format, and in its extension of 2009. */
const RULE_FORMULAS = ['formula', 'formula1', 'formula2', 'f'];
const RULES = ['conditionalFormatting', 'dataValidation', 'sparkline'];

export function moveRules(sheet: Element, moves: RowMoves, to: FormulaMoves): void {
  for (const [name, kind] of Object.entries(OBSTACLES)) {
    if (childElement(sheet, name)) to.obstacle(kind, name);
  }
  const dimension = childElement(sheet, 'dimension');
  dimension?.setAttribute('ref', grownArea(dimension.getAttribute('ref') ?? '', moves));
  copyEach(sheet, 'mergeCells', 'mergeCell', moves, (area) => to.obstacle('merge-across', area));
  copyEach(sheet, 'hyperlinks', 'hyperlink', moves, () => undefined);
  for (const name of ['autoFilter', 'sortState']) growRefs(sheet, name, moves);
  growBreaks(sheet, moves);
  movePanes(sheet, moves);
  for (const rule of descendants(sheet)) {
    if (rule.hasAttribute('sqref') && !isView(rule)) {
      rule.setAttribute('sqref', ruleAreas(rule.getAttribute('sqref') ?? '', moves));
    }
    // The extension of 2009 has its areas as text.
    if (rule.localName === 'sqref') rule.textContent = ruleAreas(rule.textContent ?? '', moves);
  }
}

/** Formulas of rules and links; they may name rows of other sheets, so that all sheets are asked. */
export function moveRuleFormulas(sheet: Element, to: FormulaMoves): void {
  for (const rule of descendants(sheet).filter(({ localName }) => RULES.includes(localName ?? ''))) {
    const place = rulePlace(rule, to);
    for (const formula of descendants(rule)) {
      if (!RULE_FORMULAS.includes(formula.localName ?? '') || childElement(formula, 'f')) continue;
      const text = formula.textContent ?? '';
      const moved = moveReferences(text, place, to.movesOf, () => undefined);
      if (moved !== text) formula.textContent = moved;
    }
  }
  for (const link of descendants(sheet).filter(({ localName }) => localName === 'hyperlink')) {
    const text = link.getAttribute('location');
    if (text === null || text === '') continue;
    const place = { sheet: to.sheet, cell: null };
    link.setAttribute(
      'location',
      moveReferences(text, place, to.movesOf, () => undefined),
    );
  }
}

/** A rule's formula is written for the first cell of its area, so that it follows that cell's row. */
function rulePlace(rule: Element, { sheet, movesOf }: FormulaMoves): FormulaPlace {
  const moves = movesOf(sheet);
  const inside = descendants(rule).find(({ localName }) => localName === 'sqref');
  const area = rule.getAttribute('sqref') ?? inside?.textContent ?? '';
  const row = Number(/\d+/.exec(area)?.[0] ?? NaN);
  // The areas have been moved before: the first copy of a block's rows starts where the block does.
  const block = moves?.blocks.find(({ first, last }) => moves.to(first) <= row && row <= moves.to(last));
  const cell = block && moves ? { row: row - moves.to(block.first) + block.first, copy: 0 } : null;
  return { sheet, cell };
}

/** Where a person had looked and chosen; it means nothing for the content. */
function isView(element: Element): boolean {
  return element.localName === 'selection';
}

function copyEach(
  sheet: Element,
  list: string,
  item: string,
  moves: RowMoves,
  cut: (area: string) => void,
): void {
  const parent = childElement(sheet, list);
  if (!parent) return;
  for (const element of childElements(parent, item)) {
    const area = element.getAttribute('ref') ?? '';
    const areas = copiedAreas(area, moves);
    if (!areas) cut(area);
    const [first = grownArea(area, moves), ...others] = areas ?? [];
    element.setAttribute('ref', first);
    for (const other of others) {
      const copy = documentOf(element).importNode(element, true);
      copy.setAttribute('ref', other);
      parent.appendChild(copy);
    }
  }
  if (parent.hasAttribute('count')) parent.setAttribute('count', String(childElements(parent, item).length));
}

function growRefs(sheet: Element, name: string, moves: RowMoves): void {
  for (const element of descendants(sheet).filter(({ localName }) => localName === name)) {
    element.setAttribute('ref', grownArea(element.getAttribute('ref') ?? '', moves));
  }
}

/** A break stands below the row that it names. */
function growBreaks(sheet: Element, moves: RowMoves): void {
  const breaks = childElement(sheet, 'rowBreaks');
  for (const element of breaks ? childElements(breaks, 'brk') : []) {
    const row = Number(element.getAttribute('id'));
    element.setAttribute('id', String(moves.grown({ top: 1, bottom: row }).bottom));
  }
}

/** Frozen rows above a block stay as many; a block among them grows. */
function movePanes(sheet: Element, moves: RowMoves): void {
  for (const pane of descendants(sheet).filter(({ localName }) => localName === 'pane')) {
    const state = pane.getAttribute('state') ?? '';
    const split = Number(pane.getAttribute('ySplit') ?? 0);
    if (!state.startsWith('frozen') || split < (moves.blocks[0]?.first ?? Infinity)) continue;
    pane.setAttribute('ySplit', String(moves.grown({ top: 1, bottom: split }).bottom));
    pane.setAttribute('topLeftCell', grownArea(pane.getAttribute('topLeftCell') ?? '', moves));
  }
}

function descendants(parent: Element): readonly Element[] {
  return [...parent.getElementsByTagNameNS('*', '*')];
}
