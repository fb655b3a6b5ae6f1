/** Local names of elements as strings, made once: a sheet says «c» and «v» a hundred thousand times. */
import { decodeText } from './decode-text';
import { COLON } from './xml-chars';

const PLACES = 256;
/** Names of one byte: most of a sheet's elements are «c», «v» and «f». */
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The local name of the bytes `from` to `to`. */
export function createNameTable(bytes: Uint8Array): (from: number, to: number) => string {
  /** By a hash of the bytes; a name whose place is taken by another takes it over. */
  const names = new Array<string>(PLACES).fill('');

  return (nameFrom, to) => {
    if (to - nameFrom === 1) {
      return LETTERS[bytes[nameFrom] ?? 0] ?? '';
    }
    let from = nameFrom;
    let hash = 0;
    for (let at = nameFrom; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      hash = (Math.imul(hash, 31) + byte) & 0xffff;
      if (byte === COLON) {
        from = at + 1;
        hash = 0;
      }
    }
    const place = hash % PLACES;
    const known = names[place] ?? '';
    if (isName(bytes, from, to, known)) {
      return known;
    }
    const name = decodeText(bytes, from, to, 'raw');
    names[place] = name;
    return name;
  };
}

function isName(bytes: Uint8Array, from: number, to: number, name: string): boolean {
  if (name.length !== to - from) {
    return false;
  }
  for (let at = 0; at < name.length; at += 1) {
    if (bytes[from + at] !== name.charCodeAt(at)) {
      return false;
    }
  }
  return true;
}
