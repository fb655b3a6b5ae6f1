/** One workbook per open school for a quarter, prefilled with plan and history. */
import type { CivilDate } from '../calendar/civil-date';
import { formatQuarter, quarterTitle, type Quarter } from '../calendar/quarter';
import { expectedSites } from '../monitoring/expected';
import { issueForm, type IssuedForm } from '../monitoring/issue-form';
import type { SubmissionRow } from '../monitoring/submission';
import { checkSpec } from '../sheets/form/check-sheet';
import { formSpec } from '../sheets/form/form-sheet';
import { instructionSpec } from '../sheets/form/instruction-sheet';
import { titleSpec, type TitleEntries } from '../sheets/form/title-sheet';
import { metaSpec } from '../sheets/meta-sheet';
import { formatStamp } from '../sheets/stamp';
import type { WorkbookSpec } from '../workbook/spec';
import type { Department } from './department-workbook';
import { formProgrammeLines } from './form-programme';

export interface IssuedFile {
  /** «2021-Q3_kineshma-8.xlsx» */
  readonly name: string;
  readonly form: IssuedForm;
  readonly workbook: WorkbookSpec;
}

/** What a school enters: title fields and rows. */
export interface FormEntries {
  readonly title: TitleEntries;
  readonly rows: readonly SubmissionRow[];
}

/** Forms of all schools that are open in the quarter, by the programme's order of schools. */
export function issueForms(
  { programme, register }: Pick<Department, 'programme' | 'register'>,
  quarter: Quarter,
  today: CivilDate,
): readonly IssuedFile[] {
  return expectedSites(programme, quarter).map((site) => {
    const form = issueForm(programme, register, site, quarter, today);
    return { name: `${formatQuarter(quarter)}_${site.code}.xlsx`, form, workbook: formWorkbook(form) };
  });
}

/** The form's workbook; `entries` are put into its inputs. */
export function formWorkbook(form: IssuedForm, entries?: FormEntries): WorkbookSpec {
  const stamp = formatStamp(form.stamp);
  return {
    title: `${form.site.shortName}, ${quarterTitle(form.quarter)}`,
    date: form.issuedOn,
    sheets: [
      titleSpec(form, entries?.title),
      formSpec(form, entries?.rows),
      checkSpec(form, entries),
      instructionSpec(form),
      metaSpec('form', {
        stamp,
        issued: form.issuedOn,
        ...formProgrammeLines(form.programme, form.site),
      }),
    ],
  };
}
