/** The operator's report: as sheets of the open workbook, as a workbook that stands alone, as tidy tables. */
import type { CivilDate } from '../../calendar/civil-date';
import { formatQuarter, type Quarter } from '../../calendar/quarter';
import { csvOf } from '../../report/csv';
import type { OperatorReport, ReportLine } from '../../report/build-report';
import { tidyTotals, tidyValues } from '../../report/tidy';
import { META_SHEET, readMeta } from '../../sheets/meta-sheet';
import { REPORT_SHEET } from '../../sheets/report/report-columns';
import { readReportCodes } from '../../sheets/report/report-sheet';
import { OPEN_TEXTS } from '../../text/open';
import type { OpenState } from '../../workbook/port';
import type { WorkbookSpec } from '../../workbook/spec';
import { createReport } from '../create-report';
import type { Department } from '../department-workbook';
import { withCells } from './as-written';
import { planSheets, targetsOf, type Plan } from './plan';

export interface ReportPlan extends Plan {
  readonly report: OperatorReport;
  /** To be downloaded: it needs no other workbook. */
  readonly workbook: WorkbookSpec;
  /** Name of the file to download, without its ending: «report-2021-Q3-1». */
  readonly fileName: string;
  /** What still makes it a draft, a Russian sentence each; empty: it may be signed. */
  readonly stops: readonly string[];
  /** Tidy tables for analysts, as CSV texts with a byte order mark. */
  readonly tables: readonly { readonly name: string; readonly csv: string }[];
}

/** `revision`: 0 for the quarter's first report, 1, 2… for corrected ones. */
export function planReport(
  department: Department,
  quarter: Quarter,
  revision: number,
  state: OpenState,
  today: CivilDate,
): ReportPlan {
  const first = createReport(department, quarter, revision, today);
  const standing = targetsOf(first.workbook.sheets, state).targets.find(({ role }) => role === REPORT_SHEET);
  const entered = standing?.existing && readReportCodes(standing.existing);
  const { report, workbook } = entered
    ? createReport(department, quarter, revision, today, entered.codes)
    : first;
  const specs = workbook.sheets.filter(({ name }) => name !== META_SHEET);
  const moved = standing?.existing && entered ? [withCells(standing.spec, entered.cells)] : [];
  const fileName = `report-${formatQuarter(quarter)}${revision === 0 ? '' : `-${revision}`}`;
  return {
    ...planSheets(specs, state, moved, { facts: { [REPORT_FACT]: `${formatQuarter(quarter)} ${revision}` } }),
    report,
    workbook,
    fileName,
    stops: reportStops(report),
    tables: [
      { name: `${fileName}-values.csv`, csv: csvOf(tidyValues(report)) },
      { name: `${fileName}-totals.csv`, csv: csvOf(tidyTotals(report)) },
    ],
  };
}

/** The line of «_meta» that says which report the workbook's sheets hold. */
const REPORT_FACT = 'report';

/** Number of the quarter's report whose sheets stand in the workbook; 0 where they hold another quarter's, or none do. */
export function standingRevision({ grid }: OpenState, quarter: Quarter): number {
  const [period, revision] = readMeta(grid).get(REPORT_FACT)?.split(' ') ?? [];
  return period === formatQuarter(quarter) ? Number(revision) : 0;
}

/** Schools without an accepted form, and files that were refused and not replaced yet. */
export function reportStops({ missing, problems, programme }: OperatorReport): readonly string[] {
  const titleOf = (code: string | null): string =>
    programme.sites.find((site) => site.code === code)?.shortName ?? code ?? '';
  return [
    ...missing.map(({ shortName }) => OPEN_TEXTS.missing(shortName)),
    ...problems.map(({ site, file }) => OPEN_TEXTS.refused(titleOf(site), file)),
  ];
}

/** A submission that a figure comes from. */
export interface FigureSource {
  readonly site: string;
  /** The school's own value, as it was reported. */
  readonly value: ReportLine['sites'][number]['reached'];
  readonly revision: number;
  readonly file: string;
  readonly sha256: string;
  readonly receivedOn: CivilDate;
}

/** The accepted forms behind a row of the report, in the programme's order of schools; `row`: its code. */
export function figureSources({ lines }: OperatorReport, row: string): readonly FigureSource[] {
  const line = lines.find(({ indicator }) => indicator.code === row);
  return (line?.sites ?? []).flatMap(({ site, reached, form }) => {
    if (!form) return [];
    const { submission, file, sha256, receivedOn } = form;
    const { revision } = submission;
    return [{ site: site.shortName, value: reached, revision, file, sha256, receivedOn }];
  });
}
