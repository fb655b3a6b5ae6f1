/** Columns of tables, and their filters. */

import { type Excel, type OwnedTable } from '../excel';
import { itemNotFound } from '../failures';
import { describeClass, type HostObject } from '../host-object';
import type { Area } from '../model/area';
import { textOf, wholeOf } from '../parameters';
import { valueAt, writeContents } from './contents';
import { guardSheet } from './guards';

interface OwnedColumn extends OwnedTable {
  /** From 0. */
  readonly index: number;
}

function areaOf({ table, index }: OwnedColumn): Area {
  const column = table.area.left + index;
  return { ...table.area, left: column, right: column };
}

function nameOf(column: OwnedColumn): string {
  const { top, left } = areaOf(column);
  return String(valueAt(column.sheet, top, left));
}

function columnsIn(owned: OwnedTable): readonly OwnedColumn[] {
  const { left, right } = owned.table.area;
  return Array.from({ length: right - left + 1 }, (_, index) => ({ ...owned, index }));
}

function byKey(owned: OwnedTable, key: unknown, excel: Excel): HostObject | null {
  const found = columnsIn(owned).find((column) =>
    typeof key === 'number'
      ? column.index + 1 === key
      : nameOf(column).toLowerCase() === textOf(key).toLowerCase(),
  );
  return found === undefined ? null : columnClass(found, excel);
}

const columnClass = describeClass<OwnedColumn>({
  name: 'TableColumn',
  identity: ({ index }) => ({ Id: index + 1 }),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: nameOf,
      set: (column, value, excel) => {
        guardSheet(excel, column.sheet);
        const area = areaOf(column);
        writeContents(excel, { sheet: column.sheet, areas: [{ ...area, bottom: area.top }] }, textOf(value));
      },
    },
  },
  methods: {
    GetRange: (column, _, excel) => excel.make.range({ sheet: column.sheet, areas: [areaOf(column)] }),
    GetHeaderRowRange: (column, _, excel) => {
      const area = areaOf(column);
      return excel.make.range({ sheet: column.sheet, areas: [{ ...area, bottom: area.top }] });
    },
    GetDataBodyRange: (column, _, excel) => {
      const area = areaOf(column);
      const bottom = area.bottom - (column.table.showTotals ? 1 : 0);
      return excel.make.range({ sheet: column.sheet, areas: [{ ...area, top: area.top + 1, bottom }] });
    },
  },
});

export const tableColumnsClass = describeClass<OwnedTable>({
  name: 'TableColumnCollection',
  properties: { Count: { get: (owned) => columnsIn(owned).length } },
  items: (owned, excel) => columnsIn(owned).map((column) => columnClass(column, excel)),
  item: byKey,
  methods: {
    GetCount: (owned) => columnsIn(owned).length,
    GetItemAt: (owned, [index], excel) => {
      const found = columnsIn(owned)[wholeOf(index)];
      return found === undefined ? itemNotFound() : columnClass(found, excel);
    },
    GetItemOrNullObject: (owned, [key], excel) => byKey(owned, key, excel),
  },
});

export const tableColumnClasses = [tableColumnsClass, columnClass] as const;
