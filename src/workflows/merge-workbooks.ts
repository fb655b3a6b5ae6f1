/** Joins two copies of one Department's workbook into which two officials took in forms. */
import { formatRussian } from '../calendar/civil-date';
import { quarterTitle } from '../calendar/quarter';
import { mergeRegisters, type MergedIntake } from '../monitoring/merge-registers';
import type { Programme } from '../programme/schema';
import { measureTitle } from '../sheets/execution-sheet';
import type { WatchLine } from '../sheets/watch-sheet';
import { MERGE_TEXTS } from '../text/merge';
import type { Department } from './department-workbook';

export type MergedWorkbooks =
  | {
      readonly ok: true;
      readonly intake: MergedIntake;
      /** Checkpoints whose lines in «Исполнение» differ; they are not joined. */
      readonly execution: readonly string[];
      /** Lines of «На контроле» that stand in the second workbook only, in words; they are not joined either. */
      readonly watched: readonly string[];
    }
  /** The sheets in which the two programmes differ. */
  | { readonly ok: false; readonly differ: readonly string[] };

export function mergeWorkbooks(a: Department, b: Department): MergedWorkbooks {
  const differ = differences(a.programme, b.programme);
  if (differ.length > 0) return { ok: false, differ };
  const execution = a.execution.flatMap((line, index) => {
    if (JSON.stringify(line) === JSON.stringify(b.execution[index])) return [];
    const { date } = line.checkpoint;
    return [`${measureTitle(line.checkpoint)}${date === null ? '' : `, ${formatRussian(date)}`}`];
  });
  return { ok: true, intake: mergeRegisters(a, b), execution, watched: watchedOnlyIn(b, a) };
}

function watchedOnlyIn(there: Department, here: Department): readonly string[] {
  // Where a line stands says nothing: people sort the table.
  const key = (one: WatchLine): string => JSON.stringify({ ...one, line: null });
  const known = new Set(here.watched?.lines.map(key));
  return (there.watched?.lines ?? [])
    .filter((one) => !known.has(key(one)))
    .map(({ site, quarter, code, what }) => {
      const school = there.programme.sites.find((candidate) => candidate.code === site)?.shortName;
      return [school, quarter && quarterTitle(quarter), code, what].filter(Boolean).join(', ');
    });
}

function differences(a: Programme, b: Programme): readonly string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Programme)[];
  const parts = keys
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) => MERGE_TEXTS.parts[key] ?? MERGE_TEXTS.settings);
  return [...new Set(parts)];
}
