/** What a button of the ribbon does, as pure functions of the open workbook. */
import type { CivilDate } from '../calendar/civil-date';
import type { Finding } from '../controls/finding';
import { DOCUMENT_WORDS } from '../text/documents';
import { NOT_DONE, RIBBON_TEXTS, WRONG_WORKBOOK, type RibbonTask } from '../text/ribbon';
import type { OpenState } from '../workbook/port';
import type { Department } from '../workflows/department-workbook';
import type { Situation } from '../workflows/open/inspect';
import type { Message, MessageRow } from '../workflows/open/message';
import type { Plan } from '../workflows/open/plan';

export type Outcome =
  /** Sheets to put, the first of which is shown; `task` names what is not done if they can't be. */
  | { readonly kind: 'plan'; readonly task: RibbonTask; readonly plan: Plan; readonly said?: Message }
  /** Nothing to put, and why. */
  | { readonly kind: 'told'; readonly message: Message };

export type RibbonCommand = (state: OpenState, today: CivilDate) => Outcome;

/** The outcome of work that only a Department's workbook allows; in any other, a message says what it is instead. */
export function inDepartment(
  task: RibbonTask,
  situation: Situation,
  work: (department: Department) => Outcome,
): Outcome {
  return situation.kind === 'department' ? work(situation.department) : wrongWorkbook(task, situation);
}

export function wrongWorkbook(
  task: RibbonTask,
  situation: Exclude<Situation, { readonly kind: 'department' }>,
): Outcome {
  switch (situation.kind) {
    case 'own-document':
      return told(task, WRONG_WORKBOOK.document(DOCUMENT_WORDS[situation.document]));
    case 'department-broken': {
      const { findings } = situation;
      return told(task, WRONG_WORKBOOK.broken(findings.length), findings.map(rowOf));
    }
    case 'empty':
    case 'form':
    case 'foreign':
      return told(task, WRONG_WORKBOOK[situation.kind]);
  }
}

export function told(
  task: RibbonTask,
  words: Pick<Message, 'why' | 'next'>,
  rows: readonly MessageRow[] = [],
): Outcome {
  return { kind: 'told', message: { what: NOT_DONE[task], ...words, rows } };
}

/** The message instead of a plan that would write over what people entered. */
export function lostMessage(task: RibbonTask, { lost }: Plan): Message {
  return { what: NOT_DONE[task], ...RIBBON_TEXTS.lost(lost.length), rows: lost };
}

/** The message beside a plan that was put, but not quite as usual. */
export function notesMessage({ notes }: Plan): Message {
  return { ...RIBBON_TEXTS.notes, why: notes.join(' ') };
}

function rowOf({ sheet, cell, message, action }: Finding): MessageRow {
  return { sheet: sheet ?? '', cell: sheet === null ? '' : (cell ?? ''), text: `${message} ${action}` };
}
