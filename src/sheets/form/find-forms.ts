/**
 * The forms of a workbook that holds several: which sheets belong together is told by the stamps that stand on them,
 * never by their names.
 */
import type { FormStamp } from '../../monitoring/issue-form';
import { CHECK_TEXTS } from '../../text/check-sheet';
import type { Grid, GridSheet } from '../../workbook/grid';
import { findHeader, lookup } from '../lookup';
import { formatStamp, stampsOf } from '../stamp';
import { formHeader } from './form-columns';
import { titleCell } from './title-sheet';

/** The sheets of one form, by their names; null where a sheet is gone. */
export interface FormSheets {
  readonly stamp: FormStamp;
  readonly title: string | null;
  readonly form: string | null;
  readonly check: string | null;
  /** Further sheets of the same form: somebody copied one. */
  readonly copies: readonly string[];
}

type Part = 'title' | 'form' | 'check';

/** The forms in the order in which they stand in the workbook. */
export function findForms(grid: Grid): readonly FormSheets[] {
  const found = new Map<string, { stamp: FormStamp; parts: Map<Part, string>; copies: string[] }>();
  for (const sheet of grid.sheets) {
    const stamp = stampsOf(sheet)[0]?.stamp;
    const part = stamp && partOf(sheet);
    if (!stamp || !part) continue;
    const key = formatStamp(stamp);
    const group = found.get(key) ?? { stamp, parts: new Map<Part, string>(), copies: [] };
    if (group.parts.has(part)) group.copies.push(sheet.name);
    else group.parts.set(part, sheet.name);
    found.set(key, group);
  }
  return [...found.values()].map(({ stamp, parts, copies }) => ({
    stamp,
    title: parts.get('title') ?? null,
    form: parts.get('form') ?? null,
    check: parts.get('check') ?? null,
    copies,
  }));
}

/** Sheets with a form's table whose stamp is gone. */
export function unstampedForms(grid: Grid): readonly GridSheet[] {
  return grid.sheets.filter((sheet) => stampsOf(sheet).length === 0 && partOf(sheet) === 'form');
}

/** Names of all sheets of a form, copies included. */
export function sheetNames({ title, form, check, copies }: FormSheets): readonly string[] {
  return [title, form, check, ...copies].filter((name) => name !== null);
}

/** The workbook with nothing but one form, as if it stood in a file of its own. */
export function gridOfForm(grid: Grid, form: FormSheets): Grid {
  const names = new Set(sheetNames(form));
  return { sheets: grid.sheets.filter(({ name }) => names.has(name)), features: grid.features };
}

/** What a sheet is to a form; undefined for any other sheet. */
export function partOf(sheet: GridSheet): Part | undefined {
  const at = lookup(sheet);
  if (formHeader(at)) return 'form';
  if (titleCell(at, 'executor')) return 'title';
  return findHeader(at, CHECK_TEXTS.columns[0], CHECK_TEXTS.columns) ? 'check' : undefined;
}
