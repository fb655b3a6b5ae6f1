/** The cells of a worksheet, and the areas that say something of them (18.3). Everything else of a sheet is passed over. */
import type { GridCell, GridValue } from '../../grid';
import type { FormulaDetail } from '../../port';
import { MAX_COLUMN, MAX_ROW, readAddress, readArea, type Area } from './address';
import type { ReadCaps } from './caps';
import { cellValue, wholeValue, type ValueContext } from './cell-value';
import { decodeText } from './decode-text';
import { ReadFailure, within } from './failure';
import type { Package } from './package';
import { wholeNumber, type Attributes, type XmlHandler } from './xml-handler';
import { readUsualCell, usualCell, type UsualCell } from './usual-elements';
import { createRichTextCollector, createTextCollector } from './xml-text';

export interface LinkArea extends Area {
  /** Id of the relation that says where the link leads. */
  readonly relation: string;
}

export interface SheetPart {
  /** In the order of the file, which is reading order in all but odd files. */
  readonly cells: GridCell[];
  readonly merges: Area[];
  /** Areas that one formula fills: its result stands in each cell, the formula in the first only. */
  readonly formulaAreas: Area[];
  readonly links: LinkArea[];
}

export interface SheetContext extends ValueContext {
  readonly caps: ReadCaps;
  readonly formulas: FormulaDetail;
  /** Kept so far in the whole workbook. */
  readonly kept: { cells: number; areas: number };
}

export function readSheetPart(parts: Package, part: string, context: SheetContext): SheetPart {
  const sheet: SheetPart = { cells: [], merges: [], formulaAreas: [], links: [] };
  const cells = cellHandler(part, context, sheet);
  let section = '';
  parts.scan(part, {
    open: (name, attributes, depth) => {
      if (depth === 1 && name !== 'worksheet') {
        throw new ReadFailure('unreadable-part', `${part} is no worksheet but a ${name.slice(0, 40)}`);
      }
      if (depth === 2) {
        section = name;
      } else if (section === 'sheetData') {
        cells.open(name, attributes, depth);
      } else if (depth === 3 && section === 'mergeCells' && name === 'mergeCell') {
        addArea(sheet.merges, areaOf(attributes), context);
      } else if (depth === 3 && section === 'hyperlinks' && name === 'hyperlink') {
        // Without a relation it leads to a place in the workbook itself.
        const relation = attributes.prefixed('id');
        const area = relation === undefined ? undefined : areaOf(attributes);
        if (relation !== undefined && area !== undefined) {
          addArea(sheet.links, { ...area, relation }, context);
        }
      }
    },
    close: (name, depth) => {
      if (section === 'sheetData' && depth > 2) {
        cells.close?.(name, depth);
      }
    },
    text: (text, depth) => {
      if (section === 'sheetData' && depth > 4) {
        cells.text?.(text, depth);
      }
    },
    take: (bytes, at, depth) =>
      depth === 3 && section === 'sheetData' ? (cells.take?.(bytes, at, depth) ?? at) : at,
  });
  return sheet;
}

/** Handles what is inside `sheetData`: rows at depth 3, cells at 4, their formula, value or inline text at 5. */
function cellHandler(part: string, context: SheetContext, sheet: SheetPart): XmlHandler {
  const { caps } = context;
  const keepsFormulas = context.formulas === 'texts';
  const formulaText = createTextCollector(caps, 'a formula');
  const valueText = createTextCollector(caps, 'a value');
  const inlineText = createRichTextCollector(caps, 'an inline text');
  let row = 0;
  let column = 0;
  let cellRow = 0;
  let inRow = false;
  let inCell = false;
  let type = '';
  let style = 0;
  let child = '';
  let formula: string | undefined;
  let value: string | undefined;
  /** Instead of the text of `v`, where the cell is a number or names a shared string and the text is all digits. */
  let whole: number | undefined;
  let inline: string | undefined;
  const usual = usualCell();

  const openCell = (attributes: Attributes): void => {
    const address = attributes.slice('r');
    if (address === undefined) {
      cellRow = row;
      column += 1;
      if (column > MAX_COLUMN) {
        throw new ReadFailure('unreadable-part', `${part}: row ${row} has more than ${MAX_COLUMN} cells`);
      }
    } else {
      ({ row: cellRow, column } = readAddress(address, part));
    }
    if (!attributes.empty) {
      type = attributes.get('t') ?? 'n';
      style = attributes.integer('s') ?? 0;
      child = '';
    }
    formula = value = inline = whole = undefined;
  };
  const openChild = (name: string, attributes: Attributes): void => {
    child = name;
    if (name === 'f') {
      formulaText.start();
      const kind = attributes.get('t');
      if (kind === 'array' || kind === 'dataTable') {
        addArea(sheet.formulaAreas, areaOf(attributes), context);
      }
    } else if (name === 'v') {
      valueText.start();
    } else if (name === 'is') {
      inlineText.start();
    }
  };
  const closeValue = (): void => {
    const integer = isWhole(type) ? valueText.takeInteger() : Number.NaN;
    whole = Number.isNaN(integer) ? undefined : integer;
    value = whole === undefined ? valueText.take() : undefined;
  };
  const closeCell = (): void => {
    if (formula === undefined && value === undefined && inline === undefined && whole === undefined) {
      return;
    }
    const read =
      whole === undefined
        ? cellValue({ type, value, inline, style }, context, part)
        : wholeValue(type, whole, style, context);
    keepCell(sheet.cells, cellRow, column, read, formula, type, context);
  };

  return {
    take: (bytes, at) => {
      const end = inRow ? readUsualCell(bytes, at, caps.textLength, usual) : at;
      if (end > at) {
        column = usual.column;
        keepUsualCell(sheet.cells, bytes, usual, context, part);
      }
      return end;
    },
    open: (name, attributes, depth) => {
      if (depth === 3) {
        inRow = name === 'row';
        row = inRow ? rowNumber(attributes, row, part) : row;
        column = 0;
      } else if (depth === 4) {
        inCell = inRow && name === 'c';
        if (inCell) {
          openCell(attributes);
        }
      } else if (!inCell) {
        return;
      } else if (depth === 5) {
        openChild(name, attributes);
      } else if (child === 'is') {
        inlineText.open(name, depth - 5);
      }
    },
    close: (name, depth) => {
      if (!inCell) {
        return;
      } else if (depth === 4) {
        closeCell();
        inCell = false;
      } else if (depth === 5) {
        formula = name !== 'f' ? formula : keepsFormulas ? formulaText.take() : '';
        if (name === 'v') {
          closeValue();
        }
        inline = name === 'is' ? inlineText.take() : inline;
      } else if (child === 'is') {
        inlineText.close();
      }
    },
    text: (text, depth) => {
      if (!inCell) {
        return;
      } else if (depth === 5 && child === 'f') {
        formulaText.add(text);
      } else if (depth === 5 && child === 'v') {
        valueText.add(text);
      } else if (child === 'is') {
        inlineText.add(text);
      }
    },
  };
}

function isWhole(type: string): boolean {
  return type === 's' || type === 'n';
}

function keepUsualCell(
  cells: GridCell[],
  bytes: Uint8Array,
  { row, column, type, style, formulaFrom, formulaTo, valueFrom, valueTo }: UsualCell,
  context: SheetContext,
  part: string,
): void {
  if (formulaFrom < 0 && valueFrom < 0) {
    return;
  }
  const whole = valueFrom >= 0 && isWhole(type) ? wholeNumber(bytes, valueFrom, valueTo) : Number.NaN;
  const value =
    valueFrom < 0
      ? undefined
      : Number.isNaN(whole)
        ? cellValue(
            { type, value: decodeText(bytes, valueFrom, valueTo, 'text'), inline: undefined, style },
            context,
            part,
          )
        : wholeValue(type, whole, style, context);
  const formula =
    formulaFrom < 0
      ? undefined
      : context.formulas === 'texts'
        ? decodeText(bytes, formulaFrom, formulaTo, 'text')
        : '';
  keepCell(cells, row, column, value, formula, type, context);
}

function keepCell(
  cells: GridCell[],
  row: number,
  column: number,
  value: GridValue | undefined,
  formula: string | undefined,
  type: string,
  { kept, caps }: SheetContext,
): void {
  // A constant that is an empty text is an empty cell to whoever looks at it; shared ones are not known yet.
  const isEmpty = value === undefined || (value.kind === 'text' && value.text === '' && type !== 's');
  if (formula === undefined && isEmpty) {
    return;
  }
  kept.cells += 1;
  within(kept.cells, caps.cells, 'cells');
  cells.push(gridCell(row, column, value, formula));
}

/** Only what is there: an absent value and one that is undefined are not the same to whoever compares grids. */
function gridCell(
  row: number,
  column: number,
  value: GridValue | undefined,
  formula: string | undefined,
): GridCell {
  if (formula === undefined) {
    return value === undefined ? { row, column } : { row, column, value };
  }
  return value === undefined ? { row, column, formula } : { row, column, value, formula };
}

function rowNumber(attributes: Attributes, previous: number, part: string): number {
  const row = attributes.integer('r') ?? previous + 1;
  if (row >= 1 && row <= MAX_ROW) {
    return row;
  }
  const said = attributes.get('r') ?? String(row);
  throw new ReadFailure('unreadable-part', `${part}: no row has the number ${said.slice(0, 40)}`);
}

function areaOf(attributes: Attributes): Area | undefined {
  const ref = attributes.slice('ref');
  return ref === undefined ? undefined : readArea(ref);
}

function addArea<A extends Area>(areas: A[], area: A | undefined, context: SheetContext): void {
  if (area !== undefined) {
    context.kept.areas += 1;
    within(context.kept.areas, context.caps.areas, 'merged areas, array formulas and links');
    areas.push(area);
  }
}
