/** Shared strings (18.4.9). Sheets are read first, so only the strings that a cell names are kept, however many there are. */
import type { ReadCaps } from './caps';
import { ReadFailure } from './failure';
import type { Package } from './package';
import { createRichTextCollector } from './xml-text';

/** The wanted strings by index. A string that is wanted and not there throws «unreadable-part»: a value would be lost. */
export function readSharedStrings(
  parts: Package,
  part: string | undefined,
  wanted: ReadonlySet<number>,
  caps: ReadCaps,
): Map<number, string> {
  const strings = new Map<number, string>();
  if (wanted.size === 0) {
    return strings;
  }
  const text = createRichTextCollector(caps, 'a shared string');
  let index = -1;
  let kept = false;
  if (part !== undefined && parts.has(part)) {
    parts.scan(part, {
      open: (name, _, depth) => {
        if (depth === 2) {
          index += name === 'si' ? 1 : 0;
          kept = name === 'si' && wanted.has(index);
          text.start();
        } else if (kept) {
          text.open(name, depth - 2);
        }
      },
      close: (_, depth) => {
        if (depth > 2) {
          text.close();
        } else if (depth === 2 && kept) {
          strings.set(index, text.take());
          kept = false;
        }
      },
      text: (piece) => {
        if (kept) {
          text.add(piece);
        }
      },
    });
  }
  if (strings.size < wanted.size) {
    const missing = [...wanted].find((number) => !strings.has(number)) ?? 0;
    throw new ReadFailure('unreadable-part', `shared string ${missing} is missing`);
  }
  return strings;
}
