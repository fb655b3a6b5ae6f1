/**
 * How one field of a record stands in a cell, and how the cell is read back. What can't be read is handed on as it
 * stands: the programme's schema then says what was expected there.
 */
import { isCivilDate } from '../calendar/civil-date';
import { EMPTY, NOT_APPLICABLE, entryText, type Entry } from '../monitoring/submission';
import { PROGRAMME_TEXTS } from '../text/programme';
import type { GridValue } from '../workbook/grid';
import type { SpecValue } from '../workbook/spec';
import type { StyleName } from '../workbook/styles';
import { valueText } from './lookup';

export interface Codec {
  readonly style: StyleName;
  /** Null: an empty cell. */
  write(value: unknown): SpecValue | null;
  read(value: GridValue | undefined): unknown;
  /** The allowed words, where they are few. */
  readonly choices?: readonly string[];
  /** What a cell takes, as a person would put it there; undefined where the value read is of its kind. */
  expects?(value: unknown): string | undefined;
}

const asText = (value: GridValue | undefined): string => valueText(value).trim();

/** Text; an empty cell is the empty text. */
export const textCell: Codec = {
  style: 'edit-text',
  write: (value) => (typeof value === 'string' && value !== '' ? value : null),
  read: asText,
};

/** Short text in the middle of its cell. */
export const codeCell: Codec = { ...textCell, style: 'edit-center' };

/** Text or nothing (null). */
export const optionalTextCell: Codec = {
  style: 'edit-text',
  write: (value) => (typeof value === 'string' ? value : null),
  read: (value) => asText(value) || null,
};

export const optionalCodeCell: Codec = { ...optionalTextCell, style: 'edit-center' };

export const numberCell: Codec = {
  style: 'edit-number',
  write: (value) => (typeof value === 'number' ? value : null),
  read: (value) => (value?.kind === 'number' ? value.number : asText(value) || null),
};

export const dateCell: Codec = {
  style: 'edit-date',
  write: (value) => (typeof value === 'string' ? { date: value } : null),
  read: (value) => (value?.kind === 'text' ? isoOfRussian(value.text) || null : asText(value) || null),
  expects: (value) =>
    typeof value === 'string' && isCivilDate(value) ? undefined : PROGRAMME_TEXTS.ofCell.date,
};

/** «01.10.2021» typed as text is a date as well; anything else is left as it was typed, for the schema to refuse. */
function isoOfRussian(text: string): string {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(text.trim());
  const iso = match ? `${match[3] ?? ''}-${match[2] ?? ''}-${match[1] ?? ''}` : '';
  return isCivilDate(iso) ? iso : text.trim();
}

/** A reported value as a cell shows it: a number, a text, «х», or nothing. */
export function entryValue(entry: Entry): SpecValue | null {
  return entry.kind === 'number' ? entry.number : entryText(entry) || null;
}

/** What stands in a cell, to be written again as it is. */
export function specValue(value: GridValue): SpecValue {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'text':
      return value.text;
    case 'boolean':
      return value.boolean;
    case 'date':
      return { date: value.iso };
    case 'error':
      return value.error;
  }
}

/** A cell with a reported value. */
export const entryCell: Codec = {
  style: 'edit-number',
  write: (value) => entryValue(value as Entry),
  read: (value): Entry => {
    if (value?.kind === 'number') return { kind: 'number', number: value.number };
    const text = asText(value);
    return text === '' ? EMPTY : text === 'х' ? NOT_APPLICABLE : { kind: 'text', text };
  },
};

/** Several dates in one cell, «03.01.2022; 07.03.2022». */
export const dateListCell: Codec = {
  style: 'edit-text',
  write: (value) =>
    Array.isArray(value) && value.length > 0 ? value.map(String).map(russianOfIso).join('; ') : null,
  read: (value) =>
    asText(value)
      .split(/[;,]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(isoOfRussian),
  expects: (value) =>
    Array.isArray(value) && value.every((day) => isCivilDate(String(day)))
      ? undefined
      : PROGRAMME_TEXTS.ofCell.date,
};

function russianOfIso(iso: string): string {
  return iso.split('-').reverse().join('.');
}

/** One of a few words; `words` gives the Russian word of each code. */
export function choiceCell(words: Readonly<Record<string, string>>): Codec {
  return {
    style: 'edit-center',
    choices: Object.values(words),
    write: (value) => words[String(value)] ?? String(value),
    read: (value) => {
      const text = asText(value).toLowerCase();
      return Object.keys(words).find((code) => words[code]?.toLowerCase() === text) ?? asText(value);
    },
    expects: (value) =>
      Object.hasOwn(words, String(value)) ? undefined : PROGRAMME_TEXTS.expected.oneOf(Object.values(words)),
  };
}

/** Several short texts in one cell, divided by semicolons; by line breaks, where one of them has a semicolon itself. */
export const listCell: Codec = {
  style: 'edit-text',
  write: (value) => {
    if (!Array.isArray(value)) return null;
    const parts = value.map(String);
    return parts.join(parts.some((part) => part.includes(';')) ? '\n' : '; ');
  },
  read: (value) => {
    const text = asText(value);
    return text.split(text.includes('\n') ? '\n' : ';').map((part) => part.trim());
  },
};

const YES_NO = choiceCell({ true: 'да', false: 'нет' });

export const yesNoCell: Codec = {
  ...YES_NO,
  read: (value) => {
    const code = YES_NO.read(value);
    return code === 'true' ? true : code === 'false' ? false : code;
  },
};

/**
 * Named numbers in one cell, «контингент = 640; педагоги = »; a name without a number is known to be unknown (null). A cell
 * that can't be taken apart so is handed on as it stands.
 */
export const attributesCell: Codec = {
  style: 'edit-text',
  write: (value) =>
    Object.entries(value as Record<string, number | null>)
      .map(([name, number]) => `${name} = ${number === null ? '' : String(number).replace('.', ',')}`.trim())
      .join('; ') || null,
  read: (value) => {
    const text = asText(value);
    const pairs = text
      .split(';')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part): [string, unknown] => {
        const [name = '', number = '', ...rest] = part.split('=').map((half) => half.trim());
        if (rest.length > 0) return ['', number];
        const plain = number.replaceAll(/\s/gu, '').replace(',', '.');
        return [
          name,
          plain === '' ? null : /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(plain) ? Number(plain) : number,
        ];
      });
    const names = new Set(pairs.map(([name]) => name));
    return names.size < pairs.length || names.has('') ? text : Object.fromEntries(pairs);
  },
  expects: (value) => (typeof value === 'string' ? PROGRAMME_TEXTS.ofCell.attributes : undefined),
};
