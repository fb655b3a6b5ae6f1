/** Proves that every accepted value stands in the file that the register names. */
import { quarterTitle } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import type { AcceptedForm } from '../monitoring/register';
import { entryText, type Submission } from '../monitoring/submission';
import { REGISTER_SHEET } from '../sheets/register-sheet';
import type { WorkbookFiles } from '../workbook/port';
import type { Department } from './department-workbook';
import { readFile, type GivenFile } from './read-form';

export interface Verified {
  /** How many forms of the register stand, value by value, in a file with the digest that it names. */
  readonly proved: number;
  readonly findings: readonly Finding[];
}

/** `given` is read one by one, so that only one file at a time is in memory. */
export function verifyFiles(
  files: WorkbookFiles,
  { programme, register }: Pick<Department, 'programme' | 'register'>,
  given: Iterable<GivenFile>,
): Verified {
  const open = new Set(register);
  const findings: Finding[] = [];
  let proved = 0;
  for (const file of given) {
    for (const form of [...open].filter(({ sha256 }) => sha256 === file.sha256)) {
      open.delete(form);
      const { whole } = readFile(files, file, { programme, today: form.receivedOn });
      const found = differences(form, whole?.submission, file.name);
      findings.push(...found);
      if (found.length === 0) proved += 1;
    }
  }
  const lost = [...open].map((form) =>
    formFinding('sourceMissing', { form: titleOf(form), sha256: form.sha256 }, { file: form.file }),
  );
  return { proved, findings: [...findings, ...lost] };
}

function differences(form: AcceptedForm, found: Submission | undefined, file: string): readonly Finding[] {
  const { submission } = form;
  if (
    found?.site !== submission.site ||
    quarterTitle(found.quarter) !== quarterTitle(submission.quarter) ||
    found.revision !== submission.revision ||
    found.edition !== submission.edition
  ) {
    return [formFinding('sourceOther', { form: titleOf(form) }, { file, sheet: REGISTER_SHEET })];
  }
  const codes = [...new Set([...submission.rows, ...found.rows].map(({ row }) => row))];
  return codes.flatMap((code): Finding[] => {
    const [kept, sent] = [submission, found].map(({ rows }) => cellsOf(rows.find(({ row }) => row === code)));
    return Object.entries(kept ?? {}).flatMap(([column, value]) => {
      const other = sent?.[column] ?? '';
      if (value === other) return [];
      return [
        formFinding(
          'sourceDiffers',
          { form: titleOf(form), column, kept: value, sent: other },
          { file, sheet: REGISTER_SHEET, row: code, left: value, right: other },
        ),
      ];
    });
  });
}

/** The four entries of a row by the register's columns; a row that is not there has empty ones. */
function cellsOf(row: Submission['rows'][number] | undefined): Readonly<Record<string, string>> {
  return {
    'Факт за квартал': row ? entryText(row.fact) : '',
    'Нарастающий итог': row ? entryText(row.total) : '',
    'Причина отклонения': row?.reason ?? '',
    'Подтверждающий документ': row?.evidence ?? '',
  };
}

function titleOf({ submission: { site, quarter, revision } }: AcceptedForm): string {
  return `${site}, ${quarterTitle(quarter)}, корректировка № ${revision}`;
}
