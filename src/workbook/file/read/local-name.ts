/** Local names of elements as strings. */
import { decodeText } from './decode-text';
import { COLON } from './xml-chars';

/** Names of one byte: most of a sheet's elements are «c», «v» and «f». */
const LETTERS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** The name of bytes `from` to `to` without its prefix. */
export function localName(bytes: Uint8Array, from: number, to: number): string {
  if (to - from === 1) {
    return LETTERS[bytes[from] ?? 0] ?? '';
  }
  let local = from;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === COLON) {
      local = at + 1;
    }
  }
  return decodeText(bytes, local, to, 'raw');
}
