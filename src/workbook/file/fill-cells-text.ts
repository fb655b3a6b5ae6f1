/** Contents of cells: texts with parts of them replaced, numbers, dates as the cell's own format asks. */
import { isBuiltInDateFormat, isDateFormat } from '../date-format';
import { dateSerial } from '../date-serial';
import type { Filling, TextPiece } from '../fill';
import { hundredth, showsPercent } from '../percent-format';
import { cellText } from './clean-text';
import { childElement, childElements, createLike, documentOf, type Element } from './xml';

/** What a number format shows a number as. */
export type NumberKind = 'date' | 'percent' | 'other';

/** What the cells of a package share. */
export interface CellContext {
  /** Items of the table of shared strings. */
  readonly strings: readonly Element[];
  /** Number formats of cell formats (attribute `s`). */
  readonly kindOf: (style: number) => NumberKind;
  /** What is taken off a serial number: 1462 where the workbook counts its days from 1904. */
  readonly dayOffset: number;
}

const TEXT_PARTS = ['t', 'r'];
/** «0%» and «0.00%». */
const BUILT_IN_PERCENT = ['9', '10'];
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Puts a content into a cell; its look stays. */
export function fillCell(cell: Element, filling: Filling, context: CellContext): void {
  if (filling.kind === 'pieces') {
    putText(cell, replaced(textSource(cell, context), filling.pieces));
    return;
  }
  const { value, asText, percent } = filling;
  const look = context.kindOf(Number(cell.getAttribute('s') ?? '0'));
  if (typeof value === 'object') {
    if (look === 'date') putValue(cell, String(dateSerial(value.date) - context.dayOffset));
    else putText(cell, [plainRun(cell, asText)]);
  } else if (typeof value === 'boolean') {
    putValue(cell, value ? '1' : '0');
    cell.setAttribute('t', 'b');
  } else {
    putValue(cell, String(percent && look === 'percent' ? hundredth(value) : value));
  }
}

/** Of cell formats by index: what a style sheet shows their numbers as. */
export function numberKinds(styles: Element): (style: number) => NumberKind {
  const formats = childElement(styles, 'numFmts');
  const codes = new Map(
    (formats ? childElements(formats, 'numFmt') : []).map((format) => [
      format.getAttribute('numFmtId') ?? '',
      format.getAttribute('formatCode') ?? '',
    ]),
  );
  const looks = childElement(styles, 'cellXfs');
  const kinds = (looks ? childElements(looks, 'xf') : []).map((look): NumberKind => {
    const id = look.getAttribute('numFmtId') ?? '0';
    const code = codes.get(id);
    if (code === undefined ? isBuiltInDateFormat(Number(id)) : isDateFormat(code)) return 'date';
    const isPercent = code === undefined ? BUILT_IN_PERCENT.includes(id) : showsPercent(code);
    return isPercent ? 'percent' : 'other';
  });
  return (style) => kinds[style] ?? 'other';
}

/** The element whose children are the cell's text. */
function textSource(cell: Element, { strings }: CellContext): Element | undefined {
  if (cell.getAttribute('t') !== 's') return childElement(cell, 'is');
  return strings[Number(childElement(cell, 'v')?.textContent ?? '')];
}

/** Runs of a text with parts replaced; what comes in the place of one takes the look of the run where it starts. */
function replaced(source: Element | undefined, pieces: readonly TextPiece[]): readonly Element[] {
  const runs = source
    ? childElements(source).filter(({ localName }) => TEXT_PARTS.includes(localName ?? ''))
    : [];
  let offset = 0;
  return runs.flatMap((run) => {
    const copy = documentOf(run).importNode(run, true);
    const holder = copy.localName === 't' ? copy : childElement(copy, 't');
    const text = (holder?.textContent ?? '').replace(ESCAPED, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    const [from, to] = [offset, offset + text.length];
    offset = to;
    let left = from;
    let made = '';
    for (const { start, end, text: put } of pieces) {
      if (end <= from || start >= to) continue;
      made += text.slice(left - from, Math.max(start, from) - from) + (start >= from ? put : '');
      left = Math.min(end, to);
    }
    made += text.slice(left - from);
    if (!holder || made === '') return [];
    setText(holder, made);
    return [copy];
  });
}

function plainRun(cell: Element, text: string): Element {
  const run = createLike(cell, 't');
  setText(run, text);
  return run;
}

function setText(holder: Element, text: string): void {
  const written = cellText(text);
  holder.textContent = written;
  if (/^\s|\s$|\n/.test(written)) holder.setAttribute('xml:space', 'preserve');
}

function putText(cell: Element, runs: readonly Element[]): void {
  empty(cell);
  if (runs.length === 0) return;
  cell.setAttribute('t', 'inlineStr');
  const holder = createLike(cell, 'is');
  for (const run of runs) holder.appendChild(documentOf(cell).importNode(run, true));
  cell.appendChild(holder);
}

function putValue(cell: Element, value: string): void {
  empty(cell);
  const holder = createLike(cell, 'v');
  holder.textContent = value;
  cell.appendChild(holder);
}

function empty(cell: Element): void {
  cell.removeAttribute('t');
  for (const child of childElements(cell)) {
    if (['v', 'is', 'f'].includes(child.localName ?? '')) cell.removeChild(child);
  }
}
