/** The workbook and the application, as requests see them. */

import type { Excel } from '../excel';
import { invalidArgument, itemNotFound } from '../failures';
import { describeClass, type HostObject } from '../host-object';
import type { Workbook } from '../model/workbook';
import { booleanOf, oneOf, textOf } from '../parameters';
import { documentPropertiesClass, settingsClass } from './custom-data';
import { guardWorkbook } from './guards';
import { functionsClass } from './functions';
import { namesClass } from './names';
import { workbookProtectionClass } from './protection';
import { tableCollectionClass } from './tables';
import { worksheetsClass } from './worksheet';

const cultureNumbersClass = describeClass<Workbook>({
  name: 'NumberFormatInfo',
  properties: {
    NumberDecimalSeparator: { get: () => ',' },
    NumberGroupSeparator: { get: () => '\u{a0}' },
  },
});

const cultureClass = describeClass<Workbook>({
  name: 'CultureInfo',
  properties: { Name: { get: (_, { locale }) => locale } },
  objects: { NumberFormat: cultureNumbersClass },
});

const applicationClass = describeClass<Workbook>({
  name: 'Application',
  properties: {
    CalculationMode: {
      get: ({ calculationMode }) => calculationMode,
      set: (workbook, value) => {
        workbook.calculationMode = oneOf(['Automatic', 'AutomaticExceptTables', 'Manual'], value);
      },
    },
    CalculationState: { get: () => 'Done' },
    DecimalSeparator: { get: () => ',' },
    ThousandsSeparator: { get: () => '\u{a0}' },
    UseSystemSeparators: { get: () => true },
  },
  objects: { CultureInfo: cultureClass },
  methods: {
    Calculate: (_, [type]) => {
      oneOf(['Recalculate', 'Full', 'FullRebuild'], type);
    },
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

const runtimeClass = describeClass<Workbook>({
  name: 'Runtime',
  properties: {
    EnableEvents: {
      get: (_, { eventsEnabled }) => eventsEnabled,
      set: (_, value, excel) => {
        excel.eventsEnabled = booleanOf(value);
      },
    },
  },
});

function reference(excel: Excel, id: unknown): HostObject | null {
  const found = excel.references.get(textOf(id));
  return found?.place?.areas.length === 0 ? null : (found ?? null);
}

export const workbookClass = describeClass<Workbook>({
  name: 'Workbook',
  properties: {
    Name: { get: ({ name }) => name },
    ReadOnly: { get: ({ readOnly }) => readOnly },
    IsDirty: {
      get: ({ saved }) => !saved,
      set: (workbook, value) => {
        workbook.saved = !booleanOf(value);
      },
    },
    AutoSave: { get: () => false },
    PreviouslySaved: { get: () => true },
  },
  objects: {
    Worksheets: (_, excel) => worksheetsClass(null, excel),
    Names: (_, excel) => namesClass({ sheet: null }, excel),
    Tables: (_, excel) => tableCollectionClass({ sheet: null }, excel),
    Application: applicationClass,
    Functions: functionsClass,
    Settings: settingsClass,
    Properties: documentPropertiesClass,
    Protection: workbookProtectionClass,
    _Runtime: runtimeClass,
  },
  methods: {
    GetSelectedRange: ({ selection: { sheet, areas } }, _, excel) =>
      areas.length === 1
        ? excel.make.range({ sheet, areas })
        : invalidArgument('More than one range is selected.'),
    GetSelectedRanges: ({ selection }, _, excel) => excel.make.rangeAreas({ ...selection }),
    GetActiveCell: ({ selection: { sheet, areas } }, _, excel) => {
      const { top, left } = areas[0] ?? invalidArgument();
      return excel.make.range({ sheet, areas: [{ top, left, bottom: top, right: left }] });
    },
    Save: (workbook, _, excel) => {
      guardWorkbook(excel);
      workbook.saved = true;
    },
    _GetRangeForEventByReferenceId: (_, [id], excel) => reference(excel, id) ?? itemNotFound(),
    _GetRangeOrNullObjectForEventByReferenceId: (_, [id], excel) => reference(excel, id),
    _GetObjectByReferenceId: (_, [id], excel) => reference(excel, id) ?? itemNotFound(),
    _RemoveReference: (_, [id], excel) => {
      forget(excel, textOf(id));
    },
    _RemoveAllReferences: (_, __, excel) => {
      excel.references.clear();
      excel.kept.clear();
      excel.tracked.clear();
    },
    _GetReferenceCount: (_, __, excel) => excel.references.size,
  },
});

function forget(excel: Excel, id: string): void {
  const object = excel.references.get(id);
  excel.references.delete(id);
  if (object !== undefined) {
    excel.kept.delete(object);
    if (object.place !== null) {
      excel.tracked.delete(object.place);
    }
  }
}

export const workbookClasses = [
  workbookClass,
  applicationClass,
  cultureClass,
  cultureNumbersClass,
  runtimeClass,
] as const;
