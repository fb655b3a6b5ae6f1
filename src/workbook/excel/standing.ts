/** What stands in the open workbook where sheets are to be written: read at once, before anything is changed. */

import { HostError } from '../host-error';
import type { SheetChange } from '../port';
import type { AreaSpec } from '../spec';
import { askDateSystem, daysToTakeOff } from './date-system';
import type { Sync } from './host-requests';
import { keptProtection, type KeptProtection } from './protection-options';
import { areaOf } from './read-areas';
import { unfinishedMark, type UnfinishedMark } from './unfinished';

export interface StandingTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: AreaSpec;
}

export interface Standing {
  /** Sheets by their names in lower case. */
  readonly sheets: ReadonlyMap<string, { readonly protection: KeptProtection }>;
  /** Formulas of the workbook's names, by name in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of all tables, in lower case. */
  readonly tableNames: ReadonlySet<string>;
  /** Tables on the sheets that are to be written. */
  readonly tables: readonly StandingTable[];
  /** Names of the charts by their sheet's name in lower case; read only where a sheet that has charts is renewed. */
  readonly charts: ReadonlyMap<string, readonly string[]>;
  /** Days that the workbook counts less than the 1900 system. */
  readonly daysOff: number;
  readonly marks: readonly (UnfinishedMark & { readonly name: string })[];
}

export function lower(name: string): string {
  return name.toLowerCase();
}

/** Of the sheets that are to be written; one request, two where they have tables. */
export async function readStanding(
  context: Excel.RequestContext,
  sync: Sync,
  targets: readonly string[],
  withCharts = false,
): Promise<Standing> {
  const { worksheets, names, tables } = context.workbook;
  if (withCharts) {
    worksheets.load('items/name,items/protection/protected,items/protection/options,items/charts/items/name');
  } else {
    worksheets.load('items/name,items/protection/protected,items/protection/options');
  }
  names.load('items/name,items/formula');
  tables.load('items/name,items/worksheet/name');
  const dateSystem = askDateSystem(context.workbook);
  await sync();
  const sheets = new Map(
    worksheets.items.map(({ name, protection }) => [lower(name), { protection: keptProtection(protection) }]),
  );
  const standing = names.items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  const marks = standing.flatMap(({ name, formula }) => {
    const mark = unfinishedMark(name, formula);
    return mark === undefined ? [] : [{ ...mark, name }];
  });
  return {
    sheets,
    names: new Map(standing.map(({ name, formula }) => [lower(name), formula])),
    tableNames: new Set(tables.items.map(({ name }) => lower(name))),
    tables: await tablesOn(tables.items, new Set(targets.map(lower)), sync),
    charts: new Map(
      withCharts
        ? worksheets.items.map(({ name, charts }) => [lower(name), charts.items.map((chart) => chart.name)])
        : [],
    ),
    daysOff: daysToTakeOff(dateSystem),
    marks,
  };
}

async function tablesOn(
  tables: readonly Excel.Table[],
  targets: ReadonlySet<string>,
  sync: Sync,
): Promise<StandingTable[]> {
  const found = tables
    .filter(({ worksheet }) => targets.has(lower(worksheet.name)))
    .map((table) => ({ table, range: table.getRange() }));
  if (found.length === 0) {
    return [];
  }
  found.forEach(({ range }) => range.load('rowIndex,columnIndex,rowCount,columnCount'));
  await sync();
  return found.map(({ table, range }) => ({
    name: table.name,
    sheet: table.worksheet.name,
    area: areaOf(range),
  }));
}

/** Throws a `HostError` for sheets that came or went since the change was planned. */
export function refuseMoved(standing: Standing, changes: readonly SheetChange[]): void {
  for (const { spec, existing } of changes) {
    const stands = standing.sheets.has(lower(spec.name));
    if (existing !== null && !stands) {
      throw new HostError('not-found', `sheet ${spec.name}`);
    }
    if (existing === null && stands) {
      throw new HostError('unknown', `ItemAlreadyExists sheet ${spec.name}`);
    }
  }
}
