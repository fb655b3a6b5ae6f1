/** Rectangles of cells and the way Excel writes them. Rows and columns count from 1, both ends included. */

import { cellAddress, columnLetters } from '../../../src/workbook/grid';

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const WHOLE_SHEET: Area = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };

export function area(top: number, left: number, bottom = top, right = left): Area {
  return { top, left, bottom, right };
}

/** Whether the area lies on a sheet at all. */
export function onSheet({ top, left, bottom, right }: Area): boolean {
  const whole = [top, left, bottom, right].every(Number.isInteger);
  return whole && top >= 1 && left >= 1 && top <= bottom && left <= right && fits(bottom, right);
}

function fits(bottom: number, right: number): boolean {
  return bottom <= LAST_ROW && right <= LAST_COLUMN;
}

export function rowsOf({ top, bottom }: Area): number {
  return bottom - top + 1;
}

export function columnsOf({ left, right }: Area): number {
  return right - left + 1;
}

export function isWholeRows({ left, right }: Area): boolean {
  return left === 1 && right === LAST_COLUMN;
}

export function isWholeColumns({ top, bottom }: Area): boolean {
  return top === 1 && bottom === LAST_ROW;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    inner.top >= outer.top &&
    inner.left >= outer.left &&
    inner.bottom <= outer.bottom &&
    inner.right <= outer.right
  );
}

/** What two areas share; null where they don't meet. */
export function intersection(a: Area, b: Area): Area | null {
  const met = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return met.top <= met.bottom && met.left <= met.right ? met : null;
}

/** The smallest rectangle around both. */
export function bounding(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of an area after another is cut out of it: up to four rectangles. */
export function without(whole: Area, cut: Area): readonly Area[] {
  const hole = intersection(whole, cut);
  if (hole === null) {
    return [whole];
  }
  const pieces: Area[] = [
    { ...whole, bottom: hole.top - 1 },
    { ...whole, top: hole.bottom + 1 },
    { top: hole.top, bottom: hole.bottom, left: whole.left, right: hole.left - 1 },
    { top: hole.top, bottom: hole.bottom, left: hole.right + 1, right: whole.right },
  ];
  return pieces.filter(({ top, left, bottom, right }) => top <= bottom && left <= right);
}

/** «A1:D4», «B2», «A:C», «2:5». */
export function areaText(place: Area): string {
  const { top, left, bottom, right } = place;
  if (isWholeColumns(place) && !isWholeRows(place)) {
    return `${columnLetters(left)}:${columnLetters(right)}`;
  }
  if (isWholeRows(place) && !isWholeColumns(place)) {
    return `${top}:${bottom}`;
  }
  const first = cellAddress(top, left);
  return top === bottom && left === right ? first : `${first}:${cellAddress(bottom, right)}`;
}

/** The same with «$» before every row and column. */
export function absoluteText(place: Area): string {
  return areaText(place).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** Reads «A1», «$A$1:B2», «A:C», «2:5»; null for anything else. */
export function readArea(text: string): Area | null {
  const plain = text.replaceAll('$', '').toUpperCase();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(plain);
  if (cells !== null) {
    const [, left = '', top = '', right = left, bottom = top] = cells;
    return ordered(Number(top), columnNumber(left), Number(bottom), columnNumber(right));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/.exec(plain);
  if (columns !== null) {
    return ordered(1, columnNumber(columns[1] ?? ''), LAST_ROW, columnNumber(columns[2] ?? ''));
  }
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  return rows === null ? null : ordered(Number(rows[1]), 1, Number(rows[2]), LAST_COLUMN);
}

export function columnNumber(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function ordered(row1: number, column1: number, row2: number, column2: number): Area | null {
  const place = {
    top: Math.min(row1, row2),
    left: Math.min(column1, column2),
    bottom: Math.max(row1, row2),
    right: Math.max(column1, column2),
  };
  return onSheet(place) ? place : null;
}
