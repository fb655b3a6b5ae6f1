/** Puts a file, or a spec, into the emulated Excel, so that tests can start from a filled workbook. */

import type { Element } from '@xmldom/xmldom';
import type { WorkbookSpec } from '../../src/workbook/spec';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { attribute, child, childrenOf, isOn, numberAttribute, readPackage } from './file/read-parts';
import { readCharts } from './file/read-charts';
import { readNotes, readSheet, readTable, richText } from './file/read-sheet';
import { readStyles } from './file/read-styles';
import { area, readArea } from './model/area';
import { addSheet, createWorkbook, nextNumber } from './model/create';
import { soleReference } from './model/formula';
import type { Sheet, Workbook } from './model/workbook';

const WORKBOOK = 'xl/workbook.xml';

/**
 * The workbook of a file. What the model has no place for (pictures, themes) is left behind; what it would
 * have to misunderstand throws.
 */
export function openXlsx(bytes: Uint8Array, name = 'Книга1.xlsx'): Workbook {
  const parts = readPackage(bytes);
  const book = parts.root(WORKBOOK);
  const links = parts.related(WORKBOOK);
  const entries = childrenOf(child(book, 'sheets'));
  const [first, ...rest] = entries.map((entry) => attribute(entry, 'name') ?? '');
  const workbook = createWorkbook(first === undefined ? undefined : [first], name);
  rest.forEach((sheetName) => addSheet(workbook, sheetName));
  workbook.date1904 = isOn(child(book, 'workbookPr'), 'date1904');
  workbook.protection = isOn(child(book, 'workbookProtection'), 'lockStructure') ? {} : null;
  const strings = childrenOf(parts.root('xl/sharedStrings.xml')).map(richText);
  const styles = readStyles(parts.root('xl/styles.xml'));
  const nextId = (): string => `{${nextNumber(workbook)}}`;
  entries.forEach((entry, index) => {
    const sheet = workbook.sheets[index];
    const part = links.get(attribute(entry, 'r:id') ?? '')?.target ?? '';
    const root = parts.root(part);
    if (sheet === undefined || root === null) {
      throw new Error(`The file has no part «${part}».`);
    }
    const state = attribute(entry, 'state');
    sheet.visibility = state === 'hidden' ? 'Hidden' : state === 'veryHidden' ? 'VeryHidden' : 'Visible';
    const related = parts.related(part);
    readSheet(sheet, { root, strings, styles, related, nextId });
    for (const { type, target } of related.values()) {
      if (type === 'drawing') {
        readCharts(workbook, sheet, parts, target, nextId);
      }
      const other = type === 'table' || type === 'comments' ? parts.root(target) : null;
      if (other !== null && type === 'table') {
        readTable(sheet, other, nextId());
      } else if (other !== null) {
        readNotes(sheet, other);
      }
    }
  });
  readNames(workbook, child(book, 'definedNames'));
  readProperties(workbook, parts.root('docProps/core.xml'));
  selectAsFile(workbook, child(child(book, 'bookViews'), 'workbookView'), (index) => {
    const part = links.get(attribute(entries[index], 'r:id') ?? '')?.target ?? '';
    return parts.root(part);
  });
  return workbook;
}

/** The workbook that the product's file writer makes of a spec. */
export async function workbookOfSpec(spec: WorkbookSpec, name?: string): Promise<Workbook> {
  return openXlsx(await writeWorkbookFile(spec), name);
}

function readNames(workbook: Workbook, names: Element | undefined): void {
  for (const entry of childrenOf(names)) {
    const name = attribute(entry, 'name') ?? '';
    const formula = entry.textContent ?? '';
    const sheet = workbook.sheets[numberAttribute(entry, 'localSheetId') ?? -1] ?? null;
    if (name === '_xlnm.Print_Area' && sheet !== null) {
      sheet.layout.printAreas = references(formula).flatMap((reference) => {
        const found = soleReference(reference)?.area;
        return found === undefined ? [] : [found];
      });
    } else if (name === '_xlnm.Print_Titles' && sheet !== null) {
      readTitles(sheet, formula);
    } else if (!name.startsWith('_xlnm.')) {
      workbook.names.push({
        name,
        sheet,
        formula,
        comment: attribute(entry, 'comment') ?? '',
        visible: !isOn(entry, 'hidden'),
      });
    }
  }
}

/** References of a list; a comma within a quoted name of a sheet does not part them. */
function references(formula: string): readonly string[] {
  return formula.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

function readTitles(sheet: Sheet, formula: string): void {
  for (const reference of references(formula)) {
    const place = reference.slice(reference.lastIndexOf('!') + 1);
    const found = readArea(place);
    if (found !== null && /[A-Z]/.test(place)) {
      sheet.layout.titleColumns = [found.left, found.right];
    } else if (found !== null) {
      sheet.layout.titleRows = [found.top, found.bottom];
    }
  }
}

function readProperties(workbook: Workbook, core: Element | null): void {
  const title = child(core, 'title')?.textContent ?? '';
  const author = child(core, 'creator')?.textContent ?? '';
  if (title !== '') {
    workbook.properties.set('title', title);
  }
  if (author !== '') {
    workbook.properties.set('author', author);
  }
}

function selectAsFile(
  workbook: Workbook,
  view: Element | undefined,
  rootOf: (index: number) => Element | null,
): void {
  const active = numberAttribute(view, 'activeTab') ?? 0;
  const sheet = workbook.sheets[active];
  if (sheet !== undefined) {
    const sheetView = child(child(rootOf(active), 'sheetViews'), 'sheetView');
    const cursor = childrenOf(sheetView, 'selection').at(-1);
    workbook.selection = { sheet, areas: [readArea(attribute(cursor, 'activeCell') ?? 'A1') ?? area(1, 1)] };
  }
}
