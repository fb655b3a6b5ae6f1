/** What exceljs wrote, with the parts of it put right that it writes wrongly or not at all. Its «<» is always markup. */

import { areaText } from '../model/area';
import { keyColumn, keyRow } from '../model/cells';
import type { Note, Sheet, Workbook } from '../model/workbook';
import { STAND_IN_HEIGHT, STAND_IN_WIDTH } from './draw-sheet';
import { afterCells, afterFormats } from './sheet-xml';
import { definedNamesXml, workbookProtectionXml } from './workbook-xml';
import { element, escaped } from './xml-text';

/** In the order of the schema; exceljs has one of its own. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];
const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Parts by name, as text. */
export type TextParts = Map<string, string>;

/** Mends the parts in place. */
export function mendParts(parts: TextParts, workbook: Workbook): void {
  change(parts, 'xl/styles.xml', mendFonts);
  change(parts, 'xl/workbook.xml', (text) => mendWorkbook(text, workbook));
  workbook.sheets.forEach((sheet, index) => {
    const number = index + 1;
    const outside: string[] = [];
    change(parts, `xl/worksheets/sheet${number}.xml`, (text) => mendSheet(text, sheet, outside));
    addLinks(parts, `xl/worksheets/_rels/sheet${number}.xml.rels`, outside);
    if (sheet.notes.size > 0) {
      change(parts, `xl/comments${number}.xml`, (text) => mendNotes(text, sheet.notes));
    }
  });
  for (const name of [...parts.keys()].filter((part) => part.startsWith('xl/tables/'))) {
    change(parts, name, mendTable);
  }
}

function change(parts: TextParts, name: string, mend: (text: string) => string): void {
  const text = parts.get(name);
  if (text === undefined) {
    throw new Error(`exceljs wrote no ${name}`);
  }
  parts.set(name, mend(text));
}

function mendFonts(styles: string): string {
  return styles.replaceAll(/<font>(.*?)<\/font>/gs, (_, content: string) => {
    const children = [...content.matchAll(/<(\w+)[^>]*\/>/g)].map(([text, name = '']) => ({ text, name }));
    children.sort((a, b) => FONT_ORDER.indexOf(a.name) - FONT_ORDER.indexOf(b.name));
    return `<font>${children.map(({ text }) => text).join('')}</font>`;
  });
}

function mendWorkbook(text: string, workbook: Workbook): string {
  const withoutNames = text.replace(/<definedNames>.*<\/definedNames>/s, '').replace('<definedNames/>', '');
  const named = insert(withoutNames, '<calcPr', definedNamesXml(workbook));
  return insert(named, '<bookViews', workbookProtectionXml(workbook));
}

function mendSheet(text: string, sheet: Sheet, outside: string[]): string {
  const linkId = (address: string): string => {
    outside.push(address);
    return linkName(outside.length);
  };
  const bare = text
    .replaceAll(/<(printOptions|pageMargins|pageSetup|mergeCells|sheetProtection)\b[^>]*\/>/g, '')
    .replace(/<headerFooter\b.*<\/headerFooter>|<headerFooter\/>/s, '')
    .replaceAll(`width="${STAND_IN_WIDTH}"`, 'width="9"')
    .replaceAll(` ht="${STAND_IN_HEIGHT}" customHeight="1"`, '')
    .replaceAll(/(<cfRule [^>]*priority="(\d+)")/g, (rule, _, priority: string) =>
      sheet.conditionalFormats[Number(priority) - 1]?.stopIfTrue === true ? `${rule} stopIfTrue="1"` : rule,
    );
  const end = /<\/sheetData>|<sheetData\/>/.exec(bare);
  if (end === null) {
    throw new Error('exceljs wrote no cells');
  }
  const cellsEnd = end.index + end[0].length;
  const rest = bare.slice(cellsEnd);
  const formatsEnd =
    cellsEnd +
    (rest.lastIndexOf('</conditionalFormatting>') + 1 &&
      rest.lastIndexOf('</conditionalFormatting>') + '</conditionalFormatting>'.length);
  return (
    bare.slice(0, cellsEnd) +
    afterCells(sheet) +
    bare.slice(cellsEnd, formatsEnd) +
    afterFormats(sheet, linkId) +
    bare.slice(formatsEnd)
  );
}

function linkName(number: number): string {
  return `rIdLink${number}`;
}

function addLinks(parts: TextParts, name: string, addresses: readonly string[]): void {
  if (addresses.length === 0) {
    return;
  }
  const before =
    parts.get(name) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const links = addresses.map((address, index) =>
    element('Relationship', {
      Id: linkName(index + 1),
      Type: HYPERLINK,
      Target: address,
      TargetMode: 'External',
    }),
  );
  parts.set(name, insert(before, '</Relationships>', links.join('')));
}

/** exceljs calls every author «Author». */
function mendNotes(text: string, notes: ReadonlyMap<number, Note>): string {
  const authors = [...new Set([...notes.values()].map(({ author }) => author))];
  const byCell = new Map(
    [...notes].map(([key, { author }]) => {
      const row = keyRow(key);
      const column = keyColumn(key);
      return [areaText({ top: row, bottom: row, left: column, right: column }), authors.indexOf(author)];
    }),
  );
  return text
    .replace(
      /<authors>.*?<\/authors>/s,
      `<authors>${authors.map((name) => `<author>${escaped(name)}</author>`).join('')}</authors>`,
    )
    .replaceAll(
      /<comment ref="([A-Z]+\d+)" authorId="\d+"/g,
      (_, ref: string) => `<comment ref="${ref}" authorId="${byCell.get(ref) ?? 0}"`,
    );
}

/** exceljs labels a row of totals that is not there, and writes filters that filter nothing. */
function mendTable(text: string): string {
  const bare = text
    .replaceAll(/ totalsRow(?:Label|Function)="[^"]*"/g, '')
    .replace('totalsRowShown="1"', 'totalsRowShown="0"');
  return bare
    .replaceAll(/<filterColumn [^>]*hiddenButton="0"[^>]*\/>/g, '')
    .replace(/<autoFilter ([^>]*)><\/autoFilter>/, '<autoFilter $1/>');
}

function insert(text: string, before: string, xml: string): string {
  const at = text.indexOf(before);
  if (at < 0) {
    throw new Error(`exceljs wrote no ${before}`);
  }
  return text.slice(0, at) + xml + text.slice(at);
}
