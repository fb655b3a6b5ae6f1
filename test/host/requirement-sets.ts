/** Refuses members above the host's requirement sets, as a host of that age does: it doesn't know them. */

import { ExcelFailure } from './failures';
import type { Interpreter } from './interpreter';

type Kind = 'scalars' | 'objects' | 'methods';
type Members = Readonly<Record<string, { readonly wire: string; readonly set: string }>>;

export function checkSet(host: Interpreter, className: string, kind: Kind, wire: string): void {
  const set = setOf(host.model[className]?.[kind] ?? {}, wire);
  if (set !== undefined && !isSupported(host.excel.matrix, set)) {
    throw new ExcelFailure(
      'ApiNotFound',
      `The API you are trying to use could not be found: ${className}.${wire} needs ${set}.`,
      404,
    );
  }
}

const setsByWire = new WeakMap<Members, ReadonlyMap<string, string>>();

/** Asked for every action of every request, so looked up and not searched. */
function setOf(members: Members, wire: string): string | undefined {
  const known =
    setsByWire.get(members) ?? new Map(Object.values(members).map((member) => [member.wire, member.set]));
  setsByWire.set(members, known);
  return known.get(wire);
}

/** `set` is such as «ExcelApi 1.9»; parts of versions are numbers, so 1.10 is above 1.9. */
export function isSupported(matrix: Readonly<Record<string, string>>, set: string): boolean {
  const [name = '', version = '1.1'] = set.split(' ');
  const had = matrix[name];
  return had !== undefined && compareVersions(had, version) >= 0;
}

function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}
