/** Findings as the pane sorts through them. */
import { byLevel, type Finding } from '../controls/finding';
import type { ControlLevel } from '../programme/schema';

export interface Filter {
  /** Null: all. */
  readonly level: ControlLevel | null;
  readonly search: string;
}

export function countsOf(findings: readonly Finding[]): Readonly<Record<ControlLevel, number>> {
  const counts = { error: 0, warning: 0, deviation: 0, info: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

/** Worst first; `search` is looked for in all that the finding shows, whatever the case of its letters. */
export function matching(findings: readonly Finding[], { level, search }: Filter): readonly Finding[] {
  const wanted = search.trim().toLowerCase();
  return byLevel(findings).filter(
    (finding) =>
      (level === null || finding.level === level) &&
      (wanted === '' || shownText(finding).toLowerCase().includes(wanted)),
  );
}

function shownText({ code, sheet, cell, row, message, action, norm }: Finding): string {
  return [code, sheet, cell, row, message, action, norm].filter((part) => part !== null).join(' ');
}
