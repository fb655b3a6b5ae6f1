/** The workbook's own part: its sheets in order, and which system its dates are in (18.2). */
import type { GridSheet } from '../../grid';
import type { ReadCaps } from './caps';
import { ReadFailure, within } from './failure';
import type { Package, Relation } from './package';
import { partMemory } from './part-memory';
import { decodeEscapes } from './xml-text';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: GridSheet['visibility'];
  /** Name of the sheet's part. */
  readonly part: string;
}

export interface WorkbookPart {
  readonly date1904: boolean;
  /** Worksheets only: charts and dialogs hold no cells. */
  readonly sheets: readonly SheetEntry[];
  readonly relations: readonly Relation[];
}

const DEFAULT_NAME = 'xl/workbook.xml';

/** What the part itself says: its sheets, each with the relation that leads to its part. */
interface SaidByPart {
  readonly date1904: boolean;
  readonly sheets: readonly (Omit<SheetEntry, 'part'> & { readonly relation: string })[];
}

const SAID = partMemory<SaidByPart>();

export function readWorkbookPart(parts: Package, caps: ReadCaps): WorkbookPart {
  const part = findWorkbook(parts);
  const relations = parts.relations(part);
  const said = parts.once(part, SAID, () => scanWorkbook(parts, part, caps));
  const sheets = said.sheets.flatMap(({ name, visibility, relation: id }): SheetEntry[] => {
    const relation = relations.get(id);
    if (relation === undefined || relation.external) {
      throw new ReadFailure('unreadable-part', `${part}: no part is named for the sheet «${name}»`);
    }
    return relation.type === 'worksheet' ? [{ name, visibility, part: relation.target }] : [];
  });
  return { date1904: said.date1904, sheets, relations: [...relations.values()] };
}

function scanWorkbook(parts: Package, part: string, caps: ReadCaps): SaidByPart {
  const sheets: SaidByPart['sheets'][number][] = [];
  let date1904 = false;
  let section = '';
  parts.scan(part, {
    open: (name, attributes, depth) => {
      if (depth === 1 && name !== 'workbook') {
        throw new ReadFailure('not-a-workbook', `${part} is a ${name.slice(0, 40)}`);
      }
      if (depth === 2) {
        section = name;
        date1904 ||= name === 'workbookPr' && isTrue(attributes.get('date1904'));
      }
      if (depth === 3 && section === 'sheets' && name === 'sheet') {
        within(sheets.length + 1, caps.sheets, 'sheets');
        sheets.push({
          name: decodeEscapes(attributes.get('name') ?? ''),
          visibility: visibilityOf(attributes.get('state')),
          // Of the relations' namespace, whatever prefix that has; the sheet's own is `sheetId`.
          relation: attributes.prefixed('id') ?? '',
        });
      }
    },
  });
  return { date1904, sheets };
}

/** Where the package says the workbook is; a package without relations has it in the usual place. */
function findWorkbook(parts: Package): string {
  const named = [...parts.relations('').values()].find((relation) => relation.type === 'officeDocument');
  if (named?.target.toLowerCase().endsWith('.bin') === true) {
    throw new ReadFailure('binary-workbook', named.target);
  }
  const found = [named?.target, DEFAULT_NAME].find((name) => name !== undefined && parts.has(name));
  if (found === undefined) {
    const torn = parts.names.some((name) => name.toLowerCase().startsWith('xl/'));
    throw new ReadFailure(torn ? 'unreadable-part' : 'not-a-workbook', 'the zip has no workbook part');
  }
  return found;
}

function visibilityOf(state: string | undefined): GridSheet['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
