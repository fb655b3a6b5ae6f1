/** Formulas as text: the references in them, and how these follow their cells. Nothing is calculated. */

import { type Area, LAST_COLUMN, LAST_ROW, readArea } from './area';

/**
 * Strings; references with a sheet's name before them or without one. Names, functions and numbers are left alone, since
 * a reference has neither a letter, a digit nor a point on either side.
 */
const PARTS =
  /"(?:[^"]|"")*"|(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(?<place>\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7}|#REF!)(?![\p{L}\p{N}_.(!])/giu;

/** A reference in a formula; `sheet` is null where none is named. */
export interface Reference {
  readonly sheet: string | null;
  readonly place: string;
}

/** The formula with each reference replaced by what `change` makes of it. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference): string {
  return formula.replaceAll(PARTS, (whole: string, ...rest: unknown[]) => {
    const groups: unknown = rest.at(-1);
    const { sheet, place } = readGroups(groups);
    if (place === undefined) {
      return whole;
    }
    const before = { sheet: sheet === undefined ? null : unquote(sheet.slice(0, -1)), place };
    const after = change(before);
    if (after === before) {
      return whole;
    }
    if (after.sheet === null) {
      return after.place;
    }
    return `${after.sheet === before.sheet && sheet !== undefined ? sheet : `${quote(after.sheet)}!`}${after.place}`;
  });
}

export function referencesOf(formula: string): readonly Reference[] {
  const found: Reference[] = [];
  mapReferences(formula, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}

/** The area of a formula that is nothing but one reference to a named sheet; null for any other. */
export function soleReference(formula: string): { readonly sheet: string; readonly area: Area } | null {
  const match = /^(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!(?<place>[$A-Z0-9:]+)$/iu.exec(formula);
  const { sheet, place } = readGroups(match?.groups);
  const area = place === undefined ? null : readArea(place);
  return sheet === undefined || area === null ? null : { sheet: unquote(sheet), area };
}

/** Rows or columns put in (`count` above zero) or taken out (below) before `at`, where the other axis lies in the band. */
export interface Shift {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/** Where an area lies after a shift; null where all of it is gone. Areas that the band cuts stay as they are. */
export function shiftArea(place: Area, shift: Shift): Area | null {
  const { axis, at, count, from, to } = shift;
  const [first, last] = axis === 'row' ? [place.top, place.bottom] : [place.left, place.right];
  const [near, far] = axis === 'row' ? [place.left, place.right] : [place.top, place.bottom];
  const end = axis === 'row' ? LAST_ROW : LAST_COLUMN;
  if (near < from || far > to || (first === 1 && last === end)) {
    return place;
  }
  const [start, finish] =
    count > 0 ? [pushed(first, at, count), pushed(last, at, count)] : pulled(first, last, at, -count);
  if (start > finish || start > end) {
    return null;
  }
  const stop = Math.min(finish, end);
  return axis === 'row' ? { ...place, top: start, bottom: stop } : { ...place, left: start, right: stop };
}

/** A reference as a formula writes it, after a shift; «$» stays where it was. */
export function shiftReference(place: string, shift: Shift): string {
  const area = readArea(place);
  if (area === null) {
    return place;
  }
  const moved = shiftArea(area, shift);
  if (moved === null) {
    return '#REF!';
  }
  return moved === area ? place : rewritten(place, area, moved);
}

function rewritten(place: string, before: Area, after: Area): string {
  const [first = '', second] = place.split(':');
  const start = corner(first, after.top - before.top, after.left - before.left);
  return second === undefined
    ? start
    : `${start}:${corner(second, after.bottom - before.bottom, after.right - before.right)}`;
}

function corner(text: string, rows: number, columns: number): string {
  const [, dollar = '', letters = '', fixed = '', digits = ''] =
    /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text) ?? [];
  const column = letters === '' ? '' : lettersOf(numberOf(letters) + columns);
  const row = digits === '' ? '' : String(Number(digits) + rows);
  return `${dollar}${column}${fixed}${row}`;
}

function pushed(line: number, at: number, count: number): number {
  return line >= at ? line + count : line;
}

function pulled(first: number, last: number, at: number, count: number): readonly [number, number] {
  const gone = at + count - 1;
  const start = first < at ? first : Math.max(first, gone + 1) - (first > gone ? count : gone + 1 - at);
  const finish = last < at ? last : last > gone ? last - count : at - 1;
  return [start, finish];
}

function numberOf(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function lettersOf(column: number): string {
  return column <= 0
    ? ''
    : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

function unquote(sheet: string): string {
  return sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
}

function quote(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

function readGroups(groups: unknown): { readonly sheet?: string; readonly place?: string } {
  if (typeof groups !== 'object' || groups === null) {
    return {};
  }
  const sheet: unknown = Reflect.get(groups, 'sheet');
  const place: unknown = Reflect.get(groups, 'place');
  return {
    ...(typeof sheet === 'string' && { sheet }),
    ...(typeof place === 'string' && { place }),
  };
}
