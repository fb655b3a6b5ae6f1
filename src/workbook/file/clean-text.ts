/** Text as a workbook file may hold it. */

/** Excel refuses a file with a longer cell. */
const LONGEST_CELL = 32767;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Text of a cell: line breaks are LF, what XML 1.0 can't hold is dropped, `_x0041_` is kept from being read as an
 * escaped «A», and what is longer than a cell can be ends in «…».
 */
export function cellText(text: string): string {
  return limitedText(text, LONGEST_CELL);
}

/** The same, with a limit in characters (UTF-16 units, as Excel counts); escaping comes on top of it. */
export function limitedText(text: string, limit: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(LONE_SURROGATE, '\uFFFD');
  const cut = clean.length > limit ? `${clean.slice(0, limit - 1).replace(LONE_SURROGATE, '')}…` : clean;
  return cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
