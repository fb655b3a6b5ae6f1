/**
 * One sheet renewed where it stands: what the product writes is put anew, and everything else stays in the part and in
 * the parts that hang on it: people's cells, columns, rules, notes, charts, filters, heights.
 */
import { HostError } from '../host-error';
import type { SheetChange } from '../port';
import type { Parts } from './parts';
import { parsePart } from './parts';
import { renewCells } from './renew-cells';
import { renewRules } from './renew-rules';
import { renewTables } from './renew-tables';
import { relationsOf, setRelations, targetPart } from './relations';
import { putSections } from './sheet-sections';
import { removePart, type TargetPackage } from './target-package';
import {
  childElement,
  childElements,
  documentOf,
  type Element,
  parseXml,
  rootOf,
  xmlBytes,
  encode,
} from './xml';

const PRINT = ['printOptions', 'pageMargins', 'pageSetup', 'headerFooter'];
const PASSWORDS = ['password', 'hashValue'];
const SHEET_SETTINGS = ['tabColor', 'outlinePr', 'pageSetUpPr'];

/** Where the new sheet is: in the package `parts` as `part`; `text`: the same, fit for the target package. */
export interface FreshSheet {
  readonly parts: Parts;
  readonly part: string;
  readonly text: string;
}

/** Throws a `HostError` «protected» where the sheet is behind a password. */
export function renewSheet(
  target: TargetPackage,
  part: string,
  fresh: FreshSheet,
  change: SheetChange,
): void {
  const { parts } = target;
  const document = parsePart(parts, part);
  const sheet = rootOf(document);
  const protection = childElement(sheet, 'sheetProtection');
  if (protection && PASSWORDS.some((name) => (protection.getAttribute(name) ?? '') !== '')) {
    throw new HostError('protected', `sheet ${change.spec.name}`);
  }
  const drawn = rootOf(parseXml(encode(fresh.text)));
  const data = childElement(sheet, 'sheetData');
  const drawnData = childElement(drawn, 'sheetData');
  if (data === undefined || drawnData === undefined) return;

  // Of a sheet's size only the reader needs to know, and it counts for itself.
  putSections(sheet, 'dimension', []);
  renewSettings(sheet, drawn);
  renewView(sheet, drawn);
  renewColumns(sheet, drawn, change.spec.columns.length);
  renewCells(data, drawnData, change);
  if (change.spec.protection !== undefined) take(sheet, drawn, 'sheetProtection');
  renewRules(sheet, drawn, change);
  for (const name of PRINT) take(sheet, drawn, name);
  if (change.spec.print.breaks !== undefined) take(sheet, drawn, 'rowBreaks');
  forgetPrinter(parts, part);
  renewTables(target, part, sheet, fresh.parts, fresh.part, change.spec);
  parts.set(part, xmlBytes(document));
}

/** Puts a section of the new sheet in place of the old one's, or takes it away. */
function take(sheet: Element, drawn: Element, name: string): void {
  const sections = childElements(drawn, name).map((section) => documentOf(sheet).importNode(section, true));
  putSections(sheet, name, sections);
}

function renewSettings(sheet: Element, drawn: Element): void {
  const old = childElement(sheet, 'sheetPr');
  const fresh = childElement(drawn, 'sheetPr');
  if (old === undefined) {
    take(sheet, drawn, 'sheetPr');
    return;
  }
  const wanted = SHEET_SETTINGS.flatMap((name) => {
    const news = fresh && childElement(fresh, name);
    const found = news ?? childElement(old, name);
    return found === undefined ? [] : [documentOf(sheet).importNode(found, true)];
  });
  for (const child of childElements(old)) old.removeChild(child);
  for (const child of wanted) old.appendChild(child);
}

/** Only what is frozen belongs to the product; zoom and selection are the user's. */
function renewView(sheet: Element, drawn: Element): void {
  const viewOf = (root: Element): Element | undefined => {
    const views = childElement(root, 'sheetViews');
    return views && childElement(views, 'sheetView');
  };
  const [old, fresh] = [viewOf(sheet), viewOf(drawn)];
  if (old === undefined || fresh === undefined) {
    take(sheet, drawn, 'sheetViews');
    return;
  }
  const frozen = (view: Element): string => {
    const pane = childElement(view, 'pane');
    return ['xSplit', 'ySplit'].map((name) => pane?.getAttribute(name) ?? '0').join();
  };
  if (frozen(old) === frozen(fresh)) return;
  for (const name of ['pane', 'selection'])
    for (const child of childElements(old, name)) old.removeChild(child);
  const first = childElements(old)[0] ?? null;
  for (const name of ['pane', 'selection']) {
    for (const child of childElements(fresh, name)) {
      old.insertBefore(documentOf(sheet).importNode(child, true), first);
    }
  }
}

/** Columns beyond those of the product keep their widths. */
function renewColumns(sheet: Element, drawn: Element, count: number): void {
  const [old, fresh] = [childElement(sheet, 'cols'), childElement(drawn, 'cols')];
  const numberOf = (column: Element, name: string): number => Number(column.getAttribute(name) ?? '0');
  const beyond = (old === undefined ? [] : childElements(old, 'col'))
    .filter((column) => numberOf(column, 'max') > count)
    .map((column) => {
      column.setAttribute('min', String(Math.max(count + 1, numberOf(column, 'min'))));
      return column;
    });
  const source = fresh ?? old;
  if (source === undefined) return;
  const list = documentOf(sheet).importNode(source, false);
  const news = fresh === undefined ? [] : childElements(fresh, 'col');
  for (const column of [...news, ...beyond]) list.appendChild(documentOf(sheet).importNode(column, true));
  putSections(sheet, 'cols', childElements(list).length === 0 ? [] : [list]);
}

/** Settings of a printer's own speak against the new set-up of pages. */
function forgetPrinter(parts: Parts, part: string): void {
  const relations = relationsOf(parts, part);
  const printers = relations.filter(({ kind }) => kind === 'printerSettings');
  if (printers.length === 0) return;
  for (const printer of printers) removePart(parts, targetPart(parts, part, printer));
  setRelations(
    parts,
    part,
    relations.filter(({ kind }) => kind !== 'printerSettings'),
  );
}
