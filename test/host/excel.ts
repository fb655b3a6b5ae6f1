/** The running Excel around a workbook: what add-ins hold on to, what they listen to, and the mode the user is in. */

import type { RichEvent } from './external';
import type { HostObject, Place } from './host-object';
import { areaText } from './model/area';
import type { CellValue, Sheet, Table, Workbook } from './model/workbook';

/** Office.js's numbers of events. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  nameChanged: 25,
  visibilityChanged: 26,
} as const;

/** Target of events of the whole workbook. */
export const WHOLE_WORKBOOK = 'Workbook';

export type ChangeType =
  | 'RangeEdited'
  | 'RowInserted'
  | 'RowDeleted'
  | 'ColumnInserted'
  | 'ColumnDeleted'
  | 'CellInserted'
  | 'CellDeleted';

/** Who is acting: the add-in, the user before this screen, or another person in the same workbook. */
export type Actor = 'addin' | 'user' | 'remote';

/** Makers of objects that classes of several areas give out; set when the host is put together. */
export interface Makers {
  readonly range: (place: Place) => HostObject;
  readonly rangeAreas: (place: Place) => HostObject;
  readonly worksheet: (sheet: Sheet) => HostObject;
  readonly table: (owned: OwnedTable) => HostObject;
}

export interface OwnedTable {
  readonly sheet: Sheet;
  readonly table: Table;
}

export interface Excel {
  readonly workbook: Workbook;
  readonly locale: string;
  /** Requirement sets of this host. */
  readonly matrix: Readonly<Record<string, string>>;
  actor: Actor;
  /** Ranges and other objects that clients keep between requests. */
  readonly references: Map<string, HostObject>;
  /** The same, seen from the objects. */
  readonly kept: Map<HostObject, string>;
  /** Places that move with their cells. */
  readonly tracked: Set<Place>;
  /** Events that somebody asked for: «number target». */
  readonly listeners: Set<string>;
  /** Raised and not yet delivered. */
  readonly events: RichEvent[];
  eventsEnabled: boolean;
  counter: number;
  /** The year that dates without one are of. */
  readonly year: number;
  /** The user is typing in a cell: nothing can be done meanwhile. */
  cellEdit: boolean;
  readonly make: Makers;
  /** What a formula gives, where a test knows it; nothing is calculated otherwise. */
  calculate: (sheet: Sheet, row: number, column: number, formula: string) => CellValue | undefined;
}

export function createExcel(
  workbook: Workbook,
  options: Pick<Excel, 'locale' | 'matrix' | 'year' | 'make'>,
): Excel {
  return {
    workbook,
    ...options,
    actor: 'addin',
    references: new Map(),
    kept: new Map(),
    tracked: new Set(),
    listeners: new Set(),
    events: [],
    eventsEnabled: true,
    counter: 0,
    cellEdit: false,
    calculate: () => undefined,
  };
}

export function nextId(excel: Excel): string {
  excel.counter += 1;
  return String(excel.counter);
}

export function listenerKey(eventType: number, target: string): string {
  return `${eventType} ${target}`;
}

/** Raises an event for those who asked for it, at the sheet and at the workbook. */
export function raise(excel: Excel, eventType: number, sheet: Sheet | null, message: object): void {
  if (!excel.eventsEnabled) {
    return;
  }
  for (const target of [...(sheet === null ? [] : [sheet.id]), WHOLE_WORKBOOK]) {
    if (excel.listeners.has(listenerKey(eventType, target))) {
      excel.events.push({ eventType, targetId: target, message });
    }
  }
}

/** `Local` is this copy of Excel, `Remote` is another person's. */
export function sourceOf(excel: Excel): 'Local' | 'Remote' {
  return excel.actor === 'remote' ? 'Remote' : 'Local';
}

/** Tells that contents of cells changed. */
export function raiseChange(excel: Excel, place: Place, changeType: ChangeType, details: object = {}): void {
  excel.workbook.saved = false;
  for (const changed of place.areas) {
    const referenceId = `changed${nextId(excel)}`;
    excel.references.set(referenceId, excel.make.range({ sheet: place.sheet, areas: [changed] }));
    raise(excel, EVENT.changed, place.sheet, {
      address: areaText(changed),
      changeType,
      source: sourceOf(excel),
      worksheetId: place.sheet.id,
      referenceId,
      shiftDirection: 'None',
      triggerSource: excel.actor === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      ...details,
    });
  }
}
