/** Takes over the table of a concept as a new edition of the Department's workbook; shown first, written when confirmed. */
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { checkProgrammeControls } from '../controls/check-programme';
import { parseControl } from '../controls/parse';
import { references } from '../controls/syntax';
import { readConceptTable, type ConceptTable } from '../programme/concept-table';
import { describeProblem, parseProgramme } from '../programme/load-programme';
import { withNewEdition } from '../programme/new-edition';
import type { Control, Edition, Programme } from '../programme/schema';
import { lookup, valueText } from '../sheets/lookup';
import { standingNames } from '../sheets/meta-sheet';
import { renameSheets } from '../sheets/rename-sheets';
import { CONTROLS_TABLE, EDITIONS_TABLE, INDICATORS_TABLE, TARGETS_TABLE } from '../sheets/programme-tables';
import { cellsBeside, tableSpec } from '../sheets/table-sheet';
import type { Grid, GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { sheetOf } from './department-workbook';

export interface TakenConcept {
  readonly table: ConceptTable;
  readonly programme: Programme;
  /** What was not understood, or assumed. */
  readonly notes: readonly string[];
  /** The workbook's sheets that change. */
  readonly sheets: readonly SheetSpec[];
}

const TABLES = [
  [EDITIONS_TABLE, 'editions'],
  [INDICATORS_TABLE, 'indicators'],
  [TARGETS_TABLE, 'targets'],
  [CONTROLS_TABLE, 'controls'],
] as const;

/** `workbook`: the Department's workbook as it stands; `given`: the workbook with the table, in the first sheet that has one. */
export function takeConcept(
  programme: Programme,
  workbook: Grid,
  given: Grid,
  file: string,
  edition: Omit<Edition, 'effectiveTo'>,
):
  | { readonly ok: true; readonly taken: TakenConcept }
  | { readonly ok: false; readonly findings: readonly Finding[] } {
  const tables = given.sheets.flatMap((sheet) => readConceptTable(cellsOf(sheet)) ?? []);
  const [table] = tables;
  if (!table) return { ok: false, findings: [formFinding('noConceptTable', {}, { file })] };
  const beside = TABLES.flatMap(([sheetTable]): Finding[] => {
    const sheet = sheetOf(workbook, sheetTable.sheet);
    const cells = sheet ? cellsBeside(sheetTable, sheet.sheet) : [];
    if (!sheet || cells.length === 0) return [];
    return [
      formFinding(
        'cellsBeside',
        { cells: cells.slice(0, 10).join(', ') },
        { sheet: sheet.name, cell: cells[0] ?? null },
      ),
    ];
  });
  if (beside.length > 0) return { ok: false, findings: beside };

  const made = withNewEdition(programme, edition, table, rowsOf);
  const parsed = parseProgramme(made.programme);
  const problems = parsed.ok ? checkProgrammeControls(parsed.programme) : parsed.problems;
  if (!parsed.ok || problems.length > 0) {
    return {
      ok: false,
      findings: problems.map((problem) =>
        formFinding('programmeWrong', { problem: describeProblem(problem) }, { file }),
      ),
    };
  }
  const sheets = renameSheets(
    TABLES.map(([sheetTable, list]) => tableSpec(sheetTable, parsed.programme[list])),
    { sheets: standingNames(workbook) },
  );
  return { ok: true, taken: { table, programme: parsed.programme, notes: made.notes, sheets } };
}

function rowsOf(control: Control): readonly string[] {
  const parsed = parseControl(control);
  if (!parsed.ok) return [];
  const { condition, left, right } = parsed.control;
  const nodes = condition ? [condition, left, right] : [left, right];
  return [...new Set(nodes.flatMap(references).map(({ row }) => row))];
}

/** The sheet's cells as rows, empty ones as null; each row is as long as what it holds, wherever the sheet's last cell is. */
function cellsOf(sheet: GridSheet): (string | number | null)[][] {
  const empty: (string | number | null)[] = [];
  const rows = Array.from({ length: lookup(sheet).lastRow }, () => empty);
  for (const { row, column, value } of sheet.cells) {
    const known = rows[row - 1] ?? empty;
    const cells = known === empty ? [] : known;
    while (cells.length < column - 1) cells.push(null);
    cells.push(value === undefined ? null : value.kind === 'number' ? value.number : valueText(value));
    rows[row - 1] = cells;
  }
  return rows;
}
