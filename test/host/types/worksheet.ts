/** Sheets and the collection of them. */

import { EVENT, type Excel, raise, sourceOf } from '../excel';
import { alreadyExists, invalidArgument, invalidOperation, itemNotFound } from '../failures';
import { describeClass, type HostObject, type Place } from '../host-object';
import { area, type Area, WHOLE_SHEET } from '../model/area';
import { usedArea } from '../model/cells';
import { pixelsOfPoints, pointsOfPixels } from '../model/columns';
import { addSheet } from '../model/create';
import { deleteSheet, renameSheet } from '../model/sheets';
import type { Sheet } from '../model/workbook';
import { booleanOf, colorOf, flagOf, numberOf, oneOf, textOf, wholeOf } from '../parameters';
import { placeAt, placeOfAddress, rangeOfAddress, sheetByKey, sheetByName } from './addresses';
import { chartCollectionClass } from './charts';
import { sheetPropertiesClass } from './custom-data';
import { freezePanesClass } from './freeze-panes';
import { guardStructure, guardWorkbook } from './guards';
import { namesClass } from './names';
import { rowBreaksClass } from './page-breaks';
import { pageLayoutClass } from './page-layout';
import { sheetProtectionClass } from './protection';
import { tableCollectionClass } from './tables';

const LONGEST_NAME = 31;

function checkName({ workbook }: Excel, name: string, own: Sheet | null): void {
  const forbidden = /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  if (name.trim() === '' || name.length > LONGEST_NAME || forbidden || /^(history|журнал)$/i.test(name)) {
    invalidArgument(`«${name}» is not a name for a sheet.`);
  }
  const other = sheetByName(workbook, name);
  if (other !== undefined && other !== own) {
    alreadyExists();
  }
}

export function makeSheet(excel: Excel, given: unknown): Sheet {
  guardStructure(excel);
  const { workbook } = excel;
  let name = '';
  if (given === null || given === undefined) {
    for (let number = workbook.sheets.length + 1; name === '' || sheetByName(workbook, name); number++) {
      name = `Лист${number}`;
    }
  } else {
    name = textOf(given);
  }
  checkName(excel, name, null);
  const sheet = addSheet(workbook, name);
  workbook.saved = false;
  raise(excel, EVENT.added, null, { worksheetId: sheet.id, source: sourceOf(excel) });
  return sheet;
}

export function nameSheet(excel: Excel, sheet: Sheet, given: unknown): void {
  guardStructure(excel);
  const name = textOf(given);
  checkName(excel, name, sheet);
  const before = sheet.name;
  renameSheet(excel.workbook, sheet, name);
  raise(excel, EVENT.nameChanged, sheet, {
    worksheetId: sheet.id,
    nameBefore: before,
    nameAfter: name,
    source: sourceOf(excel),
  });
}

export function removeSheet(excel: Excel, sheet: Sheet): void {
  guardStructure(excel);
  const { workbook } = excel;
  if (!workbook.sheets.some((other) => other !== sheet && other.visibility === 'Visible')) {
    invalidOperation('A workbook must contain at least one visible worksheet.');
  }
  if (sheet.visibility === 'VeryHidden') {
    invalidOperation('A very hidden sheet cannot be deleted.');
  }
  deleteSheet(workbook, sheet);
  for (const place of excel.tracked) {
    if (place.sheet === sheet) {
      place.areas = [];
    }
  }
  raise(excel, EVENT.deleted, null, { worksheetId: sheet.id, source: sourceOf(excel) });
}

export function showSheet(excel: Excel, sheet: Sheet): void {
  if (sheet.visibility !== 'Visible') {
    invalidOperation('A hidden sheet cannot be activated.');
  }
  const before = excel.workbook.selection.sheet;
  if (before !== sheet) {
    excel.workbook.selection = { sheet, areas: [area(1, 1)] };
    raise(excel, EVENT.deactivated, before, { worksheetId: before.id });
    raise(excel, EVENT.activated, sheet, { worksheetId: sheet.id });
  }
}

function hideSheet(excel: Excel, sheet: Sheet, given: unknown): void {
  guardStructure(excel);
  const visibility = oneOf(['Visible', 'Hidden', 'VeryHidden'], given);
  const others = excel.workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  const [next] = others;
  if (visibility !== 'Visible') {
    if (next === undefined) {
      invalidOperation('A workbook must contain at least one visible worksheet.');
    }
    if (excel.workbook.selection.sheet === sheet) {
      showSheet(excel, next);
    }
  }
  sheet.visibility = visibility;
}

function moveSheet({ workbook }: Excel, sheet: Sheet, given: unknown): void {
  const position = wholeOf(given);
  const { sheets } = workbook;
  if (position < 0 || position >= sheets.length) {
    invalidArgument();
  }
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(position, 0, sheet);
}

/** A request may hold on to a sheet that is gone meanwhile. */
function alive({ workbook }: Excel, sheet: Sheet): Sheet {
  return workbook.sheets.includes(sheet) ? sheet : itemNotFound();
}

function used(sheet: Sheet, valuesOnly: unknown): Area | null {
  return usedArea(sheet, flagOf(valuesOnly, false));
}

function range(excel: Excel, place: Place): HostObject {
  alive(excel, place.sheet);
  return excel.make.range(place);
}

function neighbour(excel: Excel, sheet: Sheet, step: 1 | -1, visibleOnly: unknown): HostObject | null {
  const { sheets } = excel.workbook;
  const only = flagOf(visibleOnly, false);
  const behind =
    step === 1 ? sheets.slice(sheets.indexOf(sheet) + 1) : sheets.slice(0, sheets.indexOf(sheet)).reverse();
  const found = behind.find(({ visibility }) => !only || visibility === 'Visible');
  return found === undefined ? null : worksheetClass(found, excel);
}

export const worksheetClass = describeClass<Sheet>({
  name: 'Worksheet',
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Name: {
      get: ({ name }) => name,
      set: (sheet, value, excel) => {
        nameSheet(excel, alive(excel, sheet), value);
      },
    },
    Position: {
      get: (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
      set: (sheet, value, excel) => {
        guardStructure(excel);
        moveSheet(excel, sheet, value);
      },
    },
    Visibility: {
      get: ({ visibility }) => visibility,
      set: (sheet, value, excel) => {
        hideSheet(excel, sheet, value);
      },
    },
    TabColor: {
      get: ({ tabColor }) => tabColor,
      set: (sheet, value, excel) => {
        guardStructure(excel);
        sheet.tabColor = value === '' ? '' : colorOf(value);
      },
    },
    ShowGridlines: {
      get: ({ showGridlines }) => showGridlines,
      set: (sheet, value, excel) => {
        guardWorkbook(excel);
        sheet.showGridlines = booleanOf(value);
      },
    },
    ShowHeadings: {
      get: ({ showHeadings }) => showHeadings,
      set: (sheet, value, excel) => {
        guardWorkbook(excel);
        sheet.showHeadings = booleanOf(value);
      },
    },
    StandardWidth: {
      get: ({ standardPixels }) => pointsOfPixels(standardPixels),
      set: (sheet, value, excel) => {
        guardWorkbook(excel);
        sheet.standardPixels = pixelsOfPoints(numberOf(value));
      },
    },
    StandardHeight: { get: () => 15 },
    EnableCalculation: { get: () => true },
  },
  objects: {
    FreezePanes: freezePanesClass,
    Protection: sheetProtectionClass,
    PageLayout: pageLayoutClass,
    HorizontalPageBreaks: rowBreaksClass,
    Tables: (sheet, excel) => tableCollectionClass({ sheet }, excel),
    Names: (sheet, excel) => namesClass({ sheet }, excel),
    Charts: chartCollectionClass,
    CustomProperties: sheetPropertiesClass,
  },
  methods: {
    GetRange: (sheet, [address], excel) =>
      range(
        excel,
        address === null || address === undefined
          ? { sheet, areas: [WHOLE_SHEET] }
          : rangeOfAddress(excel, textOf(address), sheet),
      ),
    GetRanges: (sheet, [address], excel) =>
      excel.make.rangeAreas(
        address === null || address === undefined
          ? { sheet, areas: [WHOLE_SHEET] }
          : placeOfAddress(excel, textOf(address), alive(excel, sheet)),
      ),
    GetCell: (sheet, [row, column], excel) =>
      range(excel, placeAt(sheet, area(wholeOf(row) + 1, wholeOf(column) + 1))),
    GetRangeByIndexes: (sheet, [row, column, rows, columns], excel) => {
      const [top, left] = [wholeOf(row) + 1, wholeOf(column) + 1];
      return range(
        excel,
        placeAt(sheet, area(top, left, top + wholeOf(rows) - 1, left + wholeOf(columns) - 1)),
      );
    },
    GetUsedRange: (sheet, [valuesOnly], excel) =>
      range(excel, { sheet, areas: [used(sheet, valuesOnly) ?? area(1, 1)] }),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], excel) => {
      const place = used(alive(excel, sheet), valuesOnly);
      return place === null ? null : range(excel, { sheet, areas: [place] });
    },
    GetNext: (sheet, [visibleOnly], excel) => neighbour(excel, sheet, 1, visibleOnly) ?? itemNotFound(),
    GetNextOrNullObject: (sheet, [visibleOnly], excel) => neighbour(excel, sheet, 1, visibleOnly),
    GetPrevious: (sheet, [visibleOnly], excel) => neighbour(excel, sheet, -1, visibleOnly) ?? itemNotFound(),
    GetPreviousOrNullObject: (sheet, [visibleOnly], excel) => neighbour(excel, sheet, -1, visibleOnly),
    Activate: (sheet, _, excel) => {
      showSheet(excel, alive(excel, sheet));
    },
    Calculate: () => undefined,
    Delete: (sheet, _, excel) => {
      removeSheet(excel, alive(excel, sheet));
    },
  },
});

function toObject(sheet: Sheet | undefined, excel: Excel): HostObject | null {
  return sheet === undefined ? null : worksheetClass(sheet, excel);
}

function visible(excel: Excel, visibleOnly: unknown): readonly Sheet[] {
  const only = flagOf(visibleOnly, false);
  return excel.workbook.sheets.filter(({ visibility }) => !only || visibility === 'Visible');
}

export const worksheetsClass = describeClass<null>({
  name: 'WorksheetCollection',
  items: (_, excel) => excel.workbook.sheets.map((sheet) => worksheetClass(sheet, excel)),
  item: (_, key, excel) => toObject(sheetByKey(excel.workbook, textOf(key)), excel),
  methods: {
    Add: (_, [name], excel) => worksheetClass(makeSheet(excel, name), excel),
    GetActiveWorksheet: (_, __, excel) => worksheetClass(excel.workbook.selection.sheet, excel),
    GetCount: (_, [visibleOnly], excel) => visible(excel, visibleOnly).length,
    GetFirst: (_, [visibleOnly], excel) => toObject(visible(excel, visibleOnly)[0], excel),
    GetLast: (_, [visibleOnly], excel) => toObject(visible(excel, visibleOnly).at(-1), excel),
    GetItemOrNullObject: (_, [key], excel) => toObject(sheetByKey(excel.workbook, textOf(key)), excel),
  },
});

export const worksheetClasses = [worksheetClass, worksheetsClass] as const;
