/** Finds braces of placeholders that stand outside of cells, where nothing is filled. */
import type { BracesElsewhere } from '../fill';
import { refuseHuge } from './fill-cells-size';
import { parsePart, readParts } from './parts';
import { relationsOf, targetPart } from './relations';
import { listedSheets } from './workbook-index';
import { decode, rootOf } from './xml';

const BRACES = '{{';
/** Copies of cells that charts keep. */
const CACHES = /<(?:\w+:)?(str|num|multiLvlStr)Cache\b[\s\S]*?<\/(?:\w+:)?\1Cache>/g;
const HEADERS = /<(?:\w+:)?headerFooter\b[\s\S]*?<\/(?:\w+:)?headerFooter>/;

/** Headers and footers by sheet, other parts of the file by name. Throws as `refuseHuge` does. */
export function bracesElsewhere(bytes: Uint8Array): readonly BracesElsewhere[] {
  refuseHuge(bytes);
  const parts = readParts(bytes);
  const office = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (!office) return [];
  const workbookPart = targetPart(parts, '', office);
  const relations = relationsOf(parts, workbookPart);
  const sheetOf = new Map(
    listedSheets(rootOf(parsePart(parts, workbookPart))).flatMap(({ name, relationId }) => {
      const relation = relations.find(({ id }) => id === relationId);
      return relation ? [[targetPart(parts, workbookPart, relation), name] as const] : [];
    }),
  );
  const strings = relations
    .filter(({ kind }) => kind === 'sharedStrings')
    .map((relation) => targetPart(parts, workbookPart, relation));
  return [...parts].flatMap(([part, content]): BracesElsewhere[] => {
    if (!/\.(xml|vml)$/i.test(part) || strings.includes(part)) return [];
    const text = decode(content).replace(CACHES, '');
    const sheet = sheetOf.get(part);
    if (sheet === undefined) return text.includes(BRACES) ? [{ sheet: null, part }] : [];
    return HEADERS.exec(text)?.[0].includes(BRACES) ? [{ sheet, part: null }] : [];
  });
}
