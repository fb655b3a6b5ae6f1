/**
 * The looks of one workbook added to those of another. What is there stays as it is; what is there already is used
 * again, so that renewing the same sheets twice adds nothing the second time.
 */

import {
  childElement,
  childElements,
  createLike,
  type Document,
  documentOf,
  type Element,
  insertInOrder,
  parseXml,
  rootOf,
  xmlBytes,
} from './xml';

/** Children of a style sheet in the order of the schema. */
const SECTIONS = [
  ...['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ...['colors', 'extLst'],
];
const FIRST_CUSTOM_FORMAT = 164;

export interface MergedStyles {
  /** Absent: everything was there already. */
  readonly bytes?: Uint8Array;
  /** Index of a cell's look («s» of a cell) in the added style sheet → in the merged one. */
  readonly cellLooks: readonly number[];
  /** The same for conditional formats («dxfId»). */
  readonly conditionalLooks: readonly number[];
}

/** `original` with the looks of `added`, which exceljs wrote. */
export function mergeStyles(original: Document, added: Uint8Array): MergedStyles {
  const target = rootOf(original);
  const source = rootOf(parseXml(added));
  const before = sizes(target);
  const items = (section: string) => {
    const parent = childElement(source, section);
    return parent === undefined ? [] : childElements(parent);
  };
  const formats = mergeFormats(target, items('numFmts'));
  const fonts = mergeItems(target, 'fonts', items('fonts'));
  const fills = mergeItems(target, 'fills', items('fills'));
  const borders = mergeItems(target, 'borders', items('borders'));
  const conditionalLooks = mergeItems(target, 'dxfs', items('dxfs'));
  const xfs = items('cellXfs').map((xf) => {
    remap(xf, 'numFmtId', (id) => formats.get(id) ?? id);
    remap(xf, 'fontId', (id) => fonts[id] ?? 0);
    remap(xf, 'fillId', (id) => fills[id] ?? 0);
    remap(xf, 'borderId', (id) => borders[id] ?? 0);
    xf.setAttribute('xfId', normalStyle(target));
    return xf;
  });
  // The first look is the default of its workbook: that of the original holds.
  const cellLooks = [0, ...mergeItems(target, 'cellXfs', xfs.slice(1))];
  const looks = { cellLooks, conditionalLooks };
  return sizes(target) === before ? looks : { ...looks, bytes: xmlBytes(original) };
}

/** How many looks there are of each kind; they only grow in number. */
function sizes(target: Element): string {
  return childElements(target)
    .map((section) => childElements(section).length)
    .join();
}

/** Indexes of the items in the section, after those that are not there have been put at its end. */
function mergeItems(target: Element, section: string, items: readonly Element[]): number[] {
  if (items.length === 0) {
    return [];
  }
  const parent = sectionOf(target, section);
  const known = new Map<string, number>();
  childElements(parent).forEach((item, index) => {
    const key = canonical(item);
    known.set(key, known.get(key) ?? index);
  });
  let count = childElements(parent).length;
  const indexes = items.map((item) => {
    const key = canonical(item);
    const index = known.get(key);
    if (index !== undefined) {
      return index;
    }
    parent.appendChild(documentOf(target).importNode(item, true));
    known.set(key, count);
    count += 1;
    return count - 1;
  });
  parent.setAttribute('count', String(count));
  return indexes;
}

/** Ids of the added number formats in the original; their numbers are free, their codes are what counts. */
function mergeFormats(target: Element, formats: readonly Element[]): ReadonlyMap<number, number> {
  const ids = new Map<number, number>();
  if (formats.length === 0) {
    return ids;
  }
  const parent = sectionOf(target, 'numFmts');
  const known = new Map(
    childElements(parent).map((format) => [format.getAttribute('formatCode'), number(format, 'numFmtId')]),
  );
  let next = Math.max(FIRST_CUSTOM_FORMAT - 1, ...known.values()) + 1;
  for (const format of formats) {
    const code = format.getAttribute('formatCode');
    let id = known.get(code);
    if (id === undefined) {
      id = next;
      next += 1;
      const copy = documentOf(target).importNode(format, true);
      copy.setAttribute('numFmtId', String(id));
      parent.appendChild(copy);
      known.set(code, id);
    }
    ids.set(number(format, 'numFmtId'), id);
  }
  parent.setAttribute('count', String(childElements(parent).length));
  return ids;
}

/** A section of the style sheet, put in its place if it is missing. */
function sectionOf(target: Element, name: string): Element {
  const found = childElement(target, name);
  if (found !== undefined) {
    return found;
  }
  const section = createLike(target, name);
  insertInOrder(target, section, SECTIONS);
  return section;
}

/** Index of the style «Normal», on which the looks stand. */
function normalStyle(target: Element): string {
  const styles = childElement(target, 'cellStyles');
  const normal = styles && childElements(styles).find((style) => style.getAttribute('builtinId') === '0');
  return normal?.getAttribute('xfId') ?? '0';
}

/** The same text for elements that say the same, whatever their prefixes and the order of their attributes are. */
function canonical(element: Element): string {
  const attributes = Array.from(element.attributes)
    .filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(({ localName, value }) => `${localName ?? ''}=${JSON.stringify(value)}`)
    .sort();
  return `${element.localName ?? ''}[${attributes.join()}](${childElements(element).map(canonical).join('')})`;
}

function remap(element: Element, attribute: string, map: (id: number) => number): void {
  element.setAttribute(attribute, String(map(number(element, attribute))));
}

function number(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute) ?? '0');
}
