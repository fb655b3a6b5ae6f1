/** Conditional formats of ranges: by a formula, by the cell's value, data bars and icon sets. */

import { type Excel, nextId } from '../excel';
import { invalidArgument, itemNotFound, notEmulated } from '../failures';
import { describeClass, type HostObject, type Place, type Property } from '../host-object';
import { intersection } from '../model/area';
import type { ConditionalFormat, ConditionalLook, Sheet } from '../model/workbook';
import { booleanOf, colorOf, oneOf, recordOf, textOf, wholeOf } from '../parameters';
import { cellPictureClasses, dataBarClass, iconSetClass, newBar, newIcons } from './cell-pictures';
import { cutAreas } from './clear';
import { guardSheet } from './guards';

interface Owned {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
}

const TYPES = [
  'Custom',
  'CellValue',
  'DataBar',
  'ColorScale',
  'IconSet',
  'TopBottom',
  'PresetCriteria',
  'ContainsText',
] as const;
const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqual',
  'LessThanOrEqual',
] as const;

function lookMember<Key extends keyof ConditionalLook>(
  key: Key,
  check: (value: unknown) => NonNullable<ConditionalLook[Key]>,
  otherwise: unknown = null,
): Property<Owned> {
  return {
    get: ({ format }) => format.look[key] ?? otherwise,
    set: ({ sheet, format }, value, excel) => {
      guardSheet(excel, sheet, 'allowFormatCells');
      format.look[key] = check(value);
    },
  };
}

const fontClass = describeClass<Owned>({
  name: 'ConditionalRangeFont',
  properties: {
    Color: lookMember('fontColor', colorOf, ''),
    Bold: lookMember('bold', booleanOf),
    Italic: lookMember('italic', booleanOf),
    Strikethrough: lookMember('strikethrough', booleanOf),
    Underline: lookMember('underline', (value) => oneOf(['None', 'Single', 'Double'], value)),
  },
  methods: {
    Clear: ({ format: { look } }) => {
      delete look.fontColor;
      delete look.bold;
      delete look.italic;
      delete look.strikethrough;
      delete look.underline;
    },
  },
});

const fillClass = describeClass<Owned>({
  name: 'ConditionalRangeFill',
  properties: { Color: lookMember('fill', colorOf, '') },
  methods: {
    Clear: ({ format: { look } }) => {
      delete look.fill;
    },
  },
});

const lookClass = describeClass<Owned>({
  name: 'ConditionalRangeFormat',
  properties: { NumberFormat: lookMember('numberFormat', textOf) },
  objects: { Font: fontClass, Fill: fillClass },
});

const ruleClass = describeClass<Owned>({
  name: 'ConditionalFormatRule',
  properties: {
    Formula: {
      get: ({ format }) => (format.formulas[0] === undefined ? '' : `=${format.formulas[0]}`),
      set: ({ sheet, format }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatCells');
        const text = textOf(value);
        format.formulas = text.startsWith('=') && text.length > 1 ? [text.slice(1)] : invalidArgument();
      },
    },
  },
});

const customClass = describeClass<Owned>({
  name: 'CustomConditionalFormat',
  objects: { Rule: ruleClass, Format: lookClass },
});

const cellValueClass = describeClass<Owned>({
  name: 'CellValueConditionalFormat',
  properties: {
    Rule: {
      get: ({ format: { operator, formulas } }) => ({
        operator: operator?.replace(/OrEqualTo$/, 'OrEqual'),
        formula1: formulas[0],
        ...(formulas[1] !== undefined && { formula2: formulas[1] }),
      }),
      set: ({ sheet, format }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatCells');
        const { operator, formula1, formula2 } = recordOf(value);
        const word = oneOf(OPERATORS, operator);
        format.operator = word === 'GreaterThanOrEqual' || word === 'LessThanOrEqual' ? `${word}To` : word;
        format.formulas = [formula1, formula2]
          .filter((each) => each !== null && each !== undefined)
          .map((each) => (typeof each === 'number' ? String(each) : textOf(each).replace(/^=/, '')));
      },
    },
  },
  objects: { Format: lookClass },
});

function ofType(type: ConditionalFormat['type'], create: (owned: Owned, excel: Excel) => HostObject) {
  return {
    strict: (owned: Owned, excel: Excel) =>
      owned.format.type === type ? create(owned, excel) : invalidArgument('Another kind of format.'),
    orNull: (owned: Owned, excel: Excel) => (owned.format.type === type ? create(owned, excel) : null),
  };
}

const custom = ofType('Custom', customClass);
const cellValue = ofType('CellValue', cellValueClass);
const dataBar = ofType('DataBar', ({ sheet, format: { bar } }, excel) =>
  dataBarClass({ sheet, picture: bar ?? invalidArgument() }, excel),
);
const iconSet = ofType('IconSet', ({ sheet, format: { icons } }, excel) =>
  iconSetClass({ sheet, picture: icons ?? invalidArgument() }, excel),
);

const formatClass = describeClass<Owned>({
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  properties: {
    Id: { get: ({ format }) => format.id },
    Type: { get: ({ format }) => format.type },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ sheet, format }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatCells');
        format.stopIfTrue = booleanOf(value);
      },
    },
    Priority: {
      get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      set: ({ sheet, format }, value, excel) => {
        guardSheet(excel, sheet, 'allowFormatCells');
        const others = sheet.conditionalFormats.filter((each) => each !== format);
        const at = Math.min(Math.max(0, wholeOf(value)), others.length);
        sheet.conditionalFormats = [...others.slice(0, at), format, ...others.slice(at)];
      },
    },
  },
  objects: {
    Custom: custom.strict,
    CustomOrNullObject: custom.orNull,
    CellValue: cellValue.strict,
    CellValueOrNullObject: cellValue.orNull,
    DataBar: dataBar.strict,
    DataBarOrNullObject: dataBar.orNull,
    IconSet: iconSet.strict,
    IconSetOrNullObject: iconSet.orNull,
  },
  methods: {
    Delete: ({ sheet, format }, _, excel) => {
      guardSheet(excel, sheet, 'allowFormatCells');
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
    },
    GetRange: ({ sheet, format }, _, excel) =>
      format.areas.length === 1
        ? excel.make.range({ sheet, areas: format.areas })
        : invalidArgument('The format has more than one range.'),
    GetRangeOrNullObject: ({ sheet, format }, _, excel) =>
      format.areas.length === 1 ? excel.make.range({ sheet, areas: format.areas }) : null,
    GetRanges: ({ sheet, format }, _, excel) => excel.make.rangeAreas({ sheet, areas: format.areas }),
  },
});

function formatsAt({ sheet, areas }: Place): readonly Owned[] {
  return sheet.conditionalFormats
    .filter((format) => format.areas.some((each) => areas.some((area) => intersection(each, area) !== null)))
    .map((format) => ({ sheet, format }));
}

export const conditionalFormatsClass = describeClass<Place>({
  name: 'ConditionalFormatCollection',
  items: (place, excel) => formatsAt(place).map((owned) => formatClass(owned, excel)),
  item: (place, key, excel) => byId(place, key, excel),
  methods: {
    /** A new one stands before all others. */
    Add: ({ sheet, areas }, [type], excel) => {
      guardSheet(excel, sheet, 'allowFormatCells');
      const kind = oneOf(TYPES, type);
      if (kind !== 'Custom' && kind !== 'CellValue' && kind !== 'DataBar' && kind !== 'IconSet') {
        return notEmulated(`A conditional format of the kind ${kind}`);
      }
      const format: ConditionalFormat = {
        id: `{CF-${nextId(excel)}}`,
        areas,
        type: kind,
        formulas: [],
        stopIfTrue: false,
        look: {},
        ...(kind === 'DataBar' && { bar: newBar() }),
        ...(kind === 'IconSet' && { icons: newIcons() }),
      };
      sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
      return formatClass({ sheet, format }, excel);
    },
    ClearAll: ({ sheet, areas }, _, excel) => {
      guardSheet(excel, sheet, 'allowFormatCells');
      sheet.conditionalFormats = areas.reduce(
        (formats, area) => cutAreas(formats, area),
        sheet.conditionalFormats,
      );
    },
    GetCount: (place) => formatsAt(place).length,
    GetItemAt: (place, [index], excel) =>
      formatClass(formatsAt(place)[wholeOf(index)] ?? itemNotFound(), excel),
    GetItemOrNullObject: (place, [key], excel) => byId(place, key, excel),
  },
});

function byId(place: Place, key: unknown, excel: Excel): HostObject | null {
  const owned = formatsAt(place).find(({ format }) => format.id === key);
  return owned === undefined ? null : formatClass(owned, excel);
}

export const conditionalFormatClasses = [
  conditionalFormatsClass,
  formatClass,
  customClass,
  cellValueClass,
  ruleClass,
  lookClass,
  fontClass,
  fillClass,
  ...cellPictureClasses,
] as const;
