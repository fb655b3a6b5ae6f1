/** The title's fields, read by their labels. */
import { quarterTitle } from '../../calendar/quarter';
import type { Finding } from '../../controls/finding';
import { formFinding } from '../../controls/form-finding';
import type { Site } from '../../programme/schema';
import { sameWords } from '../lookup';
import type { LocatedForm } from './locate-form';
import { REQUIRED_TITLE_FIELDS, TITLE_FIELDS, titleCell, type TitleField } from './title-sheet';

export interface TitleReading {
  readonly revision: number;
  readonly executor: string;
  readonly phone: string;
  readonly findings: readonly Finding[];
}

/** Fields that are missing or that contradict the stamp become findings. */
export function readTitle({ title, stamp }: LocatedForm, site: Site, file: string): TitleReading {
  const findings: Finding[] = [];
  const text = (field: TitleField): string => titleCell(title, field)?.text ?? '';
  const place = (field: TitleField): Pick<Finding, 'file' | 'sheet' | 'cell'> => ({
    file,
    sheet: title.name,
    cell: titleCell(title, field)?.address ?? null,
  });
  for (const field of REQUIRED_TITLE_FIELDS) {
    if (text(field) === '')
      findings.push(formFinding('titleMissing', { field: TITLE_FIELDS[field] }, place(field)));
  }
  const revisionText = text('revision');
  const revision = /^\d{1,2}$/.test(revisionText) ? Number(revisionText) : undefined;
  if (revisionText === '') {
    findings.push(formFinding('titleMissing', { field: TITLE_FIELDS.revision }, place('revision')));
  } else if (revision === undefined) {
    findings.push(formFinding('wrongRevision', { value: revisionText }, place('revision')));
  }
  const shown: readonly (readonly [TitleField, string])[] = [
    ['quarter', quarterTitle(stamp.quarter)],
    ['site', site.name],
  ];
  for (const [field, expected] of shown) {
    const found = text(field);
    if (!sameWords(found, expected)) {
      findings.push(
        formFinding('titleContradicts', { field: TITLE_FIELDS[field], found, expected }, place(field)),
      );
    }
  }
  return { revision: revision ?? 0, executor: text('executor'), phone: text('phone'), findings };
}
