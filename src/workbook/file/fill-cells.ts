/**
 * Fills cells of a workbook that somebody else has made, and repeats rows of it. Parts that name none of these cells or
 * rows keep their bytes; in the others only what is concerned changes.
 */
import type { FillObstacle, FillRemark, FillResult, SheetFilling } from '../fill';
import { cellAddress } from '../grid';
import { SHIFT_1904 } from '../serial-date';
import { areaOf } from './fill-cells-areas';
import { forgetResults, moveFormulas, type FormulaMoves } from './fill-cells-formulas';
import { cellIn, repeatRows, type SheetRow } from './fill-cells-grid';
import {
  bytesOf,
  forgetChartResults,
  moveCharts,
  moveNames,
  moveSheetParts,
  tableHeads,
} from './fill-cells-parts';
import { sheetsOf } from '../move-references';
import { rowMoves, type RowMoves } from '../row-moves';
import { moveRuleFormulas, moveRules } from './fill-cells-rules';
import { fillCell, numberKinds, type CellContext } from './fill-cells-text';
import { parsePart, writeParts } from './parts';
import { updateContentTypes } from './relations';
import {
  dropCalcChain,
  openTarget,
  partOfKind,
  type TargetPackage,
  withReadableParts,
  worksheetPart,
} from './target-package';
import { calculateOnLoad, listedSheets } from './workbook-index';
import { childElement, childElements, type Element, rootOf } from './xml';

interface OpenSheet {
  readonly name: string;
  readonly part: string;
  readonly root: Element;
  readonly filling: SheetFilling | undefined;
  changed: boolean;
}

/**
 * The workbook with the fillings, or what stands in the way of repeating its rows. Throws `ReplaceSheetsError` when it
 * is of the Strict kind, too large, or a part concerned can't be read.
 */
export function fillCells(original: Uint8Array, fillings: readonly SheetFilling[]): FillResult {
  return withReadableParts(() => fill(openTarget(original), fillings));
}

function fill(target: TargetPackage, fillings: readonly SheetFilling[]): FillResult {
  const { parts, workbook } = target;
  const sheets = openSheets(target, fillings);
  const moves = new Map<string, RowMoves>();
  for (const { name, filling } of sheets) {
    const blocks = filling?.blocks.filter(({ count }) => count > 1) ?? [];
    if (blocks.length > 0) moves.set(name.toLowerCase(), rowMoves(blocks));
  }
  const movesOf = (sheet: string): RowMoves | undefined => moves.get(sheet.toLowerCase());
  const obstacles: FillObstacle[] = [];
  const remarks: FillRemark[] = [];
  const context = cellContext(target);
  for (const sheet of sheets) {
    const { name, part, root, filling } = sheet;
    const own = movesOf(name);
    const isConcerned = own !== undefined || (moves.size > 0 && namesOneOf(root, moves));
    if (!filling && !isConcerned) continue;
    const to: FormulaMoves = {
      sheet: name,
      movesOf,
      obstacle: (kind, where) => obstacles.push({ sheet: name, kind, where }),
      doubt: (cell) => remarks.push({ sheet: name, cell }),
    };
    for (const cell of filledHeads(target, sheet)) to.obstacle('table-head', cell);
    const rows = repeatRows(root, own ?? rowMoves([]));
    if (isConcerned) {
      moveFormulas(rows, to);
      if (own) {
        moveRules(root, own, to);
        moveSheetParts(parts, part, own, to.obstacle);
      }
      moveRuleFormulas(root, to);
    }
    fillRows(rows, filling, context);
    sheet.changed = true;
  }
  if (obstacles.length > 0) return { ok: false, obstacles };
  const stale = staleSheets(sheets, workbook);
  const forgotten = forgetSheets(sheets, stale);
  for (const { part, root, changed } of sheets) if (changed) parts.set(part, bytesOf(root));
  forgetChartResults(parts, (sheet) => stale.has(sheet.toLowerCase()));
  if (moves.size > 0) moveCharts(parts, movesOf);
  const isNamed = moves.size > 0 && moveNames(workbook, movesOf);
  if (forgotten) calculateOnLoad(workbook);
  if (isNamed || forgotten) parts.set(target.workbookPart, bytesOf(workbook));
  if (moves.size > 0 && dropCalcChain(target)) updateContentTypes(parts, target.added);
  return { ok: true, bytes: writeParts(parts), remarks };
}

function openSheets(target: TargetPackage, fillings: readonly SheetFilling[]): readonly OpenSheet[] {
  return listedSheets(target.workbook).flatMap((listed) => {
    const part = worksheetPart(target, listed);
    if (part === undefined) return [];
    const { name } = listed;
    const filling = fillings.find(({ sheet }) => sheet === name);
    return [{ name, part, root: rootOf(parsePart(target.parts, part)), filling, changed: false }];
  });
}

function namesOneOf(sheet: Element, moves: ReadonlyMap<string, RowMoves>): boolean {
  return formulasOf(sheet).some((text) => [...sheetsOf(text)].some((name) => moves.has(name.toLowerCase())));
}

function formulasOf(sheet: Element): readonly string[] {
  return ['f', 'formula', 'formula1', 'formula2'].flatMap((name) =>
    Array.from(sheet.getElementsByTagNameNS('*', name), ({ textContent }) => textContent ?? ''),
  );
}

/** Cells to be filled that are heads of tables: a table has their texts once more in a part of its own. */
function filledHeads({ parts }: TargetPackage, { part, filling }: OpenSheet): readonly string[] {
  if (!filling) return [];
  return tableHeads(parts, part).flatMap(({ area }) => {
    const { top, left, right } = areaOf(area);
    return filling.cells
      .filter(({ row, column, copy }) => copy === 0 && row === top && column >= left && column <= right)
      .map(({ row, column }) => cellAddress(row, column));
  });
}

function fillRows(rows: readonly SheetRow[], filling: SheetFilling | undefined, context: CellContext): void {
  const lines = new Map(rows.map((line) => [`${line.row}/${line.copy}`, line]));
  for (const { row, column, copy, filling: content } of filling?.cells ?? []) {
    const line = lines.get(`${row}/${copy}`);
    if (line) fillCell(cellIn(line, column), content, context);
  }
}

/**
 * Sheets whose results may come from placeholders, by small letters: those that were filled, and those whose formulas
 * look at such a sheet, at once or through others. Names may lead anywhere, so that they count as looking.
 */
function staleSheets(sheets: readonly OpenSheet[], workbook: Element): ReadonlySet<string> {
  const names = childElement(workbook, 'definedNames');
  const named = new Set(
    (names ? childElements(names, 'definedName') : []).map(
      (name) => name.getAttribute('name')?.toLowerCase() ?? '',
    ),
  );
  const stale = new Set(sheets.filter(({ filling }) => filling).map(({ name }) => name.toLowerCase()));
  if (stale.size === 0) return stale;
  const looks = ({ root }: OpenSheet): boolean =>
    formulasOf(root).some(
      (text) =>
        [...sheetsOf(text)].some((sheet) => sheet.split(':').some((end) => stale.has(end.toLowerCase()))) ||
        (text.toLowerCase().match(/[\p{L}_\\][\p{L}\p{N}_.]*/gu) ?? []).some((word) => named.has(word)),
    );
  for (let size = -1; size !== stale.size;) {
    size = stale.size;
    for (const sheet of sheets) if (looks(sheet)) stale.add(sheet.name.toLowerCase());
  }
  return stale;
}

/** Whether there were results to forget. */
function forgetSheets(sheets: readonly OpenSheet[], stale: ReadonlySet<string>): boolean {
  let found = false;
  for (const sheet of sheets.filter(({ name }) => stale.has(name.toLowerCase()))) {
    if (!forgetResults(sheet.root)) continue;
    sheet.changed = true;
    found = true;
  }
  return found;
}

function cellContext(target: TargetPackage): CellContext {
  const rootOfKind = (kind: string): Element | undefined => {
    const part = partOfKind(target, kind);
    return part === undefined ? undefined : rootOf(parsePart(target.parts, part));
  };
  const strings = rootOfKind('sharedStrings');
  const styles = rootOfKind('styles');
  const date1904 = childElement(target.workbook, 'workbookPr')?.getAttribute('date1904') ?? '';
  return {
    strings: strings ? childElements(strings, 'si') : [],
    kindOf: styles ? numberKinds(styles) : () => 'other',
    dayOffset: ['1', 'true'].includes(date1904) ? SHIFT_1904 : 0,
  };
}
