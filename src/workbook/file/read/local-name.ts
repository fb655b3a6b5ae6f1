/** Local names of elements as strings: sheets say the same few a hundred thousand times. */
import { decodeText } from './decode-text';
import { COLON } from './xml-chars';
import { isText } from './xml-handler';

const PLACES = 256;
/** By length, first and last byte; a name whose place is taken by another takes it over. */
const names = new Array<string>(PLACES).fill('');

/** The name of bytes `from` to `to` without its prefix. */
export function localName(bytes: Uint8Array, from: number, to: number): string {
  let local = from;
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === COLON) {
      local = at + 1;
    }
  }
  const place = ((to - local) * 37 + (bytes[local] ?? 0) * 5 + (bytes[to - 1] ?? 0)) & (PLACES - 1);
  const known = names[place] ?? '';
  if (isText(bytes, local, to, known)) {
    return known;
  }
  const name = decodeText(bytes, local, to, 'raw');
  names[place] = name;
  return name;
}
