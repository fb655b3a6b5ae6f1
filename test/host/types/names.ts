/** Defined names of the workbook and of sheets. */

import type { Excel } from '../excel';
import { alreadyExists, invalidArgument } from '../failures';
import { describeClass, type HostObject, isHostObject } from '../host-object';
import { absoluteText, readArea } from '../model/area';
import { referencesOf } from '../model/formula';
import type { Name, Sheet } from '../model/workbook';
import { booleanOf, textOf } from '../parameters';
import { addressedName, nameByKey, placeOfName, sheetByName, soleArea } from './addresses';
import { guardWorkbook } from './guards';

/** Names of one sheet, or (null) of the workbook. */
interface Scope {
  readonly sheet: Sheet | null;
}

const LONGEST_NAME = 255;

export const namesClass = describeClass<Scope>({
  name: 'NamedItemCollection',
  items: ({ sheet }, excel) =>
    excel.workbook.names.filter((name) => name.sheet === sheet).map((name) => nameClass(name, excel)),
  item: ({ sheet }, key, excel) => toObject(nameByKey(excel.workbook, textOf(key), sheet), excel),
  methods: {
    Add: addName,
    GetItemOrNullObject: ({ sheet }, [key], excel) =>
      toObject(nameByKey(excel.workbook, textOf(key), sheet), excel),
    GetCount: ({ sheet }, _, excel) => excel.workbook.names.filter((name) => name.sheet === sheet).length,
  },
});

function toObject(name: Name | undefined, excel: Excel): HostObject | null {
  return name === undefined ? null : nameClass(name, excel);
}

function addName({ sheet }: Scope, parameters: readonly unknown[], excel: Excel): HostObject {
  guardWorkbook(excel);
  const [given, reference, comment] = parameters;
  const name = textOf(given);
  const legal = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= LONGEST_NAME;
  if (!legal || readArea(name) !== null || /^[RC]\d*([RC]\d*)?$/i.test(name)) {
    invalidArgument(`«${name}» is not a name.`);
  }
  const tables = excel.workbook.sheets.flatMap((each) => each.tables);
  const key = name.toLowerCase();
  if (
    nameByKey(excel.workbook, name, sheet) !== undefined ||
    (sheet === null && tables.some((table) => table.name.toLowerCase() === key))
  ) {
    alreadyExists();
  }
  const made: Name = {
    name,
    sheet,
    formula: formulaOf(excel, reference),
    comment: typeof comment === 'string' ? comment : '',
    visible: true,
  };
  excel.workbook.names.push(made);
  excel.workbook.saved = false;
  return nameClass(made, excel);
}

/** A range, or a formula with «=». Without «=» a text is a constant. */
function formulaOf(excel: Excel, reference: unknown): string {
  if (isHostObject(reference)) {
    const place = reference.place ?? invalidArgument();
    return place.areas.map((area) => `${addressedName(place.sheet.name)}!${absoluteText(area)}`).join(',');
  }
  if (typeof reference === 'number' || typeof reference === 'boolean') {
    return String(reference).toUpperCase();
  }
  const text = textOf(reference);
  const formula = text.startsWith('=') ? text.slice(1) : `"${text.replaceAll('"', '""')}"`;
  for (const { sheet } of referencesOf(formula)) {
    if (sheet !== null && sheetByName(excel.workbook, sheet) === undefined) {
      invalidArgument(`«=${formula}» refers to a sheet that does not exist.`);
    }
  }
  return formula;
}

function typeOf(name: Name, excel: Excel): string {
  if (placeOfName(excel.workbook, name) !== null) {
    return 'Range';
  }
  if (name.formula.includes('#REF!')) {
    return 'Error';
  }
  if (name.formula.startsWith('"')) {
    return 'String';
  }
  return Number.isFinite(Number(name.formula)) ? 'Double' : 'String';
}

const nameClass = describeClass<Name>({
  name: 'NamedItem',
  identity: ({ name }) => ({ _Id: name }),
  properties: {
    Name: { get: ({ name }) => name },
    _Id: { get: ({ name }) => name },
    Type: { get: typeOf },
    Scope: { get: ({ sheet }) => (sheet === null ? 'Workbook' : 'Worksheet') },
    Comment: {
      get: ({ comment }) => comment,
      set: (name, value, excel) => {
        guardWorkbook(excel);
        name.comment = textOf(value);
      },
    },
    Visible: {
      get: ({ visible }) => visible,
      set: (name, value, excel) => {
        guardWorkbook(excel);
        name.visible = booleanOf(value);
      },
    },
    Formula: {
      get: ({ formula }) => `=${formula}`,
      set: (name, value, excel) => {
        guardWorkbook(excel);
        name.formula = formulaOf(excel, value);
      },
    },
    Value: { get: valueOf },
  },
  objects: {
    Worksheet: ({ sheet }, excel) =>
      sheet === null ? invalidArgument('The name belongs to the workbook.') : excel.make.worksheet(sheet),
    WorksheetOrNullObject: ({ sheet }, excel) => (sheet === null ? null : excel.make.worksheet(sheet)),
  },
  methods: {
    GetRange: (name, _, excel) => {
      const place = placeOfName(excel.workbook, name) ?? invalidArgument('The name is not a range.');
      return excel.make.range({ sheet: place.sheet, areas: [soleArea(place)] });
    },
    GetRangeOrNullObject: (name, _, excel) => {
      const place = placeOfName(excel.workbook, name);
      return place === null ? null : excel.make.range(place);
    },
    Delete: (name, _, excel) => {
      guardWorkbook(excel);
      const { names } = excel.workbook;
      names.splice(names.indexOf(name), 1);
    },
  },
});

/** The address of a range, the text or number of a constant. */
function valueOf(name: Name, excel: Excel): string | number {
  if (placeOfName(excel.workbook, name) !== null) {
    return name.formula;
  }
  const text = /^"(.*)"$/s.exec(name.formula)?.[1]?.replaceAll('""', '"');
  const number = Number(name.formula);
  return text ?? (Number.isFinite(number) ? number : `=${name.formula}`);
}

export const nameClasses = [namesClass, nameClass] as const;
