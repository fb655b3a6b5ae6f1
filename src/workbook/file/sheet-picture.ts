/** How a sheet looks, for whoever shows it: widths, heights, merged areas, and the look of every cell. */
import type { AreaSpec } from '../spec';
import { areasOf } from './areas';
import { numberedCells } from './enter-cells';
import { childElement, childElements, type Element } from './xml';

export interface ListRule {
  readonly areas: readonly AreaSpec[];
  readonly values: readonly string[];
}

export interface SheetPicture {
  /** Pixels at 96 dpi, by column; those that are not here have `defaultWidth`. */
  readonly widths: ReadonlyMap<number, number>;
  readonly defaultWidth: number;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Points, by row. */
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly merges: readonly AreaSpec[];
  /** Index into the looks of the workbook, by address. */
  readonly looks: ReadonlyMap<string, number>;
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly isProtected: boolean;
  /** Short lists of allowed values that stand in the rule itself. */
  readonly lists: readonly ListRule[];
  readonly gridLines: boolean;
}

const DIGIT_PIXELS = 7;
const DEFAULT_CHARACTERS = 9.140625;
const MOST_COLUMNS = 16_384;

export function sheetPicture(sheet: Element): SheetPicture {
  const columns = children(sheet, 'cols', 'col').map((column) => ({
    first: numberOf(column, 'min', 1),
    last: Math.min(numberOf(column, 'max', 1), MOST_COLUMNS),
    width: pixels(numberOf(column, 'width', DEFAULT_CHARACTERS)),
    hidden: isOn(column.getAttribute('hidden')),
  }));
  const view = children(sheet, 'sheetViews', 'sheetView')[0];
  const pane = view && childElement(view, 'pane');
  const rows = children(sheet, 'sheetData', 'row');
  const data = childElement(sheet, 'sheetData');
  const cells = data === undefined ? new Map<string, Element>() : numberedCells(data);
  const format = childElement(sheet, 'sheetFormatPr');
  return {
    // A last column that goes to the end of the sheet says how all others look.
    widths: new Map(
      columns.flatMap(({ first, last, width }) =>
        range(first, Math.min(last, first + 200)).map((column) => [column, width] as const),
      ),
    ),
    defaultWidth: pixels(numberOf(format, 'defaultColWidth', DEFAULT_CHARACTERS)),
    hiddenColumns: new Set(
      columns.filter(({ hidden }) => hidden).flatMap(({ first, last }) => range(first, last)),
    ),
    heights: new Map(
      rows
        .filter((row) => row.hasAttribute('ht'))
        .map((row) => [numberOf(row, 'r', 0), numberOf(row, 'ht', 15)] as const),
    ),
    hiddenRows: new Set(
      rows.filter((row) => isOn(row.getAttribute('hidden'))).map((row) => numberOf(row, 'r', 0)),
    ),
    merges: children(sheet, 'mergeCells', 'mergeCell').flatMap((merge) =>
      areasOf(merge.getAttribute('ref') ?? ''),
    ),
    looks: new Map([...cells].map(([address, cell]) => [address, numberOf(cell, 's', 0)] as const)),
    frozenRows: pane?.getAttribute('state') === 'frozen' ? numberOf(pane, 'ySplit', 0) : 0,
    isProtected: isProtected(sheet),
    lists: children(sheet, 'dataValidations', 'dataValidation').flatMap(listRule),
    gridLines: view?.getAttribute('showGridLines') !== '0',
  };
}

export function isProtected(sheet: Element): boolean {
  return isOn(childElement(sheet, 'sheetProtection')?.getAttribute('sheet') ?? null);
}

function listRule(rule: Element): readonly ListRule[] {
  const formula = childElement(rule, 'formula1')?.textContent ?? '';
  const quoted = /^"(.*)"$/s.exec(formula)?.[1];
  if (rule.getAttribute('type') !== 'list' || quoted === undefined) return [];
  const values = quoted.replaceAll('""', '"').split(',');
  return [{ areas: areasOf(rule.getAttribute('sqref') ?? ''), values: values.map((value) => value.trim()) }];
}

function children(sheet: Element, section: string, name: string): Element[] {
  const found = childElement(sheet, section);
  return found === undefined ? [] : childElements(found, name);
}

function numberOf(element: Element | undefined, name: string, missing: number): number {
  const text = element?.getAttribute(name) ?? '';
  return text === '' || Number.isNaN(Number(text)) ? missing : Number(text);
}

function isOn(value: string | null): boolean {
  return value === '1' || value === 'true';
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** Widths in files are in digits of the default font. */
function pixels(width: number): number {
  return Math.round(width * DIGIT_PIXELS);
}
