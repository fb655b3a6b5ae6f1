/**
 * Contents of single cells changed in the text of a sheet's part: of everything else there, no byte changes. A cell that
 * the text does not show plainly is found, or made, in the parsed part instead.
 */
import { cellAddress, columnLetters, columnNumber } from '../grid';
import { cellText } from './clean-text';
import { areaOf } from './formula-looks';
import {
  childElement,
  childElements,
  createLike,
  decode,
  encode,
  type Element,
  escapeXml,
  parseXml,
  rootOf,
  xmlBytes,
} from './xml';

/** What is done to a cell. */
export type CellEdit =
  | { readonly kind: 'number'; readonly number: number; readonly look?: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'empty' }
  /** The result of its formula goes, the formula stays. */
  | { readonly kind: 'forget' };

const CELL = /<((?:[\w.-]+:)?c)(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/\1>)/g;

/** The part with the edits, by address («H7»). */
export function enterCells(part: Uint8Array, edits: ReadonlyMap<string, CellEdit>): Uint8Array {
  const text = decode(part);
  const left = new Map(edits);
  // Within comments and raw text, what looks like a cell may be none.
  if (/<!--|<!\[CDATA\[/.test(text)) return enterParsed(part, left);
  const changed = text.replace(CELL, (cell: string, ...groups: (string | undefined)[]) => {
    const [name = 'c', attributes = '', content = ''] = groups;
    const address = /\sr=(["'])([A-Z]+\d+)\1/.exec(attributes)?.[2] ?? '';
    const edit = left.get(address);
    if (edit === undefined) return cell;
    left.delete(address);
    return editedCell(name, attributes, content, edit);
  });
  return left.size === 0 ? encode(changed) : enterParsed(encode(changed), left);
}

function editedCell(name: string, attributes: string, content: string, edit: CellEdit): string {
  const prefix = name.slice(0, -1);
  const plain = attributes.replace(/\st=(["'])[^"']*\1/, '').replace(/\s+$/, '');
  const withType = (type: string, inner: string): string => `<${name}${plain}${type}>${inner}</${name}>`;
  switch (edit.kind) {
    case 'empty':
      return `<${name}${plain}/>`;
    case 'forget':
      return withType(
        '',
        content.replace(new RegExp(`<(${prefix}v)(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</\\1>)`), ''),
      );
    case 'boolean':
      return withType(' t="b"', `<${prefix}v>${edit.boolean ? 1 : 0}</${prefix}v>`);
    case 'text':
      return withType(' t="inlineStr"', `<${prefix}is>${textXml(prefix, edit.text)}</${prefix}is>`);
    case 'number': {
      const look =
        edit.look === undefined ? plain : `${plain.replace(/\ss=(["'])\d*\1/, '')} s="${edit.look}"`;
      return `<${name}${look}><${prefix}v>${edit.number}</${prefix}v></${name}>`;
    }
  }
}

function textXml(prefix: string, text: string): string {
  return `<${prefix}t xml:space="preserve">${escapeXml(cellText(text))}</${prefix}t>`;
}

function enterParsed(part: Uint8Array, edits: ReadonlyMap<string, CellEdit>): Uint8Array {
  const document = parseXml(part);
  const root = rootOf(document);
  const data = childElement(root, 'sheetData');
  if (data === undefined) return part;
  const cells = numberedCells(data);
  for (const [address, edit] of edits) {
    const cell = cells.get(address) ?? (edit.kind === 'forget' ? undefined : makeCell(data, address));
    if (cell !== undefined) editParsed(cell, edit);
  }
  return xmlBytes(document);
}

/** Cells by address; those whose address the file leaves out come after the one before them. */
export function numberedCells(data: Element): Map<string, Element> {
  const cells = new Map<string, Element>();
  let row = 0;
  for (const line of childElements(data, 'row')) {
    row = Number(line.getAttribute('r') ?? String(row + 1));
    let column = 0;
    for (const cell of childElements(line, 'c')) {
      const said = /^([A-Za-z]+)\d+$/.exec(cell.getAttribute('r') ?? '')?.[1];
      column = said === undefined ? column + 1 : columnNumber(said);
      cells.set(cellAddress(row, column), cell);
    }
  }
  return cells;
}

function makeCell(data: Element, address: string): Element {
  const { top: row, left: column } = areaOf(address);
  const lines = childElements(data, 'row');
  const numberOf = (line: Element): number => Number(line.getAttribute('r'));
  let line = lines.find((each) => numberOf(each) === row);
  if (line === undefined) {
    line = createLike(data, 'row');
    line.setAttribute('r', String(row));
    data.insertBefore(line, lines.find((each) => numberOf(each) > row) ?? null);
  }
  const cell = createLike(data, 'c');
  cell.setAttribute('r', `${columnLetters(column)}${row}`);
  const after = childElements(line, 'c').find((each) => areaOf(each.getAttribute('r') ?? 'A1').left > column);
  line.insertBefore(cell, after ?? null);
  line.removeAttribute('spans');
  return cell;
}

function editParsed(cell: Element, edit: CellEdit): void {
  cell.removeAttribute('t');
  for (const child of childElements(cell)) {
    if (child.localName === 'v' || (edit.kind !== 'forget' && ['is', 'f'].includes(child.localName ?? ''))) {
      cell.removeChild(child);
    }
  }
  if (edit.kind === 'empty' || edit.kind === 'forget') return;
  const holder = createLike(cell, edit.kind === 'text' ? 'is' : 'v');
  cell.appendChild(holder);
  if (edit.kind === 'text') {
    cell.setAttribute('t', 'inlineStr');
    const text = createLike(cell, 't');
    text.setAttribute('xml:space', 'preserve');
    text.textContent = cellText(edit.text);
    holder.appendChild(text);
  } else if (edit.kind === 'boolean') {
    cell.setAttribute('t', 'b');
    holder.textContent = edit.boolean ? '1' : '0';
  } else {
    holder.textContent = String(edit.number);
    if (edit.look !== undefined) cell.setAttribute('s', String(edit.look));
  }
}
