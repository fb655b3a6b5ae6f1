/** F4 for shares: between 0 and 100 %, whoever calculated them. Beside the controls, which say what is wrong with the parts. */
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import type { EditionView } from '../programme/edition';
import { formatNumber } from '../text/numbers';
import type { PlaceOf } from './check-controls';
import type { SubmissionRow } from './submission';

/** `rows`: with their shares. */
export function checkShares(
  { indicators }: EditionView,
  rows: readonly SubmissionRow[],
  place: PlaceOf,
): readonly Finding[] {
  return rows
    .filter(({ row }) => indicators.some(({ code, kind }) => code === row && kind === 'percent'))
    .flatMap((row) =>
      (['fact', 'total'] as const).flatMap((key) => {
        const entry = row[key];
        if (entry.kind !== 'number' || (entry.number >= 0 && entry.number <= 100)) return [];
        const where = { ...place(row.row, key), left: entry.number };
        return [formFinding('shareOutOfRange', { value: formatNumber(entry.number) }, where)];
      }),
    );
}
