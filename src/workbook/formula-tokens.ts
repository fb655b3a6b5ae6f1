/** Pieces of a formula (ISO/IEC 29500-1, 18.17.2), for whoever looks for what it refers to. */

const CELL = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}`;
const REFERENCE = String.raw`${CELL}(?::${CELL})?|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}`;
/** A sheet as it is written before «!»: quoted, plain, two ends of several, or of another workbook. */
export const SHEET = String.raw`'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*(?::[\p{L}_][\p{L}\p{N}_.]*)?|\[\d+\][\p{L}\p{N}_.]*`;
/**
 * Texts, references, the brackets of tables, words; whatever else, a character at a time. Captured: the sheet of a
 * reference, the reference, or a word.
 */
export const TOKEN = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?:(${SHEET})!)?(${REFERENCE})(?![\p{L}\p{N}_.(!\[])|\[(?:[^[\]]|\[[^[\]]*\])*\]|([\p{L}\p{N}_.\\?]+)|.`,
  'gsu',
);

/** Name of a sheet as it is written in a formula, without its quotes. */
export function sheetName(written: string): string {
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : written;
}
