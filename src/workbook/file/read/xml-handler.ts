/** What the scanner of a part tells, and how its pieces are read: nothing is made a string unless somebody asks. */
import { decodeText, type TextKind } from './decode-text';
import { within } from './failure';
import { NotXmlError } from './not-xml-error';
import { sameBytes } from './same-bytes';
import { COLON } from './xml-chars';

export interface XmlHandler {
  /** `name` is without its namespace prefix; the root has depth 1. `attributes` are good only until the call ends. */
  open(name: string, attributes: Attributes, depth: number): void;
  close?(name: string, depth: number): void;
  /** Text between tags, CDATA included; one text may come in several calls. The slice is good only until the call ends. */
  text?(text: TextSlice, depth: number): void;
  /**
   * Asked at each «<» inside the root (`depth`: of the element around it): may read a whole element, at most two deep, as
   * strictly as the scanner, and answer the byte after it; or answer `at`, and the scanner goes on as ever.
   */
  take?(bytes: Uint8Array, at: number, depth: number): number;
}

/** Bytes `from` to `to` of the part. */
export interface TextSlice {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly kind: TextKind;
}

/** The attributes of one element, by the names that the file gives them; those asked for are ASCII. */
export interface Attributes {
  /** An element without content, `<c/>`. */
  readonly empty: boolean;
  get(name: string): string | undefined;
  /** Where the value of an attribute stands in `bytes`; undefined where there is none. */
  slice(name: string): TextSlice | undefined;
  /** A whole number without a sign, or NaN for any other value; undefined where there is none. */
  integer(name: string): number | undefined;
  /** The value of the first attribute with the local name and any prefix («r:id»). */
  prefixed(local: string): string | undefined;
}

export function sliceText({ bytes, from, to, kind }: TextSlice): string {
  return decodeText(bytes, from, to, kind);
}

const MOST_DIGITS = 9;

/** The whole number that the slice is; NaN for anything else, and for one of more than nine digits. */
export function sliceInteger({ bytes, from, to }: TextSlice): number {
  return wholeNumber(bytes, from, to);
}

export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > MOST_DIGITS) {
    return Number.NaN;
  }
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) {
      return Number.NaN;
    }
    number = number * 10 + digit;
  }
  return number;
}

/** Offsets of an attribute: where its name and its value begin and end. */
const FIELDS = 4;

export interface AttributeList extends Attributes {
  empty: boolean;
  clear(): void;
  /** Throws where the name is there already, or the list is full. */
  add(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void;
}

/** A list that is filled anew for each element. */
export function createAttributes(bytes: Uint8Array, most: number, part: string): AttributeList {
  const places = new Int32Array((most + 1) * FIELDS);
  /** Length, first and last byte of each name: most names differ in these. */
  const marks = new Int32Array(most + 1);
  let count = 0;
  const value = { bytes, from: 0, to: 0, kind: 'value' as const };
  const what = `attributes of an element in ${part}`;

  const markOf = (from: number, to: number): number =>
    ((to - from) << 16) | ((bytes[from] ?? 0) << 8) | (bytes[to - 1] ?? 0);
  const isNamed = (index: number, name: string): boolean => {
    const place = index * FIELDS;
    return isText(bytes, places[place] ?? 0, places[place + 1] ?? 0, name);
  };
  const at = (index: number): TextSlice => {
    value.from = places[index * FIELDS + 2] ?? 0;
    value.to = places[index * FIELDS + 3] ?? 0;
    return value;
  };
  const refuseTwin = (mark: number, from: number, to: number): void => {
    for (let index = 0; index < count; index += 1) {
      if (marks[index] === mark && sameBytes(bytes, from, bytes, places[index * FIELDS] ?? 0, to - from)) {
        throw new NotXmlError('an attribute twice', from);
      }
    }
  };
  const list: AttributeList = {
    empty: false,
    clear: () => {
      count = 0;
      list.empty = false;
    },
    add: (nameFrom, nameTo, valueFrom, valueTo) => {
      const mark = markOf(nameFrom, nameTo);
      refuseTwin(mark, nameFrom, nameTo);
      const place = count * FIELDS;
      places[place] = nameFrom;
      places[place + 1] = nameTo;
      places[place + 2] = valueFrom;
      places[place + 3] = valueTo;
      marks[count] = mark;
      count += 1;
      if (count > most) {
        within(count, most, what);
      }
    },
    slice: (name) => {
      for (let index = 0; index < count; index += 1) {
        if (isNamed(index, name)) {
          return at(index);
        }
      }
      return undefined;
    },
    get: (name) => {
      const slice = list.slice(name);
      return slice === undefined ? undefined : sliceText(slice);
    },
    integer: (name) => {
      const slice = list.slice(name);
      return slice === undefined ? undefined : sliceInteger(slice);
    },
    prefixed: (local) => {
      for (let index = 0; index < count; index += 1) {
        const to = places[index * FIELDS + 1] ?? 0;
        const colon = to - local.length - 1;
        const isPrefixed = colon > (places[index * FIELDS] ?? 0) && bytes[colon] === COLON;
        if (isPrefixed && isText(bytes, colon + 1, to, local)) {
          return sliceText(at(index));
        }
      }
      return undefined;
    },
  };
  return list;
}

/** Whether the bytes `from` to `to` are the characters of a text of ASCII. */
export function isText(bytes: Uint8Array, from: number, to: number, text: string): boolean {
  if (text.length !== to - from) {
    return false;
  }
  for (let at = 0; at < text.length; at += 1) {
    if (bytes[from + at] !== text.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}
