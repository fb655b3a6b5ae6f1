/** The change of «_meta» that goes with every plan: the lines that stand there, and what is newly written. */
import { findMeta, META_SHEET, metaLinesSpec, readMeta, workbookKind } from '../../sheets/meta-sheet';
import { addressPlace } from '../../workbook/grid';
import type { OpenState, SheetChange } from '../../workbook/port';
import { rectanglesOf } from '../../workbook/rectangles';
import { freeSheetName, isNameFor } from '../../workbook/sheet-name';
import { gridContents, specContents } from './content';
import { isMemoryLine, memoryLines, type Memory, type WrittenSheet } from './memory';
import type { PlanOptions } from './plan';

/** `written`: the sheets of the plan by name; sheets that are gone from the workbook are forgotten. */
export function metaChange(
  { grid, unfinished }: OpenState,
  memory: Memory,
  written: readonly (readonly [string, WrittenSheet])[],
  { kind, facts = {} }: PlanOptions,
): SheetChange {
  const lines = readMeta(grid);
  const isOurs = lines.has('kind') && lines.has('schema');
  const sheet = isOurs
    ? findMeta(grid)?.sheet
    : // Left by a run that was interrupted before it wrote a line.
      grid.sheets.find(
        (candidate) => isNameFor(META_SHEET, candidate.name) && unfinished.includes(candidate.name),
      );
  const standing = [...memory].filter(([name]) => grid.sheets.some((candidate) => candidate.name === name));
  const kept = isOurs ? [...lines].filter(([key]) => !isMemoryLine(key) && !(key in facts)) : [];
  const name =
    sheet?.name ??
    freeSheetName(
      META_SHEET,
      grid.sheets.map((candidate) => candidate.name),
    );
  const spec = metaLinesSpec(name, kind ?? workbookKind(grid) ?? 'guest', [
    ...kept,
    ...Object.entries(facts),
    ...memoryLines(new Map([...standing, ...written])),
  ]);
  if (!sheet) return { spec, existing: null };
  const next = specContents(spec);
  const stale = [...gridContents(sheet).keys()]
    .filter((address) => !next.has(address))
    .map(addressPlace)
    .filter(({ column }) => column <= spec.columns.length);
  return { spec, existing: { clear: rectanglesOf(stale), keep: new Set() } };
}
