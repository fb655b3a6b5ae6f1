/** Fills placeholders in sheets of the open workbook: an operator's form that is open, or that was copied into it. */
import { placeholdersIn } from '../../report/template-syntax';
import type { TemplateSource } from '../../report/template-source';
import { cellAddress, type Grid } from '../../workbook/grid';
import type { CellPlace } from '../../workbook/port';
import { templateFinding } from '../fill-template-finding';
import { planTemplate, type TemplatePlan } from '../fill-template-plan';

/** A placeholder as it stands in a cell, with its braces. */
export interface FoundPlaceholder extends CellPlace {
  readonly written: string;
}

/** All placeholders of a workbook, known or not, in the order of sheets and cells. */
export function foundPlaceholders({ sheets }: Grid): readonly FoundPlaceholder[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, value, formula }) =>
      formula === undefined && value?.kind === 'text'
        ? placeholdersIn(value.text).map(({ written }) => ({
            sheet: name,
            cell: cellAddress(row, column),
            written,
          }))
        : [],
    ),
  );
}

/** What `OpenWorkbook.fill` is given for these sheets (absent: all); nothing is known of headers and text boxes here. */
export function planOpenTemplate(
  grid: Grid,
  source: TemplateSource,
  sheets?: ReadonlySet<string>,
): TemplatePlan {
  const plan = planTemplate(grid, source, sheets);
  if (plan.filled > 0 || plan.findings.length > 0) return plan;
  return { ...plan, findings: [templateFinding('noPlaceholders', undefined)] };
}
