/** Data validation of ranges. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, isHostObject, type Place } from '../host-object';
import { absoluteText, contains, intersection } from '../model/area';
import type { Operator, Sheet, Validation, ValidationType } from '../model/workbook';
import { flagOf, oneOf, recordOf, textOf } from '../parameters';
import { addressedName, soleArea } from './addresses';
import { cutAreas } from './clear';
import { guardSheet } from './guards';

const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;

const OPERATORS = [
  'Between',
  'NotBetween',
  'EqualTo',
  'NotEqualTo',
  'GreaterThan',
  'LessThan',
  'GreaterThanOrEqualTo',
  'LessThanOrEqualTo',
] as const;

/** Kinds of rules: as Office.js names them in a rule, as the model has them, and as `type` tells them. */
const KINDS: Readonly<Record<string, readonly [ValidationType, string]>> = {
  wholeNumber: ['whole', 'WholeNumber'],
  decimal: ['decimal', 'Decimal'],
  textLength: ['textLength', 'TextLength'],
  list: ['list', 'List'],
  date: ['date', 'Date'],
  time: ['time', 'Time'],
  custom: ['custom', 'Custom'],
};

const DEFAULTS = {
  dropDown: true,
  ignoreBlanks: true,
  error: { show: true, style: 'Stop', title: '', message: '' },
  prompt: { show: true, title: '', message: '' },
} as const;

/** The one validation that all cells of the place have; undefined: none; null: not the same everywhere. */
function found({ sheet, areas }: Place): Validation | null | undefined {
  const met = sheet.validations.filter((rule) => meets(rule, areas));
  const [only] = met;
  if (only === undefined) {
    return undefined;
  }
  const whole = areas.every((area) => only.areas.some((each) => contains(each, area)));
  return met.length === 1 && whole ? only : null;
}

function meets(rule: Validation, areas: Place['areas']): boolean {
  return rule.areas.some((each) => areas.some((area) => intersection(each, area) !== null));
}

function put({ sheet, areas }: Place, rule: Omit<Validation, 'areas'> | null): void {
  const others = areas.reduce((rules, area) => cutAreas(rules, area), sheet.validations);
  sheet.validations = rule === null ? others : [...others, { ...rule, areas }];
}

/** Prompts, alerts and blanks belong to a rule: without one there is nothing to give them to. */
function change(excel: Excel, place: Place, patch: Partial<Validation>): void {
  guardSheet(excel, place.sheet);
  const rule = found(place);
  if (rule === undefined || rule === null) {
    invalidArgument('The cells have no validation rule in common.');
  }
  put(place, { ...rule, ...patch });
}

function setRule(place: Place, value: unknown, excel: Excel): void {
  guardSheet(excel, place.sheet);
  const given = Object.entries(recordOf(value)).filter(([, each]) => each !== null && each !== undefined);
  const [only, second] = given;
  if (only === undefined || second !== undefined) {
    invalidArgument('A validation has exactly one rule.');
  }
  const [key, details] = only;
  const kind = KINDS[key] ?? invalidArgument(`There is no validation rule «${key}».`);
  const before = found(place);
  put(place, { ...DEFAULTS, ...(before ?? {}), ...readRule(kind[0], recordOf(details), place.sheet) });
}

function readRule(
  type: ValidationType,
  details: Readonly<Record<string, unknown>>,
  sheet: Sheet,
): Pick<Validation, 'type' | 'formulas' | 'dropDown'> & { operator?: Operator } {
  if (type === 'list') {
    const dropDown = flagOf(details['inCellDropDown'], true);
    return { type, dropDown, formulas: [listSource(details['source'])] };
  }
  if (type === 'custom') {
    return { type, dropDown: true, formulas: [formulaText(details['formula'], sheet)] };
  }
  const operator = oneOf(OPERATORS, details['operator']);
  const two = operator === 'Between' || operator === 'NotBetween';
  const first = formulaText(details['formula1'], sheet);
  return {
    type,
    operator,
    dropDown: true,
    formulas: two ? [first, formulaText(details['formula2'], sheet)] : [first],
  };
}

/** A list of values with commas, a formula or a range. */
function listSource(source: unknown): string {
  if (isHostObject(source)) {
    return reference(source.place ?? invalidArgument());
  }
  const text = textOf(source);
  if (text.startsWith('=')) {
    return text.slice(1);
  }
  if (text === '' || text.length > LONGEST_LIST) {
    invalidArgument('A list of values is empty or longer than 255 characters.');
  }
  return `"${text.replaceAll('"', '""')}"`;
}

function formulaText(value: unknown, sheet: Sheet): string {
  if (typeof value === 'number') {
    return String(value);
  }
  if (isHostObject(value)) {
    const place = value.place ?? invalidArgument();
    return place.sheet === sheet ? absoluteText(soleArea(place)) : reference(place);
  }
  const text = textOf(value);
  return text === '' ? invalidArgument() : text.startsWith('=') ? text.slice(1) : text;
}

function reference(place: Place): string {
  return `${addressedName(place.sheet.name)}!${absoluteText(soleArea(place))}`;
}

/** The rule as Office.js writes it; an empty object where there is none. */
function ruleOf(place: Place): object {
  const rule = found(place);
  if (rule === undefined || rule === null) {
    return {};
  }
  const [key = ''] = Object.entries(KINDS).find(([, [type]]) => type === rule.type) ?? [];
  const [first = '', second] = rule.formulas;
  if (rule.type === 'list') {
    const enumerated = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
    return { list: { inCellDropDown: rule.dropDown, source: enumerated ?? `=${first}` } };
  }
  if (rule.type === 'custom') {
    return { custom: { formula: `=${first}` } };
  }
  return {
    [key]: {
      operator: rule.operator,
      formula1: shown(first),
      ...(second !== undefined && { formula2: shown(second) }),
    },
  };
}

function shown(formula: string): string | number {
  return /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(formula) ? Number(formula) : `=${formula}`;
}

export const validationClass = describeClass<Place>({
  name: 'DataValidation',
  properties: {
    Rule: { get: ruleOf, set: setRule },
    Type: {
      get: (place) => {
        const rule = found(place);
        if (rule === null) {
          return 'Inconsistent';
        }
        return Object.values(KINDS).find(([type]) => type === rule?.type)?.[1] ?? 'None';
      },
    },
    IgnoreBlanks: {
      get: (place) => found(place)?.ignoreBlanks ?? true,
      set: (place, value, excel) => {
        change(excel, place, { ignoreBlanks: flagOf(value, true) });
      },
    },
    ErrorAlert: {
      get: (place) => {
        const { show, style, title, message } = found(place)?.error ?? DEFAULTS.error;
        return { showAlert: show, style, title, message };
      },
      set: (place, value, excel) => {
        const given = recordOf(value);
        const style = oneOf(['Stop', 'Warning', 'Information'], given['style'] ?? 'Stop');
        change(excel, place, {
          error: { show: flagOf(given['showAlert'], true), style, ...titled(given) },
        });
      },
    },
    Prompt: {
      get: (place) => {
        const { show, title, message } = found(place)?.prompt ?? DEFAULTS.prompt;
        return { showPrompt: show, title, message };
      },
      set: (place, value, excel) => {
        const given = recordOf(value);
        change(excel, place, { prompt: { show: flagOf(given['showPrompt'], true), ...titled(given) } });
      },
    },
  },
  methods: {
    Clear: (place, _, excel) => {
      guardSheet(excel, place.sheet);
      put(place, null);
    },
  },
});

function titled(given: Readonly<Record<string, unknown>>): { title: string; message: string } {
  const title = textOf(given['title'] ?? '');
  const message = textOf(given['message'] ?? '');
  return title.length > LONGEST_TITLE || message.length > LONGEST_MESSAGE
    ? invalidArgument('A title has at most 32 characters, a message at most 255.')
    : { title, message };
}
