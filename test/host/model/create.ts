/** New workbooks and sheets, as Excel in Russian makes them. */

import { area } from './area';
import { NORMAL_STYLE } from './style';
import type { HeaderFooter, PageLayout, Sheet, Workbook } from './workbook';

const STANDARD_PIXELS = 64;
const POINTS_PER_INCH = 72;

/** A workbook with empty sheets of these names, the first of them active. */
export function createWorkbook(sheetNames: readonly string[] = ['Лист1'], name = 'Книга1.xlsx'): Workbook {
  const [first, ...rest] = sheetNames;
  const firstSheet = createSheet(first ?? 'Лист1', 1);
  const sheets = [firstSheet, ...rest.map((sheetName, index) => createSheet(sheetName, index + 2))];
  return {
    name,
    sheets,
    names: [],
    selection: { sheet: firstSheet, areas: [area(1, 1)] },
    readOnly: false,
    protection: null,
    date1904: false,
    calculationMode: 'Automatic',
    settings: new Map(),
    properties: new Map(),
    saved: true,
    counter: sheets.length,
  };
}

/** Puts a new empty sheet behind the others; the name is taken as it is. */
export function addSheet(workbook: Workbook, name: string): Sheet {
  const sheet = createSheet(name, nextNumber(workbook));
  workbook.sheets.push(sheet);
  return sheet;
}

/** A number that nothing of this workbook has had yet. */
export function nextNumber(workbook: Workbook): number {
  workbook.counter += 1;
  return workbook.counter;
}

function createSheet(name: string, number: number): Sheet {
  return {
    id: `{00000000-0001-0000-${number.toString(16).toUpperCase().padStart(4, '0')}-000000000000}`,
    name,
    visibility: 'Visible',
    tabColor: '',
    cells: new Map(),
    rows: new Map(),
    columns: new Map(),
    style: NORMAL_STYLE,
    standardPixels: STANDARD_PIXELS,
    merges: [],
    validations: [],
    conditionalFormats: [],
    tables: [],
    charts: [],
    pageBreaks: [],
    protection: null,
    layout: createLayout(),
    freeze: null,
    showGridlines: true,
    showHeadings: true,
    notes: new Map(),
    customProperties: new Map(),
  };
}

function createLayout(): PageLayout {
  return {
    orientation: 'Portrait',
    paperSize: 'A4',
    zoom: { scale: 100 },
    margins: {
      top: 0.75 * POINTS_PER_INCH,
      bottom: 0.75 * POINTS_PER_INCH,
      left: 0.7 * POINTS_PER_INCH,
      right: 0.7 * POINTS_PER_INCH,
      header: 0.3 * POINTS_PER_INCH,
      footer: 0.3 * POINTS_PER_INCH,
    },
    centerHorizontally: false,
    centerVertically: false,
    blackAndWhite: false,
    draftMode: false,
    printGridlines: false,
    printHeadings: false,
    printOrder: 'DownThenOver',
    printComments: 'NoComments',
    printErrors: 'AsDisplayed',
    firstPageNumber: '',
    printAreas: [],
    titleRows: null,
    titleColumns: null,
    headersFooters: {
      state: 'Default',
      useSheetMargins: true,
      useSheetScale: true,
      defaultForAllPages: blankHeaderFooter(),
      firstPage: blankHeaderFooter(),
      evenPages: blankHeaderFooter(),
      oddPages: blankHeaderFooter(),
    },
  };
}

function blankHeaderFooter(): HeaderFooter {
  return {
    leftHeader: '',
    centerHeader: '',
    rightHeader: '',
    leftFooter: '',
    centerFooter: '',
    rightFooter: '',
  };
}
