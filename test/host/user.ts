/**
 * The person before the screen, and another person in the same workbook: what they do to it, as Excel lets them. What
 * Excel would refuse them throws an `ExcelFailure` and changes nothing.
 */

import { EVENT, type Excel, raise, type Actor } from './excel';
import { accessDenied, invalidArgument, itemNotFound } from './failures';
import type { Place } from './host-object';
import { areaText } from './model/area';
import type { CellValue, Sheet } from './model/workbook';
import { ensureCell } from './model/cells';
import { rangeOfAddress, sheetByName, soleArea } from './types/addresses';
import { clearPlace } from './types/clear';
import { writeContents } from './types/contents';
import { makeSheet, nameSheet, removeSheet, showSheet } from './types/worksheet';
import { deleteCells, insertCells } from './types/shifting';

export interface User {
  /** Types into a cell, or (rows of values) fills a range; text is read as Excel reads what is typed. */
  type(sheet: string, address: string, values: Typed | readonly (readonly Typed[])[]): void;
  /** Another person types. */
  typeRemotely(sheet: string, address: string, values: Typed | readonly (readonly Typed[])[]): void;
  /** Empties cells with the Delete key. */
  clear(sheet: string, address: string): void;
  select(sheet: string, address: string): void;
  addSheet(name?: string): void;
  renameSheet(sheet: string, name: string): void;
  deleteSheet(sheet: string): void;
  /** The same by another person. */
  renameSheetRemotely(sheet: string, name: string): void;
  deleteSheetRemotely(sheet: string): void;
  /** Whole rows of an address such as «3:5». */
  insertRows(sheet: string, rows: string): void;
  deleteRows(sheet: string, rows: string): void;
  /** Begins to type in a cell: add-ins have to wait. */
  beginEntry(): void;
  endEntry(): void;
  /** What Excel calculated for a formula, since nothing is calculated here. */
  setResult(sheet: string, address: string, value: CellValue): void;
}

export type Typed = string | number | boolean;

export function createUser(excel: Excel, deliver: () => void): User {
  const sheetOf = (name: string): Sheet => sheetByName(excel.workbook, name) ?? itemNotFound();
  const placeIn = (sheet: string, address: string): Place => rangeOfAddress(excel, address, sheetOf(sheet));
  /** Events go out when the act is over, as from a request. */
  const act = (actor: Actor, doing: () => void): void => {
    excel.actor = actor;
    try {
      doing();
    } finally {
      excel.actor = 'addin';
      deliver();
    }
  };
  const typing = (actor: Actor) => (sheet: string, address: string, values: unknown) => {
    act(actor, () => {
      writeContents(excel, placeIn(sheet, address), values);
    });
  };
  return {
    type: typing('user'),
    typeRemotely: typing('remote'),
    clear: (sheet, address) => {
      act('user', () => {
        clearPlace(excel, placeIn(sheet, address), 'Contents');
      });
    },
    select: (sheet, address) => {
      act('user', () => {
        select(excel, placeIn(sheet, address));
      });
    },
    addSheet: (name) => {
      act('user', () => {
        makeSheet(excel, name);
      });
    },
    renameSheet: (sheet, name) => {
      act('user', () => {
        nameSheet(excel, sheetOf(sheet), name);
      });
    },
    deleteSheet: (sheet) => {
      act('user', () => {
        removeSheet(excel, sheetOf(sheet));
      });
    },
    renameSheetRemotely: (sheet, name) => {
      act('remote', () => {
        nameSheet(excel, sheetOf(sheet), name);
      });
    },
    deleteSheetRemotely: (sheet) => {
      act('remote', () => {
        removeSheet(excel, sheetOf(sheet));
      });
    },
    insertRows: (sheet, rows) => {
      act('user', () => {
        insertCells(excel, placeIn(sheet, rows), 'Down');
      });
    },
    deleteRows: (sheet, rows) => {
      act('user', () => {
        deleteCells(excel, placeIn(sheet, rows), 'Up');
      });
    },
    beginEntry: () => {
      excel.cellEdit = true;
    },
    endEntry: () => {
      excel.cellEdit = false;
    },
    setResult: (sheet, address, value) => {
      const place = placeIn(sheet, address);
      const { top, left } = soleArea(place);
      const cell = ensureCell(place.sheet, top, left);
      cell.value = cell.formula === undefined ? invalidArgument(`${address} holds no formula.`) : value;
    },
  };
}

function select(excel: Excel, place: Place): void {
  const { sheet } = place;
  if (sheet.protection?.selectionMode === 'None') {
    accessDenied('Nothing can be selected on this sheet.');
  }
  showSheet(excel, sheet);
  excel.workbook.selection = { sheet, areas: place.areas };
  raise(excel, EVENT.selectionChanged, sheet, {
    address: place.areas.map(areaText).join(','),
    worksheetId: sheet.id,
  });
}
