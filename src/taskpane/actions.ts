/** Everything that a click in the pane may start. Views know these names and nothing of what is behind them. */
import type { Quarter } from '../calendar/quarter';
import type { Finding } from '../controls/finding';
import type { FindingSubject } from '../monitoring/watch';
import type { Signature } from '../report/signature';
import type { CellPlace } from '../workbook/port';
import type { CheckState, PaneState, SchoolsChoice, ViewName } from './state';

export interface Actions {
  /** Shows a view; `focus`: moves the focus into it, for clicks outside the tabs. */
  readonly show: (view: ViewName, focus: boolean) => void;
  readonly refresh: () => void;
  readonly cancel: () => void;
  readonly dismiss: () => void;
  readonly reset: () => void;
  readonly createDepartment: () => void;
  readonly createExample: () => void;
  readonly select: (place: CellPlace) => void;
  /** Shows a page beside the pane; false: the link itself has to do it. */
  readonly openGuide: (address: string) => boolean;

  readonly updateRoadmap: () => void;
  readonly filterRoadmap: (filter: PaneState['roadmapFilter']) => void;

  readonly chooseQuarter: (quarter: Quarter) => void;
  readonly chooseSites: (sites: ReadonlySet<string>) => void;
  readonly makeForms: () => void;
  readonly downloadForms: () => void;
  readonly takeFiles: (files: readonly File[]) => void;
  readonly takeSheets: () => void;
  readonly accept: () => void;
  readonly leaveIntake: () => void;
  readonly intakeProtocol: () => void;

  readonly check: () => void;
  readonly changeCheck: (patch: Partial<Pick<CheckState, 'scope' | 'quarter' | 'level' | 'search'>>) => void;
  readonly toggleMarks: () => void;
  readonly protocol: () => void;
  readonly startReason: (finding: Finding) => void;
  readonly typeReason: (text: string) => void;
  readonly saveReason: () => void;
  readonly leaveReason: () => void;

  readonly changeReport: (quarter: Quarter, revision: number) => void;
  readonly buildReport: () => void;
  readonly downloadReport: () => void;
  readonly downloadCsv: () => void;
  readonly follow: (row: string | null) => void;

  readonly chooseOperatorForm: (files: readonly File[]) => void;
  readonly signOperatorForm: (signature: Signature) => void;
  readonly downloadFilledForm: () => void;
  readonly downloadFormExample: () => void;
  readonly chooseFormSource: (files: readonly File[]) => void;
  readonly changeFormSource: (quarter: Quarter, revision: number) => void;
  readonly fillOpenForm: () => void;

  readonly changeSchools: (patch: Partial<SchoolsChoice>) => void;
  /** Shows a school's card in «Школы»; with a figure's row, its history. */
  readonly openSchool: (site: string, row: string | null) => void;
  readonly putComparison: () => void;

  readonly startWatch: (subject: FindingSubject, finding: Finding) => void;
  readonly typeWatch: (text: string) => void;
  readonly saveWatch: () => void;
  readonly leaveWatch: () => void;
  readonly release: (subject: FindingSubject, finding: Pick<Finding, 'code' | 'row' | 'cell'>) => void;

  /** Copies a text, or selects it in the field of this id where the host forbids that. */
  readonly copy: (text: string, fieldId: string) => void;
}
