/** Findings on the terminal: a line each, worst first, then the counts. */
import type { Finding } from '../controls/finding';
import { LEVEL_WORDS } from '../text/levels';
import { COUNT_TEXTS } from '../text/counts';

const ORDER = ['error', 'warning', 'deviation', 'info'] as const;

/** «файл → Форма → H7 → стр. 2.1: ошибка L1.4: … Что сделать: …» */
export function findingLine({ file, sheet, cell, row, level, code, message, action }: Finding): string {
  const place = [file, sheet, cell, row === null ? null : `стр. ${row}`]
    .filter((part) => part !== null)
    .join(' → ');
  return `${place}: ${LEVEL_WORDS[level]} ${code}: ${message} ${action}`;
}

/** Lines for the terminal, ordered by level. */
export function findingLines(findings: readonly Finding[]): string {
  const ordered = ORDER.flatMap((level) => findings.filter((finding) => finding.level === level));
  return [...ordered.map(findingLine), countsLine(findings)].join('\n');
}

export function countsLine(findings: readonly Finding[]): string {
  const [errors, warnings, deviations, infos] = ORDER.map(
    (level) => findings.filter((finding) => finding.level === level).length,
  );
  return COUNT_TEXTS.findings(errors ?? 0, warnings ?? 0, deviations ?? 0, infos ?? 0);
}

/** The findings as JSON, with exactly the keys of a finding. */
export function findingsJson(findings: readonly Finding[]): string {
  return JSON.stringify(
    findings.map(
      ({ code, level, file, sheet, cell, row, left, right, difference, norm, message, action }) => ({
        code,
        level,
        file,
        sheet,
        cell,
        row,
        left,
        right,
        difference,
        norm,
        message,
        action,
      }),
    ),
    null,
    2,
  );
}
