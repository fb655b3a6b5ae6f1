/** P4: what was accepted changes only by a revision with a higher number. */
import { formatQuarter, quarterTitle } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { currentForm, formsOfSite, type Register } from './register';
import { entryText, sameValues, shownEntry, type Entry, type Submission } from './submission';
import type { PlaceOf } from './check-controls';

/** Findings where a submission would change an accepted period without a revision; none for the same values again. */
export function checkRevision(
  register: Register,
  submission: Submission,
  place: PlaceOf,
): readonly Finding[] {
  const { site, quarter, revision } = submission;
  const { file } = place('', 'fact');
  const accepted = currentForm(register, site, quarter)?.submission;
  if (!accepted) return revision > 0 ? [formFinding('revisionWithoutFirst', { revision }, { file })] : [];
  if (revision > accepted.revision) return laterPeriods(register, submission, file);
  if (sameValues(accepted, submission)) return [];
  const changed = submission.rows.flatMap(({ row, fact, total }) => {
    const before = accepted.rows.find((candidate) => candidate.row === row);
    if (!before) return [];
    return [
      ...changedValue(fact, before.fact, place(row, 'fact')),
      ...changedValue(total, before.total, place(row, 'total')),
    ];
  });
  return changed.length === 0
    ? [formFinding('changedWithoutRevision', { revision: accepted.revision }, { file })]
    : changed;
}

function changedValue(now: Entry, before: Entry, place: Partial<Finding>): Finding[] {
  if (JSON.stringify(now) === JSON.stringify(before)) return [];
  const sides = {
    left: now.kind === 'number' ? now.number : entryText(now),
    right: before.kind === 'number' ? before.number : entryText(before),
    difference: now.kind === 'number' && before.kind === 'number' ? now.number - before.number : null,
  };
  return [
    formFinding(
      'valueChanged',
      { value: shownEntry(now, 'пусто'), accepted: shownEntry(before, 'пусто') },
      { ...place, ...sides },
    ),
  ];
}

/** A correction of a quarter after which another was accepted: that one has to be looked at again. */
function laterPeriods(register: Register, { site, quarter }: Submission, file: string | null): Finding[] {
  const later = formsOfSite(register, site)
    .map(({ submission }) => submission)
    .filter((other) => formatQuarter(other.quarter) > formatQuarter(quarter))
    .sort((a, b) => (formatQuarter(a.quarter) < formatQuarter(b.quarter) ? -1 : 1))[0];
  return later ? [formFinding('laterPeriod', { quarter: quarterTitle(later.quarter) }, { file })] : [];
}
