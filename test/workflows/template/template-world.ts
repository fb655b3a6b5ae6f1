/** Forms by openpyxl, a Department with accepted forms, and what other programs read in the filled forms. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../src/calendar/civil-date';
import type { Finding } from '../../../src/controls/finding';
import { parseProgramme } from '../../../src/programme/load-programme';
import builtIn from '../../../src/programme/ivanovo-2021-2023.json';
import type { TemplateSource } from '../../../src/report/template-source';
import { NOBODY_SIGNS } from '../../../src/report/signature';
import type { FormFiles } from '../../../src/workbook/fill';
import { bracesElsewhere } from '../../../src/workbook/file/fill-cells-elsewhere';
import { fillCells } from '../../../src/workbook/file/fill-cells';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { exampleDepartment } from '../../../src/workflows/example/example-department';
import { fillTemplate, templateSource } from '../../../src/workflows/fill-template';
import { runPython } from '../../setup/programs';

export const FORM_FILES: FormFiles = {
  read: (bytes) => readWorkbookFile(bytes),
  fill: fillCells,
  bracesElsewhere,
};

export function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(`no date: ${text}`);
  return text;
}

const parsed = parseProgramme(builtIn);
if (!parsed.ok) throw new Error('the built-in programme is not accepted');

export const PROGRAMME = parsed.programme;
/** By then two schools are open; the second has not sent the form of the last quarter. */
export const TODAY = day('2022-10-03');
export const DEPARTMENT = exampleDepartment(PROGRAMME, TODAY);
export const SOURCE: TemplateSource = templateSource(
  DEPARTMENT,
  { year: 2022, number: 3 },
  0,
  { ...NOBODY_SIGNS, name: 'И.О. Пример' },
  TODAY,
);

export function makeForms(folder: string): void {
  runPython(join(__dirname, 'forms.py'), [folder]);
}

/** Fills a form on disk; the result stands beside it. */
export function fillFile(
  path: string,
  source = SOURCE,
): { readonly path: string; readonly bytes: Uint8Array; readonly findings: readonly Finding[] } {
  const filled = fillTemplate(FORM_FILES, readFileSync(path), source);
  if (!filled.ok || !filled.bytes) throw new Error(`not filled: ${JSON.stringify(filled)}`);
  const target = path.replace(/\.xlsx$/, '-filled.xlsx');
  if (basename(target) === basename(path)) throw new Error(`no workbook: ${path}`);
  writeFileSync(target, filled.bytes);
  return { path: target, bytes: filled.bytes, findings: filled.findings };
}

const sheetSeen = z.object({
  cells: z.record(z.string(), z.union([z.string(), z.number()])),
  merges: z.array(z.string()),
  heights: z.record(z.string(), z.number()),
  printArea: z.string(),
  titles: z.string().nullable(),
  freeze: z.string().nullable(),
  breaks: z.array(z.number()),
  validations: z.array(z.tuple([z.string(), z.string()])),
  rules: z.array(z.tuple([z.string(), z.array(z.string())])),
  notes: z.record(z.string(), z.string()),
  links: z.record(z.string(), z.string()),
  tables: z.array(z.string()),
  filter: z.string().nullable(),
  formats: z.record(z.string(), z.string()),
  borders: z.array(z.string()),
});
const seen = z.object({
  sheets: z.record(z.string(), sheetSeen),
  names: z.record(z.string(), z.string()),
  charts: z.array(z.string()),
  anchors: z.array(z.string()),
  noteRows: z.array(z.string()),
});
export type Seen = z.infer<typeof seen>;
export type SheetSeen = z.infer<typeof sheetSeen>;

export function readForm(path: string): Seen {
  return seen.parse(JSON.parse(runPython(join(__dirname, 'read-form.py'), [path])));
}

export function sheetOf({ sheets }: Seen, name: string): SheetSeen {
  const sheet = sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** «same» or «different»; `cells`: those whose contents may differ. */
export function comparePart(before: string, after: string, part: string, cells: readonly string[]): string {
  return runPython(join(__dirname, 'compare.py'), [before, after, part, cells.join(' ')]).trim();
}
