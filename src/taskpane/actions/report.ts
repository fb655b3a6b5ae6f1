/** Builds the operator's report in the workbook, and gives it and its figures as files. */
import { quarterTitle, type Quarter } from '../../calendar/quarter';
import { REPORT_VIEW_TEXTS } from '../../text/pane-report';
import { planReport, type ReportPlan } from '../../workflows/open/report';
import type { PaneContext } from '../context';
import { runTask } from '../run';
import type { Message, ReportState } from '../state';
import { carryOut } from './carry-out';
import { freshDesk } from './department';
import { tryFile } from './operator-form';
import { shownReport } from './read';

/** Shows another quarter; a form of the operator's that is chosen is looked at anew. */
export function changeReport(
  context: PaneContext,
  quarter: Quarter,
  revision: number,
): Promise<void> | undefined {
  const { store } = context;
  const desk = store.get().book?.desk;
  if (!desk) return undefined;
  const report: ReportState = { ...store.get().report, quarter, revision, followed: null };
  store.set({ report: { ...report, shown: shownReport({ report }, desk) } });
  return store.get().operatorForm.file ? tryFile(context) : undefined;
}

export function buildReport(context: PaneContext): Promise<void> {
  return runTask(context, REPORT_VIEW_TEXTS.busy, async (run) => {
    const plan = await freshPlan(context);
    if (!plan) return null;
    const title = plan.report.draft ? REPORT_VIEW_TEXTS.doneDraft : REPORT_VIEW_TEXTS.done;
    return carryOut(context, plan, run, title, REPORT_VIEW_TEXTS.doneText);
  });
}

/** The report with its annexes, as a workbook that stands on its own. */
export function downloadReport(context: PaneContext): Promise<void> {
  return runTask(context, REPORT_VIEW_TEXTS.writing, async () => {
    const plan = await freshPlan(context);
    if (!plan) return null;
    context.save(`${plan.fileName}.xlsx`, await context.write(plan.workbook));
    return written(plan);
  });
}

/** Values by school and totals by indicator, as two tables. */
export function downloadCsv(context: PaneContext): Promise<void> {
  return runTask(context, REPORT_VIEW_TEXTS.writing, async () => {
    const plan = await freshPlan(context);
    if (!plan) return null;
    for (const { name, csv } of plan.tables) context.save(name, csv);
    return written(plan);
  });
}

/** Of the quarter and revision that are shown, on the register as it stands now. */
async function freshPlan(context: PaneContext): Promise<ReportPlan | null> {
  const { state, desk } = await freshDesk(context);
  const { shown } = context.store.get().report;
  return shown && planReport(desk.department, shown.quarter, shown.revision, state, context.today());
}

function written({ report }: ReportPlan): Message {
  return {
    tone: 'success',
    title: REPORT_VIEW_TEXTS.written,
    text: `${quarterTitle(report.quarter)}. ${REPORT_VIEW_TEXTS.writtenText}`,
  };
}
