/** Sections of a sheet's part, put in their places. */
import { childElements, type Element, insertInOrder } from './xml';

/** Children of `worksheet` in the order of the schema (18.3.1.99). */
const SECTIONS = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr'],
  ...['sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate'],
  ...[
    'customSheetViews',
    'mergeCells',
    'phoneticPr',
    'conditionalFormatting',
    'dataValidations',
    'hyperlinks',
  ],
  ...[
    'printOptions',
    'pageMargins',
    'pageSetup',
    'headerFooter',
    'rowBreaks',
    'colBreaks',
    'customProperties',
  ],
  ...[
    'cellWatches',
    'ignoredErrors',
    'smartTags',
    'drawing',
    'legacyDrawing',
    'legacyDrawingHF',
    'drawingHF',
  ],
  ...['picture', 'oleObjects', 'controls', 'webPublishItems', 'tableParts', 'extLst'],
];

/** Puts sections of one name in place of those that the sheet has. */
export function putSections(sheet: Element, name: string, sections: readonly Element[]): void {
  for (const old of childElements(sheet, name)) sheet.removeChild(old);
  for (const section of sections) insertInOrder(sheet, section, SECTIONS);
}
