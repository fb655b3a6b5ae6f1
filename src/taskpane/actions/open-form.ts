/** Fills an operator's form that is open, from the Department's workbook that is given as a file. */
import type { CivilDate } from '../../calendar/civil-date';
import type { Quarter } from '../../calendar/quarter';
import { quarterAtWork } from '../../monitoring/expected';
import { OPERATOR_FORM_TEXTS } from '../../text/pane-operator-form';
import { TEMPLATE_TEXTS } from '../../text/template';
import type { Grid } from '../../workbook/grid';
import { outcomeFindings, templateSource } from '../../workflows/fill-template';
import type { TemplatePlan } from '../../workflows/fill-template-plan';
import { planOpenTemplate } from '../../workflows/open/fill-template';
import type { PaneContext } from '../context';
import { ask, NOTHING_CHANGED, runTask } from '../run';
import { patchPart, type Message, type PaneState } from '../state';
import { readAfter } from './carry-out';
import { periodsOf, readBook } from './read';

/** Reads the Department's workbook and looks what can be filled; nothing is written. */
export function chooseFormSource(context: PaneContext, [file]: readonly File[]): Promise<void> {
  return runTask(context, OPERATOR_FORM_TEXTS.readingDepartment, async () => {
    if (!file) return null;
    const refused = (text: string): Message => ({
      tone: 'error',
      title: OPERATOR_FORM_TEXTS.notRead(file.name),
      text,
    });
    const answer = await context.formWork({ kind: 'department', file });
    if (answer.kind !== 'department') {
      return refused(answer.kind === 'refused' ? answer.why : OPERATOR_FORM_TEXTS.notDepartment);
    }
    const { department } = answer;
    const { programme } = department;
    const quarter = quarterAtWork(programme, context.today());
    if (!quarter) return refused(OPERATOR_FORM_TEXTS.noQuarters);
    const periods = periodsOf(programme);
    const source = { name: file.name, department, periods, quarter, revision: 0 };
    patchPart(context.store, 'operatorForm', { source });
    tryOpenForm(context);
    return null;
  });
}

export function changeFormSource(context: PaneContext, quarter: Quarter, revision: number): void {
  const { source } = context.store.get().operatorForm;
  if (!source) return;
  patchPart(context.store, 'operatorForm', { source: { ...source, quarter, revision } });
  tryOpenForm(context);
}

/** Looks which placeholders of the open form can be filled, as they stood when it was read. */
export function tryOpenForm({ store, today }: PaneContext): void {
  const state = store.get();
  const plan = state.book && planOf(state, state.book.state.grid, today());
  if (!plan) return;
  const { filled, findings } = plan;
  patchPart(store, 'operatorForm', { trial: { filled, findings, possible: filled > 0 } });
}

export function fillOpenForm(context: PaneContext): Promise<void> {
  const { store, workbook } = context;
  return runTask(context, OPERATOR_FORM_TEXTS.filling, async (run) => {
    const { state } = await readBook(context);
    const plan = planOf(store.get(), state.grid, context.today());
    if (!plan || plan.fillings.length === 0) return NOTHING_CHANGED;
    if (!(await ask(context, questionOf(plan)))) return NOTHING_CHANGED;
    const outcome = await workbook.fill(plan.fillings, run);
    const findings = [...plan.findings, ...outcomeFindings(outcome)];
    const { filled } = plan;
    const possible = outcome.ok;
    patchPart(store, 'operatorForm', { trial: null, outcome: { filled, findings, possible } });
    if (!possible) {
      return { tone: 'error', title: OPERATOR_FORM_TEXTS.notFilled, text: OPERATOR_FORM_TEXTS.notFilledText };
    }
    return readAfter(() => readBook(context), {
      tone: 'success',
      title: OPERATOR_FORM_TEXTS.filled,
      text: OPERATOR_FORM_TEXTS.filledText(filled),
    });
  });
}

function planOf(
  { operatorForm: { source, signature } }: PaneState,
  grid: Grid,
  today: CivilDate,
): TemplatePlan | null {
  if (!source) return null;
  const { department, quarter, revision } = source;
  return planOpenTemplate(grid, templateSource(department, quarter, revision, signature, today));
}

function questionOf({ fillings }: TemplatePlan): Parameters<typeof ask>[1] {
  const { title, text, rows, yes, no } = OPERATOR_FORM_TEXTS.question;
  const lines = fillings.flatMap(({ sheet, blocks }) =>
    blocks
      .filter(({ count }) => count > 1)
      .map(({ first, last, count }) => rows(sheet, TEMPLATE_TEXTS.rows(first, last), count)),
  );
  return { title, text, lines, yes, no };
}
