/**
 * The same sheets under other names: every formula, rule and link among them follows. So several forms stand in one
 * workbook, and a sheet whose name a stranger's sheet has taken stands under another.
 */
import { quoteSheetName } from '../workbook/grid';
import type { CellSpec, SheetSpec, ValidationSpec } from '../workbook/spec';

export interface NewNames {
  /** Sheets: old name → new name; sheets that are not here keep theirs. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Names of areas, which are unique in a workbook, and of tables. */
  readonly areas?: ReadonlyMap<string, string>;
}

/** Texts in quotes; sheets as formulas write them; words that may be names. */
const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_][\p{L}\d_.]*/gu;

export function renameSheets(specs: readonly SheetSpec[], { sheets, areas }: NewNames): readonly SheetSpec[] {
  const tokens = new Map<string, string>();
  for (const [from, to] of sheets) tokens.set(`${quoteSheetName(from)}!`, `${quoteSheetName(to)}!`);
  for (const [from, to] of areas ?? []) tokens.set(from, to);
  const follow = (formula: string): string => formula.replace(TOKENS, (token) => tokens.get(token) ?? token);
  const area = (name: string): string => areas?.get(name) ?? name;
  return specs.map((spec) => ({
    ...spec,
    name: sheets.get(spec.name) ?? spec.name,
    cells: spec.cells.map((cell) => cellFollowing(cell, follow)),
    validations: spec.validations.map((validation) => validationFollowing(validation, follow)),
    conditionalFormats: spec.conditionalFormats.map((format) => ({
      ...format,
      formula: follow(format.formula),
    })),
    names: spec.names.map((name) => ({ ...name, name: area(name.name) })),
    tables: spec.tables.map((table) => ({ ...table, name: area(table.name) })),
  }));
}

function cellFollowing(cell: CellSpec, follow: (formula: string) => string): CellSpec {
  const { formula, link } = cell;
  if (formula === undefined && link === undefined) return cell;
  return {
    ...cell,
    ...(formula === undefined ? {} : { formula: follow(formula) }),
    ...(link === undefined ? {} : { link: follow(link) }),
  };
}

function validationFollowing(
  validation: ValidationSpec,
  follow: (formula: string) => string,
): ValidationSpec {
  const { rule } = validation;
  return rule.kind === 'list' && typeof rule.source === 'string'
    ? { ...validation, rule: { ...rule, source: follow(rule.source) } }
    : validation;
}
