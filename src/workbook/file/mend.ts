/**
 * What exceljs writes wrongly, or can't write, put right in the parts of its package. Its text is regular and a «<» in
 * it is always markup, so that a sheet, which may be large, is mended as text.
 */

import type { SheetSpec, WorkbookSpec } from '../spec';
import { areaAddress } from '../area';
import { namesXml, sheetNames } from './names';
import { partOf, type Parts } from './parts';
import { validationsXml } from './validations';
import { childElements, decode, encode, escapeXml, parseXml, rootOf, xmlBytes } from './xml';

/** Order of the children of `font`, in which Microsoft's validator wants them; exceljs has one of its own. */
const FONT_CHILDREN = [
  ...['b', 'i', 'strike', 'condense', 'extend', 'outline', 'shadow', 'u', 'vertAlign', 'sz', 'color', 'name'],
  ...['family', 'charset', 'scheme'],
];

const DEFAULT_FONT = [
  ['sz', '10'],
  ['name', 'Arial'],
  ['family', '2'],
  ['charset', '204'],
] as const;

/** Name of the part of a sheet at an index (from 0). exceljs numbers them in order. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The package of a workbook with all its mends, in a fixed order of parts. */
export function mendPackage(parts: Parts, spec: WorkbookSpec): Parts {
  const mended = new Map(parts);
  mended.set('xl/styles.xml', setDefaultFont(mendFonts(partOf(parts, 'xl/styles.xml'))));
  mended.set('xl/workbook.xml', addNames(partOf(parts, 'xl/workbook.xml'), spec.sheets));
  spec.sheets.forEach((sheet, index) => {
    const drawn = partOf(parts, sheetPart(index));
    mended.set(sheetPart(index), steadyBars(freeHeights(addRules(drawn, sheet), sheet), sheet, index));
  });
  for (const [name, bytes] of parts) {
    if (name.startsWith('xl/tables/')) {
      mended.set(name, mendTable(bytes));
    }
  }
  return inOrder(mended);
}

/** Children of every font, those of conditional formats too, in the order of the schema. */
export function mendFonts(styles: Uint8Array): Uint8Array {
  const document = parseXml(styles);
  for (const font of document.getElementsByTagName('font')) {
    const children = childElements(font).sort(
      (a, b) => FONT_CHILDREN.indexOf(a.localName ?? '') - FONT_CHILDREN.indexOf(b.localName ?? ''),
    );
    children.forEach((child) => font.appendChild(child));
  }
  return xmlBytes(document);
}

/**
 * The default font, in whose digits the widths of columns are measured: Arial 10 instead of exceljs's Calibri 11. Both
 * have digits of 7 pixels, but where Calibri is missing LibreOffice takes a wider font, and columns grow by a third.
 */
export function setDefaultFont(styles: Uint8Array): Uint8Array {
  const document = parseXml(styles);
  const [font] = document.getElementsByTagName('font');
  if (font?.parentNode?.localName !== 'fonts') {
    throw new Error('exceljs wrote no default font');
  }
  childElements(font).forEach((child) => font.removeChild(child));
  for (const [name, value] of DEFAULT_FONT) {
    const child = document.createElementNS(font.namespaceURI, name);
    child.setAttribute('val', value);
    font.appendChild(child);
  }
  return xmlBytes(document);
}

/** exceljs gives every table a label of a total row that it does not have, and filters that filter nothing. */
export function mendTable(table: Uint8Array): Uint8Array {
  const document = parseXml(table);
  for (const column of document.getElementsByTagName('tableColumn')) {
    column.removeAttribute('totalsRowLabel');
    column.removeAttribute('totalsRowFunction');
  }
  for (const filter of [...document.getElementsByTagName('filterColumn')]) {
    filter.parentNode?.removeChild(filter);
  }
  rootOf(document).setAttribute('totalsRowShown', '0');
  return xmlBytes(document);
}

function addNames(workbook: Uint8Array, sheets: readonly SheetSpec[]): Uint8Array {
  return insertBefore(workbook, '<calcPr', namesXml(sheets.flatMap(sheetNames)));
}

/** Validations and links within the workbook; exceljs makes of the latter a link to a file as well. */
function addRules(part: Uint8Array, { validations, cells }: SheetSpec): Uint8Array {
  const links = cells.flatMap(({ row, column, link }) => {
    const ref = areaAddress({ top: row, left: column, bottom: row, right: column });
    return link === undefined ? [] : [`<hyperlink ref="${ref}" location="${escapeXml(link)}"/>`];
  });
  const hyperlinks = links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
  return insertBefore(part, '<pageMargins', validationsXml(validations) + hyperlinks);
}

/** exceljs fixes every height that it writes; a row whose height the spec leaves open must grow with what people type. */
function freeHeights(part: Uint8Array, { heights }: SheetSpec): Uint8Array {
  const text = decode(part).replace(/<row r="(\d+)" ht="[^"]*" customHeight="1"/g, (row, number: string) =>
    heights.has(Number(number)) ? row : row.replace(' customHeight="1"', ''),
  );
  return encode(text);
}

/** exceljs ties the two halves of a data bar by an id that is another every time. */
function steadyBars(part: Uint8Array, { pictures = [] }: SheetSpec, sheetIndex: number): Uint8Array {
  if (!pictures.some(({ kind }) => kind === 'bar')) return part;
  const known = new Map<string, string>();
  const text = decode(part).replace(
    /(<x14:id>|<x14:cfRule type="dataBar" id=")(\{[\dA-F-]+\})/g,
    (_, before: string, id: string) => {
      const steady = known.get(id) ?? barId(sheetIndex, known.size);
      known.set(id, steady);
      return before + steady;
    },
  );
  return encode(text);
}

function barId(...numbers: readonly number[]): string {
  const digits = numbers.map((number) => (number + 1).toString(16).toUpperCase().padStart(6, '0'));
  return `{6B76616E-0000-4000-8000-${digits.join('')}}`;
}

function insertBefore(part: Uint8Array, anchor: string, xml: string): Uint8Array {
  if (xml === '') {
    return part;
  }
  const text = decode(part);
  const at = text.indexOf(anchor);
  if (at < 0) {
    throw new Error(`exceljs wrote no ${anchor}`);
  }
  return encode(text.slice(0, at) + xml + text.slice(at));
}

/** The list of contents first, as readers expect it, then by name. */
function inOrder(parts: Parts): Parts {
  const rank = (name: string) => ['[Content_Types].xml', '_rels/.rels'].indexOf(name) >>> 0;
  return new Map([...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
}
