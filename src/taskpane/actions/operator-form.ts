/** Fills a copy of the operator's form, given as a file, from the Department's workbook that is open. */
import { formatQuarter } from '../../calendar/quarter';
import type { Signature } from '../../report/signature';
import { OPERATOR_FORM_TEXTS } from '../../text/pane-operator-form';
import { createReadinessForm } from '../../workflows/fill-template-example';
import type { PaneContext } from '../context';
import type { FormAnswer } from '../form-work';
import { runTask } from '../run';
import { patchPart, type Desk, type Message } from '../state';
import { freshDesk } from './department';
import { tryOpenForm } from './open-form';

/** Looks which of the form's placeholders can be filled; nothing is written. */
export function chooseOperatorForm(context: PaneContext, files: readonly File[]): Promise<void> {
  const [file, ...more] = files;
  if (file === undefined) return Promise.resolve();
  if (more.length > 0) return runTask(context, OPERATOR_FORM_TEXTS.reading, () => Promise.resolve(ONE_FILE));
  patchPart(context.store, 'operatorForm', { file, trial: null });
  return tryFile(context);
}

/** What the chosen form looks like with the quarter, number and signature that are chosen now. */
export function tryFile(context: PaneContext): Promise<void> {
  return runTask(context, OPERATOR_FORM_TEXTS.reading, async () => {
    const { book } = context.store.get();
    const answer = book?.desk ? await fillFile(context, book.desk) : null;
    if (answer?.kind !== 'form') return refusal(context, answer);
    return null;
  });
}

/** Of whichever form is in view. */
export function signOperatorForm(context: PaneContext, signature: Signature): Promise<void> {
  const { store } = context;
  patchPart(store, 'operatorForm', { signature });
  if (store.get().operatorForm.source) tryOpenForm(context);
  return store.get().operatorForm.file ? tryFile(context) : Promise.resolve();
}

export function downloadFilledForm(context: PaneContext): Promise<void> {
  return runTask(context, OPERATOR_FORM_TEXTS.filling, async () => {
    const { desk } = await freshDesk(context);
    const { file } = context.store.get().operatorForm;
    const { shown } = context.store.get().report;
    const answer = await fillFile(context, desk);
    if (answer?.kind !== 'form') return refusal(context, answer);
    if (!answer.bytes || !file || !shown) return null;
    context.save(filledName(file.name, formatQuarter(shown.quarter)), answer.bytes);
    return {
      tone: 'success',
      title: OPERATOR_FORM_TEXTS.downloaded,
      text: OPERATOR_FORM_TEXTS.downloadedText(answer.filled),
    };
  });
}

/** The built-in form, with placeholders: to try the filling with. */
export function downloadFormExample(context: PaneContext): Promise<void> {
  return runTask(context, OPERATOR_FORM_TEXTS.writing, async () => {
    const { desk } = await freshDesk(context);
    const form = createReadinessForm(desk.department.programme, context.today());
    context.save(OPERATOR_FORM_TEXTS.exampleName, await context.write(form));
    return {
      tone: 'success',
      title: OPERATOR_FORM_TEXTS.exampleDone,
      text: OPERATOR_FORM_TEXTS.exampleText,
    };
  });
}

const ONE_FILE: Message = {
  tone: 'error',
  title: OPERATOR_FORM_TEXTS.oneFileTitle,
  text: OPERATOR_FORM_TEXTS.oneFile,
};

/** Null: there is no form, or no quarter to fill it for. */
async function fillFile({ store, today, formWork }: PaneContext, desk: Desk): Promise<FormAnswer | null> {
  const { operatorForm, report } = store.get();
  const { file, signature } = operatorForm;
  if (!file || !report.shown) return null;
  const { quarter, revision } = report.shown;
  const source = { department: desk.department, quarter, revision, signature, today: today() };
  const answer = await formWork({ kind: 'form', file, source });
  if (answer.kind === 'form') {
    const { filled, findings, bytes } = answer;
    patchPart(store, 'operatorForm', { trial: { filled, findings, possible: bytes !== null } });
  }
  return answer;
}

/** A file that is no form is not kept as one. */
function refusal({ store }: PaneContext, answer: FormAnswer | null): Message | null {
  const { file } = store.get().operatorForm;
  if (answer?.kind !== 'refused' || !file) return null;
  patchPart(store, 'operatorForm', { file: null, trial: null });
  return { tone: 'error', title: OPERATOR_FORM_TEXTS.notRead(file.name), text: answer.why };
}

function filledName(name: string, quarter: string): string {
  const [, base = name, ending = '.xlsx'] = /^(.*)(\.xls[xm])$/i.exec(name) ?? [];
  return `${base}_${quarter}${ending}`;
}
