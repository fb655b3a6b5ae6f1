/** Addresses in requests: from text to cells and back. */

import { quoteSheetName } from '../../../src/workbook/grid';
import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { isHostObject, type Place } from '../host-object';
import { type Area, areaText, onSheet, readArea } from '../model/area';
import { soleReference } from '../model/formula';
import type { Name, Sheet, Workbook } from '../model/workbook';

export function sheetByName(workbook: Workbook, name: string): Sheet | undefined {
  const key = name.toLowerCase();
  return workbook.sheets.find((sheet) => sheet.name.toLowerCase() === key);
}

/** By name or id, as `getItem` takes them. */
export function sheetByKey(workbook: Workbook, key: string): Sheet | undefined {
  return sheetByName(workbook, key) ?? workbook.sheets.find(({ id }) => id === key);
}

/** «A1:B2», «'Лист 1'!A1», a defined name, or several of the first kind with commas between them. */
export function placeOfAddress(excel: Excel, address: string, sheet: Sheet): Place {
  const pieces = splitAddress(address).map((piece) => oneAddress(excel, piece.trim(), sheet));
  const [first] = pieces;
  if (first === undefined || pieces.some((piece) => piece.sheet !== first.sheet)) {
    return invalidArgument(`«${address}» is not an address.`);
  }
  return { sheet: first.sheet, areas: pieces.flatMap(({ areas }) => areas) };
}

/** As above, but one area only. */
export function rangeOfAddress(excel: Excel, address: string, sheet: Sheet): Place {
  const place = placeOfAddress(excel, address, sheet);
  return place.areas.length === 1 ? place : invalidArgument(`«${address}» is more than one range.`);
}

/** A range given as an object or as an address. */
export function placeOf(excel: Excel, value: unknown, sheet: Sheet): Place {
  if (isHostObject(value)) {
    return value.place ?? invalidArgument();
  }
  return typeof value === 'string' ? placeOfAddress(excel, value, sheet) : invalidArgument();
}

/** The area of a place that has but one. */
export function soleArea({ areas }: Place): Area {
  const [first, ...rest] = areas;
  return first === undefined || rest.length > 0 ? invalidArgument() : first;
}

/** A place on the same sheet; areas off the sheet are invalid. */
export function placeAt(sheet: Sheet, ...areas: readonly Area[]): Place {
  return areas.every(onSheet) ? { sheet, areas } : invalidArgument('The range is off the sheet.');
}

/** Always with the sheet's name; quoted where the name needs it. */
export function fullAddress({ sheet, areas }: Place): string {
  return areas.map((each) => `${addressedName(sheet.name)}!${areaText(each)}`).join(',');
}

/** Excel quotes names in addresses only where they need it. */
export function addressedName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && readArea(name) === null ? name : quoteSheetName(name);
}

/** Names of a sheet come before those of the workbook. */
export function nameByKey(workbook: Workbook, name: string, sheet: Sheet | null): Name | undefined {
  const key = name.toLowerCase();
  return workbook.names.find((item) => item.sheet === sheet && item.name.toLowerCase() === key);
}

/** The cells that a name stands for; null where it is a constant, a calculation or a lost reference. */
export function placeOfName(workbook: Workbook, { formula }: Name): Place | null {
  const reference = soleReference(formula);
  const sheet = reference === null ? undefined : sheetByName(workbook, reference.sheet);
  return reference === null || sheet === undefined ? null : { sheet, areas: [reference.area] };
}

function oneAddress(excel: Excel, address: string, sheet: Sheet): Place {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(address);
  const named = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  const home = named === undefined ? sheet : sheetByName(excel.workbook, named);
  const text = match?.[3] ?? address;
  if (home === undefined) {
    return invalidArgument(`There is no sheet «${named ?? ''}».`);
  }
  const place = readArea(text);
  if (place !== null) {
    return { sheet: home, areas: [place] };
  }
  const name = nameByKey(excel.workbook, text, home) ?? nameByKey(excel.workbook, text, null);
  const found = name === undefined ? null : placeOfName(excel.workbook, name);
  return found ?? tablePlace(excel.workbook, text) ?? invalidArgument(`«${address}» is not an address.`);
}

/** A table's name as an address is its body. */
function tablePlace(workbook: Workbook, text: string): Place | null {
  const key = text.toLowerCase();
  for (const sheet of workbook.sheets) {
    const table = sheet.tables.find(({ name }) => name.toLowerCase() === key);
    if (table !== undefined) {
      const { area, showHeaders, showTotals } = table;
      const top = area.top + (showHeaders ? 1 : 0);
      return { sheet, areas: [{ ...area, top, bottom: Math.max(top, area.bottom - (showTotals ? 1 : 0)) }] };
    }
  }
  return null;
}

function splitAddress(address: string): readonly string[] {
  return address.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}
