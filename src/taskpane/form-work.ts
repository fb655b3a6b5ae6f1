/** What is done with files around an operator's form, in whatever thread this runs in. */
import type { CivilDate } from '../calendar/civil-date';
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import type { Signature } from '../report/signature';
import { FILE_PROBLEMS } from '../text/file-problems';
import { OPERATOR_FORM_TEXTS } from '../text/pane-operator-form';
import type { FormFiles } from '../workbook/fill';
import { bracesElsewhere } from '../workbook/file/fill-cells-elsewhere';
import { fillCells } from '../workbook/file/fill-cells';
import { readWorkbookFile } from '../workbook/file/read-workbook';
import { ReplaceSheetsError } from '../workbook/file/target-package';
import { readDepartmentWorkbook, type Department } from '../workflows/department-workbook';
import { fillTemplate, templateSource } from '../workflows/fill-template';

/** What a form is filled from. */
export interface FormSource {
  readonly department: Department;
  readonly quarter: Quarter;
  /** Number of the report, 0 for the first. */
  readonly revision: number;
  readonly signature: Signature;
  readonly today: CivilDate;
}

export type FormJob =
  | { readonly kind: 'department'; readonly file: File }
  | { readonly kind: 'form'; readonly file: File; readonly source: FormSource };

export type FormAnswer =
  | { readonly kind: 'department'; readonly department: Department }
  | {
      readonly kind: 'form';
      /** Null: something stands in the way, as the findings say. */
      readonly bytes: Uint8Array | null;
      readonly filled: number;
      readonly findings: readonly Finding[];
    }
  /** `why`: a Russian sentence. */
  | { readonly kind: 'refused'; readonly why: string };

const FILES: FormFiles = { read: (bytes) => readWorkbookFile(bytes), fill: fillCells, bracesElsewhere };

/** Never throws for what a file holds. */
export async function doFormWork(job: FormJob): Promise<FormAnswer> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await job.file.arrayBuffer());
  } catch {
    return refusedAs('moved');
  }
  return job.kind === 'form' ? filled(bytes, job.source) : departmentOf(bytes, job.file.name);
}

function departmentOf(bytes: Uint8Array, name: string): FormAnswer {
  const reading = FILES.read(bytes);
  if (!reading.ok) return refusedAs(reading.reason);
  const read = readDepartmentWorkbook(reading.grid, name);
  if (read.ok) return { kind: 'department', department: read.department };
  const [first] = read.findings;
  return {
    kind: 'refused',
    why: [OPERATOR_FORM_TEXTS.notDepartment, first?.message ?? '', first?.action ?? ''].join(' ').trim(),
  };
}

function filled(
  bytes: Uint8Array,
  { department, quarter, revision, signature, today }: FormSource,
): FormAnswer {
  try {
    const source = templateSource(department, quarter, revision, signature, today);
    const result = fillTemplate(FILES, bytes, source);
    return result.ok
      ? { kind: 'form', bytes: result.bytes, filled: result.filled, findings: result.findings }
      : refusedAs(result.reason);
  } catch (error) {
    if (error instanceof ReplaceSheetsError) return { kind: 'refused', why: error.message };
    throw error;
  }
}

function refusedAs(problem: keyof typeof FILE_PROBLEMS): FormAnswer {
  return { kind: 'refused', why: OPERATOR_FORM_TEXTS.notReadText(FILE_PROBLEMS[problem]) };
}
