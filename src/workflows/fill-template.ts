/** Fills a form that an operator has made with the figures of a quarter; all else in it stays as it was. */
import type { CivilDate } from '../calendar/civil-date';
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import { reportingDate } from '../monitoring/due';
import { executionStatus } from '../monitoring/execution';
import { buildReport } from '../report/build-report';
import type { TemplateSource } from '../report/template-source';
import type { Signature } from '../report/signature';
import { EXECUTION_WORDS } from '../sheets/execution-sheet';
import { TEMPLATE_TEXTS } from '../text/template';
import type { FillOutcome, FormFiles } from '../workbook/fill';
import type { FileProblem } from '../workbook/port';
import type { Department } from './department-workbook';
import { templateFinding } from './fill-template-finding';
import { planTemplate } from './fill-template-plan';

export type FilledTemplate =
  | {
      readonly ok: true;
      /** Null: its rows could not be repeated without breaking something, as the findings say. */
      readonly bytes: Uint8Array | null;
      readonly findings: readonly Finding[];
      readonly filled: number;
    }
  | { readonly ok: false; readonly reason: FileProblem };

/** What placeholders are filled from; `revision`: number of the report, 0 for the first. */
export function templateSource(
  department: Department,
  quarter: Quarter,
  revision: number,
  signature: Signature,
  today: CivilDate,
): TemplateSource {
  return {
    report: buildReport(department, quarter, revision),
    execution: department.execution,
    signature,
    reportDate: reportingDate(department.programme, quarter),
    today,
    statusOf: ({ checkpoint, actual }) => EXECUTION_WORDS[executionStatus(checkpoint, actual, today)],
  };
}

/** `template`: bytes of an .xlsx or .xlsm file, which are not changed. */
export function fillTemplate(files: FormFiles, template: Uint8Array, source: TemplateSource): FilledTemplate {
  const reading = files.read(template);
  if (!reading.ok) return { ok: false, reason: reading.reason };
  const plan = planTemplate(reading.grid, source);
  const findings = [...plan.findings];
  for (const { sheet, part } of files.bracesElsewhere(template)) {
    findings.push(
      templateFinding('elsewhere', { part: part ?? TEMPLATE_TEXTS.headersAndFooters }, { sheet }),
    );
  }
  if (plan.filled === 0 && findings.length === 0) findings.push(templateFinding('noPlaceholders', undefined));
  const result = files.fill(template, plan.fillings);
  findings.push(...outcomeFindings(result));
  return result.ok
    ? { ok: true, bytes: result.bytes, findings, filled: plan.filled }
    : { ok: true, bytes: null, findings, filled: 0 };
}

/** What came of filling cells: formulas to look at, or what stands in the way. */
export function outcomeFindings(outcome: FillOutcome): readonly Finding[] {
  return outcome.ok
    ? outcome.remarks.map(({ sheet, cell }) => templateFinding('firstCopy', undefined, { sheet, cell }))
    : outcome.obstacles.map(({ sheet, kind, where }) =>
        templateFinding('obstacle', { kind, where }, { sheet }),
      );
}
