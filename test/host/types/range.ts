/** Ranges and range areas: moving about, contents, merging, inserting and deleting. */

import type { Excel } from '../excel';
import { invalidArgument, itemNotFound } from '../failures';
import { type ClassDescription, describeClass, type HostObject, type Place } from '../host-object';
import { type Area, bounding, intersection, LAST_COLUMN, LAST_ROW } from '../model/area';
import { cellsIn, hasContent, usedArea } from '../model/cells';
import { flagOf, oneOf, wholeOf } from '../parameters';
import { fullAddress, placeAt, placeOf, soleArea } from './addresses';
import { getCellProperties, setCellProperties } from './cell-properties';
import { clearPlace } from './clear';
import { conditionalFormatsClass } from './conditional-formats';
import { checkSize } from './contents';
import { copyFrom } from './copy';
import { rangeFormatClass } from './format';
import { mergePlace, unmergePlace } from './merging';
import { deleteCells, insertCells } from './shifting';
import { rangeProperties } from './range-properties';
import { scopedTablesClass } from './tables';
import { validationClass } from './validation';

type Methods = NonNullable<ClassDescription<Place>['methods']>;

/** The place that another is made into; null becomes a null object. */
function moved(excel: Excel, { sheet, areas }: Place, move: (area: Area) => Area | null): HostObject | null {
  const made = move(soleArea({ sheet, areas }));
  return made === null ? null : excel.make.range(placeAt(sheet, made));
}

/** The rectangle around what is used within an area, not what the area shares with the sheet's. */
function usedWithin({ sheet }: Place, area: Area, valuesOnly: boolean): Area | null {
  const whole = usedArea(sheet, valuesOnly);
  const shared = whole === null ? null : intersection(whole, area);
  if (shared === null || !valuesOnly) {
    return shared;
  }
  let used: Area | null = null;
  for (const [row, column, cell] of cellsIn(sheet, shared)) {
    if (hasContent(cell)) {
      const place = { top: row, bottom: row, left: column, right: column };
      used = used === null ? place : bounding(used, place);
    }
  }
  return used;
}

function intersected(excel: Excel, place: Place, other: unknown): Place | null {
  const second = placeOf(excel, other, place.sheet);
  if (second.sheet !== place.sheet) {
    return invalidArgument('The ranges stand on different sheets.');
  }
  const met = place.areas.flatMap((area) => second.areas.flatMap((each) => intersection(area, each) ?? []));
  return met.length === 0 ? null : { sheet: place.sheet, areas: met };
}

const navigation: Methods = {
  GetCell: (place, [row, column], excel) =>
    moved(excel, place, ({ top, left }) => {
      const [r, c] = [top + wholeOf(row), left + wholeOf(column)];
      return { top: r, bottom: r, left: c, right: c };
    }),
  GetRow: (place, [index], excel) =>
    moved(excel, place, (area) => {
      const row = area.top + wholeOf(index);
      return row < area.top || row > area.bottom ? invalidArgument() : { ...area, top: row, bottom: row };
    }),
  GetColumn: (place, [index], excel) =>
    moved(excel, place, (area) => {
      const column = area.left + wholeOf(index);
      return column < area.left || column > area.right
        ? invalidArgument()
        : { ...area, left: column, right: column };
    }),
  GetEntireRow: (place, _, excel) =>
    moved(excel, place, (area) => ({ ...area, left: 1, right: LAST_COLUMN })),
  GetEntireColumn: (place, _, excel) =>
    moved(excel, place, (area) => ({ ...area, top: 1, bottom: LAST_ROW })),
  GetBoundingRect: (place, [other], excel) =>
    moved(excel, place, (area) => bounding(area, soleArea(placeOf(excel, other, place.sheet)))),
  GetOffsetRange: (place, [rows, columns], excel) =>
    moved(excel, place, ({ top, left, bottom, right }) => ({
      top: top + wholeOf(rows),
      bottom: bottom + wholeOf(rows),
      left: left + wholeOf(columns),
      right: right + wholeOf(columns),
    })),
  GetResizedRange: (place, [rows, columns], excel) =>
    moved(excel, place, (area) => ({
      ...area,
      bottom: area.bottom + wholeOf(rows),
      right: area.right + wholeOf(columns),
    })),
  GetAbsoluteResizedRange: (place, [rows, columns], excel) =>
    moved(excel, place, (area) => ({
      ...area,
      bottom: area.top + wholeOf(rows) - 1,
      right: area.left + wholeOf(columns) - 1,
    })),
  GetLastRow: (place, _, excel) => moved(excel, place, (area) => ({ ...area, top: area.bottom })),
  GetLastColumn: (place, _, excel) => moved(excel, place, (area) => ({ ...area, left: area.right })),
  GetLastCell: (place, _, excel) =>
    moved(excel, place, (area) => ({ ...area, top: area.bottom, left: area.right })),
  GetRowsAbove: (place, [count], excel) =>
    moved(excel, place, (area) => ({ ...area, top: area.top - besideCount(count), bottom: area.top - 1 })),
  GetRowsBelow: (place, [count], excel) =>
    moved(excel, place, (area) => ({
      ...area,
      top: area.bottom + 1,
      bottom: area.bottom + besideCount(count),
    })),
  GetColumnsBefore: (place, [count], excel) =>
    moved(excel, place, (area) => ({ ...area, left: area.left - besideCount(count), right: area.left - 1 })),
  GetColumnsAfter: (place, [count], excel) =>
    moved(excel, place, (area) => ({
      ...area,
      left: area.right + 1,
      right: area.right + besideCount(count),
    })),
  GetIntersection: (place, [other], excel) =>
    excel.make.range(intersected(excel, place, other) ?? itemNotFound()),
  GetIntersectionOrNullObject: (place, [other], excel) => {
    const met = intersected(excel, place, other);
    return met === null ? null : excel.make.range(met);
  },
  GetMergedAreasOrNullObject: ({ sheet, areas }, _, excel) => {
    const met = sheet.merges.filter((merge) => areas.some((area) => intersection(area, merge) !== null));
    return met.length === 0 ? null : excel.make.rangeAreas({ sheet, areas: met });
  },
  GetUsedRange: (place, [valuesOnly], excel) =>
    moved(
      excel,
      place,
      (area) =>
        usedWithin(place, area, flagOf(valuesOnly, false)) ?? { ...area, bottom: area.top, right: area.left },
    ),
  GetUsedRangeOrNullObject: (place, [valuesOnly], excel) =>
    moved(excel, place, (area) => usedWithin(place, area, flagOf(valuesOnly, false))),
};

function besideCount(count: unknown): number {
  const number = count === null || count === undefined ? 1 : wholeOf(count);
  return number > 0 ? number : invalidArgument();
}

const editing: Methods = {
  Clear: (place, [applyTo], excel) => {
    clearPlace(
      excel,
      place,
      oneOf(['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], applyTo ?? 'All'),
    );
  },
  Merge: (place, [across], excel) => {
    mergePlace(excel, place, flagOf(across, false));
  },
  Unmerge: (place, _, excel) => {
    unmergePlace(excel, place);
  },
  Insert: (place, [direction], excel) =>
    excel.make.range(insertCells(excel, place, oneOf(['Down', 'Right'], direction))),
  Delete: (place, [direction], excel) => {
    deleteCells(excel, place, oneOf(['Up', 'Left'], direction));
  },
  CopyFrom: copyFrom,
  GetCellProperties: getCellProperties,
  SetCellProperties: setCellProperties,
  _ValidateArraySize: (place, [rows, columns]) => {
    checkSize(place, wholeOf(rows), wholeOf(columns));
  },
  Select: ({ sheet, areas }, _, excel) => {
    if (sheet.visibility !== 'Visible') {
      invalidArgument('A hidden sheet has no selection.');
    }
    excel.workbook.selection = { sheet, areas };
  },
  Calculate: () => undefined,
  SetDirty: () => undefined,
  GetTables: (place, _, excel) => scopedTablesClass(place, excel),
};

const objects: NonNullable<ClassDescription<Place>['objects']> = {
  Format: rangeFormatClass,
  DataValidation: validationClass,
  ConditionalFormats: conditionalFormatsClass,
  Worksheet: ({ sheet }, excel) => excel.make.worksheet(sheet),
};

export const rangeClass = describeClass<Place>({
  name: 'Range',
  place: (place) => place,
  properties: rangeProperties,
  objects,
  methods: { ...navigation, ...editing },
});

const areaCollectionClass = describeClass<Place>({
  name: 'RangeCollection',
  items: ({ sheet, areas }, excel) => areas.map((area) => rangeClass({ sheet, areas: [area] }, excel)),
  methods: {
    GetCount: ({ areas }) => areas.length,
    GetItemAt: ({ sheet, areas }, [index], excel) =>
      rangeClass({ sheet, areas: [areas[wholeOf(index)] ?? invalidArgument()] }, excel),
  },
});

export const rangeAreasClass = describeClass<Place>({
  name: 'RangeAreas',
  place: (place) => place,
  properties: {
    Address: { get: fullAddress },
    AddressLocal: { get: fullAddress },
    AreaCount: { get: ({ areas }) => areas.length },
    ...pick(rangeProperties, ['CellCount', 'IsEntireColumn', 'IsEntireRow']),
  },
  objects: { ...objects, Areas: areaCollectionClass },
  methods: {
    ...pick(editing, ['Clear', 'Calculate', 'SetDirty']),
    GetIntersectionOrNullObject: (place, [other], excel) => {
      const met = intersected(excel, place, other);
      return met === null ? null : excel.make.rangeAreas(met);
    },
  },
});

export const rangeClasses = [rangeClass, rangeAreasClass, areaCollectionClass] as const;

function pick<Value>(from: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
