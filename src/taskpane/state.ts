/** All that the pane knows; views are drawn from it and from nothing else. */
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import type { Agenda } from '../monitoring/agenda';
import type { CompletenessCell } from '../monitoring/completeness';
import type { ExecutionLine, ExecutionStatus } from '../monitoring/execution';
import type { FigureHistory } from '../monitoring/figure-history';
import type { Reminder } from '../monitoring/reminders';
import type { FindingSubject } from '../monitoring/watch';
import type { ControlLevel, Site } from '../programme/schema';
import type { OperatorReport } from '../report/build-report';
import type { QuarterComparison } from '../report/compare-quarters';
import type { Progress } from '../report/progress';
import { NOBODY_SIGNS, type Signature } from '../report/signature';
import type { CellPlace, OpenState } from '../workbook/port';
import type { FormCheck } from '../workflows/check-form';
import type { Department } from '../workflows/department-workbook';
import type { FoundPlaceholder } from '../workflows/open/fill-template';
import type { Situation } from '../workflows/open/inspect';
import type { Overview } from '../workflows/open/overview';
import type { SchoolCard } from '../workflows/open/schools';
import type { ReceivedFile } from '../workflows/receive-forms';
import type { VIEW_TITLES } from '../text/pane';
import type { Store } from './store';

export type ViewName = keyof typeof VIEW_TITLES;
export type Tone = 'success' | 'info' | 'warning' | 'error';

export interface Message {
  readonly tone: Tone;
  readonly title: string;
  readonly text: string;
}

export interface Busy {
  readonly title: string;
  /** Null: how much there is to do is not known. */
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly cancelling: boolean;
}

/** A question that waits for its answer inside the pane. */
export interface Question {
  readonly title: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly answer: (yes: boolean) => void;
}

/** What the pane was opened in, and everything that was read of it. */
export interface OpenBook {
  readonly state: OpenState;
  readonly situation: Situation;
  /** Of the Department's workbook only. */
  readonly desk: Desk | null;
  /** Placeholders of an operator's form, known or not; empty in a workbook of the product's own. */
  readonly placeholders: readonly FoundPlaceholder[];
}

/** The Department's workbook as the views show it. */
export interface Desk {
  readonly department: Department;
  readonly overview: Overview;
  /** Quarters that the programme reports, each with the schools that report it. */
  readonly periods: readonly { readonly quarter: Quarter; readonly sites: readonly Site[] }[];
  readonly checkpoints: readonly CheckpointRow[];
  /** School × quarter, with the status of each form. */
  readonly board: readonly CompletenessCell[];
  /** What the charts show. */
  readonly progress: Progress;
  /** What is due in the next days, and what is late. */
  readonly agenda: Agenda;
  /** Whom to remind, each with the letter. */
  readonly reminders: readonly { readonly reminder: Reminder; readonly letter: string }[];
  /** All letters in one text. */
  readonly letters: string;
}

export interface CheckpointRow {
  readonly line: ExecutionLine;
  readonly status: ExecutionStatus;
  /** From today; negative: past. Null: the checkpoint has no date. */
  readonly daysLeft: number | null;
  /** Its row in the workbook; null where there is none. */
  readonly place: CellPlace | null;
}

/** A trial run: what would become of each form. */
export interface Intake {
  readonly source:
    | { readonly kind: 'files'; readonly files: readonly File[] }
    /** The forms that stand in this workbook. */
    | { readonly kind: 'sheets' };
  readonly files: readonly ReceivedFile[];
  /** False: register and log hold all of it already. */
  readonly changed: boolean;
}

export interface FormsState {
  readonly quarter: Quarter | null;
  /** Codes of the schools that are chosen; null: all that report the quarter. */
  readonly sites: ReadonlySet<string> | null;
  /** A trial run of what came back; null: nothing is being taken in. */
  readonly intake: Intake | null;
}

export interface CheckState {
  readonly scope: 'active' | 'quarter' | 'all';
  readonly quarter: Quarter | null;
  /** Null: nothing was checked yet. */
  readonly checks: readonly FormCheck[] | null;
  /** Names of the forms (`FormCheck.file`) that were edited after they were checked. */
  readonly stale: ReadonlySet<string>;
  readonly marksShown: boolean;
  /** Null: all levels. */
  readonly level: ControlLevel | null;
  readonly search: string;
  /** The finding whose reason is being typed, and what has been typed. */
  readonly reason: { readonly finding: Finding; readonly text: string } | null;
}

export interface ReportState {
  readonly quarter: Quarter | null;
  readonly revision: number;
  /** The figures as the register stands; null: the programme reports no quarter. */
  readonly shown: OperatorReport | null;
  /** Row code of the figure that is followed to its submissions. */
  readonly followed: string | null;
}

/** What filling a form makes of it, or has made. */
export interface FormTrial {
  readonly filled: number;
  readonly findings: readonly Finding[];
  /** False: something stands in the way, as the findings say. */
  readonly possible: boolean;
}

export interface OperatorFormState {
  readonly signature: Signature;
  /** The form that was chosen in the Department's workbook. */
  readonly file: File | null;
  /** What a form that is open is filled from: the Department's workbook, read from a file. */
  readonly source: {
    readonly name: string;
    readonly department: Department;
    readonly periods: Desk['periods'];
    readonly quarter: Quarter;
    readonly revision: number;
  } | null;
  /** Null: nothing was tried yet. */
  readonly trial: FormTrial | null;
  /** Of the open form, after it was filled. */
  readonly outcome: FormTrial | null;
}

/** What «Школы» was asked for. */
export interface SchoolsChoice {
  readonly mode: 'search' | 'compare' | 'watch';
  readonly search: string;
  /** Code of the school whose card is open. */
  readonly site: string | null;
  /** Row code of the figure whose history is open. */
  readonly row: string | null;
  /** The quarters that are compared; null: not chosen yet. */
  readonly first: Quarter | null;
  readonly second: Quarter | null;
  /** Code of the school that is compared; null: the region. */
  readonly compared: string | null;
}

export interface SchoolsState extends SchoolsChoice {
  readonly found: readonly Site[];
  readonly card: SchoolCard | null;
  readonly history: readonly FigureHistory[] | null;
  readonly comparison: QuarterComparison | null;
}

/** A finding that is being put on control, and the note typed so far. */
export interface WatchEntry {
  readonly subject: FindingSubject;
  readonly finding: Finding;
  readonly text: string;
}

export interface PaneState {
  readonly book: OpenBook | null;
  readonly view: ViewName;
  readonly busy: Busy | null;
  readonly message: Message | null;
  readonly question: Question | null;
  readonly roadmapFilter: 'all' | 'overdue' | 'soon';
  readonly forms: FormsState;
  readonly check: CheckState;
  readonly report: ReportState;
  readonly operatorForm: OperatorFormState;
  readonly schools: SchoolsState;
  readonly watch: WatchEntry | null;
}

export function initialState(): PaneState {
  return {
    book: null,
    view: 'overview',
    busy: null,
    message: null,
    question: null,
    roadmapFilter: 'all',
    forms: { quarter: null, sites: null, intake: null },
    check: {
      scope: 'all',
      quarter: null,
      checks: null,
      stale: new Set(),
      marksShown: false,
      level: null,
      search: '',
      reason: null,
    },
    report: { quarter: null, revision: 0, shown: null, followed: null },
    operatorForm: { signature: NOBODY_SIGNS, file: null, source: null, trial: null, outcome: null },
    schools: {
      mode: 'search',
      search: '',
      site: null,
      row: null,
      first: null,
      second: null,
      compared: null,
      found: [],
      card: null,
      history: null,
      comparison: null,
    },
    watch: null,
  };
}

/** Changes some values of a part of the state; its others stay. */
export function patchPart<Key extends 'forms' | 'check' | 'report' | 'operatorForm' | 'schools'>(
  store: Store<PaneState>,
  key: Key,
  values: Partial<PaneState[Key]>,
): void {
  store.set({ [key]: { ...store.get()[key], ...values } });
}
