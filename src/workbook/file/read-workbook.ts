/** Reads an .xlsx or .xlsm file into a grid. Works in a browser as in Node. */
import type { Grid } from '../grid';
import type { FormulaDetail, ReadResult } from '../port';
import type { ByteWork } from './read/byte-work';
import type { SharedText } from './read/cell-value';
import { DEFAULT_CAPS, type ReadCaps } from './read/caps';
import { ReadFailure } from './read/failure';
import { gridCells } from './read/grid-cells';
import { NO_RELATIONS, openPackage, type Package, type Relation } from './read/package';
import { PORTABLE_BYTES } from './read/portable-bytes';
import { readSharedStrings } from './read/shared-strings';
import { readSheetPart, type SheetContext } from './read/sheet-part';
import { refuseByEntries, refuseByFirstBytes } from './read/sniff';
import { readDateStyles } from './read/styles-part';
import { readWorkbookPart } from './read/workbook-part';

/**
 * The grid of a workbook file (ISO/IEC 29500, strict or transitional), or why it can't be read. Never throws for what
 * the bytes hold; time and memory are bounded by `caps`.
 * `work`: the host's own way with bytes, where it has a faster one. `formulas`: «marks» leaves their texts out.
 */
export function readWorkbookFile(
  bytes: Uint8Array,
  caps: ReadCaps = DEFAULT_CAPS,
  work: ByteWork = PORTABLE_BYTES,
  formulas: FormulaDetail = 'texts',
): ReadResult {
  try {
    return { ok: true, grid: readGrid(bytes, caps, work, formulas) };
  } catch (thrown) {
    if (thrown instanceof ReadFailure) {
      return { ok: false, reason: thrown.reason, detail: thrown.detail };
    }
    throw thrown;
  }
}

function readGrid(bytes: Uint8Array, caps: ReadCaps, work: ByteWork, formulas: FormulaDetail): Grid {
  refuseByFirstBytes(bytes);
  if (bytes.length > caps.fileBytes) {
    throw new ReadFailure('too-large', `the file has ${bytes.length} bytes`);
  }
  const parts = openPackage(bytes, caps, work);
  refuseByEntries(parts);
  const workbook = readWorkbookPart(parts, caps);
  const partOf = (type: string): string | undefined =>
    workbook.relations.find((relation) => relation.type === type && !relation.external)?.target;

  const texts = new Map<number, SharedText>();
  const context: SheetContext = {
    caps,
    date1904: workbook.date1904,
    dateStyles: readDateStyles(parts, partOf('styles'), caps),
    sharedText: (index) => {
      const known = texts.get(index);
      if (known !== undefined) {
        return known;
      }
      const wanted: SharedText = { kind: 'text', text: '' };
      texts.set(index, wanted);
      return wanted;
    },
    formulas,
    kept: { cells: 0, areas: 0 },
  };
  const sheets = workbook.sheets.map((entry) => ({
    entry,
    sheet: readSheetPart(parts, entry.part, context),
  }));
  readSharedStrings(parts, partOf('sharedStrings'), texts, caps);
  return {
    sheets: sheets.map(({ entry: { name, visibility, part }, sheet }) => {
      const relations = sheet.links.length === 0 ? NO_RELATIONS : parts.relations(part);
      return { name, visibility, cells: gridCells(sheet, part, relations) };
    }),
    features: featuresOf(parts, workbook.relations),
  };
}

/** By relations and by names, since either may be left behind. */
function featuresOf(parts: Package, relations: readonly Relation[]): Grid['features'] {
  const related = (type: string): boolean => relations.some((relation) => relation.type === type);
  const named = (pattern: RegExp): boolean => parts.names.some((name) => pattern.test(name));
  const macros = related('vbaProject') || related('xlMacrosheet') || named(/(?:^|\/)vbaProject\.bin$/i);
  const external = related('externalLink') || named(/^xl\/externalLinks\/[^/]+\.xml$/i);
  return [...(macros ? (['macros'] as const) : []), ...(external ? (['external-links'] as const) : [])];
}
