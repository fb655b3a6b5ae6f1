/** What one school's form for one quarter shows: its rows with plan and history, and the controls that apply. */
import type { CivilDate } from '../calendar/civil-date';
import type { Quarter } from '../calendar/quarter';
import { appliesIn } from '../controls/applies';
import { describeControl } from '../controls/describe';
import { compiledControls, type CompiledControl } from '../controls/parse';
import { editionForQuarter, editionView } from '../programme/edition';
import { minimumFor, planBases, planToDate, yearTarget } from '../programme/plan';
import type { ControlLevel, Edition, Indicator, Programme, Site } from '../programme/schema';
import { registerHistory } from './context';
import { schoolDue } from './due';
import type { Register } from './register';
import { accumulates } from './shares';
import { numberEntry, type Entry } from './submission';

export interface FormStamp {
  readonly programme: string;
  readonly edition: string;
  readonly site: string;
  readonly quarter: Quarter;
}

export interface FormRow {
  readonly indicator: Indicator;
  readonly hasTotal: boolean;
  readonly planYear: Entry;
  readonly plan: Entry;
  readonly minimum: Entry;
  readonly lastYear: Entry;
  readonly lastYearTotal: Entry;
  readonly previous: Entry;
  readonly previousTotal: Entry;
  /** Sum of the facts of the year base's earlier quarters. */
  readonly earlierQuarters: Entry;
}

export interface IssuedForm {
  readonly stamp: FormStamp;
  readonly programme: Programme;
  readonly programmeTitle: string;
  readonly site: Site;
  readonly quarter: Quarter;
  readonly edition: Edition;
  readonly issuedOn: CivilDate;
  /** The day by which the school hands it in. */
  readonly due: CivilDate;
  readonly rows: readonly FormRow[];
  /** The acts that set the plans; for samples the word «пример». */
  readonly planBases: readonly string[];
  readonly controls: readonly {
    readonly code: string;
    readonly level: ControlLevel;
    readonly sentence: string;
    readonly basis: string;
    readonly compiled: CompiledControl;
  }[];
  /** Shortest reason for a deviation, in characters. */
  readonly reasonMinLength: number;
}

/** The form of a site for a quarter, by the edition in force on the quarter's last day. */
export function issueForm(
  programme: Programme,
  register: Register,
  site: Site,
  quarter: Quarter,
  issuedOn: CivilDate,
): IssuedForm {
  const edition = editionForQuarter(programme, quarter);
  const view = editionView(programme, edition.code);
  const history = registerHistory(register, { programme, view, site, quarter });
  const rows = view.indicators.map((indicator): FormRow => {
    const { code } = indicator;
    return {
      indicator,
      hasTotal: accumulates(indicator, view.indicators),
      planYear: numberEntry(yearTarget(programme, view, site.code, quarter, indicator)),
      plan: numberEntry(planToDate(programme, view, site.code, quarter, indicator)),
      minimum: numberEntry(minimumFor(programme, view, site.code, quarter, indicator)),
      lastYear: history.lastYearFact(code),
      lastYearTotal: history.lastYearTotal(code),
      previous: history.previousFact(code),
      previousTotal: history.previousTotal(code),
      earlierQuarters: history.earlierQuarters(code),
    };
  });
  const controls = compiledControls(view.controls)
    .filter(({ control }) => appliesIn(control, quarter))
    .map((compiled) => {
      const { code, level, basis, message } = compiled.control;
      return { code, level, basis, sentence: message ?? describeControl(compiled), compiled };
    });
  return {
    stamp: { programme: programme.code, edition: edition.code, site: site.code, quarter },
    programme,
    programmeTitle: programme.act.title,
    site,
    quarter,
    edition,
    issuedOn,
    due: schoolDue(programme, quarter),
    rows,
    planBases: planBases(programme, view, quarter),
    controls,
    reasonMinLength: programme.settings.reasonMinLength,
  };
}
