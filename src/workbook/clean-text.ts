/** Text as a cell may hold it, in a file and in the open workbook. */

/** Excel takes no longer text into a cell. */
export const LONGEST_CELL = 32767;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text with LF as its line breaks and without what XML 1.0 can't hold; what is longer than `limit` (UTF-16 units, as
 * Excel counts) ends in «…».
 */
export function cleanText(text: string, limit: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(LONE_SURROGATE, '\uFFFD');
  return clean.length > limit ? `${clean.slice(0, limit - 1).replace(LONE_SURROGATE, '')}…` : clean;
}
