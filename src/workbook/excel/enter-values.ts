/** Puts single values into cells that people may fill. */
import { LONGEST_CELL, cleanText } from '../clean-text';
import { isDateFormat } from '../date-format';
import { dateSerial } from '../date-serial';
import { HostError } from '../host-error';
import type { CellEntry } from '../port';
import { askDateSystem, daysToTakeOff } from './date-system';
import { askHost } from './host-requests';

const DATE_FORMAT = 'dd.mm.yyyy';

/**
 * Writes all entries or, if one may not be written, none: «protected» for a locked cell of a protected sheet,
 * «not-found» for a sheet that is gone. A text stays the text it is, whatever it looks like. Two requests.
 */
export async function enterValues(entries: readonly CellEntry[]): Promise<void> {
  if (entries.length === 0) {
    return;
  }
  await askHost({ whileTyping: 'refuse' }, async ({ workbook }, sync) => {
    const cells = entries.map((entry) => {
      const sheet = workbook.worksheets.getItem(entry.sheet);
      const range = sheet.getRange(entry.cell).load('numberFormat');
      return {
        entry,
        range,
        sheetProtection: sheet.protection.load('protected'),
        cellProtection: range.format.protection.load('locked'),
      };
    });
    const dateSystem = askDateSystem(workbook);
    await sync();
    for (const { entry, sheetProtection, cellProtection } of cells) {
      // Null, of an area with both kinds of cells, is no leave to write either.
      const mayWrite: unknown = cellProtection.locked;
      if (sheetProtection.protected && mayWrite !== false) {
        throw new HostError('protected', `${entry.sheet}!${entry.cell}`);
      }
    }
    for (const { entry, range, sheetProtection } of cells) {
      const format: unknown = range.numberFormat[0]?.[0];
      const { value } = entry;
      if (typeof value === 'object') {
        if (!sheetProtection.protected && !(typeof format === 'string' && isDateFormat(format))) {
          range.numberFormat = [[DATE_FORMAT]];
        }
        range.values = [[dateSerial(value.date) - daysToTakeOff(dateSystem)]];
      } else {
        range.values = [[typeof value === 'string' ? typedText(value, format) : value]];
      }
    }
    await sync();
  });
}

/**
 * In a cell of text format a text stays as it is. Elsewhere, and before an apostrophe, one of our own, which the host
 * takes away, keeps it from being read as anything else.
 */
export function typedText(value: string, format: unknown): string {
  const text = cleanText(value, LONGEST_CELL);
  return text === '' || (format === '@' && !text.startsWith("'")) ? text : `'${text}`;
}
