/** Everything that a click in the pane may start. Views know these names and nothing of what is behind them. */
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import type { CellPlace } from '../workbook/port';
import type { CheckState, PaneState, ViewName } from './state';

export interface Actions {
  /** Shows a view; `focus`: moves the focus into it, for clicks outside the tabs. */
  show(view: ViewName, focus: boolean): void;
  refresh(): void;
  cancel(): void;
  dismiss(): void;
  reset(): void;
  createDepartment(): void;
  createExample(): void;
  select(place: CellPlace): void;

  updateRoadmap(): void;
  filterRoadmap(filter: PaneState['roadmapFilter']): void;

  chooseQuarter(quarter: Quarter): void;
  chooseSites(sites: ReadonlySet<string>): void;
  makeForms(): void;
  downloadForms(): void;
  takeFiles(files: readonly File[]): void;
  takeSheets(): void;
  accept(): void;
  leaveIntake(): void;
  intakeProtocol(): void;

  check(): void;
  changeCheck(patch: Partial<Pick<CheckState, 'scope' | 'quarter' | 'level' | 'search'>>): void;
  toggleMarks(): void;
  protocol(): void;
  startReason(finding: Finding): void;
  typeReason(text: string): void;
  saveReason(): void;
  leaveReason(): void;

  changeReport(quarter: Quarter, revision: number): void;
  buildReport(): void;
  downloadReport(): void;
  downloadCsv(): void;
  follow(row: string | null): void;
}
