/** The list of sheets and names of a workbook, changed in place. */

import type { DefinedName } from './names';
import {
  childElement,
  childElements,
  createLike,
  documentOf,
  type Element,
  insertInOrder,
  RELATIONSHIP_NAMESPACE,
} from './xml';

/** Children of `workbook` in the order of the schema. */
const CHILDREN = [
  ...[
    'fileVersion',
    'fileSharing',
    'workbookPr',
    'workbookProtection',
    'bookViews',
    'sheets',
    'functionGroups',
  ],
  ...['externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches'],
  ...['smartTagPr', 'smartTagTypes', 'webPublishing', 'fileRecoveryPr', 'webPublishObjects', 'extLst'],
];
/** What Strict workbooks have instead of `RELATIONSHIP_NAMESPACE`. */
const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
/** Names that a sheet's set-up makes; the new sheet brings its own. */
const SETUP_NAMES = ['_xlnm.print_area', '_xlnm.print_titles', '_xlnm._filterdatabase'];

export interface ListedSheet {
  readonly element: Element;
  readonly name: string;
  readonly relationId: string;
}

export function listedSheets(workbook: Element): ListedSheet[] {
  const sheets = childElement(workbook, 'sheets');
  return (sheets === undefined ? [] : childElements(sheets, 'sheet')).map((element) => ({
    element,
    name: element.getAttribute('name') ?? '',
    relationId:
      element.getAttributeNS(RELATIONSHIP_NAMESPACE, 'id') ??
      element.getAttributeNS(STRICT_RELATIONSHIPS, 'id') ??
      '',
  }));
}

/** The sheet of a name; Excel tells no case. */
export function sheetNamed(workbook: Element, wanted: string): ListedSheet | undefined {
  return listedSheets(workbook).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
}

/** Adds a sheet at the end. */
export function appendSheet(workbook: Element, name: string, relationId: string): ListedSheet {
  const sheets = section(workbook, 'sheets');
  const ids = childElements(sheets, 'sheet').map((sheet) => Number(sheet.getAttribute('sheetId')));
  const element = createLike(sheets, 'sheet');
  element.setAttribute('name', name);
  element.setAttribute('sheetId', String(Math.max(0, ...ids) + 1));
  const prefix = workbook.lookupPrefix(RELATIONSHIP_NAMESPACE) ?? 'r';
  element.setAttributeNS(RELATIONSHIP_NAMESPACE, `${prefix}:id`, relationId);
  sheets.appendChild(element);
  return { element, name, relationId };
}

export function setVisibility(
  { element }: ListedSheet,
  visibility: 'visible' | 'hidden' | 'veryHidden',
): void {
  if (visibility === 'visible') {
    element.removeAttribute('state');
  } else {
    element.setAttribute('state', visibility);
  }
}

/** Puts the names of a sheet at an index (from 0) in place of those that its set-up made and of those of the same name. */
export function replaceNames(workbook: Element, sheetIndex: number, names: readonly DefinedName[]): void {
  const parent = section(workbook, 'definedNames');
  const renewed = new Set(
    names.filter((name) => name.sheetIndex === undefined).map(({ name }) => name.toLowerCase()),
  );
  for (const element of childElements(parent, 'definedName')) {
    const name = (element.getAttribute('name') ?? '').toLowerCase();
    const local = element.getAttribute('localSheetId');
    const outdated =
      local === null ? renewed.has(name) : Number(local) === sheetIndex && SETUP_NAMES.includes(name);
    if (outdated) {
      parent.removeChild(element);
    }
  }
  for (const { name, sheetIndex: local, reference } of names) {
    const element = createLike(parent, 'definedName');
    element.setAttribute('name', name);
    if (local !== undefined) {
      element.setAttribute('localSheetId', String(local));
    }
    element.appendChild(documentOf(parent).createTextNode(reference));
    parent.appendChild(element);
  }
  if (childElements(parent).length === 0) {
    workbook.removeChild(parent);
  }
}

/** Formulas elsewhere may look at the new values, so everything is calculated when the file is opened. */
export function calculateOnLoad(workbook: Element): void {
  section(workbook, 'calcPr').setAttribute('fullCalcOnLoad', '1');
}

function section(workbook: Element, name: string): Element {
  const found = childElement(workbook, name);
  if (found !== undefined) {
    return found;
  }
  const made = createLike(workbook, name);
  insertInOrder(workbook, made, CHILDREN);
  return made;
}
