/** Findings on the terminal: a line each, worst first, then the counts. */
import { FINDING_LEVELS, byLevel, type Finding } from '../controls/finding';
import { verdictOf, type CheckedFile } from '../sheets/protocol-sheet';
import { LEVEL_WORDS } from '../text/levels';
import { COUNT_TEXTS } from '../text/counts';
import { PROTOCOL_TEXTS } from '../text/protocol';

/** «файл → Форма → H7 → стр. 2.1: ошибка L1.4: … Что сделать: …»; empty parts of the place are left out. */
export function findingLine({ file, sheet, cell, row, level, code, message, action }: Finding): string {
  const parts = [file, sheet, cell, row === null ? null : `стр. ${row}`].filter((part) => part !== null);
  const place = parts.length === 0 ? '' : `${parts.join(' → ')}: `;
  return `${place}${LEVEL_WORDS[level]} ${code}: ${message}${/[.!?]$/.test(message) ? '' : '.'} ${action}`;
}

/** The protocol as text: a block for every file, worst findings first, then the counts of all. */
export function protocolText(files: readonly CheckedFile[]): string {
  const blocks = files.map((checked) => {
    const { file, subject, edition, findings } = checked;
    const about = [subject, edition === null ? null : PROTOCOL_TEXTS.edition(edition)].filter(
      (part) => part !== null,
    );
    const heading = `${file}${about.length === 0 ? '' : ` (${about.join(', ')})`}: ${verdictOf(checked).toLowerCase()}`;
    return [
      heading,
      ...byLevel(findings).map((finding) => `  ${findingLine({ ...finding, file: null })}`),
    ].join('\n');
  });
  const all = files.flatMap(({ findings }) => findings);
  return [...blocks, `${COUNT_TEXTS.files(files.length)}: ${countsLine(all)}`].join('\n');
}

function countsLine(findings: readonly Finding[]): string {
  const [errors, warnings, deviations, infos] = FINDING_LEVELS.map(
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
