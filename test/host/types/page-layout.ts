/** Page set-up: paper, margins, what is printed, headers and footers. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type HostObject, type Property } from '../host-object';
import { isWholeColumns, isWholeRows, LAST_COLUMN, LAST_ROW } from '../model/area';
import type { HeaderFooter, PageLayout, Sheet } from '../model/workbook';
import { booleanOf, isRecord, numberOf, oneOf, recordOf, textOf, wholeOf } from '../parameters';
import { placeOf, rangeOfAddress, soleArea } from './addresses';
import { guardWorkbook } from './guards';

const PAPERS = ['A3', 'A4', 'A5', 'B4', 'B5', 'Legal', 'Letter', 'Tabloid'] as const;
const POINTS = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;
const LONGEST_HEADER = 255;
const SMALLEST_SCALE = 10;
const LARGEST_SCALE = 400;
const MOST_PAGES = 32_767;

/** A member of the layout; every change asks whether the workbook may be written. */
function member<Key extends keyof PageLayout>(
  key: Key,
  check: (value: unknown) => PageLayout[Key],
): Property<Sheet> {
  return {
    get: ({ layout }) => layout[key],
    set: ({ layout }, value, excel) => {
      guardWorkbook(excel);
      layout[key] = check(value);
    },
  };
}

function margin(key: keyof PageLayout['margins']): Property<Sheet> {
  return {
    get: ({ layout }) => layout.margins[key],
    set: ({ layout }, value, excel) => {
      guardWorkbook(excel);
      layout.margins[key] = points(value);
    },
  };
}

function points(value: unknown): number {
  const number = numberOf(value);
  return number >= 0 ? number : invalidArgument();
}

function zoomOf({ layout: { zoom } }: Sheet): object {
  return 'scale' in zoom
    ? { scale: zoom.scale, horizontalFitToPages: null, verticalFitToPages: null }
    : {
        scale: null,
        horizontalFitToPages: zoom.fitWidth === 0 ? null : zoom.fitWidth,
        verticalFitToPages: zoom.fitHeight === 0 ? null : zoom.fitHeight,
      };
}

function readZoom(value: unknown): PageLayout['zoom'] {
  const { scale, horizontalFitToPages, verticalFitToPages } = recordOf(value);
  if (scale !== null && scale !== undefined) {
    const percent = wholeOf(scale);
    return percent >= SMALLEST_SCALE && percent <= LARGEST_SCALE ? { scale: percent } : invalidArgument();
  }
  return { fitWidth: pages(horizontalFitToPages), fitHeight: pages(verticalFitToPages) };
}

function pages(value: unknown): number {
  if (value === null || value === undefined) {
    return 0;
  }
  const number = wholeOf(value);
  return number >= 0 && number <= MOST_PAGES ? number : invalidArgument();
}

function textMember(key: keyof HeaderFooter): Property<HeaderFooter> {
  return {
    get: (texts) => texts[key],
    set: (texts, value, excel) => {
      guardWorkbook(excel);
      const text = textOf(value);
      texts[key] = text.length > LONGEST_HEADER ? invalidArgument() : text;
    },
  };
}

const headerFooterClass = describeClass<HeaderFooter>({
  name: 'HeaderFooter',
  properties: {
    LeftHeader: textMember('leftHeader'),
    CenterHeader: textMember('centerHeader'),
    RightHeader: textMember('rightHeader'),
    LeftFooter: textMember('leftFooter'),
    CenterFooter: textMember('centerFooter'),
    RightFooter: textMember('rightFooter'),
  },
});

const headersFootersClass = describeClass<Sheet>({
  name: 'HeaderFooterGroup',
  properties: {
    State: {
      get: ({ layout }) => layout.headersFooters.state,
      set: ({ layout }, value, excel) => {
        guardWorkbook(excel);
        layout.headersFooters.state = oneOf(
          ['Default', 'FirstAndDefault', 'OddAndEven', 'FirstOddAndEven'],
          value,
        );
      },
    },
    UseSheetMargins: {
      get: ({ layout }) => layout.headersFooters.useSheetMargins,
      set: ({ layout }, value, excel) => {
        guardWorkbook(excel);
        layout.headersFooters.useSheetMargins = booleanOf(value);
      },
    },
    UseSheetScale: {
      get: ({ layout }) => layout.headersFooters.useSheetScale,
      set: ({ layout }, value, excel) => {
        guardWorkbook(excel);
        layout.headersFooters.useSheetScale = booleanOf(value);
      },
    },
  },
  objects: {
    DefaultForAllPages: ({ layout }, excel) =>
      headerFooterClass(layout.headersFooters.defaultForAllPages, excel),
    FirstPage: ({ layout }, excel) => headerFooterClass(layout.headersFooters.firstPage, excel),
    EvenPages: ({ layout }, excel) => headerFooterClass(layout.headersFooters.evenPages, excel),
    OddPages: ({ layout }, excel) => headerFooterClass(layout.headersFooters.oddPages, excel),
  },
});

function titleRows(sheet: Sheet, excel: Excel): HostObject | null {
  const rows = sheet.layout.titleRows;
  return rows === null
    ? null
    : excel.make.range({ sheet, areas: [{ top: rows[0], bottom: rows[1], left: 1, right: LAST_COLUMN }] });
}

function titleColumns(sheet: Sheet, excel: Excel): HostObject | null {
  const columns = sheet.layout.titleColumns;
  return columns === null
    ? null
    : excel.make.range({
        sheet,
        areas: [{ top: 1, bottom: LAST_ROW, left: columns[0], right: columns[1] }],
      });
}

function printArea(sheet: Sheet, excel: Excel): HostObject | null {
  const { printAreas } = sheet.layout;
  return printAreas.length === 0 ? null : excel.make.rangeAreas({ sheet, areas: printAreas });
}

export const pageLayoutClass = describeClass<Sheet>({
  name: 'PageLayout',
  properties: {
    Orientation: member('orientation', (value) => oneOf(['Portrait', 'Landscape'], value)),
    PaperSize: member('paperSize', (value) => oneOf(PAPERS, value)),
    Zoom: {
      get: zoomOf,
      set: ({ layout }, value, excel) => {
        guardWorkbook(excel);
        layout.zoom = readZoom(value);
      },
    },
    LeftMargin: margin('left'),
    RightMargin: margin('right'),
    TopMargin: margin('top'),
    BottomMargin: margin('bottom'),
    HeaderMargin: margin('header'),
    FooterMargin: margin('footer'),
    CenterHorizontally: member('centerHorizontally', booleanOf),
    CenterVertically: member('centerVertically', booleanOf),
    BlackAndWhite: member('blackAndWhite', booleanOf),
    DraftMode: member('draftMode', booleanOf),
    PrintGridlines: member('printGridlines', booleanOf),
    PrintHeadings: member('printHeadings', booleanOf),
    PrintOrder: member('printOrder', (value) => oneOf(['DownThenOver', 'OverThenDown'], value)),
    PrintComments: member('printComments', (value) => oneOf(['NoComments', 'EndSheet', 'InPlace'], value)),
    PrintErrors: member('printErrors', (value) =>
      oneOf(['AsDisplayed', 'Blank', 'Dash', 'NotAvailable'], value),
    ),
    FirstPageNumber: member('firstPageNumber', (value) => (value === '' ? '' : wholeOf(value))),
  },
  objects: { HeadersFooters: headersFootersClass },
  methods: {
    SetPrintArea: (sheet, [range], excel) => {
      guardWorkbook(excel);
      const place = placeOf(excel, range, sheet);
      sheet.layout.printAreas = place.sheet === sheet ? place.areas : invalidArgument();
    },
    SetPrintMargins: (sheet, [unit, options], excel) => {
      guardWorkbook(excel);
      const factor = POINTS[oneOf(['Points', 'Inches', 'Centimeters'], unit)];
      const given = isRecord(options) ? options : invalidArgument();
      for (const key of ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const) {
        const value = given[key];
        if (value !== null && value !== undefined) {
          sheet.layout.margins[key] = points(value) * factor;
        }
      }
    },
    SetPrintTitleRows: (sheet, [range], excel) => {
      guardWorkbook(excel);
      const area = wholeLines(excel, range, sheet);
      sheet.layout.titleRows = isWholeRows(area) ? [area.top, area.bottom] : invalidArgument();
    },
    SetPrintTitleColumns: (sheet, [range], excel) => {
      guardWorkbook(excel);
      const area = wholeLines(excel, range, sheet);
      sheet.layout.titleColumns = isWholeColumns(area) ? [area.left, area.right] : invalidArgument();
    },
    GetPrintArea: (sheet, _, excel) => printArea(sheet, excel) ?? invalidArgument(),
    GetPrintAreaOrNullObject: (sheet, _, excel) => printArea(sheet, excel),
    GetPrintTitleRows: (sheet, _, excel) => titleRows(sheet, excel) ?? invalidArgument(),
    GetPrintTitleRowsOrNullObject: (sheet, _, excel) => titleRows(sheet, excel),
    GetPrintTitleColumns: (sheet, _, excel) => titleColumns(sheet, excel) ?? invalidArgument(),
    GetPrintTitleColumnsOrNullObject: (sheet, _, excel) => titleColumns(sheet, excel),
  },
});

function wholeLines(excel: Excel, range: unknown, sheet: Sheet): ReturnType<typeof soleArea> {
  const place =
    typeof range === 'string' ? rangeOfAddress(excel, range, sheet) : placeOf(excel, range, sheet);
  return place.sheet === sheet ? soleArea(place) : invalidArgument();
}

export const pageLayoutClasses = [pageLayoutClass, headersFootersClass, headerFooterClass] as const;
