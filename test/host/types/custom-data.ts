/** What add-ins keep in a workbook beside its cells: settings, properties of sheets, of the document. */

import { describeClass, type HostObject, type Property } from '../host-object';
import type { Excel } from '../excel';
import type { Sheet, Workbook } from '../model/workbook';
import { textOf } from '../parameters';
import { guardWorkbook } from './guards';

/** An entry of a map, by its key. */
interface Entry<Value> {
  readonly map: Map<string, Value>;
  readonly key: string;
}

const settingClass = describeClass<Entry<unknown>>({
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ map, key }) => map.get(key),
      set: ({ map, key }, value, excel) => {
        guardWorkbook(excel);
        map.set(key, value);
      },
    },
  },
  methods: {
    Delete: ({ map, key }, _, excel) => {
      guardWorkbook(excel);
      map.delete(key);
    },
  },
});

function setting({ settings }: Workbook, key: unknown, excel: Excel): HostObject | null {
  const name = textOf(key);
  return settings.has(name) ? settingClass({ map: settings, key: name }, excel) : null;
}

export const settingsClass = describeClass<Workbook>({
  name: 'SettingCollection',
  items: ({ settings }, excel) =>
    [...settings.keys()].map((key) => settingClass({ map: settings, key }, excel)),
  item: setting,
  methods: {
    Add: ({ settings }, [key, value], excel) => {
      guardWorkbook(excel);
      settings.set(textOf(key), value);
      return settingClass({ map: settings, key: textOf(key) }, excel);
    },
    GetItemOrNullObject: (workbook, [key], excel) => setting(workbook, key, excel),
    GetCount: ({ settings }) => settings.size,
  },
});

const sheetPropertyClass = describeClass<Entry<string>>({
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ _Id: key }),
  properties: {
    Key: { get: ({ key }) => key },
    _Id: { get: ({ key }) => key },
    Value: {
      get: ({ map, key }) => map.get(key),
      set: ({ map, key }, value, excel) => {
        guardWorkbook(excel);
        map.set(key, textOf(value));
      },
    },
  },
  methods: {
    Delete: ({ map, key }, _, excel) => {
      guardWorkbook(excel);
      map.delete(key);
    },
  },
});

/** Keys are told apart without regard to case. */
function sheetProperty({ customProperties }: Sheet, key: unknown, excel: Excel): HostObject | null {
  const wanted = textOf(key).toLowerCase();
  const found = [...customProperties.keys()].find((each) => each.toLowerCase() === wanted);
  return found === undefined ? null : sheetPropertyClass({ map: customProperties, key: found }, excel);
}

export const sheetPropertiesClass = describeClass<Sheet>({
  name: 'WorksheetCustomPropertyCollection',
  items: ({ customProperties }, excel) =>
    [...customProperties.keys()].map((key) => sheetPropertyClass({ map: customProperties, key }, excel)),
  item: sheetProperty,
  methods: {
    Add: (sheet, [key, value], excel) => {
      guardWorkbook(excel);
      sheet.customProperties.set(textOf(key), textOf(value));
      return sheetPropertyClass({ map: sheet.customProperties, key: textOf(key) }, excel);
    },
    GetItemOrNullObject: (sheet, [key], excel) => sheetProperty(sheet, key, excel),
    GetCount: ({ customProperties }) => customProperties.size,
  },
});

function property(key: string): Property<Workbook> {
  return {
    get: ({ properties }) => properties.get(key) ?? '',
    set: ({ properties }, value, excel) => {
      guardWorkbook(excel);
      properties.set(key, textOf(value));
    },
  };
}

export const documentPropertiesClass = describeClass<Workbook>({
  name: 'DocumentProperties',
  properties: {
    Title: property('title'),
    Subject: property('subject'),
    Author: property('author'),
    Keywords: property('keywords'),
    Comments: property('comments'),
    Category: property('category'),
    Manager: property('manager'),
    Company: property('company'),
    LastAuthor: { get: ({ properties }) => properties.get('lastAuthor') ?? '' },
  },
});

export const customDataClasses = [
  settingsClass,
  settingClass,
  sheetPropertiesClass,
  sheetPropertyClass,
  documentPropertiesClass,
] as const;
