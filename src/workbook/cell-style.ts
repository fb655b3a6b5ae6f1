/** The look of one cell, after its own format and the document's font size are taken into account. Both writers use it. */

import type { CellSpec } from './spec';
import { STYLES, type Style } from './styles';

/** Colours of the sheets' tabs, RRGGBB. */
export const TAB_COLORS = { input: 'F2C94C', document: '0B5CAD', service: '9AA5B1' } as const;

const BASE_DOCUMENT_SIZE = 12;
const DATE_FORMAT = 'dd.mm.yyyy';

/** Style of a cell; `documentFontSize` (points) replaces the size of `doc-…` styles whose size is 12. */
export function cellStyle(cell: CellSpec, documentFontSize = BASE_DOCUMENT_SIZE): Style {
  const style = STYLES[cell.style];
  const scales = cell.style.startsWith('doc-') && style.size === BASE_DOCUMENT_SIZE;
  return {
    ...style,
    size: scales ? documentFontSize : style.size,
    format: cell.format ?? formatFor(cell, style.format),
  };
}

/** Colour of a style's borders, RRGGBB: documents have black lines, working sheets quiet ones. */
export function borderColor(style: Style): string {
  return style.font === 'Times New Roman' ? '000000' : 'A8B3BD';
}

function formatFor(cell: CellSpec, format: string): string {
  if (isDate(cell.value) && !/[dy]/.test(format)) {
    return DATE_FORMAT;
  }
  // A formula in a cell of text format turns into text as soon as somebody edits it.
  return cell.formula !== undefined && format === '@' ? 'General' : format;
}

function isDate(value: CellSpec['value']): boolean {
  return typeof value === 'object';
}
