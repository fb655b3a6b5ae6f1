/**
 * The settings of a sheet that exceljs writes wrongly, partly or only cell by cell, as elements of the sheet's part
 * (ECMA-376 part 1, 18.3.1).
 */

import { areaText, LAST_COLUMN } from '../model/area';
import { keyColumn, keyRow } from '../model/cells';
import type { Area } from '../model/area';
import type {
  HeaderFooter,
  Operator,
  PageLayout,
  Sheet,
  SheetProtection,
  Validation,
} from '../model/workbook';
import { counted, element, protectEscapes } from './xml-text';

const POINTS_PER_INCH = 72;

/** Office.js's names of papers by the numbers that files hold. */
export const PAPERS: ReadonlyMap<string, number> = new Map([
  ['Letter', 1],
  ['Legal', 5],
  ['A3', 8],
  ['A4', 9],
  ['A5', 11],
]);

export const OPERATORS: Readonly<Record<Operator, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

const COMMENTS = { NoComments: undefined, EndSheet: 'atEnd', InPlace: 'asDisplayed' } as const;
const ERRORS = { AsDisplayed: undefined, Blank: 'blank', Dash: 'dash', NotAvailable: 'NA' } as const;

/** What stands right behind the cells. */
export function afterCells(sheet: Sheet): string {
  const merges = sheet.merges.map((area) => element('mergeCell', { ref: areaText(area) }));
  return (sheet.protection === null ? '' : protectionXml(sheet.protection)) + counted('mergeCells', merges);
}

/** What stands between the conditional formats and the pictures. `linkId` gives relationships of links that lead outside. */
export function afterFormats(sheet: Sheet, linkId: (address: string) => string): string {
  return (
    counted('dataValidations', sheet.validations.map(validationXml)) +
    hyperlinksXml(sheet, linkId) +
    printXml(sheet.layout) +
    headerFooterXml(sheet.layout) +
    pageBreaksXml(sheet)
  );
}

function pageBreaksXml({ pageBreaks }: Sheet): string {
  const breaks = pageBreaks.map((row) => element('brk', { id: row - 1, max: LAST_COLUMN - 1, man: true }));
  return breaks.length === 0
    ? ''
    : element('rowBreaks', { count: breaks.length, manualBreakCount: breaks.length }, breaks.join(''));
}

export function areasText(areas: readonly Area[]): string {
  return areas.map(areaText).join(' ');
}

function protectionXml({ options, selectionMode }: SheetProtection): string {
  return element('sheetProtection', {
    sheet: true,
    objects: !options.allowEditObjects,
    scenarios: !options.allowEditScenarios,
    formatCells: !options.allowFormatCells,
    formatColumns: !options.allowFormatColumns,
    formatRows: !options.allowFormatRows,
    insertColumns: !options.allowInsertColumns,
    insertRows: !options.allowInsertRows,
    insertHyperlinks: !options.allowInsertHyperlinks,
    deleteColumns: !options.allowDeleteColumns,
    deleteRows: !options.allowDeleteRows,
    selectLockedCells: selectionMode === 'Normal' ? undefined : true,
    sort: !options.allowSort,
    autoFilter: !options.allowAutoFilter,
    pivotTables: !options.allowPivotTables,
    selectUnlockedCells: selectionMode === 'None' ? true : undefined,
  });
}

function validationXml(validation: Validation): string {
  const { type, operator, areas, formulas, error, prompt, ignoreBlanks, dropDown } = validation;
  const content = formulas.map(
    (formula, index) => `<formula${index + 1}>${escapedFormula(formula)}</formula${index + 1}>`,
  );
  return element(
    'dataValidation',
    {
      type,
      errorStyle: error.style === 'Stop' ? undefined : error.style.toLowerCase(),
      operator: operator === undefined || operator === 'Between' ? undefined : OPERATORS[operator],
      allowBlank: ignoreBlanks ? true : undefined,
      showDropDown: type === 'list' && !dropDown ? true : undefined,
      showInputMessage: prompt.show ? true : undefined,
      showErrorMessage: error.show ? true : undefined,
      errorTitle: textAttribute(error.title),
      error: textAttribute(error.message),
      promptTitle: textAttribute(prompt.title),
      prompt: textAttribute(prompt.message),
      sqref: areasText(areas),
    },
    content.join(''),
  );
}

function escapedFormula(formula: string): string {
  return formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function textAttribute(text: string): string | undefined {
  return text === '' ? undefined : protectEscapes(text);
}

function hyperlinksXml(sheet: Sheet, linkId: (address: string) => string): string {
  const links = [...sheet.cells].flatMap(([key, { link }]) => {
    const row = keyRow(key);
    const column = keyColumn(key);
    return link === undefined
      ? []
      : [
          element('hyperlink', {
            ref: areaText({ top: row, bottom: row, left: column, right: column }),
            'r:id': link.address === undefined ? undefined : linkId(link.address),
            location: link.documentReference,
            tooltip: link.screenTip,
          }),
        ];
  });
  return links.length === 0 ? '' : element('hyperlinks', {}, links.join(''));
}

function printXml(layout: PageLayout): string {
  const options = {
    horizontalCentered: layout.centerHorizontally || undefined,
    verticalCentered: layout.centerVertically || undefined,
    headings: layout.printHeadings || undefined,
    gridLines: layout.printGridlines || undefined,
  };
  const { zoom, margins } = layout;
  const inches = Object.entries(margins).map(
    ([side, points]) => [side, rounded(points / POINTS_PER_INCH)] as const,
  );
  return (
    (Object.values(options).some((value) => value !== undefined) ? element('printOptions', options) : '') +
    element('pageMargins', Object.fromEntries(inches)) +
    element('pageSetup', {
      paperSize: PAPERS.get(layout.paperSize),
      scale: 'scale' in zoom && zoom.scale !== 100 ? zoom.scale : undefined,
      firstPageNumber: layout.firstPageNumber === '' ? undefined : layout.firstPageNumber,
      fitToWidth: 'fitWidth' in zoom ? zoom.fitWidth : undefined,
      fitToHeight: 'fitWidth' in zoom ? zoom.fitHeight : undefined,
      pageOrder: layout.printOrder === 'OverThenDown' ? 'overThenDown' : undefined,
      orientation: layout.orientation.toLowerCase(),
      blackAndWhite: layout.blackAndWhite || undefined,
      draft: layout.draftMode || undefined,
      cellComments: COMMENTS[layout.printComments],
      useFirstPageNumber: layout.firstPageNumber === '' ? undefined : true,
      errors: ERRORS[layout.printErrors],
    })
  );
}

/** Points come from inches and go back to them: without the noise of the division. */
function rounded(inches: number): number {
  return Math.round(inches * 1e6) / 1e6;
}

function headerFooterXml({ headersFooters }: PageLayout): string {
  const { state, useSheetMargins, useSheetScale, defaultForAllPages, firstPage, evenPages, oddPages } =
    headersFooters;
  const oddAndEven = state === 'OddAndEven' || state === 'FirstOddAndEven';
  const first = state === 'FirstAndDefault' || state === 'FirstOddAndEven';
  const parts = [
    ...sections('odd', oddAndEven ? oddPages : defaultForAllPages),
    ...(oddAndEven ? sections('even', evenPages) : []),
    ...(first ? sections('first', firstPage) : []),
  ].filter(([, text]) => text !== '');
  const attributes = {
    differentOddEven: oddAndEven || undefined,
    differentFirst: first || undefined,
    scaleWithDoc: useSheetScale ? undefined : false,
    alignWithMargins: useSheetMargins ? undefined : false,
  };
  if (parts.length === 0 && Object.values(attributes).every((value) => value === undefined)) {
    return '';
  }
  const content = parts.map(([name, text]) => element(name, {}, escapedFormula(protectEscapes(text))));
  return element('headerFooter', attributes, content.join(''));
}

function sections(pages: string, texts: HeaderFooter): readonly (readonly [name: string, text: string])[] {
  const joined = (left: string, center: string, right: string): string =>
    (left === '' ? '' : `&L${left}`) +
    (center === '' ? '' : `&C${center}`) +
    (right === '' ? '' : `&R${right}`);
  return [
    [`${pages}Header`, joined(texts.leftHeader, texts.centerHeader, texts.rightHeader)],
    [`${pages}Footer`, joined(texts.leftFooter, texts.centerFooter, texts.rightFooter)],
  ];
}
