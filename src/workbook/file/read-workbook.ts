/** Reads an .xlsx or .xlsm file into a grid. Works in a browser as in Node. */
import type { Grid, GridValue } from '../grid';
import type { ReadResult } from '../port';
import type { ByteWork } from './read/byte-work';
import { DEFAULT_CAPS, type ReadCaps } from './read/caps';
import { ReadFailure } from './read/failure';
import { gridCells } from './read/grid-cells';
import { openPackage, type Package, type Relation } from './read/package';
import { PORTABLE_BYTES } from './read/portable-bytes';
import { readSharedStrings } from './read/shared-strings';
import { readSheetPart, type SheetContext } from './read/sheet-part';
import { refuseByEntries, refuseByFirstBytes } from './read/sniff';
import { readDateStyles } from './read/styles-part';
import { readWorkbookPart } from './read/workbook-part';

/**
 * The grid of a workbook file (ISO/IEC 29500, strict or transitional), or why it can't be read. Never throws for what
 * the bytes hold; time and memory are bounded by `caps`, of which single ones may be given instead of the defaults.
 * `work`: the host's own way with bytes, where it has a faster one.
 */
export function readWorkbookFile(
  bytes: Uint8Array,
  caps: Partial<ReadCaps> = {},
  work: ByteWork = PORTABLE_BYTES,
): ReadResult {
  try {
    return { ok: true, grid: readGrid(bytes, { ...DEFAULT_CAPS, ...caps }, work) };
  } catch (thrown) {
    if (thrown instanceof ReadFailure) {
      return { ok: false, reason: thrown.reason, detail: thrown.detail };
    }
    throw thrown;
  }
}

function readGrid(bytes: Uint8Array, caps: ReadCaps, work: ByteWork): Grid {
  refuseByFirstBytes(bytes);
  if (bytes.length > caps.fileBytes) {
    throw new ReadFailure('too-large', `the file has ${bytes.length} bytes`);
  }
  const parts = openPackage(bytes, caps, work);
  refuseByEntries(parts);
  const workbook = readWorkbookPart(parts, caps);
  const partOf = (type: string): string | undefined =>
    workbook.relations.find((relation) => relation.type === type && !relation.external)?.target;

  const context: SheetContext = {
    caps,
    date1904: workbook.date1904,
    isDateStyle: readDateStyles(parts, partOf('styles'), caps),
    kept: { cells: 0, areas: 0 },
  };
  const sheets = workbook.sheets.map((entry) => ({
    entry,
    sheet: readSheetPart(parts, entry.part, context),
  }));
  const wanted = new Set<number>();
  for (const { sheet } of sheets) {
    for (const { value } of sheet.cells) {
      if (value?.kind === 'shared') {
        wanted.add(value.index);
      }
    }
  }
  const textOf = textValues(readSharedStrings(parts, partOf('sharedStrings'), wanted, caps));
  return {
    sheets: sheets.map(({ entry, sheet }) => ({
      name: entry.name,
      visibility: entry.visibility,
      cells: gridCells(sheet, {
        part: entry.part,
        relations: sheet.links.length === 0 ? new Map() : parts.relations(entry.part),
        textOf,
      }),
    })),
    features: featuresOf(parts, workbook.relations),
  };
}

/** One value for all cells that share a string. */
function textValues(strings: ReadonlyMap<number, string>): (index: number) => GridValue {
  const values = new Map<number, GridValue>();
  for (const [index, text] of strings) {
    values.set(index, { kind: 'text', text });
  }
  return (index) => values.get(index) ?? { kind: 'text', text: '' };
}

/** By relations and by names, since either may be left behind. */
function featuresOf(parts: Package, relations: readonly Relation[]): Grid['features'] {
  const related = (type: string): boolean => relations.some((relation) => relation.type === type);
  const named = (pattern: RegExp): boolean => parts.names.some((name) => pattern.test(name));
  const macros = related('vbaProject') || related('xlMacrosheet') || named(/(?:^|\/)vbaProject\.bin$/i);
  const external = related('externalLink') || named(/^xl\/externalLinks\/[^/]+\.xml$/i);
  return [...(macros ? (['macros'] as const) : []), ...(external ? (['external-links'] as const) : [])];
}
