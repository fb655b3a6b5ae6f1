/** Which number formats show a number as a date or a time (ISO/IEC 29500-1, 18.8.30 and 18.8.31). */

/** Built-in formats that files name by number alone; 27–36 and 50–58 are those of East Asian locales. */
const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/**
 * What shows no part of a date: quoted text, a character after «\», the widths of «_x» and «*x», and brackets
 * («[Red]», «[$-419]», «[>5]») but those of elapsed time («[h]», «[mm]»).
 */
const NOT_A_TOKEN = /"[^"]*"?|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]?/gi;

/** Whether a built-in format is one of dates or times. */
export function isBuiltInDateFormat(id: number): boolean {
  return BUILT_IN.some(([first, last]) => id >= first && id <= last);
}

/** Whether a format's code shows a date or a time: «dd.mm.yyyy», «[h]:mm»; not «General», «0.00E+00», «[Red]0». */
export function isDateFormat(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(NOT_A_TOKEN, '').replace(/general/gi, ''));
}
