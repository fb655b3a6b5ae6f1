/** The four buttons of the ribbon that work without the pane. Their names are those of the manifest. */
import { quarterTitle, type Quarter } from '../calendar/quarter';
import { expectedSites, quarterAtWork } from '../monitoring/expected';
import { builtInProgramme } from '../programme/built-in';
import { RIBBON_TEXTS, type RibbonTask } from '../text/ribbon';
import type { Department } from '../workflows/department-workbook';
import { checkOpenForms } from '../workflows/open/check';
import { planDepartment } from '../workflows/open/department';
import { planFormSheets } from '../workflows/open/form-sheets';
import { inspectWorkbook } from '../workflows/open/inspect';
import { planProtocol } from '../workflows/open/protocol';
import { planReport, standingRevision } from '../workflows/open/report';
import { planRoadmap } from '../workflows/open/roadmap';
import type { CivilDate } from '../calendar/civil-date';
import { inDepartment, told, wrongWorkbook, type Outcome, type RibbonCommand } from './ribbon-command';

export const RIBBON_COMMANDS = { makeRoadmap, makeForms, checkForms, makeReport } as const satisfies Record<
  string,
  RibbonCommand
>;

/** «Дорожная карта» and «Исполнение» brought up to date; in an empty workbook, the Department's workbook with both. */
function makeRoadmap(...[state, today]: Parameters<RibbonCommand>): Outcome {
  const task = 'roadmap';
  const situation = inspectWorkbook(state, today);
  if (situation.kind === 'empty') {
    return { kind: 'plan', task, plan: planDepartment(builtInProgramme(), state, today) };
  }
  return inDepartment(task, situation, (department) => ({
    kind: 'plan',
    task,
    plan: planRoadmap(department, state, today),
  }));
}

/** Forms of all schools that report the quarter at work. */
function makeForms(...[state, today]: Parameters<RibbonCommand>): Outcome {
  const task = 'forms';
  return inDepartment(task, inspectWorkbook(state, today), (department) =>
    inQuarter(task, department, today, (quarter) => {
      const sites = expectedSites(department.programme, quarter).map(({ code }) => code);
      return sites.length === 0
        ? told(task, RIBBON_TEXTS.noSchools(quarterTitle(quarter)))
        : { kind: 'plan', task, plan: planFormSheets(department, quarter, sites, state, today) };
    }),
  );
}

/** The form in view; where none is, every form of the workbook. */
function checkForms(...[state, today]: Parameters<RibbonCommand>): Outcome {
  const task = 'check';
  const situation = inspectWorkbook(state, today);
  if (situation.kind !== 'department' && situation.kind !== 'form') {
    return wrongWorkbook(task, situation);
  }
  const inView = checkOpenForms(state, situation, { kind: 'active' }, today);
  const checks = inView.length > 0 ? inView : checkOpenForms(state, situation, { kind: 'all' }, today);
  return checks.length === 0
    ? told(task, RIBBON_TEXTS.noForms)
    : { kind: 'plan', task, plan: planProtocol(checks, state, today) };
}

/** The operator's report on the quarter at work, under the number that it has (the pane changes it); what still makes it a draft is said beside it. */
function makeReport(...[state, today]: Parameters<RibbonCommand>): Outcome {
  const task = 'report';
  return inDepartment(task, inspectWorkbook(state, today), (department) =>
    inQuarter(task, department, today, (quarter) => {
      const plan = planReport(department, quarter, standingRevision(state, quarter), state, today);
      return {
        kind: 'plan',
        task,
        plan,
        ...(plan.stops.length > 0 && { said: { ...RIBBON_TEXTS.stops, why: `${plan.stops.join('; ')}.` } }),
      };
    }),
  );
}

function inQuarter(
  task: RibbonTask,
  department: Department,
  today: CivilDate,
  work: (quarter: Quarter) => Outcome,
): Outcome {
  const quarter = quarterAtWork(department.programme, today);
  return quarter === null ? told(task, RIBBON_TEXTS.noQuarter) : work(quarter);
}
