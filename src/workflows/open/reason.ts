/** The reason for a deviation, entered from the finding that asks for it. */
import type { Finding } from '../../controls/finding';
import { columnTitle, formHeader, TEXT_LIMIT } from '../../sheets/form/form-columns';
import { lookup } from '../../sheets/lookup';
import type { CellEntry, CellPlace, OpenState } from '../../workbook/port';
import { addressPlace, cellAddress } from '../../workbook/grid';

/** Longest reason, in characters. */
export const REASON_LIMIT = TEXT_LIMIT;

/** The codes of findings that say that a reason is missing. */
const ASKS_FOR_REASON = 'C1';

/** Where the reason for a finding goes, and what stands there; null where none is asked for or its row can't be found. */
export function reasonPlace(
  { code, level, sheet, cell, row }: Finding,
  { grid }: Pick<OpenState, 'grid'>,
): (CellPlace & { readonly text: string }) | null {
  const asks = code === ASKS_FOR_REASON || level === 'deviation' || level === 'warning';
  const found = grid.sheets.find(({ name }) => name === sheet);
  if (!asks || row === null || cell === null || !found) return null;
  const at = lookup(found);
  const header = formHeader(at);
  const column = header?.columns.get(columnTitle('reason'));
  const line = addressPlace(cell).row;
  if (!header || column === undefined || line <= header.row) return null;
  return { sheet: found.name, cell: cellAddress(line, column), text: at.text(line, column) };
}

/** What `OpenWorkbook.enter` has to write; empty where the finding has no place for a reason. */
export function reasonEntries(
  finding: Finding,
  reason: string,
  state: Pick<OpenState, 'grid'>,
): readonly CellEntry[] {
  const place = reasonPlace(finding, state);
  if (!place) return [];
  const { sheet, cell } = place;
  return [{ sheet, cell, value: reason.trim().slice(0, REASON_LIMIT) }];
}
