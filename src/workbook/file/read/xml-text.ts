/** Texts of a workbook: plain and rich, without the phonetic reading that East Asian texts carry (18.4). */
import type { ReadCaps } from './caps';
import { within } from './failure';
import { sliceInteger, sliceText, type TextSlice } from './xml-handler';

/** «_x000D_» in a file is a character that XML can't hold; «_x005F_» is the «_» of a text that looks like one (22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Collects text that may come in several pieces. */
export interface TextCollector {
  /** Forgets what was collected. */
  start(): void;
  add(text: TextSlice): void;
  /** The text since `start`. */
  take(): string;
  /** The text since `start` as a whole number of at most nine digits; NaN for any other. */
  takeInteger(): number;
}

export function createTextCollector(caps: ReadCaps, what: string): TextCollector {
  let pieces = 0;
  /** The only piece so far; its bytes stay where they are until the part is scanned. */
  const first = { ...NOTHING };
  let collected = '';
  return {
    start: () => {
      pieces = 0;
      collected = '';
    },
    add: (slice) => {
      if (pieces === 0 && slice.to - slice.from <= caps.textLength) {
        first.bytes = slice.bytes;
        first.from = slice.from;
        first.to = slice.to;
        first.kind = slice.kind;
      } else {
        collected = (pieces === 1 ? sliceText(first) : collected) + sliceText(slice);
        within(collected.length, caps.textLength, `length of ${what}`);
        pieces = Math.max(pieces, 1);
      }
      pieces += 1;
    },
    take: () => (pieces === 1 ? sliceText(first) : collected),
    takeInteger: () => (pieces === 1 ? sliceInteger(first) : Number.NaN),
  };
}

const NOTHING: TextSlice = { bytes: new Uint8Array(), from: 0, to: 0, kind: 'text' };

/**
 * Collects the text of an `si` or `is` element. Its `t` children count, and those of its runs `r`; `rPh` do not.
 * `level` is the depth below that element.
 */
export interface RichTextCollector {
  start(): void;
  open(name: string, level: number): void;
  close(): void;
  add(text: TextSlice): void;
  take(): string;
}

export function createRichTextCollector(caps: ReadCaps, what: string): RichTextCollector {
  const collector = createTextCollector(caps, what);
  let inRun = false;
  let inText = false;
  return {
    start: () => {
      collector.start();
      inRun = false;
      inText = false;
    },
    open: (name, level) => {
      if (level === 1) {
        inRun = name === 'r';
      }
      inText = name === 't' && (level === 1 || (level === 2 && inRun));
    },
    close: () => {
      inText = false;
    },
    add: (text) => {
      if (inText) {
        collector.add(text);
      }
    },
    take: () => decodeEscapes(collector.take()),
  };
}
