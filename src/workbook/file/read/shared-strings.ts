/** Shared strings (18.4.9). Sheets are read first, so only the strings that a cell names are kept, however many there are. */
import type { SharedText } from './cell-value';
import type { ReadCaps } from './caps';
import { decodeText } from './decode-text';
import { ReadFailure } from './failure';
import type { Package } from './package';
import { readUsualString, type UsualString } from './usual-elements';
import { createRichTextCollector, decodeEscapes } from './xml-text';

/** Puts in the wanted texts, by index. One that is wanted and not there throws «unreadable-part»: a value would be lost. */
export function readSharedStrings(
  parts: Package,
  part: string | undefined,
  wanted: ReadonlyMap<number, SharedText>,
  caps: ReadCaps,
): void {
  if (wanted.size === 0) {
    return;
  }
  const text = createRichTextCollector(caps, 'a shared string');
  let index = -1;
  /** That of the string which is read, if a cell names it. */
  let kept: SharedText | undefined;
  const usual: UsualString = { from: 0, to: 0, text: undefined };
  if (part !== undefined && parts.has(part)) {
    parts.scan(part, {
      open: (name, _, depth) => {
        if (depth === 2) {
          index += name === 'si' ? 1 : 0;
          kept = name === 'si' ? wanted.get(index) : undefined;
          text.start();
        } else if (kept !== undefined) {
          text.open(name, depth - 2);
        }
      },
      close: (_, depth) => {
        if (depth > 2) {
          text.close();
        } else if (depth === 2 && kept !== undefined) {
          kept.text = text.take();
          kept = undefined;
        }
      },
      text: (piece) => {
        if (kept !== undefined) {
          text.add(piece);
        }
      },
      take: (bytes, at, depth) => {
        const end = depth === 1 ? readUsualString(bytes, at, caps.textLength, usual) : at;
        if (end > at) {
          index += 1;
          const target = wanted.get(index);
          if (target !== undefined) {
            target.text = decodeEscapes(usual.text ?? decodeText(bytes, usual.from, usual.to, 'text'));
          }
        }
        return end;
      },
    });
  }
  for (const number of wanted.keys()) {
    if (number > index) {
      throw new ReadFailure('unreadable-part', `shared string ${number} is missing`);
    }
  }
}
