/** «Сообщение»: what a button of the ribbon did not do, why, and what to do about it. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { MESSAGE_TEXTS } from '../text/message-sheet';
import { PRODUCT_NAME } from '../text/product';
import { quoteSheetName } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { sheetBuilder, workingPrint } from './builder';

export const MESSAGE_SHEET = MESSAGE_TEXTS.sheet;

export interface Message {
  readonly what: string;
  readonly why: string;
  readonly next: string;
  /** Places that it is about, each with a word on it. */
  readonly rows?: readonly MessageRow[];
}

export interface MessageRow {
  readonly sheet: string;
  /** «H7»; empty where the row is about the whole sheet. */
  readonly cell: string;
  readonly text: string;
}

/** The rest is counted: a message is read, not worked through. */
const MOST_ROWS = 200;
const WIDTHS = [30, 92];

/** `today` is the day of the message, passed in. */
export function messageSpec({ what, why, next, rows = [] }: Message, today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(MESSAGE_SHEET, WIDTHS);
  sheet.span(1, 1, 2, what, 'title-wrap');
  sheet.span(2, 1, 2, MESSAGE_TEXTS.subtitle(formatRussian(today), PRODUCT_NAME), 'note');
  sheet.put(4, 1, MESSAGE_TEXTS.why, 'label');
  sheet.put(4, 2, why, 'cell');
  sheet.put(5, 1, MESSAGE_TEXTS.next, 'label');
  sheet.put(5, 2, next, 'cell');
  if (rows.length > 0) {
    sheet.put(7, 1, MESSAGE_TEXTS.place, 'head');
    sheet.put(7, 2, MESSAGE_TEXTS.text, 'head');
  }
  rows.slice(0, MOST_ROWS).forEach((row, index) => {
    const line = 8 + index;
    sheet.put(line, 1, placeText(row), row.cell === '' ? 'cell' : 'link', linkOf(row));
    sheet.put(line, 2, row.text, 'cell');
  });
  if (rows.length > MOST_ROWS) {
    sheet.span(8 + MOST_ROWS, 1, 2, MESSAGE_TEXTS.more(rows.length - MOST_ROWS), 'note');
  }
  return sheet.build({ print: workingPrint('portrait'), protection: { allow: ['formatColumns'] } });
}

function placeText({ sheet, cell }: MessageRow): string {
  return cell === '' ? sheet : `${sheet}, ${cell}`;
}

function linkOf({ sheet, cell }: MessageRow): { readonly link?: string } {
  return cell === '' ? {} : { link: `${quoteSheetName(sheet)}!${cell}` };
}
