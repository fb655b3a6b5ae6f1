/** The operator's report with its annexes, as a workbook that stands on its own; and tidy tables for analysts. */
import type { CivilDate } from '../calendar/civil-date';
import { quarterTitle, type Quarter } from '../calendar/quarter';
import { completeness } from '../monitoring/completeness';
import { reportingDate } from '../monitoring/due';
import { buildReport, type OperatorReport } from '../report/build-report';
import { completenessSpec } from '../sheets/completeness-sheet';
import { metaSpec } from '../sheets/meta-sheet';
import { COMPLETENESS_ANNEX } from '../sheets/report/report-columns';
import { reportSpec, type ReportCodes } from '../sheets/report/report-sheet';
import { roadmapAnnex } from '../sheets/report/roadmap-annex';
import { schoolsAnnex } from '../sheets/report/schools-annex';
import { sourcesAnnex } from '../sheets/report/sources-annex';
import type { WorkbookSpec } from '../workbook/spec';
import type { Department } from './department-workbook';

/** `revision`: 0 for the first report of the quarter, 1, 2… for corrected ones; `codes`: those entered before. */
export function createReport(
  department: Department,
  quarter: Quarter,
  revision: number,
  today: CivilDate,
  codes?: ReportCodes,
): { readonly report: OperatorReport; readonly workbook: WorkbookSpec } {
  const { programme, execution } = department;
  const report = buildReport(department, quarter, revision);
  const schools = schoolsAnnex(report);
  return {
    report,
    workbook: {
      title: `Отчёт за ${quarterTitle(quarter)}`,
      date: today,
      sheets: [
        reportSpec(report, schools, reportingDate(programme, quarter), codes),
        schools.spec,
        roadmapAnnex(execution, today),
        completenessSpec(completeness(department, today), today, COMPLETENESS_ANNEX),
        sourcesAnnex(report),
        metaSpec('report', {
          programme: programme.code,
          edition: report.edition.code,
          revision: String(revision),
        }),
      ],
    },
  };
}
