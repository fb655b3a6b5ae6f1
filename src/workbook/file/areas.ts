/** Areas without the parts of them that others take. */
import { areaAddress } from '../area';
import type { AreaSpec } from '../spec';
import { areaOf } from './formula-looks';

export function meet(a: AreaSpec, b: AreaSpec): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** What is left of an area, in at most four pieces for each hole that it meets. */
export function withoutAreas(area: AreaSpec, holes: readonly AreaSpec[]): readonly AreaSpec[] {
  return holes.reduce<readonly AreaSpec[]>(
    (pieces, hole) => pieces.flatMap((piece) => (meet(piece, hole) ? cut(piece, hole) : [piece])),
    [area],
  );
}

function cut(area: AreaSpec, hole: AreaSpec): readonly AreaSpec[] {
  const top = Math.max(area.top, hole.top);
  const bottom = Math.min(area.bottom, hole.bottom);
  return [
    { ...area, bottom: hole.top - 1 },
    { top, bottom, left: area.left, right: hole.left - 1 },
    { top, bottom, left: hole.right + 1, right: area.right },
    { ...area, top: hole.bottom + 1 },
  ].filter((piece) => piece.top <= piece.bottom && piece.left <= piece.right);
}

/** A list of areas as rules have them («A1 B2:B4»). */
export function areasOf(list: string): readonly AreaSpec[] {
  return list
    .split(/\s+/)
    .filter((text) => text !== '')
    .map(areaOf);
}

export function areaList(areas: readonly AreaSpec[]): string {
  return areas.map(areaAddress).join(' ');
}
