/** Finds braces of placeholders that stand outside of cells, where nothing is filled. */
import type { BracesElsewhere } from '../fill';
import { openPackage, partOfKind, withReadableParts, worksheetPart } from './target-package';
import { listedSheets } from './workbook-index';
import { decode } from './xml';

const BRACES = '{{';
/** Copies of cells that charts keep. */
const CACHES = /<(?:\w+:)?(str|num|multiLvlStr)Cache\b[\s\S]*?<\/(?:\w+:)?\1Cache>/g;
const HEADERS = /<(?:\w+:)?headerFooter\b[\s\S]*?<\/(?:\w+:)?headerFooter>/;

/** Headers and footers by sheet, other parts of the file by name. Throws `ReplaceSheetsError` as `fillCells` does. */
export function bracesElsewhere(bytes: Uint8Array): readonly BracesElsewhere[] {
  const target = withReadableParts(() => openPackage(bytes));
  const sheetOf = new Map(
    listedSheets(target.workbook).map((listed) => [worksheetPart(target, listed), listed.name] as const),
  );
  const strings = partOfKind(target, 'sharedStrings');
  return [...target.parts].flatMap(([part, content]): BracesElsewhere[] => {
    if (!/\.(xml|vml)$/i.test(part) || part === strings) return [];
    const text = decode(content).replace(CACHES, '');
    const sheet = sheetOf.get(part);
    if (sheet === undefined) return text.includes(BRACES) ? [{ sheet: null, part }] : [];
    return HEADERS.exec(text)?.[0].includes(BRACES) ? [{ sheet, part: null }] : [];
  });
}
