/** Print set-up of a file's sheet put into a page layout of the emulated Excel. */

import type { Element } from '@xmldom/xmldom';
import type { HeaderFooter, PageLayout } from '../model/workbook';
import { attribute, child, isOn, numberAttribute, textOf } from './read-parts';
import { PAPERS } from './sheet-xml';

const POINTS_PER_INCH = 72;
const SIDES = ['top', 'bottom', 'left', 'right', 'header', 'footer'] as const;

export function readPrint(layout: PageLayout, root: Element): void {
  const options = child(root, 'printOptions');
  layout.centerHorizontally = isOn(options, 'horizontalCentered');
  layout.centerVertically = isOn(options, 'verticalCentered');
  layout.printGridlines = isOn(options, 'gridLines');
  layout.printHeadings = isOn(options, 'headings');
  const margins = child(root, 'pageMargins');
  for (const side of SIDES) {
    const inches = numberAttribute(margins, side);
    if (inches !== undefined) {
      layout.margins[side] = Math.round(inches * POINTS_PER_INCH * 1000) / 1000;
    }
  }
  readSetup(layout, root);
  readHeaderFooter(layout.headersFooters, child(root, 'headerFooter'));
}

function readSetup(layout: PageLayout, root: Element): void {
  const setup = child(root, 'pageSetup');
  const paper = numberAttribute(setup, 'paperSize');
  layout.paperSize = [...PAPERS].find(([, number]) => number === paper)?.[0] ?? layout.paperSize;
  layout.orientation = attribute(setup, 'orientation') === 'landscape' ? 'Landscape' : 'Portrait';
  layout.zoom = isOn(child(child(root, 'sheetPr'), 'pageSetUpPr'), 'fitToPage')
    ? {
        fitWidth: numberAttribute(setup, 'fitToWidth') ?? 1,
        fitHeight: numberAttribute(setup, 'fitToHeight') ?? 1,
      }
    : { scale: numberAttribute(setup, 'scale') ?? 100 };
  layout.printOrder = attribute(setup, 'pageOrder') === 'overThenDown' ? 'OverThenDown' : 'DownThenOver';
  layout.blackAndWhite = isOn(setup, 'blackAndWhite');
  layout.draftMode = isOn(setup, 'draft');
  const comments = attribute(setup, 'cellComments');
  layout.printComments =
    comments === 'atEnd' ? 'EndSheet' : comments === 'asDisplayed' ? 'InPlace' : 'NoComments';
  const errors = attribute(setup, 'errors');
  layout.printErrors =
    errors === 'blank'
      ? 'Blank'
      : errors === 'dash'
        ? 'Dash'
        : errors === 'NA'
          ? 'NotAvailable'
          : 'AsDisplayed';
  layout.firstPageNumber = isOn(setup, 'useFirstPageNumber')
    ? (numberAttribute(setup, 'firstPageNumber') ?? '')
    : '';
}

function readHeaderFooter(texts: PageLayout['headersFooters'], element: Element | undefined): void {
  const oddAndEven = isOn(element, 'differentOddEven');
  const first = isOn(element, 'differentFirst');
  texts.state = oddAndEven
    ? first
      ? 'FirstOddAndEven'
      : 'OddAndEven'
    : first
      ? 'FirstAndDefault'
      : 'Default';
  texts.useSheetScale = isOn(element, 'scaleWithDoc', true);
  texts.useSheetMargins = isOn(element, 'alignWithMargins', true);
  const fill = (target: HeaderFooter, pages: string): void => {
    const header = sections(textOf(child(element, `${pages}Header`)));
    const footer = sections(textOf(child(element, `${pages}Footer`)));
    Object.assign(target, {
      leftHeader: header.L,
      centerHeader: header.C,
      rightHeader: header.R,
      leftFooter: footer.L,
      centerFooter: footer.C,
      rightFooter: footer.R,
    });
  };
  fill(oddAndEven ? texts.oddPages : texts.defaultForAllPages, 'odd');
  if (oddAndEven) {
    fill(texts.evenPages, 'even');
  }
  if (first) {
    fill(texts.firstPage, 'first');
  }
}

/** Parts behind «&L», «&C» and «&R»; «&&» is a plain sign, and text before any of them stands in the middle. */
function sections(text: string): { L: string; C: string; R: string } {
  const found = { L: '', C: '', R: '' };
  let at: keyof typeof found = 'C';
  for (const part of text.match(/&&|&[LCR]|[^&]+|&/g) ?? []) {
    if (part === '&L' || part === '&C' || part === '&R') {
      at = part.slice(1) as keyof typeof found;
    } else {
      found[at] += part;
    }
  }
  return found;
}
