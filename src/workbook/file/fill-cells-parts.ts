/** Parts beside a sheet that name its rows: tables, notes, pictures and charts, names. */
import type { FillObstacle } from '../fill';
import { grownArea, rangeOf } from './fill-cells-areas';
import { moveReferences, sheetsOf } from '../move-references';
import type { RowMoves } from '../row-moves';
import { parsePart, type Parts } from './parts';
import { relationsOf, targetPart } from './relations';
import {
  childElement,
  childElements,
  decode,
  documentOf,
  encode,
  type Element,
  rootOf,
  xmlBytes,
} from './xml';

/** Children of a chart's references. */
const CACHES = ['strCache', 'numCache', 'multiLvlStrCache'];

type MovesOf = (sheet: string) => RowMoves | undefined;

/** Moves what hangs on a sheet. */
export function moveSheetParts(
  parts: Parts,
  sheetPart: string,
  moves: RowMoves,
  obstacle: (kind: FillObstacle['kind'], where: string) => void,
): void {
  for (const relation of relationsOf(parts, sheetPart)) {
    if (relation.external) continue;
    const part = targetPart(parts, sheetPart, relation);
    switch (relation.kind) {
      case 'table':
        change(parts, part, (root) => moveTable(root, moves, () => obstacle('table-in-block', part)));
        break;
      case 'comments':
      case 'threadedComment':
        change(parts, part, (root) => moveNotes(root, moves));
        break;
      case 'vmlDrawing':
        moveNoteShapes(parts, part, moves);
        break;
      case 'drawing':
        change(parts, part, (root) => moveAnchors(root, moves));
        break;
      case 'pivotTable':
        obstacle('pivot-table', part);
        break;
      case 'ctrlProp':
      case 'oleObject':
        obstacle('form-control', part);
        break;
    }
  }
}

/** Areas of the tables of a sheet that have a row of heads, which must stay as their tables name them. */
export function tableHeads(
  parts: Parts,
  sheetPart: string,
): readonly { readonly area: string; readonly part: string }[] {
  return relationsOf(parts, sheetPart)
    .filter(({ kind, external }) => kind === 'table' && !external)
    .map((relation) => targetPart(parts, sheetPart, relation))
    .flatMap((part) => {
      const table = rootOf(parsePart(parts, part));
      const area = table.getAttribute('ref') ?? '';
      return table.getAttribute('headerRowCount') === '0' ? [] : [{ area, part }];
    });
}

/** References of charts to rows that have moved, on whatever sheet a chart stands. */
export function moveCharts(parts: Parts, movesOf: MovesOf): void {
  for (const part of chartParts(parts)) {
    change(parts, part, (root) => {
      for (const element of root.getElementsByTagNameNS('*', 'f')) moveText(element, movesOf);
    });
  }
}

/**
 * Takes the copies of cells away that charts keep of these sheets: they are of placeholders. Whoever opens the workbook
 * reads the cells anew.
 */
export function forgetChartResults(parts: Parts, isStale: (sheet: string) => boolean): void {
  for (const part of chartParts(parts)) {
    change(parts, part, (root) => {
      for (const formula of root.getElementsByTagNameNS('*', 'f')) {
        const holder = formula.parentElement;
        if (!holder || ![...sheetsOf(formula.textContent ?? '')].some(isStale)) continue;
        for (const cache of childElements(holder).filter(({ localName }) =>
          CACHES.includes(localName ?? ''),
        )) {
          holder.removeChild(cache);
        }
      }
    });
  }
}

/** Names, print areas and repeated rows. Whether any has changed. */
export function moveNames(workbook: Element, movesOf: MovesOf): boolean {
  const names = childElement(workbook, 'definedNames');
  return (names ? childElements(names, 'definedName') : [])
    .map((element) => moveText(element, movesOf))
    .includes(true);
}

function chartParts(parts: Parts): readonly string[] {
  return [...parts.keys()].filter((name) => /(^|\/)charts?(ex)?\/[^/]*\.xml$/i.test(name));
}

function moveText(element: Element, movesOf: MovesOf): boolean {
  const text = element.textContent ?? '';
  const moved = moveReferences(text, { sheet: '', cell: null, asList: true }, movesOf, () => undefined);
  if (moved === text) return false;
  element.textContent = moved;
  return true;
}

function change(parts: Parts, part: string, edit: (root: Element) => void): void {
  const before = parsePart(parts, part);
  const text = xmlBytes(before);
  edit(rootOf(before));
  const after = xmlBytes(before);
  // What has not changed keeps its bytes.
  if (decode(text) !== decode(after)) parts.set(part, after);
}

function moveTable(table: Element, moves: RowMoves, inBlock: () => void): void {
  const range = rangeOf(table.getAttribute('ref') ?? '');
  const block = range && moves.blockOf(range.top);
  if (range && ((block && block.count > 1) || !moves.grown(range).whole)) inBlock();
  for (const element of [table, ...table.getElementsByTagNameNS('*', '*')]) {
    const ref = element.getAttribute('ref');
    if (ref !== null && ref !== '') element.setAttribute('ref', grownArea(ref, moves));
  }
}

function moveNotes(notes: Element, moves: RowMoves): void {
  for (const element of notes.getElementsByTagNameNS('*', '*')) {
    const ref = element.getAttribute('ref');
    if (ref !== null && ref !== '') element.setAttribute('ref', grownArea(ref, moves));
  }
}

/** The old kind of drawing is not always well-formed XML, so that it is changed as text. Rows count from 0. */
function moveNoteShapes(parts: Parts, part: string, moves: RowMoves): void {
  const bytes = parts.get(part);
  if (!bytes) return;
  const text = decode(bytes)
    .replace(
      /(<(\w+:)?Row>\s*)(\d+)/g,
      (_, tag: string, _prefix: unknown, row: string) => tag + String(fromZero(Number(row), moves)),
    )
    .replace(/(<(?:\w+:)?Anchor>)([^<]*)/g, (_, tag: string, list: string) => tag + movedAnchor(list, moves));
  parts.set(part, encode(text));
}

/** Left column and offset, top row and offset, right column and offset, bottom row and offset. */
function movedAnchor(list: string, moves: RowMoves): string {
  const numbers = list.split(',');
  const [top, bottom] = [Number(numbers[2]), Number(numbers[6])];
  if (numbers.length !== 8 || Number.isNaN(top) || Number.isNaN(bottom)) return list;
  const by = fromZero(top, moves) - top;
  return numbers
    .map((text, index) => (index === 2 || index === 6 ? ` ${Number(text) + by}` : text))
    .join(',');
}

/** A picture or chart keeps its size and goes with the row at its top; one that holds still stays. */
function moveAnchors(drawing: Element, moves: RowMoves): void {
  for (const anchor of childElements(drawing)) {
    const from = childElement(anchor, 'from');
    const to = childElement(anchor, 'to');
    if (anchor.getAttribute('editAs') === 'absolute' || !from) continue;
    const row = childElement(from, 'row');
    const top = Number(row?.textContent ?? NaN);
    if (!row || Number.isNaN(top)) continue;
    const by = fromZero(top, moves) - top;
    if (by === 0) continue;
    row.textContent = String(top + by);
    const bottom = to && childElement(to, 'row');
    if (bottom) bottom.textContent = String(Number(bottom.textContent) + by);
  }
}

function fromZero(row: number, moves: RowMoves): number {
  return moves.to(row + 1) - 1;
}

/** The document of a root as a part. */
export function bytesOf(root: Element): Uint8Array {
  return xmlBytes(documentOf(root));
}
