/** Fills placeholders in sheets of the open workbook, such as an operator's form that was copied into it. */
import type { Finding } from '../../controls/finding';
import type { TemplateSource } from '../../report/template-source';
import { TEMPLATE_TEXTS } from '../../text/template';
import type { CellFilling, SheetFilling, TextPiece } from '../../workbook/fill';
import { cellAddress, type GridSheet } from '../../workbook/grid';
import type { CellEntry, OpenState } from '../../workbook/port';
import { templateFinding } from '../fill-template-finding';
import { planTemplate } from '../fill-template-plan';

export interface OpenTemplatePlan {
  /** For `OpenWorkbook.enter`; empty where nothing is known or nothing may be written. */
  readonly entries: readonly CellEntry[];
  readonly findings: readonly Finding[];
}

/**
 * Entries for the placeholders of these sheets. Rows that repeat for schools are left as they are, and a finding says
 * so: to move the rows below them is what the command `fill` does in a file.
 */
export function planOpenTemplate(
  { grid }: Pick<OpenState, 'grid'>,
  sheets: ReadonlySet<string>,
  source: TemplateSource,
): OpenTemplatePlan {
  const { fillings, findings, filled } = planTemplate(grid, source, sheets);
  const repeated = fillings.flatMap(({ sheet, blocks }) =>
    blocks.map(({ first, last }) =>
      templateFinding('notInPlace', { rows: TEMPLATE_TEXTS.rows(first, last) }, { sheet, cell: `A${first}` }),
    ),
  );
  const nothing = filled === 0 && findings.length === 0 ? [templateFinding('noPlaceholders', undefined)] : [];
  return {
    entries: fillings.flatMap((filling) => {
      const sheet = grid.sheets.find(({ name }) => name === filling.sheet);
      return sheet ? entriesOf(filling, sheet) : [];
    }),
    findings: [...findings, ...repeated, ...nothing],
  };
}

function entriesOf({ blocks, cells }: SheetFilling, sheet: GridSheet): readonly CellEntry[] {
  return cells
    .filter(({ row }) => !blocks.some(({ first, last }) => first <= row && row <= last))
    .map((cell) => ({
      sheet: sheet.name,
      cell: cellAddress(cell.row, cell.column),
      value: entryValue(cell, sheet),
    }));
}

function entryValue({ row, column, filling }: CellFilling, sheet: GridSheet): CellEntry['value'] {
  if (filling.kind === 'value') return filling.value;
  const value = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  return replaced(value?.kind === 'text' ? value.text : '', filling.pieces);
}

function replaced(text: string, pieces: readonly TextPiece[]): string {
  // From the end, so that places of earlier pieces stay right.
  return [...pieces]
    .reverse()
    .reduce((made, { start, end, text: put }) => made.slice(0, start) + put + made.slice(end), text);
}
