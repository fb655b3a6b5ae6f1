/**
 * The part of a programme that a form's check needs, carried by the form's file: so a school is checked by what its
 * Department has set, not by what the product has built in.
 */
import { parseProgramme } from '../programme/load-programme';
import type { Programme, Site } from '../programme/schema';
import { readMeta } from '../sheets/meta-sheet';
import type { Grid } from '../workbook/grid';

const KEY = 'programme';
/** Characters in a cell; a cell holds 32,767. */
const CHUNK = 30_000;

/**
 * The programme with one school, as lines of «_meta». Bars at both ends keep spaces there. What is the school's own comes
 * last, in a line of its own: the rest is the same in all forms, and whoever reads many of them knows it already.
 */
export function formProgrammeLines(programme: Programme, site: Site): Readonly<Record<string, string>> {
  const { sites, targets, measures, ...common } = programme;
  const shared = {
    ...common,
    measures: measures.filter(({ number }) => number === common.monitoringMeasure),
  };
  const own = {
    sites: sites.filter(({ code }) => code === site.code),
    targets: targets.filter((target) => target.site === site.code),
  };
  const chunks = [`${JSON.stringify(shared).slice(0, -1)},`, JSON.stringify(own).slice(1)].flatMap(chunksOf);
  return Object.fromEntries(chunks.map((chunk, index) => [`${KEY}:${index + 1}`, `|${chunk}|`]));
}

function chunksOf(text: string): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, index) =>
    text.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** The programme that a form carries; null where it carries none that can be read. */
export function readFormProgramme(grid: Grid): Programme | null {
  const lines = readMeta(grid);
  const chunks: string[] = [];
  for (let part = 1; lines.has(`${KEY}:${part}`); part += 1) {
    chunks.push((lines.get(`${KEY}:${part}`) ?? '').slice(1, -1));
  }
  try {
    const parsed = parseProgramme(JSON.parse(chunks.join('')));
    return parsed.ok ? parsed.programme : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
