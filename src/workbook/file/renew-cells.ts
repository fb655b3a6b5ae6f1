/** The rows of a sheet that is renewed: the new ones, with what people have in them and beside them. */
import { areaAddress } from '../area';
import type { SheetChange } from '../port';
import { meet } from './areas';
import { numberedCells } from './enter-cells';
import { offsetReferences } from '../move-references';
import { areaOf } from './formula-looks';
import { childElement, childElements, createLike, documentOf, type Element } from './xml';

/** What a row keeps of its own where the spec does not ask for another. */
const ROW_STATE = ['hidden', 'outlineLevel', 'collapsed'];
const CONTENT = ['f', 'v', 'is'];

/** `old` takes the rows of `fresh`; both are `sheetData`. */
export function renewCells(old: Element, fresh: Element, { spec, existing }: SheetChange): void {
  const keep = existing?.keep ?? new Set<string>();
  const clear = existing?.clear ?? [];
  const covered = spec.merges.filter((area) => areaAddress(area).includes(':'));
  const isGone = (address: string): boolean => {
    const place = areaOf(address);
    const isFirst = covered.some(({ top, left }) => top === place.top && left === place.left);
    return clear.some((area) => meet(area, place)) || (!isFirst && covered.some((area) => meet(area, place)));
  };
  const olds = numberedCells(old);
  const news = numberedCells(fresh);
  const kept = new Map([...olds].filter(([address]) => !news.has(address) && !isGone(address)));
  const moved = new Map(
    [...olds].filter(([address]) => news.has(address) && keep.has(address) && !isGone(address)),
  );
  writeOutShared(olds, new Set([...kept.keys(), ...moved.keys()]));

  const document = documentOf(old);
  const cells = new Map<number, Map<number, Element>>();
  const put = (address: string, cell: Element): void => {
    const { top: row, left: column } = areaOf(address);
    cell.setAttribute('r', address);
    cells.set(row, (cells.get(row) ?? new Map<number, Element>()).set(column, cell));
  };
  for (const [address, cell] of kept) put(address, cell);
  for (const [address, cell] of news) {
    const taken = document.importNode(cell, true);
    if (keep.has(address)) takeContent(taken, moved.get(address));
    put(address, taken);
  }
  const rows = { old: rowsOf(old), fresh: rowsOf(fresh) };
  const numbers = [...new Set([...cells.keys(), ...rows.old.keys(), ...rows.fresh.keys()])].sort(
    (a, b) => a - b,
  );
  const lines = numbers.map((number) => {
    const line = rowOf(old, rows.old.get(number), rows.fresh.get(number), spec.heights.has(number));
    line.setAttribute('r', String(number));
    for (const [, cell] of [...(cells.get(number) ?? [])].sort(([a], [b]) => a - b)) line.appendChild(cell);
    return line;
  });
  for (const line of childElements(old)) old.removeChild(line);
  for (const line of lines) old.appendChild(line);
}

function rowsOf(data: Element): ReadonlyMap<number, Element> {
  let last = 0;
  return new Map(
    childElements(data, 'row').map((row) => {
      last = Number(row.getAttribute('r') ?? String(last + 1));
      return [last, row] as const;
    }),
  );
}

/** A row without cells. A height that a person gave stays, unless the spec has one; so do rows that they hid. */
function rowOf(data: Element, old: Element | undefined, fresh: Element | undefined, fixed: boolean): Element {
  if (fresh === undefined) return emptied(old ?? createLike(data, 'row'));
  const line = emptied(documentOf(data).importNode(fresh, true));
  if (old === undefined) return line;
  const ownHeight = !fixed && ['1', 'true'].includes(old.getAttribute('customHeight') ?? '');
  for (const name of [...ROW_STATE, ...(ownHeight ? ['ht', 'customHeight'] : [])]) {
    const value = old.getAttribute(name);
    if (value !== null) line.setAttribute(name, value);
  }
  return line;
}

function emptied(row: Element): Element {
  for (const cell of childElements(row)) row.removeChild(cell);
  row.removeAttribute('spans');
  return row;
}

/** The look stays the new one's, the content becomes the old one's. */
function takeContent(cell: Element, own: Element | undefined): void {
  for (const child of childElements(cell)) cell.removeChild(child);
  cell.removeAttribute('t');
  if (own === undefined) return;
  const type = own.getAttribute('t');
  if (type !== null) cell.setAttribute('t', type);
  for (const child of childElements(own)) {
    if (CONTENT.includes(child.localName ?? '')) {
      cell.appendChild(documentOf(cell).importNode(child, true));
    }
  }
}

/** Followers of a shared formula whose first cell goes get the formula written out. */
function writeOutShared(cells: ReadonlyMap<string, Element>, staying: ReadonlySet<string>): void {
  const shared = new Map<string, { readonly address: string; readonly text: string }>();
  for (const [address, cell] of cells) {
    const formula = childElement(cell, 'f');
    const text = formula?.textContent ?? '';
    if (formula?.getAttribute('t') === 'shared' && text !== '') {
      shared.set(formula.getAttribute('si') ?? '', { address, text });
    }
  }
  for (const [address, cell] of cells) {
    const formula = childElement(cell, 'f');
    const first = shared.get(formula?.getAttribute('si') ?? '');
    if (formula?.getAttribute('t') !== 'shared' || !first || staying.has(first.address)) continue;
    const [from, to] = [areaOf(first.address), areaOf(address)];
    formula.textContent = offsetReferences(first.text, to.top - from.top, to.left - from.left);
    for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name);
  }
}
