/** Tables of a sheet that comes from another package: names, numbers and parts that nothing in the new package has. */

import { type Parts, parsePart } from './parts';
import { firstFree, freeId, type Relation, relationsOf, setRelations, targetPart } from './relations';
import { contentType, folderOf, relationType, type TargetPackage } from './target-package';
import { childElement, childElements, rootOf, xmlBytes } from './xml';

/**
 * Moves the tables of a sheet of `fresh` to the sheet `part` of the target, besides the relations that this has.
 * Gives the new ids of the relations by their old ones.
 */
export function adoptTables(
  target: TargetPackage,
  fresh: Parts,
  sheet: string,
  part: string,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const relation of relationsOf(fresh, sheet)) {
    const own = relationsOf(target.parts, part);
    const id = freeId(own);
    const table = adoptTable(target, fresh, targetPart(fresh, sheet, relation));
    setRelations(target.parts, part, [
      ...own,
      { id, kind: 'table', type: relationType('table'), target: `/${table}`, external: false },
    ]);
    ids.set(relation.id, id);
  }
  return ids;
}

/** Moves one table to the target under a free name and number; the part that it is there. */
export function adoptTable(target: TargetPackage, fresh: Parts, source: string): string {
  const { parts } = target;
  const others = tablesOf(parts).map((part) => rootOf(parsePart(parts, part)));
  const document = parsePart(fresh, source);
  const table = rootOf(document);
  const wanted = table.getAttribute('displayName') ?? '';
  const taken = [
    ...others.map((other) => other.getAttribute('displayName') ?? ''),
    ...namesOf(target).map((name) => name.getAttribute('name') ?? ''),
  ];
  const name = firstFree((number) => (number === 1 ? wanted : `${wanted}_${number}`), taken);
  table.setAttribute('name', name);
  table.setAttribute('displayName', name);
  table.setAttribute(
    'id',
    firstFree(
      String,
      others.map((other) => other.getAttribute('id') ?? ''),
    ),
  );
  const folder = `${folderOf(target.workbookPart)}tables/`;
  const part = firstFree((number) => `${folder}table${number}.xml`, parts.keys());
  parts.set(part, xmlBytes(document));
  target.added.set(part, contentType('table'));
  return part;
}

/** Names of all parts that are tables. */
function tablesOf(parts: Parts): string[] {
  return [...parts.keys()].flatMap((list) => {
    const owner = /^(.*)_rels\/([^/]+)\.rels$/.exec(list);
    const part = `${owner?.[1] ?? ''}${owner?.[2] ?? ''}`;
    const isTable = ({ kind }: Relation) => kind === 'table';
    return part === ''
      ? []
      : relationsOf(parts, part)
          .filter(isTable)
          .map((to) => targetPart(parts, part, to));
  });
}

function namesOf({ workbook }: TargetPackage) {
  const names = childElement(workbook, 'definedNames');
  return names === undefined ? [] : childElements(names);
}
