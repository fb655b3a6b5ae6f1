/** Texts of a workbook: plain and rich, without the phonetic reading that East Asian texts carry (18.4). */
import type { ReadCaps } from './caps';
import { within } from './failure';

/** «_x000D_» in a file is a character that XML can't hold; «_x005F_» is the «_» of a text that looks like one (22.9.2.19). */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Collects text that may come in several calls. */
export interface TextCollector {
  start(): void;
  add(text: string): void;
  /** The text since `start`. */
  take(): string;
}

export function createTextCollector(caps: ReadCaps, what: string): TextCollector {
  let collected = '';
  return {
    start: () => {
      collected = '';
    },
    add: (text) => {
      within(collected.length + text.length, caps.textLength, `length of ${what}`);
      collected += text;
    },
    take: () => collected,
  };
}

/**
 * Collects the text of an `si` or `is` element. Its `t` children count, and those of its runs `r`; `rPh` do not.
 * `level` is the depth below that element.
 */
export interface RichTextCollector {
  start(): void;
  open(name: string, level: number): void;
  close(): void;
  add(text: string): void;
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
