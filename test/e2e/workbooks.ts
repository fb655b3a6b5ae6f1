/** openpyxl as the second pair of eyes, and as a school that does not use Excel. */
import { join } from 'node:path';
import { z } from 'zod';
import { runPython } from '../setup/programs';

const SCRIPT = join(__dirname, 'workbooks.py');

const value = z.union([z.string(), z.number(), z.boolean()]);
export type CellValue = z.infer<typeof value>;
const cells = z.record(z.string(), z.record(z.string(), value));
export type Cells = z.infer<typeof cells>;

function run<T>(jobs: readonly object[], result: z.ZodType<T>): readonly T[] {
  return z.array(result).parse(JSON.parse(runPython(SCRIPT, [JSON.stringify(jobs)])));
}

/** Sheet → address → value. `values`: cached results in place of formulas. */
export function cellsOf(files: readonly string[], values: boolean): readonly Cells[] {
  return run(
    files.map((file) => ({ job: 'dump', file, values })),
    cells,
  );
}

export interface Filling {
  readonly file: string;
  readonly out: string;
  /** By row code; «*» for the rest. Running totals follow from them. */
  readonly facts: Readonly<Record<string, number | string>>;
  readonly revision?: number;
  /** Whether every row gets a reason; default: yes. */
  readonly reason?: boolean;
  /** Reasons of single rows. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export function fillForms(fillings: readonly Filling[]): void {
  run(
    fillings.map((filling) => ({ job: 'fill', ...filling })),
    z.null(),
  );
}

export interface Change {
  readonly file: string;
  readonly out: string;
  readonly steps: readonly Readonly<Record<string, unknown>>[];
}

export function changeWorkbooks(changes: readonly Change[]): void {
  run(
    changes.map((change) => ({ job: 'change', ...change })),
    z.null(),
  );
}

const extras = z.object({
  sheets: z.array(z.string()),
  notes: z.record(z.string(), z.string()),
  charts: z.record(z.string(), z.number()),
});

/** What people add to a workbook. */
export function extrasOf(file: string): z.infer<typeof extras> {
  const [found] = run([{ job: 'extras', file }], extras);
  if (!found) throw new Error('openpyxl said nothing.');
  return found;
}

const page = z.object({
  paper: z.number(),
  orientation: z.string(),
  titleRows: z.string().nullable(),
  state: z.string(),
  protected: z.boolean(),
  password: z.string().nullable(),
});

/** Print set-up, visibility and protection by sheet. */
export function pagesOf(files: readonly string[]): readonly Readonly<Record<string, z.infer<typeof page>>>[] {
  return run(
    files.map((file) => ({ job: 'pages', file })),
    z.record(z.string(), page),
  );
}
