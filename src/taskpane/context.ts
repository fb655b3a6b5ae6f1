/** What the pane's actions work with: the state, the workbook, and the few things that only the face can give. */
import type { CivilDate } from '../calendar/civil-date';
import type { OpenWorkbook, WorkbookFiles } from '../workbook/port';
import type { ReadFile, ReadingSource } from '../workflows/read-form';
import type { FormAnswer, FormJob } from './form-work';
import type { PaneState } from './state';
import type { Store } from './store';

/** Reads school files in the order given; `onFile` is told how many have been read, of how many, and may throw to stop. */
export type ReadForms = (
  files: readonly File[],
  source: ReadingSource,
  onFile: (done: number, all: number) => void,
) => Promise<readonly ReadFile[]>;

/** Reads and fills files around an operator's form, where the page does not stand still meanwhile. */
export type FormWork = (job: FormJob) => Promise<FormAnswer>;

export interface PaneContext {
  readonly store: Store<PaneState>;
  readonly workbook: OpenWorkbook;
  /** The day of the user's clock. */
  readonly today: () => CivilDate;
  /** Writes a workbook as a file; what that takes is loaded when it is first asked for. */
  readonly write: WorkbookFiles['write'];
  readonly readForms: ReadForms;
  readonly formWork: FormWork;
  /** Shows a page of the product's (its address from the pane's) in a window of its own; false: the host has no call for it. */
  readonly openGuide: (address: string) => boolean;
  /** Hands a file to the user. */
  readonly save: (name: string, content: Uint8Array | string) => void;
}
