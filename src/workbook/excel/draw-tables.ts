/** Native tables and defined names: those that stand are kept and brought to their new place. */

import { absoluteArea, areaAddress } from '../area';
import { cellAddress } from '../grid';
import { HostError } from '../host-error';
import type { AreaSpec, SheetSpec, TableSpec } from '../spec';
import { supports } from './capabilities';
import { sheetOfReference } from './references';
import { lower, type Standing, type StandingTable } from './standing';
import { sheetStep, type Step } from './step';

const TABLE_STYLE = 'TableStyleLight1';

/** What is done about tables before the cells of their sheet are written, and after. */
export interface TableSteps {
  readonly before: readonly Step[];
  readonly after: readonly Step[];
}

/**
 * Steps for the tables of a sheet. A table that stands has its new size before its cells are written, since hosts let
 * tables grow over what is written beside them. `taken` are the names of tables in the workbook; new ones are added.
 */
export function tableSteps(spec: SheetSpec, standing: Standing, taken: Set<string>): TableSteps {
  const there = standing.tables.filter(({ sheet }) => lower(sheet) === lower(spec.name));
  const steps = spec.tables.map((table): TableSteps => {
    checkHeader(spec, table);
    const met = there.filter(({ area }) => meet(area, table.area));
    const same = met.find(({ area }) => area.top === table.area.top && area.left === table.area.left);
    // A table that is only in the way stays as plain cells, which are about to be written anyway.
    const dropped = met.filter((other) => other !== same).map(({ name }) => dropStep(name));
    if (same === undefined) {
      return { before: dropped, after: [addStep(freeName(table.name, taken), table.area)] };
    }
    const { before, after } = resizeSteps(same, table);
    return { before: [...dropped, ...before], after };
  });
  return { before: steps.flatMap(({ before }) => before), after: steps.flatMap(({ after }) => after) };
}

function addStep(name: string, area: AreaSpec): Step {
  return sheetStep(8, (sheet) => {
    const table = sheet.tables.add(areaAddress(area), true);
    table.name = name;
    table.style = TABLE_STYLE;
    table.showBandedRows = false;
  });
}

/** Columns that a person added to the right stay in the table. */
function resizeSteps({ name, area: old }: StandingTable, { area }: TableSpec): TableSteps {
  const wanted = { ...area, right: Math.max(area.right, old.right) };
  if (areaAddress(wanted) === areaAddress(old)) {
    return { before: [], after: [] };
  }
  if (supports('resize-table')) {
    const resize = sheetStep(3, (sheet) => {
      sheet.tables.getItem(name).resize(areaAddress(wanted));
    });
    return { before: [resize], after: [] };
  }
  // Rows added to a table would push down what stands below it; made anew, it takes nobody's place.
  return { before: [dropStep(name)], after: [addStep(name, wanted)] };
}

/** Makes plain cells of a table. */
function dropStep(name: string): Step {
  return sheetStep(3, (sheet) => {
    sheet.tables.getItem(name).convertToRange();
  });
}

/** Tables are found by their headers, so that a name that is taken may be another. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(lower(free)); number += 1) {
    free = `${name}_${number}`;
  }
  taken.add(lower(free));
  return free;
}

function checkHeader(spec: SheetSpec, { name, area }: TableSpec): void {
  const heads = new Map(spec.cells.map(({ row, column, value }) => [cellAddress(row, column), value]));
  for (let column = area.left; column <= area.right; column += 1) {
    const head = heads.get(cellAddress(area.top, column));
    if (typeof head !== 'string' || head === '') {
      throw new Error(`Table ${name} has no header text at ${cellAddress(area.top, column)}.`);
    }
  }
}

function meet(a: AreaSpec, b: AreaSpec): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** Puts the names of a sheet into the workbook. */
export function putNames(workbook: Excel.Workbook, spec: SheetSpec, standing: Standing): void {
  for (const { name, area } of spec.names) {
    const formula = `=${absoluteArea(spec.name, area)}`;
    const old = standing.names.get(lower(name));
    if (old === undefined) {
      workbook.names.add(name, formula);
    } else if (old !== formula) {
      workbook.names.getItem(name).formula = formula;
    }
  }
}

/**
 * Throws a `HostError` where a name means a place on another sheet than the one it is for: formulas that use it would
 * silently mean that place.
 */
export function refuseTakenNames(specs: readonly SheetSpec[], standing: Standing): void {
  const owners = new Map<string, string>();
  for (const spec of specs) {
    for (const { name } of spec.names) {
      const owner = owners.get(lower(name)) ?? sheetOfReference(standing.names.get(lower(name)) ?? '');
      if (owner !== undefined && lower(owner) !== lower(spec.name)) {
        throw new HostError('unknown', `name ${name} belongs to sheet ${owner}, not to ${spec.name}`);
      }
      owners.set(lower(name), spec.name);
    }
  }
}
