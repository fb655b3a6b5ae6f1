/**
 * Puts a SheetSpec together: cells, merges and rules are added one by one, heights are computed at the end from
 * texts and widths, so that no line is cut in print.
 */
import { cellAddress, columnLetters, quoteSheetName } from '../workbook/grid';
import { rowHeight } from '../workbook/row-height';
import type {
  AreaSpec,
  CellPictureSpec,
  CellSpec,
  ChartSpec,
  ConditionalFormatSpec,
  NameSpec,
  PrintSpec,
  SheetSpec,
  SpecValue,
  TableSpec,
  ValidationSpec,
} from '../workbook/spec';
import { cellStyle } from '../workbook/cell-style';
import type { StyleName } from '../workbook/styles';

export type CellExtra = Pick<CellSpec, 'formula' | 'format' | 'link'>;

export interface SheetBuilder {
  /** Null leaves the cell empty, with its look. */
  put(row: number, column: number, value: SpecValue | null, style: StyleName, extra?: CellExtra): void;
  /** One value over several columns of a row; every covered cell gets the look, so that borders are whole. */
  span(
    row: number,
    left: number,
    right: number,
    value: SpecValue | null,
    style: StyleName,
    extra?: CellExtra,
  ): void;
  merge(area: AreaSpec): void;
  validate(validation: ValidationSpec): void;
  highlight(format: ConditionalFormatSpec): void;
  /** A data bar or icons, drawn after what `highlight` adds. */
  picture(picture: CellPictureSpec): void;
  chart(chart: ChartSpec): void;
  table(table: TableSpec): void;
  name(name: NameSpec): void;
  /** A height that overrules the computed one, in points. */
  height(row: number, points: number): void;
  /** Whether anything was put into the row yet. */
  hasCells(row: number): boolean;
  /** The number of the last row that has a cell. */
  lastRow(): number;
  build(rest: SheetRest): SheetSpec;
}

export interface SheetRest {
  readonly print: Omit<PrintSpec, 'area'> & { readonly area?: AreaSpec };
  readonly protection?: SheetSpec['protection'];
  readonly freeze?: SheetSpec['freeze'];
  readonly visibility?: SheetSpec['visibility'];
  readonly tab?: SheetSpec['tab'];
}

/** A builder for a sheet of this name and these column widths (in characters). */
export function sheetBuilder(
  name: string,
  widths: readonly (number | { readonly width: number; readonly hidden: true })[],
  documentFontSize?: number,
): SheetBuilder {
  const columns = widths.map((width) => (typeof width === 'number' ? { width } : width));
  const cells: CellSpec[] = [];
  const merges: AreaSpec[] = [];
  const validations: ValidationSpec[] = [];
  const conditionalFormats: ConditionalFormatSpec[] = [];
  const pictures: CellPictureSpec[] = [];
  const charts: ChartSpec[] = [];
  const tables: TableSpec[] = [];
  const names: NameSpec[] = [];
  const fixedHeights = new Map<number, number>();
  let last = 0;

  const put: SheetBuilder['put'] = (row, column, value, style, extra) => {
    cells.push({ row, column, style, ...(value === null ? {} : { value }), ...extra });
    last = Math.max(last, row);
  };

  return {
    put,
    span(row, left, right, value, style, extra) {
      put(row, left, value, style, extra);
      for (let column = left + 1; column <= right; column += 1) put(row, column, null, style);
      if (right > left) merges.push({ top: row, left, bottom: row, right });
    },
    merge: (area) => void merges.push(area),
    validate: (validation) => void validations.push(validation),
    highlight: (format) => void conditionalFormats.push(format),
    picture: (picture) => void pictures.push(picture),
    chart: (chart) => void charts.push(chart),
    table: (table) => void tables.push(table),
    name: (item) => void names.push(item),
    height: (row, points) => void fixedHeights.set(row, points),
    hasCells: (row) => cells.some((cell) => cell.row === row),
    lastRow: () => last,
    build: ({ print, protection, freeze, visibility, tab }) => ({
      name,
      ...(documentFontSize === undefined ? {} : { documentFontSize }),
      columns,
      cells,
      merges,
      heights: new Map([...heights(cells, merges, columns, documentFontSize), ...fixedHeights]),
      validations,
      conditionalFormats,
      tables,
      ...(pictures.length === 0 ? {} : { pictures }),
      ...(charts.length === 0 ? {} : { charts }),
      names,
      print: { area: { top: 1, left: 1, bottom: Math.max(last, 1), right: columns.length }, ...print },
      ...(protection === undefined ? {} : { protection }),
      ...(freeze === undefined ? {} : { freeze }),
      visibility: visibility ?? 'visible',
      ...(tab === undefined ? {} : { tab }),
    }),
  };
}

/** The heights that wrapped texts need; a merged area counts with its whole width, one over several rows not at all. */
function heights(
  cells: readonly CellSpec[],
  merges: readonly AreaSpec[],
  columns: readonly { readonly width: number }[],
  documentFontSize?: number,
): Map<number, number> {
  const areas = new Map(merges.map((area) => [cellAddress(area.top, area.left), area]));
  const byRow = new Map<
    number,
    { text: string; widthChars: number; style: StyleName; fontSize?: number }[]
  >();
  for (const cell of cells) {
    const area = areas.get(cellAddress(cell.row, cell.column));
    if (typeof cell.value !== 'string' || !cellStyle(cell).wrap || (area && area.bottom > area.top)) continue;
    const right = area?.right ?? cell.column;
    const widthChars = columns.slice(cell.column - 1, right).reduce((sum, { width }) => sum + width, 0);
    const list = byRow.get(cell.row) ?? [];
    list.push({
      text: cell.value,
      widthChars,
      style: cell.style,
      fontSize: cellStyle(cell, documentFontSize).size,
    });
    byRow.set(cell.row, list);
  }
  return new Map([...byRow].map(([row, list]) => [row, rowHeight(list)]));
}

/** Address with both parts fixed: (7, 8) → «$H$7». */
export function fixedAddress(row: number, column: number): string {
  return `$${columnLetters(column)}$${row}`;
}

/** A place in the workbook, for links and findings: «'Форма'!H7». */
export function placeOf(sheet: string, row: number, column: number): string {
  return `${quoteSheetName(sheet)}!${cellAddress(row, column)}`;
}

export const MARGINS = {
  /** Ivanovo Oblast, 372-рп of 09.12.2009 (as amended by 11-рп of 28.01.2015): 2 · 2 · 2.75 · 2.25 cm. */
  document: { top: 2, bottom: 2, left: 2.75, right: 2.25 },
  working: { top: 1.5, bottom: 1.5, left: 1.5, right: 1 },
} as const;

/** Print set-up of a working sheet: A4, one page wide, numbered, its header row on every page. */
export function workingPrint(orientation: 'portrait' | 'landscape', headerRow?: number): SheetRest['print'] {
  return {
    orientation,
    marginsCm: MARGINS.working,
    ...(headerRow === undefined ? {} : { titleRows: [headerRow, headerRow] }),
    fit: 'width',
    pageNumber: true,
  };
}
