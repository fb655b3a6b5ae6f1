/** Refuses members above the host's requirement sets, as a host of that age does: it doesn't know them. */

import { ExcelFailure } from './failures';
import type { Interpreter } from './interpreter';

type Kind = 'scalars' | 'objects' | 'methods';

export function checkSet(host: Interpreter, className: string, kind: Kind, wire: string): void {
  const members = Object.values(host.model[className]?.[kind] ?? {});
  const set = members.find((member) => member.wire === wire)?.set;
  if (set !== undefined && !isSupported(host.excel.matrix, set)) {
    throw new ExcelFailure(
      'ApiNotFound',
      `The API you are trying to use could not be found: ${className}.${wire} needs ${set}.`,
      404,
    );
  }
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
