/** From what the object model says of an area to cells of a grid, the same that the file reader gives. */
import { isDateFormat } from '../date-format';
import type { GridCell, GridValue } from '../grid';
import { datedSerial } from '../serial-date';

/** Contents of a rectangle of cells; every table has its rows and columns. */
export interface AreaContents {
  /** Of the first cell, from 1. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly unknown[])[];
  readonly numberFormats: readonly (readonly unknown[])[];
  /** Links that lead out of the workbook. */
  readonly links: readonly (readonly (string | undefined)[])[];
}

/**
 * Names of errors in a Russian Excel. Formulas and formats come in English whatever the language of the host; of the
 * texts of errors the documentation does not say it.
 */
const RUSSIAN_ERRORS: ReadonlyMap<string, string> = new Map([
  ['#ПУСТО!', '#NULL!'],
  ['#ДЕЛ/0!', '#DIV/0!'],
  ['#ЗНАЧ!', '#VALUE!'],
  ['#ССЫЛКА!', '#REF!'],
  ['#ИМЯ?', '#NAME?'],
  ['#ЧИСЛО!', '#NUM!'],
  ['#Н/Д', '#N/A'],
]);

/**
 * Cells of an area in reading order; empty ones are left out. Of a merged area the host holds only the first cell.
 * `date1904`: the numbers count days from 1904.
 */
export function cellsOf(area: AreaContents, date1904: boolean): GridCell[] {
  const cells: GridCell[] = [];
  const dateFormats = new Map<unknown, boolean>();
  const showsDate = (format: unknown): boolean => {
    const known = dateFormats.get(format) ?? (typeof format === 'string' && isHostDateFormat(format));
    dateFormats.set(format, known);
    return known;
  };
  area.values.forEach((row, rowIndex) => {
    row.forEach((content, columnIndex) => {
      const formula = formulaOf(area.formulas[rowIndex]?.[columnIndex], content);
      const type = area.valueTypes[rowIndex]?.[columnIndex];
      const format = area.numberFormats[rowIndex]?.[columnIndex];
      const value = valueOf(content, { type, isFormula: formula !== undefined, date1904, showsDate, format });
      const link = area.links[rowIndex]?.[columnIndex];
      if (value !== undefined || formula !== undefined) {
        cells.push({
          row: area.top + rowIndex,
          column: area.left + columnIndex,
          ...(value !== undefined && { value }),
          ...(formula !== undefined && { formula }),
          ...(link !== undefined && { link }),
        });
      }
    });
  });
  return cells;
}

/** A text that begins with «=» is its own formula to the host; a formula is never its own result. */
function formulaOf(formula: unknown, content: unknown): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== content
    ? formula.slice(1)
    : undefined;
}

interface ValueContext {
  readonly type: unknown;
  readonly isFormula: boolean;
  readonly date1904: boolean;
  readonly showsDate: (format: unknown) => boolean;
  readonly format: unknown;
}

function valueOf(content: unknown, context: ValueContext): GridValue | undefined {
  if (typeof content === 'number') {
    const date = context.showsDate(context.format) ? datedSerial(content, context.date1904) : undefined;
    return date === undefined ? { kind: 'number', number: content } : { kind: 'date', ...date };
  }
  if (typeof content === 'boolean') {
    return { kind: 'boolean', boolean: content };
  }
  if (typeof content !== 'string') {
    return undefined;
  }
  if (context.type === 'Error') {
    return { kind: 'error', error: RUSSIAN_ERRORS.get(content) ?? content };
  }
  // A formula may give an empty text; a constant that is one is an empty cell.
  return content !== '' || context.isFormula ? { kind: 'text', text: content } : undefined;
}

/**
 * Formats are documented to come in English, but Excel on the web has been seen to give those of the reader's language
 * («ДД.ММ.ГГГГ»).
 */
function isHostDateFormat(format: string): boolean {
  const shown = format.replace(/"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/основной/gi, '');
  return isDateFormat(format) || /[дмгчс]/i.test(shown);
}

/** Whether a formula refers to another workbook: `[Книга.xlsx]Лист!A1`, `'C:\Отчёты\[Книга.xlsx]Лист'!A1`. */
export function refersOutside(formula: string): boolean {
  return /\[[^[\]]+\][^[\]!"]*!/.test(formula.replace(/"(?:[^"]|"")*"/g, '""'));
}
