/** A sheet of a file put into a sheet of the emulated Excel. */

import type { Element } from '@xmldom/xmldom';
import { readArea, type Area } from '../model/area';
import { cellKey, ensureCell } from '../model/cells';
import { pixelsOfFileWidth } from '../model/columns';
import { NORMAL_STYLE, type CellStyle } from '../model/style';
import type {
  CellValue,
  ConditionalFormat,
  Operator,
  Sheet,
  SheetProtection,
  Validation,
  ValidationType,
} from '../model/workbook';
import {
  attribute,
  child,
  childrenOf,
  decoded,
  isOn,
  numberAttribute,
  textOf,
  type Related,
} from './read-parts';
import { readCellPicture } from './read-cell-pictures';
import { colorOf, type FileStyles } from './read-styles';
import { readPrint } from './read-print';
import { OPERATORS } from './sheet-xml';

export interface SheetSources {
  readonly root: Element;
  readonly strings: readonly string[];
  readonly styles: FileStyles;
  readonly related: ReadonlyMap<string, Related>;
  /** For ids. */
  readonly nextId: () => string;
}

export function readSheet(sheet: Sheet, sources: SheetSources): void {
  const { root, styles } = sources;
  const view = child(child(root, 'sheetViews'), 'sheetView');
  const pane = child(view, 'pane');
  sheet.showGridlines = isOn(view, 'showGridLines', true);
  sheet.showHeadings = isOn(view, 'showRowColHeaders', true);
  sheet.freeze =
    attribute(pane, 'state') === 'frozen'
      ? { rows: numberAttribute(pane, 'ySplit') ?? 0, columns: numberAttribute(pane, 'xSplit') ?? 0 }
      : null;
  sheet.tabColor = colorOf(child(child(root, 'sheetPr'), 'tabColor')) ?? '';
  readColumns(sheet, root, styles);
  readRows(sheet, sources);
  sheet.merges = childrenOf(child(root, 'mergeCells')).map((merge) => areaOf(attribute(merge, 'ref')));
  sheet.protection = readProtection(child(root, 'sheetProtection'));
  sheet.validations = childrenOf(child(root, 'dataValidations')).map(readValidation);
  readConditionalFormats(sheet, sources);
  readLinks(sheet, sources);
  readPrint(sheet.layout, root);
  sheet.pageBreaks = childrenOf(child(root, 'rowBreaks')).map(
    (each) => (numberAttribute(each, 'id') ?? 0) + 1,
  );
}

/** Areas of a text such as «A1:B2 C3». */
export function areasOf(text: string | undefined): readonly Area[] {
  return (text ?? '').split(/\s+/).filter(Boolean).map(areaOf);
}

function areaOf(text: string | undefined): Area {
  const area = readArea(text ?? '');
  if (area === null) {
    throw new Error(`«${text ?? ''}» is no area.`);
  }
  return area;
}

function readColumns(sheet: Sheet, root: Element, { cells }: FileStyles): void {
  for (const column of childrenOf(child(root, 'cols'))) {
    const width = numberAttribute(column, 'width');
    const style = cells[numberAttribute(column, 'style') ?? 0];
    const last = numberAttribute(column, 'max') ?? 0;
    for (let number = numberAttribute(column, 'min') ?? 1; number <= last; number++) {
      sheet.columns.set(number, {
        ...(width !== undefined && { pixels: pixelsOfFileWidth(width) }),
        ...(isOn(column, 'hidden') && { hidden: true }),
        ...(style !== undefined && style !== NORMAL_STYLE && { style }),
      });
    }
  }
}

function readRows(sheet: Sheet, { root, strings, styles }: SheetSources): void {
  for (const row of childrenOf(child(root, 'sheetData'))) {
    const number = numberAttribute(row, 'r') ?? 0;
    const points = isOn(row, 'customHeight') ? numberAttribute(row, 'ht') : undefined;
    const style = isOn(row, 'customFormat') ? styles.cells[numberAttribute(row, 's') ?? 0] : undefined;
    const known = {
      ...(points !== undefined && { points }),
      ...(isOn(row, 'hidden') && { hidden: true }),
      ...(style !== undefined && style !== NORMAL_STYLE && { style }),
    };
    if (Object.keys(known).length > 0) {
      sheet.rows.set(number, known);
    }
    for (const cell of childrenOf(row, 'c')) {
      readCell(sheet, cell, strings, styles);
    }
  }
}

function readCell(sheet: Sheet, element: Element, strings: readonly string[], styles: FileStyles): void {
  const place = areaOf(attribute(element, 'r'));
  const style = styles.cells[numberAttribute(element, 's') ?? 0] ?? NORMAL_STYLE;
  const value = cellValue(element, strings);
  const formula = child(element, 'f');
  const around = styleAround(sheet, place.top, place.left);
  if (value === undefined && formula === undefined && style === around) {
    return;
  }
  const cell = ensureCell(sheet, place.top, place.left);
  if (value !== undefined) {
    cell.value = value;
  }
  if (formula !== undefined) {
    cell.formula = formula.textContent ?? '';
  }
  if (style !== around) {
    cell.style = style;
  }
}

function styleAround(sheet: Sheet, row: number, column: number): CellStyle {
  return sheet.rows.get(row)?.style ?? sheet.columns.get(column)?.style ?? sheet.style;
}

function cellValue(cell: Element, strings: readonly string[]): CellValue | undefined {
  const type = attribute(cell, 't') ?? 'n';
  if (type === 'inlineStr') {
    return richText(child(cell, 'is'));
  }
  const value = child(cell, 'v');
  if (value === undefined) {
    // A formula whose result is an empty text has no value in some writers' files.
    return type === 'str' ? '' : undefined;
  }
  const text = value.textContent ?? '';
  switch (type) {
    case 's':
      return strings[Number(text)] ?? '';
    case 'str':
      return decoded(text);
    case 'b':
      return text === '1';
    case 'e':
      return { error: text };
    default:
      return Number(text);
  }
}

/** Text of a shared or inline string, whose parts may look differently. */
export function richText(item: Element | undefined): string {
  return childrenOf(item)
    .map((part) =>
      part.localName === 't' ? textOf(part) : part.localName === 'r' ? textOf(child(part, 't')) : '',
    )
    .join('');
}

function readProtection(element: Element | undefined): SheetProtection | null {
  if (!isOn(element, 'sheet')) {
    return null;
  }
  // All but objects and scenarios are forbidden unless the file says otherwise.
  const allowed = (name: string, forbidden = true): boolean => !isOn(element, name, forbidden);
  return {
    options: {
      allowAutoFilter: allowed('autoFilter'),
      allowDeleteColumns: allowed('deleteColumns'),
      allowDeleteRows: allowed('deleteRows'),
      allowEditObjects: allowed('objects', false),
      allowEditScenarios: allowed('scenarios', false),
      allowFormatCells: allowed('formatCells'),
      allowFormatColumns: allowed('formatColumns'),
      allowFormatRows: allowed('formatRows'),
      allowInsertColumns: allowed('insertColumns'),
      allowInsertHyperlinks: allowed('insertHyperlinks'),
      allowInsertRows: allowed('insertRows'),
      allowPivotTables: allowed('pivotTables'),
      allowSort: allowed('sort'),
    },
    selectionMode: isOn(element, 'selectUnlockedCells')
      ? 'None'
      : isOn(element, 'selectLockedCells')
        ? 'Unlocked'
        : 'Normal',
  };
}

function operatorOf(name: string | undefined): Operator {
  const operators = Object.keys(OPERATORS) as Operator[];
  return operators.find((operator) => OPERATORS[operator] === name) ?? 'Between';
}

const VALIDATION_TYPES: readonly ValidationType[] = [
  'list',
  'whole',
  'decimal',
  'date',
  'time',
  'textLength',
  'custom',
];
const WITHOUT_OPERATOR: readonly ValidationType[] = ['list', 'custom'];

function readValidation(element: Element): Validation {
  const type = VALIDATION_TYPES.find((each) => each === attribute(element, 'type'));
  if (type === undefined) {
    throw new Error(`The emulator knows no validation «${attribute(element, 'type') ?? ''}».`);
  }
  const style = attribute(element, 'errorStyle');
  return {
    areas: areasOf(attribute(element, 'sqref')),
    type,
    ...(!WITHOUT_OPERATOR.includes(type) && { operator: operatorOf(attribute(element, 'operator')) }),
    formulas: ['formula1', 'formula2'].flatMap((name) => {
      const formula = child(element, name);
      return formula === undefined ? [] : [formula.textContent ?? ''];
    }),
    dropDown: !isOn(element, 'showDropDown'),
    ignoreBlanks: isOn(element, 'allowBlank'),
    error: {
      show: isOn(element, 'showErrorMessage'),
      style: style === 'warning' ? 'Warning' : style === 'information' ? 'Information' : 'Stop',
      title: decoded(attribute(element, 'errorTitle') ?? ''),
      message: decoded(attribute(element, 'error') ?? ''),
    },
    prompt: {
      show: isOn(element, 'showInputMessage'),
      title: decoded(attribute(element, 'promptTitle') ?? ''),
      message: decoded(attribute(element, 'prompt') ?? ''),
    },
  };
}

const RULE_TYPES: ReadonlyMap<string, ConditionalFormat['type']> = new Map([
  ['expression', 'Custom'],
  ['cellIs', 'CellValue'],
  ['dataBar', 'DataBar'],
  ['iconSet', 'IconSet'],
]);

function readConditionalFormats(sheet: Sheet, { root, styles, nextId }: SheetSources): void {
  const rules = childrenOf(root, 'conditionalFormatting').flatMap((formatting) =>
    childrenOf(formatting, 'cfRule').map((rule) => ({
      rule,
      areas: areasOf(attribute(formatting, 'sqref')),
    })),
  );
  rules.sort(
    (a, b) => (numberAttribute(a.rule, 'priority') ?? 0) - (numberAttribute(b.rule, 'priority') ?? 0),
  );
  sheet.conditionalFormats = rules.map(({ rule, areas }) => {
    const kind = attribute(rule, 'type') ?? '';
    const type = RULE_TYPES.get(kind);
    if (type === undefined) {
      throw new Error(`The emulator knows no conditional format «${kind}».`);
    }
    return {
      id: nextId(),
      areas,
      type,
      ...readCellPicture(rule, root),
      ...(type === 'CellValue' && { operator: operatorOf(attribute(rule, 'operator')) }),
      formulas: childrenOf(rule, 'formula').map((formula) => formula.textContent ?? ''),
      stopIfTrue: isOn(rule, 'stopIfTrue'),
      look: { ...styles.looks[numberAttribute(rule, 'dxfId') ?? -1] },
    };
  });
}

function readLinks(sheet: Sheet, { root, related }: SheetSources): void {
  for (const link of childrenOf(child(root, 'hyperlinks'))) {
    const { top, left } = areaOf(attribute(link, 'ref'));
    const id = attribute(link, 'r:id');
    const address = id === undefined ? undefined : related.get(id)?.target;
    const documentReference = attribute(link, 'location');
    const screenTip = attribute(link, 'tooltip');
    ensureCell(sheet, top, left).link = {
      ...(address !== undefined && { address }),
      ...(documentReference !== undefined && { documentReference }),
      ...(screenTip !== undefined && { screenTip }),
    };
  }
}

/** Notes of a comments part. */
export function readNotes(sheet: Sheet, root: Element): void {
  const authors = childrenOf(child(root, 'authors')).map(textOf);
  for (const comment of childrenOf(child(root, 'commentList'))) {
    const { top, left } = areaOf(attribute(comment, 'ref'));
    sheet.notes.set(cellKey(top, left), {
      author: authors[numberAttribute(comment, 'authorId') ?? 0] ?? '',
      text: richText(child(comment, 'text')),
    });
  }
}

/** The table of a table part. */
export function readTable(sheet: Sheet, root: Element, id: string): void {
  const style = child(root, 'tableStyleInfo');
  sheet.tables.push({
    id,
    name: attribute(root, 'displayName') ?? '',
    area: areaOf(attribute(root, 'ref')),
    showHeaders: attribute(root, 'headerRowCount') !== '0',
    showTotals: (numberAttribute(root, 'totalsRowCount') ?? 0) > 0,
    style: attribute(style, 'name') ?? '',
    showBandedRows: isOn(style, 'showRowStripes'),
    showBandedColumns: isOn(style, 'showColumnStripes'),
    showFilterButton: child(root, 'autoFilter') !== undefined,
    highlightFirstColumn: isOn(style, 'showFirstColumn'),
    highlightLastColumn: isOn(style, 'showLastColumn'),
  });
}
