/** Tables. */

import { type Excel, nextId, type OwnedTable, raiseChange } from '../excel';
import { alreadyExists, invalidArgument, invalidOperation, itemNotFound, mergedConflict } from '../failures';
import { describeClass, type HostObject, type Place, type Property } from '../host-object';
import { type Area, intersection, readArea } from '../model/area';
import { cellAt, ensureCell } from '../model/cells';
import type { Sheet, Table } from '../model/workbook';
import { booleanOf, textOf, wholeOf } from '../parameters';
import { nameByKey, placeOf, soleArea } from './addresses';
import { writeContents } from './contents';
import { guardSheet } from './guards';
import { insertCells } from './shifting';
import { tableColumnsClass } from './table-columns';

/** Tables of one sheet, or (null) of the whole workbook. */
interface Scope {
  readonly sheet: Sheet | null;
}

function tablesOf({ sheet }: Scope, excel: Excel): readonly OwnedTable[] {
  const sheets = sheet === null ? excel.workbook.sheets : [sheet];
  return sheets.flatMap((each) => each.tables.map((table) => ({ sheet: each, table })));
}

function byKey(scope: Scope, key: unknown, excel: Excel): OwnedTable | undefined {
  const text = textOf(key).toLowerCase();
  return tablesOf(scope, excel).find(
    ({ table }) => table.name.toLowerCase() === text || table.id.toLowerCase() === text,
  );
}

function toObject(owned: OwnedTable | undefined, excel: Excel): HostObject | null {
  return owned === undefined ? null : tableClass(owned, excel);
}

export const tableCollectionClass = describeClass<Scope>({
  name: 'TableCollection',
  properties: { Count: { get: (scope, excel) => tablesOf(scope, excel).length } },
  items: (scope, excel) => tablesOf(scope, excel).map((owned) => tableClass(owned, excel)),
  item: (scope, key, excel) => toObject(byKey(scope, key, excel), excel),
  methods: {
    GetItemOrNullObject: (scope, [key], excel) => toObject(byKey(scope, key, excel), excel),
    GetItemAt: (scope, [index], excel) =>
      toObject(tablesOf(scope, excel)[wholeOf(index)], excel) ?? itemNotFound(),
    GetCount: (scope, _, excel) => tablesOf(scope, excel).length,
    Add: ({ sheet }, [address, hasHeaders], excel) =>
      tableClass(
        addTable(
          excel,
          placeOf(excel, address, sheet ?? excel.workbook.selection.sheet),
          booleanOf(hasHeaders),
        ),
        excel,
      ),
  },
});

/** Tables that a range meets. */
export const scopedTablesClass = describeClass<Place>({
  name: 'TableScopedCollection',
  items: ({ sheet, areas }, excel) =>
    sheet.tables
      .filter(({ area }) => areas.some((each) => intersection(each, area) !== null))
      .map((table) => tableClass({ sheet, table }, excel)),
  methods: {
    GetCount: ({ sheet, areas }) =>
      sheet.tables.filter(({ area }) => areas.some((each) => intersection(each, area) !== null)).length,
  },
});

function addTable(excel: Excel, place: Place, hasHeaders: boolean): OwnedTable {
  const { sheet } = place;
  guardSheet(excel, sheet);
  let area = soleArea(place);
  if (!hasHeaders) {
    // Excel puts a header row above the data and pushes them down.
    insertCells(excel, { sheet, areas: [{ ...area, bottom: area.top }] }, 'Down');
    area = { ...area, bottom: area.bottom + 1 };
  }
  if (area.top === area.bottom) {
    area = { ...area, bottom: area.bottom + 1 };
  }
  checkRoom(sheet, area, null);
  nameHeaders(sheet, area);
  const number = nextId(excel);
  const table: Table = {
    id: `{TABLE-${number}}`,
    name: freeName(excel),
    area,
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleMedium2',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  };
  sheet.tables.push(table);
  return { sheet, table };
}

function freeName(excel: Excel): string {
  let number = 1;
  while (nameTaken(excel, `Таблица${number}`, null)) {
    number += 1;
  }
  return `Таблица${number}`;
}

function checkRoom(sheet: Sheet, area: Area, own: Table | null): void {
  if (sheet.tables.some((table) => table !== own && intersection(table.area, area) !== null)) {
    invalidOperation('A table cannot overlap another table.');
  }
  if (sheet.merges.some((merged) => intersection(merged, area) !== null)) {
    mergedConflict();
  }
}

/** Headers are texts, all different: Excel names the empty ones and numbers those that repeat. */
function nameHeaders(sheet: Sheet, area: Area): void {
  const taken = new Set<string>();
  for (let column = area.left; column <= area.right; column++) {
    const cell = ensureCell(sheet, area.top, column);
    const value = cell.value ?? '';
    const given = typeof value === 'object' ? value.error : String(value);
    const base = given === '' ? `Столбец${column - area.left + 1}` : given;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      name = `${base}${number}`;
    }
    taken.add(name.toLowerCase());
    cell.value = name;
    delete cell.formula;
  }
}

function nameTaken(excel: Excel, name: string, own: Table | null): boolean {
  const key = name.toLowerCase();
  return (
    nameByKey(excel.workbook, name, null) !== undefined ||
    excel.workbook.sheets.some((sheet) =>
      sheet.tables.some((table) => table !== own && table.name.toLowerCase() === key),
    )
  );
}

function rename(excel: Excel, { sheet, table }: OwnedTable, given: unknown): void {
  guardSheet(excel, sheet);
  const name = textOf(given);
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(name) || readArea(name) !== null) {
    invalidArgument(`«${name}» is not a name for a table.`);
  }
  if (nameTaken(excel, name, table)) {
    alreadyExists();
  }
  renameInFormulas(excel, table.name, name);
  table.name = name;
}

/** Structured references follow; texts in quotation marks stay as they are. */
function renameInFormulas({ workbook }: Excel, before: string, after: string): void {
  const name = before.replaceAll(/[.\\]/g, String.raw`\$&`);
  const pattern = new RegExp(`"(?:[^"]|"")*"|(?<![\\p{L}\\p{N}_.])${name}(?![\\p{L}\\p{N}_.(])`, 'giu');
  for (const sheet of workbook.sheets) {
    for (const cell of sheet.cells.values()) {
      if (cell.formula !== undefined) {
        cell.formula = cell.formula.replaceAll(pattern, (part) => (part.startsWith('"') ? part : after));
      }
    }
  }
}

function resize(excel: Excel, { sheet, table }: OwnedTable, range: unknown): void {
  guardSheet(excel, sheet);
  const place = placeOf(excel, range, sheet);
  const area = soleArea(place);
  if (place.sheet !== sheet || area.top !== table.area.top || intersection(area, table.area) === null) {
    invalidOperation('The headers must stay in the same row, and the new range must meet the old one.');
  }
  if (area.top === area.bottom) {
    invalidOperation('A table has at least one row below its headers.');
  }
  checkRoom(sheet, area, table);
  nameHeaders(sheet, area);
  table.area = area;
}

function bodyOf({ area, showHeaders, showTotals }: Table): Area {
  return {
    ...area,
    top: area.top + (showHeaders ? 1 : 0),
    bottom: area.bottom - (showTotals ? 1 : 0),
  };
}

function flag(key: BooleanKey): Property<OwnedTable> {
  return {
    get: ({ table }) => table[key],
    set: ({ sheet, table }, value, excel) => {
      guardSheet(excel, sheet);
      table[key] = booleanOf(value);
    },
  };
}

type BooleanKey =
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'showFilterButton'
  | 'highlightFirstColumn'
  | 'highlightLastColumn';

function rowsClassItem({ sheet, table }: OwnedTable, index: number, excel: Excel): HostObject {
  const { top, bottom, left, right } = bodyOf(table);
  const row = top + index;
  return row > bottom || index < 0
    ? itemNotFound()
    : tableRowClass({ sheet, areas: [{ top: row, bottom: row, left, right }] }, excel);
}

const tableRowClass = describeClass<Place>({
  name: 'TableRow',
  properties: {
    Values: {
      get: (place, excel) => excel.make.range(place).get('Values'),
      set: (place, value, excel) => {
        writeContents(excel, place, value);
      },
    },
  },
  methods: { GetRange: (place, _, excel) => excel.make.range(place) },
});

const tableRowsClass = describeClass<OwnedTable>({
  name: 'TableRowCollection',
  properties: { Count: { get: ({ table }) => rowCount(table) } },
  items: (owned, excel) =>
    Array.from({ length: rowCount(owned.table) }, (_, index) => rowsClassItem(owned, index, excel)),
  methods: {
    GetCount: ({ table }) => rowCount(table),
    GetItemAt: (owned, [index], excel) => rowsClassItem(owned, wholeOf(index), excel),
    /** At the end, or before a row of the body: cells below the table move down. */
    Add: (owned, [index, values], excel) => {
      const { sheet, table } = owned;
      guardSheet(excel, sheet);
      const body = bodyOf(table);
      const rows = Array.isArray(values) ? Math.max(1, values.length) : 1;
      const at =
        index === null || index === undefined || index === -1 ? body.bottom + 1 : body.top + wholeOf(index);
      const place: Place = { sheet, areas: [{ ...body, top: at, bottom: at + rows - 1 }] };
      const before = table.area.bottom;
      insertCells(excel, place, 'Down');
      table.area = { ...table.area, bottom: Math.max(table.area.bottom, before + rows) };
      if (values !== null && values !== undefined) {
        writeContents(excel, place, values);
      }
      return rowsClassItem(owned, at - body.top, excel);
    },
  },
});

function rowCount(table: Table): number {
  const { top, bottom } = bodyOf(table);
  return Math.max(0, bottom - top + 1);
}

export const tableClass = describeClass<OwnedTable>({
  name: 'Table',
  identity: ({ table }) => ({ Id: table.id }),
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: {
      get: ({ table }) => table.name,
      set: (owned, value, excel) => {
        rename(excel, owned, value);
      },
    },
    Style: {
      get: ({ table }) => table.style,
      set: ({ sheet, table }, value, excel) => {
        guardSheet(excel, sheet);
        table.style = textOf(value);
      },
    },
    ShowHeaders: { get: ({ table }) => table.showHeaders },
    ShowTotals: { get: ({ table }) => table.showTotals },
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    ShowFilterButton: flag('showFilterButton'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
  },
  objects: {
    Worksheet: ({ sheet }, excel) => excel.make.worksheet(sheet),
    Rows: tableRowsClass,
    Columns: tableColumnsClass,
  },
  methods: {
    GetRange: ({ sheet, table }, _, excel) => excel.make.range({ sheet, areas: [table.area] }),
    GetHeaderRowRange: ({ sheet, table: { area } }, _, excel) =>
      excel.make.range({ sheet, areas: [{ ...area, bottom: area.top }] }),
    GetDataBodyRange: ({ sheet, table }, _, excel) => excel.make.range({ sheet, areas: [bodyOf(table)] }),
    Resize: (owned, [range], excel) => {
      resize(excel, owned, range);
    },
    /** With its cells, as in Excel. */
    Delete: ({ sheet, table }, _, excel) => {
      guardSheet(excel, sheet);
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      for (let row = table.area.top; row <= table.area.bottom; row++) {
        for (let column = table.area.left; column <= table.area.right; column++) {
          const cell = cellAt(sheet, row, column);
          delete cell?.value;
          delete cell?.formula;
        }
      }
      raiseChange(excel, { sheet, areas: [table.area] }, 'CellDeleted');
    },
    ConvertToRange: ({ sheet, table }, _, excel) => {
      guardSheet(excel, sheet);
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      return excel.make.range({ sheet, areas: [table.area] });
    },
    ClearFilters: () => undefined,
  },
});

export const tableClasses = [
  tableCollectionClass,
  scopedTablesClass,
  tableClass,
  tableRowsClass,
  tableRowClass,
] as const;
