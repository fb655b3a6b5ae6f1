/** What belongs to a sheet as a whole: widths, heights, merged areas, frozen panes, its tab, and its pages in print. */

import { areaAddress } from '../area';
import { TAB_COLORS } from '../cell-style';
import { columnPixels } from '../column-width';
import { columnLetters } from '../grid';
import { footerText, marginInches, PAGE_NUMBER } from '../print-text';
import { rectanglesOf } from '../rectangles';
import type { SheetSpec } from '../spec';
import { areaStep, sheetStep, type Step } from './step';

/** Widths of columns are points here, whatever the workbook's font; a pixel at 96 dpi is 0.75 of one. */
const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;
const HIGHEST_ROW_POINTS = 409.5;

export function columnSteps({ columns }: SheetSpec): Step[] {
  const widths = columns.map(({ width }, index) => [index + 1, columnPixels(width)] as const);
  const hidden = columns.flatMap((column, index) =>
    column.hidden === true ? [[index + 1, 1] as const] : [],
  );
  return [
    ...runsOf(widths).map(({ value, first, last }) =>
      sheetStep(5, (sheet) => {
        const range = sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`);
        range.format.columnWidth = value * POINTS_PER_PIXEL;
      }),
    ),
    ...runsOf(hidden).map(({ first, last }) =>
      sheetStep(4, (sheet) => {
        sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`).columnHidden = true;
      }),
    ),
  ];
}

/** Heights that the spec has; the other rows are as high as the host finds right. */
export function heightSteps({ heights }: SheetSpec): Step[] {
  return runsOf(heights).map(({ value, first, last }) =>
    sheetStep(5, (sheet) => {
      sheet.getRange(`${first}:${last}`).format.rowHeight = Math.min(value, HIGHEST_ROW_POINTS);
    }),
  );
}

export function mergeSteps({ merges }: SheetSpec): Step[] {
  return merges
    .filter(({ top, left, bottom, right }) => bottom > top || right > left)
    .map((area) =>
      areaStep(area, 1, (range) => {
        range.merge(false);
      }),
    );
}

const HIDDEN = { hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

/** `fresh`: the sheet is new and has nothing frozen yet. A sheet that somebody hid stays hidden. */
export function viewSteps({ freeze, tab, visibility }: SheetSpec, fresh: boolean): Step[] {
  return [
    sheetStep(5, (sheet) => {
      if (!fresh) {
        sheet.freezePanes.unfreeze();
      }
      const { rows, columns } = freeze ?? { rows: 0, columns: 0 };
      if (rows > 0 && columns > 0) {
        const area = { top: 1, left: 1, bottom: rows, right: columns };
        sheet.freezePanes.freezeAt(sheet.getRange(areaAddress(area)));
      } else if (rows > 0) {
        sheet.freezePanes.freezeRows(rows);
      } else if (columns > 0) {
        sheet.freezePanes.freezeColumns(columns);
      }
      if (tab !== undefined) {
        sheet.tabColor = `#${TAB_COLORS[tab]}`;
      }
      if (visibility !== 'visible') {
        sheet.visibility = HIDDEN[visibility];
      }
    }),
  ];
}

export function printSteps({ print, visibility }: SheetSpec): Step[] {
  const margins = marginInches(print);
  const footer = print.footer === undefined ? '' : footerText(print.footer);
  return [
    ...breakSteps(print.breaks),
    sheetStep(24, ({ pageLayout }) => {
      pageLayout.orientation = print.orientation === 'landscape' ? 'Landscape' : 'Portrait';
      pageLayout.paperSize = 'A4';
      pageLayout.leftMargin = margins.left * POINTS_PER_INCH;
      pageLayout.rightMargin = margins.right * POINTS_PER_INCH;
      pageLayout.topMargin = margins.top * POINTS_PER_INCH;
      pageLayout.bottomMargin = margins.bottom * POINTS_PER_INCH;
      pageLayout.headerMargin = margins.header * POINTS_PER_INCH;
      pageLayout.footerMargin = margins.footer * POINTS_PER_INCH;
      pageLayout.zoom = print.fit === 'width' ? { horizontalFitToPages: 1 } : { scale: 100 };
      const { headersFooters } = pageLayout;
      headersFooters.state = print.pageNumber ? 'FirstAndDefault' : 'Default';
      headersFooters.defaultForAllPages.centerHeader = print.pageNumber ? PAGE_NUMBER : '';
      headersFooters.defaultForAllPages.leftFooter = footer;
      if (print.pageNumber) {
        headersFooters.firstPage.leftFooter = footer;
      }
      // LibreOffice prints a hidden sheet that has a print area.
      if (visibility === 'visible') {
        pageLayout.setPrintArea(areaAddress(print.area));
        if (print.titleRows !== undefined) {
          pageLayout.setPrintTitleRows(`$${print.titleRows[0]}:$${print.titleRows[1]}`);
        }
      }
    }),
  ];
}

/** Breaks of the product's before, which may have stood elsewhere, go with all others of the sheet. */
function breakSteps(breaks: readonly number[] = []): Step[] {
  return breaks.length === 0
    ? []
    : [
        sheetStep(2 + breaks.length * 3, ({ horizontalPageBreaks }) => {
          horizontalPageBreaks.removePageBreaks();
          breaks.forEach((row) => {
            horizontalPageBreaks.add(`A${row + 1}`);
          });
        }),
      ];
}

interface Run {
  readonly value: number;
  readonly first: number;
  readonly last: number;
}

/** Runs of neighbours that share a value, such as a height. */
function runsOf(values: Iterable<readonly [index: number, value: number]>): Run[] {
  const groups = new Map<number, number[]>();
  for (const [index, value] of values) {
    groups.set(value, [...(groups.get(value) ?? []), index]);
  }
  return [...groups].flatMap(([value, indexes]) =>
    rectanglesOf(indexes.map((row) => ({ row, column: 1 }))).map(({ top, bottom }) => ({
      value,
      first: top,
      last: bottom,
    })),
  );
}
