/** Which cells of a form are filled with what, and which of its rows are repeated for schools. */
import type { Finding } from '../controls/finding';
import { repeatsFor, resolvePlaceholder } from '../report/template-resolve';
import {
  valueText,
  type RepeatedSchool,
  type TemplateSource,
  type TemplateValue,
} from '../report/template-source';
import { hasLooseBraces, placeholdersIn, type Placeholder } from '../report/template-syntax';
import { TEMPLATE_TEXTS } from '../text/template';
import type { CellFilling, Filling, RowBlock, SheetFilling, TextPiece } from '../workbook/fill';
import { cellAddress, type Grid, type GridCell, type GridSheet } from '../workbook/grid';
import { templateFinding } from './fill-template-finding';

export interface TemplatePlan {
  /** Of the sheets that have something to fill. */
  readonly fillings: readonly SheetFilling[];
  /** In the order of sheets and cells. */
  readonly findings: readonly Finding[];
  /** How many placeholders were filled, counting repeated ones once. */
  readonly filled: number;
}

/** A cell with placeholders. */
interface MarkedCell {
  readonly cell: GridCell;
  readonly text: string;
  readonly placeholders: readonly Placeholder[];
}

interface SchoolBlock extends RowBlock {
  readonly kind: 'all' | 'open';
  /** Null where there is no school to repeat for: the rows stay, without values. */
  readonly schools: readonly (RepeatedSchool | null)[];
}

/** Names of the sheets that are looked through; absent: all. */
export function planTemplate(grid: Grid, source: TemplateSource, only?: ReadonlySet<string>): TemplatePlan {
  const plans = grid.sheets
    .filter(({ name }) => only?.has(name) ?? true)
    .map((sheet) => planSheet(sheet, source));
  return {
    fillings: plans.map(({ filling }) => filling).filter(({ cells }) => cells.length > 0),
    findings: plans.flatMap(({ findings }) => findings),
    filled: plans.reduce((sum, { filled }) => sum + filled, 0),
  };
}

function planSheet(
  sheet: GridSheet,
  source: TemplateSource,
): { readonly filling: SheetFilling; readonly findings: readonly Finding[]; readonly filled: number } {
  const findings: Finding[] = [];
  const marked = markedCells(sheet, findings);
  const blocks = blocksOf(marked, source);
  for (const { first, last, schools } of blocks.filter(({ schools: [school] }) => school === null)) {
    const rows = TEMPLATE_TEXTS.rows(first, last);
    findings.push(
      templateFinding(
        'noSchools',
        { rows },
        { sheet: sheet.name, cell: schools.length > 0 ? `A${first}` : null },
      ),
    );
  }
  const cells: CellFilling[] = [];
  let filled = 0;
  for (const one of marked) {
    const { row, column } = one.cell;
    const block = blocks.find(({ first, last }) => first <= row && row <= last);
    const told = new Set<string>();
    (block?.schools ?? [null]).forEach((school, copy) => {
      const { filling, problems, count } = contentOf(one, source, school);
      if (filling) cells.push({ row, column, copy, filling });
      if (copy === 0) filled += count;
      for (const finding of problems) {
        if (told.has(finding.message)) continue;
        told.add(finding.message);
        findings.push({ ...finding, sheet: sheet.name, cell: cellAddress(row, column) });
      }
    });
  }
  const filling = {
    sheet: sheet.name,
    blocks: blocks.map(({ first, last, count }) => ({ first, last, count })),
    cells,
  };
  return { filling, findings, filled };
}

function markedCells(sheet: GridSheet, findings: Finding[]): readonly MarkedCell[] {
  return sheet.cells.flatMap((cell) => {
    const place = { sheet: sheet.name, cell: cellAddress(cell.row, cell.column) };
    if (cell.formula !== undefined) {
      if (placeholdersIn(cell.formula).length > 0)
        findings.push(templateFinding('inFormula', undefined, place));
      return [];
    }
    const text = cell.value?.kind === 'text' ? cell.value.text : '';
    if (hasLooseBraces(text)) findings.push(templateFinding('looseBraces', undefined, place));
    const placeholders = placeholdersIn(text);
    return placeholders.length === 0 ? [] : [{ cell, text, placeholders }];
  });
}

/** Rows next to each other whose placeholders are of schools come as one block for every school. */
function blocksOf(marked: readonly MarkedCell[], { report }: TemplateSource): readonly SchoolBlock[] {
  const kinds = new Map<number, 'all' | 'open'>();
  for (const { cell, placeholders } of marked) {
    for (const placeholder of placeholders) {
      const kind = repeatsFor(placeholder);
      if (kind !== null && kinds.get(cell.row) !== 'open') kinds.set(cell.row, kind);
    }
  }
  const blocks: { first: number; last: number; kind: 'all' | 'open' }[] = [];
  for (const [row, kind] of [...kinds].sort(([a], [b]) => a - b)) {
    const block = blocks.at(-1);
    if (block?.last === row - 1 && block.kind === kind) block.last = row;
    else blocks.push({ first: row, last: row, kind });
  }
  return blocks.map((block) => {
    const sites = block.kind === 'all' ? report.programme.sites : report.expected;
    const schools = sites.map((site, index) => ({ site, number: index + 1 }));
    return { ...block, count: Math.max(1, schools.length), schools: schools.length > 0 ? schools : [null] };
  });
}

function contentOf(
  { text, placeholders }: MarkedCell,
  source: TemplateSource,
  school: RepeatedSchool | null,
): { readonly filling: Filling | null; readonly problems: readonly Finding[]; readonly count: number } {
  const problems: Finding[] = [];
  const pieces: TextPiece[] = [];
  for (const placeholder of placeholders) {
    const { written, start, end, fallback } = placeholder;
    const resolution = resolvePlaceholder(placeholder, source, school);
    if (resolution.kind === 'unknown') {
      problems.push(templateFinding('unknown', { written, nearest: resolution.nearest }));
      continue;
    }
    const { value } = resolution;
    if (value.kind === 'missing') {
      problems.push(templateFinding('missing', { written, put: fallback ?? '' }));
    }
    if (placeholders.length === 1 && text.trim() === written) {
      const whole = wholeCell(value);
      if (whole) return { filling: whole, problems, count: 1 };
    }
    pieces.push({ start, end, text: valueText(value) ?? fallback ?? '' });
  }
  return { filling: pieces.length > 0 ? { kind: 'pieces', pieces } : null, problems, count: pieces.length };
}

/** A number or date that has its cell to itself; null for all other values. */
function wholeCell(value: TemplateValue): Filling | null {
  const asText = valueText(value) ?? '';
  if (value.kind === 'number') return { kind: 'value', value: value.number, asText, percent: value.percent };
  return value.kind === 'date'
    ? { kind: 'value', value: { date: value.date }, asText, percent: false }
    : null;
}
