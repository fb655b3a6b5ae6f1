/** Joins two copies of one Department's workbook into which two officials took in forms. */
import { formatRussian } from '../calendar/civil-date';
import { mergeRegisters, type MergedIntake } from '../monitoring/merge-registers';
import type { Programme } from '../programme/schema';
import { measureTitle } from '../sheets/execution-sheet';
import { MERGE_TEXTS } from '../text/merge';
import type { Department } from './department-workbook';

export type MergedWorkbooks =
  | {
      readonly ok: true;
      readonly intake: MergedIntake;
      /** Checkpoints whose lines in «Исполнение» differ; they are not joined. */
      readonly execution: readonly string[];
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
  return { ok: true, intake: mergeRegisters(a, b), execution };
}

function differences(a: Programme, b: Programme): readonly string[] {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])] as (keyof Programme)[];
  const parts = keys
    .filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key]))
    .map((key) => MERGE_TEXTS.parts[key] ?? MERGE_TEXTS.settings);
  return [...new Set(parts)];
}
