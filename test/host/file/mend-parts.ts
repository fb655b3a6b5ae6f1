/** What exceljs wrote, with the parts of it put right that it writes wrongly or not at all. Its «<» is always markup. */

import { areaText } from '../model/area';
import { keyColumn, keyRow } from '../model/cells';
import type { Note, Sheet, Workbook } from '../model/workbook';
import { STAND_IN_HEIGHT, STAND_IN_WIDTH } from './draw-sheet';
import { cellPicturesXml, newerBarsXml } from './cell-pictures-xml';
import { chartXml, drawingXml } from './chart-xml';
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
const DRAWING = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing';
const CHART = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_ID = 'rIdCharts';
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
    const relations = `xl/worksheets/_rels/sheet${number}.xml.rels`;
    addRelations(
      parts,
      relations,
      outside.map((address, link) => ({
        id: linkName(link + 1),
        type: HYPERLINK,
        target: address,
        outside: true,
      })),
    );
    if (sheet.charts.length > 0) {
      addCharts(parts, sheet, number, relations);
    }
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
    cellPicturesXml(sheet) +
    afterFormats(sheet, linkId) +
    (sheet.charts.length === 0 ? '' : element('drawing', { 'r:id': DRAWING_ID })) +
    bare.slice(formatsEnd).replace('</worksheet>', `${newerBarsXml(sheet)}</worksheet>`)
  );
}

function linkName(number: number): string {
  return `rIdLink${number}`;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly outside: boolean;
}

function addRelations(parts: TextParts, name: string, relations: readonly Relation[]): void {
  if (relations.length === 0) {
    return;
  }
  const before =
    parts.get(name) ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
  const added = relations.map(({ id, type, target, outside }) =>
    element('Relationship', {
      Id: id,
      Type: type,
      Target: target,
      TargetMode: outside ? 'External' : undefined,
    }),
  );
  parts.set(name, insert(before, '</Relationships>', added.join('')));
}

/** The drawing of a sheet with its charts, each in a part of its own. */
function addCharts(parts: TextParts, { charts }: Sheet, number: number, relations: string): void {
  const drawing = `xl/drawings/charts${number}.xml`;
  const chartPart = (index: number): string => `xl/charts/chart${number}_${index + 1}.xml`;
  addRelations(parts, relations, [{ id: DRAWING_ID, type: DRAWING, target: `/${drawing}`, outside: false }]);
  parts.set(
    drawing,
    drawingXml(charts, (index) => `rId${index + 1}`),
  );
  addRelations(
    parts,
    `xl/drawings/_rels/charts${number}.xml.rels`,
    charts.map((_, index) => ({
      id: `rId${index + 1}`,
      type: CHART,
      target: `/${chartPart(index)}`,
      outside: false,
    })),
  );
  charts.forEach((chart, index) => {
    parts.set(chartPart(index), chartXml(chart));
  });
  const types = [
    [drawing, DRAWING_TYPE] as const,
    ...charts.map((_, index) => [chartPart(index), CHART_TYPE] as const),
  ].map(([part, type]) => element('Override', { PartName: `/${part}`, ContentType: type }));
  change(parts, '[Content_Types].xml', (text) => insert(text, '</Types>', types.join('')));
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
