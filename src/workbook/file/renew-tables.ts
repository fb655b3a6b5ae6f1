/** Native tables of a sheet that is renewed: one that stands keeps its name, its formulas and a person's columns. */
import { areaAddress } from '../area';
import type { AreaSpec, SheetSpec } from '../spec';
import { adoptTable } from './adopt-tables';
import { meet } from './areas';
import { areaOf } from './formula-looks';
import { type Parts, parsePart } from './parts';
import { freeId, relationsOf, setRelations, targetPart } from './relations';
import { relationType, removePart, type TargetPackage } from './target-package';
import {
  childElement,
  childElements,
  createLike,
  documentOf,
  type Element,
  RELATIONSHIP_NAMESPACE,
  rootOf,
  xmlBytes,
} from './xml';
import { putSections } from './sheet-sections';

interface StandingTable {
  readonly id: string;
  readonly part: string;
  readonly root: Element;
  readonly area: AreaSpec;
}

/**
 * Brings the tables of `spec` to the sheet whose part is `part` and whose element is `sheet`; `source` is the same sheet
 * in the package `fresh`. A table that is only in the way becomes plain cells; others stay as they are.
 */
export function renewTables(
  target: TargetPackage,
  part: string,
  sheet: Element,
  fresh: Parts,
  source: string,
  spec: SheetSpec,
): void {
  const { parts } = target;
  const standing = tablesOf(parts, part);
  const news = tablesOf(fresh, source);
  const gone = new Set<string>();
  const ids: string[] = [];
  for (const { name, area } of spec.tables) {
    const wanted = news.find(({ root }) => root.getAttribute('displayName') === name);
    if (wanted === undefined) continue;
    const met = standing.filter((table) => meet(table.area, area));
    const same = met.find((table) => table.area.top === area.top && table.area.left === area.left);
    for (const other of met) if (other !== same) gone.add(other.id);
    if (same === undefined) {
      ids.push(relate(parts, part, adoptTable(target, fresh, wanted.part)));
    } else if (grow(same, wanted, wanted.area)) {
      parts.set(same.part, xmlBytes(documentOf(same.root)));
    }
  }
  for (const { id, part: table } of standing) if (gone.has(id)) removePart(parts, table);
  setRelations(
    parts,
    part,
    relationsOf(parts, part).filter(({ id }) => !gone.has(id)),
  );
  listTables(sheet, gone, ids);
}

function tablesOf(parts: Parts, part: string): readonly StandingTable[] {
  return relationsOf(parts, part)
    .filter(({ kind }) => kind === 'table')
    .map((relation) => {
      const table = targetPart(parts, part, relation);
      const root = rootOf(parsePart(parts, table));
      return { id: relation.id, part: table, root, area: areaOf(root.getAttribute('ref') ?? 'A1') };
    });
}

function relate(parts: Parts, part: string, table: string): string {
  const relations = relationsOf(parts, part);
  const id = freeId(relations);
  const added = { id, kind: 'table', type: relationType('table'), target: `/${table}`, external: false };
  setRelations(parts, part, [...relations, added]);
  return id;
}

/** Gives a standing table its new size and headings; columns that a person added to the right stay in it. Whether it changed. */
function grow(table: StandingTable, wanted: StandingTable, area: AreaSpec): boolean {
  const { root } = table;
  const wide = { ...area, right: Math.max(area.right, table.area.right) };
  const list = childElement(root, 'tableColumns');
  const news = columnsOf(wanted.root);
  if (list === undefined) return false;
  const olds = childElements(list, 'tableColumn');
  const names = news.map((column) => column.getAttribute('name') ?? '');
  const same = names.every((name, index) => olds[index]?.getAttribute('name') === name);
  if (same && areaAddress(wide) === areaAddress(table.area)) return false;

  const beside = olds.slice(news.length);
  const byName = new Map(olds.map((column) => [column.getAttribute('name') ?? '', column]));
  let last = Math.max(0, ...olds.map((column) => Number(column.getAttribute('id'))));
  const columns = names.map((name) => {
    const known = byName.get(name);
    if (known !== undefined && !beside.includes(known)) return known;
    const made = createLike(list, 'tableColumn');
    last += 1;
    made.setAttribute('id', String(last));
    made.setAttribute('name', name);
    return made;
  });
  for (const column of olds) list.removeChild(column);
  for (const column of [...columns, ...beside]) list.appendChild(column);
  list.setAttribute('count', String(columns.length + beside.length));
  root.setAttribute('ref', areaAddress(wide));
  root.removeAttribute('totalsRowCount');
  root.setAttribute('totalsRowShown', '0');
  childElement(root, 'autoFilter')?.setAttribute('ref', areaAddress(wide));
  const order = childElement(root, 'sortState');
  if (order !== undefined) root.removeChild(order);
  return true;
}

function columnsOf(table: Element): readonly Element[] {
  const list = childElement(table, 'tableColumns');
  return list === undefined ? [] : childElements(list, 'tableColumn');
}

function listTables(sheet: Element, gone: ReadonlySet<string>, added: readonly string[]): void {
  const list = childElement(sheet, 'tableParts') ?? createLike(sheet, 'tableParts');
  for (const item of childElements(list)) {
    if (gone.has(item.getAttributeNS(RELATIONSHIP_NAMESPACE, 'id') ?? '')) list.removeChild(item);
  }
  for (const id of added) {
    const item = createLike(list, 'tablePart');
    item.setAttributeNS(RELATIONSHIP_NAMESPACE, 'r:id', id);
    list.appendChild(item);
  }
  const count = childElements(list).length;
  list.setAttribute('count', String(count));
  putSections(sheet, 'tableParts', count === 0 ? [] : [list]);
}
