/**
 * A sheet that exceljs wrote for a package of its own, made fit for another one. The text of exceljs is regular and a
 * «<» in it is always markup, so that a sheet, which may be large, is changed as text.
 */

import { decode } from './xml';

export interface Transplant {
  /** Index of a look in the sheet's own package → in the new one. */
  readonly cellLooks: readonly number[];
  readonly conditionalLooks: readonly number[];
  /** Content of every shared string of the sheet's own package, as XML. */
  readonly strings: readonly string[];
  /** Ids of relations to tables, in the sheet's own package → in the new one. */
  readonly tableIds: ReadonlyMap<string, string>;
  /** Elements such as `<drawing r:id="rId1"/>`, in their order, that are put in from the sheet that is replaced. */
  readonly kept: string;
  readonly selected: boolean;
}

/** Contents of the shared strings of a package by exceljs; none where it has no table of them. */
export function sharedStrings(part: Uint8Array | undefined): string[] {
  const text = part === undefined ? '' : decode(part);
  return Array.from(text.matchAll(/<si>(.*?)<\/si>/gs), ([, content]) => content ?? '');
}

/** The sheet's text. Its strings stand in its cells, so that the other package's table of strings stays as it is. */
export function transplantSheet(sheet: Uint8Array, to: Transplant): string {
  const text = decode(sheet)
    .replace(/<(?:c|row|col) [^>]*>/g, (tag) =>
      tag.replace(/ (s|style)="(\d+)"/, (_, name: string, look: string) => {
        return ` ${name}="${to.cellLooks[Number(look)] ?? 0}"`;
      }),
    )
    .replace(/(<c [^>]*) t="s"><v>(\d+)<\/v>/g, (_, cell: string, index: string) => {
      return `${cell} t="inlineStr"><is>${to.strings[Number(index)] ?? ''}</is>`;
    })
    .replace(/(<cfRule [^>]*dxfId=")(\d+)"/g, (_, rule: string, look: string) => {
      return `${rule}${to.conditionalLooks[Number(look)] ?? 0}"`;
    })
    .replace(/(<tablePart [^>]*r:id=")([^"]*)"/g, (_, part: string, id: string) => {
      return `${part}${to.tableIds.get(id) ?? id}"`;
    })
    .replace(' tabSelected="1"', '')
    .replace('<sheetView ', to.selected ? '<sheetView tabSelected="1" ' : '<sheetView ');
  const [end] = [text.indexOf('<tableParts'), lastOfSheet(text), text.lastIndexOf('</worksheet>')].filter(
    (at) => at >= 0,
  );
  return text.slice(0, end) + to.kept + text.slice(end);
}

/** Where the extensions of the sheet itself begin, such as those of data bars; those of single rules come earlier. */
function lastOfSheet(text: string): number {
  return text.endsWith('</extLst></worksheet>') ? text.lastIndexOf('<extLst>') : -1;
}

/** What people put on a sheet that is to be replaced and that can move to the new one: drawings (charts) and notes. */
export function keptElements(old: Uint8Array): { readonly xml: string; readonly ids: ReadonlySet<string> } {
  const found = Array.from(
    decode(old).matchAll(/<(?:\w+:)?(drawing|legacyDrawing) [^>]*?\w+:id=(["'])(.*?)\2/g),
    ([, name, , id]) => ({ name: name ?? '', id: id ?? '' }),
  );
  return {
    xml: found.map(({ name, id }) => `<${name} r:id="${id}"/>`).join(''),
    ids: new Set(found.map(({ id }) => id)),
  };
}

/** Whether a sheet is among the selected ones of its workbook. */
export function isSelected(sheet: Uint8Array): boolean {
  return /<(?:\w+:)?sheetView [^>]*tabSelected=["'](?:1|true)["']/.test(decode(sheet));
}
