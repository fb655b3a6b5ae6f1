/**
 * What has to change in the open workbook so that it holds the given sheets, with everything that a person wrote still
 * there. A pure comparison: the face asks before what is `lost` goes, and hands the changes to the workbook.
 */
import { STYLES } from '../../workbook/styles';
import { addressPlace, cellAddress, type GridSheet } from '../../workbook/grid';
import type { CellPlace, OpenState, SheetChange } from '../../workbook/port';
import { placesOf, rectanglesOf, type Place } from '../../workbook/rectangles';
import { freeSheetName, isNameFor } from '../../workbook/sheet-name';
import type { AreaSpec, SheetSpec } from '../../workbook/spec';
import type { WorkbookKind } from '../../sheets/meta-sheet';
import { lookup, valueText } from '../../sheets/lookup';
import { renameSheets } from '../../sheets/rename-sheets';
import { OPEN_TEXTS } from '../../text/open';
import { gridContents, specContents, type Contents } from './content';
import { digestOf, digests, memoryOf, type Memory, type WrittenSheet } from './memory';
import { metaChange } from './meta-change';

/** A cell that a person filled and that the plan would overwrite. */
export interface LostCell extends CellPlace {
  readonly text: string;
}

export interface Plan {
  /** The first is the one to show. */
  readonly changes: readonly SheetChange[];
  /** What would be overwritten; ask before it is. */
  readonly lost: readonly LostCell[];
  /** Russian sentences on what did not go as usual, such as a sheet that had to take another name. */
  readonly notes: readonly string[];
}

/** A sheet of a plan: under its final name, and in place of which. */
export interface Target {
  readonly spec: SheetSpec;
  /** What the product calls it. */
  readonly role: string;
  readonly existing: GridSheet | null;
}

export interface PlanOptions {
  /** What the workbook becomes; absent: what it is. */
  readonly kind?: WorkbookKind;
  /** Further lines of «_meta». */
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * The plan for sheets that the product knows by their names. A sheet of that name counts as the product's if «_meta»
 * remembers it and half of what was written there still stands, if an interrupted run left it, or if `before` has it;
 * a stranger's stays, and the new one takes another name, which every formula among `specs` follows.
 *
 * `before`: what the product would have written for the state as it was read, under the names that stand.
 */
export function planSheets(
  specs: readonly SheetSpec[],
  state: OpenState,
  before: readonly SheetSpec[] = [],
  options: PlanOptions = {},
): Plan {
  const { targets, notes } = targetsOf(specs, state, before);
  const plan = planTargets(targets, state, before, options);
  return { ...plan, notes: [...notes, ...plan.notes] };
}

/** Where each of the sheets goes; `notes`: which had to take another name. */
export function targetsOf(
  specs: readonly SheetSpec[],
  state: OpenState,
  before: readonly SheetSpec[] = [],
): { readonly targets: readonly Target[]; readonly notes: readonly string[] } {
  const memory = memoryOf(state.grid);
  const taken = new Set(state.grid.sheets.map(({ name }) => name));
  const names = new Map<string, string>();
  const existing = new Map<string, GridSheet>();
  const notes: string[] = [];
  for (const spec of specs) {
    const role = spec.name;
    const own = ownSheet(spec, state, memory, before);
    const name = own?.name ?? freeSheetName(role, taken);
    taken.add(name);
    names.set(role, name);
    if (own) existing.set(role, own);
    else if (name !== role) notes.push(OPEN_TEXTS.placed(role, name));
  }
  const targets = renameSheets(specs, { sheets: names }).map((spec, index): Target => {
    const role = specs[index]?.name ?? spec.name;
    return { spec, role, existing: existing.get(role) ?? null };
  });
  return { targets, notes };
}

/** The plan for sheets whose places are known already. */
export function planTargets(
  targets: readonly Target[],
  state: OpenState,
  before: readonly SheetSpec[] = [],
  options: PlanOptions = {},
): Plan {
  const memory = memoryOf(state.grid);
  const lost: LostCell[] = [];
  const planned = targets.map((target) => ({ ...target, contents: specContents(target.spec) }));
  const changes = planned.map(({ spec, existing, contents }): SheetChange => {
    if (!existing) return { spec, existing: null };
    const old = before.find(({ name }) => name === existing.name);
    const compared = compare(spec, contents, existing, old && specContents(old), memory.get(existing.name));
    lost.push(...compared.lost);
    return { spec, existing: { clear: rectanglesOf(compared.clear), keep: new Set(compared.keep) } };
  });
  const written = planned.map(
    ({ spec, role, contents }) => [spec.name, { role, cells: digests(contents) }] as const,
  );
  const all = [...changes, metaChange(state, memory, written, options)];
  const notes = state.unfinished
    .filter((name) => state.grid.sheets.some((sheet) => sheet.name === name))
    .filter((name) => !all.some(({ spec }) => spec.name === name))
    .map(OPEN_TEXTS.unfinished);
  return { changes: all, lost, notes };
}

/** The sheet that holds a role now; undefined where there is none of the product's. */
function ownSheet(
  spec: SheetSpec,
  { grid, unfinished }: OpenState,
  memory: Memory,
  before: readonly SheetSpec[],
): GridSheet | undefined {
  const role = spec.name;
  const remembered = [...memory].flatMap(([name, written]) => {
    const sheet =
      written.role === role ? grid.sheets.find((candidate) => candidate.name === name) : undefined;
    return sheet && stillOurs(sheet, written) ? [sheet] : [];
  });
  const isNamed = ({ name }: GridSheet): boolean => name.toLowerCase() === role.toLowerCase();
  return (
    remembered[0] ??
    // A stranger's sheet may have the name itself: then ours was begun under another.
    grid.sheets.find(({ name }) => isNameFor(role, name) && unfinished.includes(name)) ??
    grid.sheets.find((sheet) => isNamed(sheet) && before.some(({ name }) => name === sheet.name)) ??
    // Left by a run that ended before it could remember.
    grid.sheets.find(
      (sheet) =>
        isNamed(sheet) &&
        sheet.cells.length > 0 &&
        stillOurs(sheet, { role, cells: digests(specContents(spec)) }),
    )
  );
}

/** Half of what was written still stands; another sheet of the same name would not have it. */
function stillOurs(sheet: GridSheet, { cells }: WrittenSheet): boolean {
  const contents = gridContents(sheet);
  const standing = [...cells].filter(([address, digest]) => {
    const content = contents.get(address);
    return content !== undefined && digestOf(content) === digest;
  });
  return standing.length * 2 >= cells.size;
}

interface Compared {
  readonly lost: readonly LostCell[];
  readonly keep: readonly string[];
  readonly clear: readonly Place[];
}

/** `next`: what the spec's cells hold. */
function compare(
  spec: SheetSpec,
  next: Contents,
  sheet: GridSheet,
  before: Contents | undefined,
  written: WrittenSheet | undefined,
): Compared {
  const covered = coveredCells(spec.merges);
  const cells = new Map(spec.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const lost: LostCell[] = [];
  const keep: string[] = [];
  const clear: Place[] = [];
  for (const [address, content] of gridContents(sheet)) {
    const isBefore = before?.get(address) === content;
    const ours = isBefore || written?.cells.get(address) === digestOf(content);
    const cell = cells.get(address);
    const isCovered = covered.has(address);
    const wanted = isCovered ? undefined : next.get(address);
    if (wanted === content) continue;
    if (wanted !== undefined || (isCovered && !ours)) {
      if (!ours) lost.push({ sheet: sheet.name, cell: address, text: shownText(sheet, address) });
    } else if (isBefore || (ours && !(cell && STYLES[cell.style].unlocked))) {
      // What once was put into an input was somebody's entry; only a caller who puts it elsewhere takes it away.
      clear.push(addressPlace(address));
    } else if (cell) {
      keep.push(address);
    }
  }
  return { lost, keep, clear };
}

/** Cells that a merged area hides; what stands in them is gone once it is merged. */
function coveredCells(merges: readonly AreaSpec[]): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const merge of merges) {
    for (const { row, column } of placesOf(merge)) {
      if (row !== merge.top || column !== merge.left) covered.add(cellAddress(row, column));
    }
  }
  return covered;
}

function shownText(sheet: GridSheet, address: string): string {
  const { row, column } = addressPlace(address);
  const cell = lookup(sheet).cell(row, column);
  return cell?.formula ? `=${cell.formula}` : valueText(cell?.value);
}
