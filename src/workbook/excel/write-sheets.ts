/**
 * Makes and renews sheets of the open workbook. Everything that is known beforehand is said in as few requests as their
 * size allows; none depends on the number of cells, rows or sheets but through that size.
 */

import type { RunOptions, SheetChange } from '../port';
import type { SheetSpec } from '../spec';
import { renewSteps } from './clean-sheet';
import { contentSteps } from './draw-cells';
import { chartSteps } from './draw-charts';
import { lookSteps } from './draw-looks';
import { columnSteps, heightSteps, mergeSteps, printSteps, viewSteps } from './draw-page';
import { ruleSteps } from './draw-rules';
import { putNames, refuseTakenNames, tableSteps } from './draw-tables';
import { askHost } from './host-requests';
import { unprotected } from './protection-options';
import { finalProtection, runJobs, type Job } from './run-jobs';
import { lower, readStanding, refuseMoved, type Standing } from './standing';
import { paperOf, type Step } from './step';
import { markFormula, markName } from './unfinished';

/**
 * Writes the sheets and, if `show`, shows the first of them (where it is visible). An interrupted run leaves hidden
 * names (`unfinished.ts`), by which `read` tells its sheets; writing them again finishes them. Throws `HostError`; for a
 * spec that no workbook can hold, a `RangeError`, before anything is written.
 */
export async function writeSheets(
  changes: readonly SheetChange[],
  show: boolean,
  run: RunOptions = {},
): Promise<void> {
  if (changes.length === 0) {
    return;
  }
  // Whoever is typing learns so at once; whoever begins to type meanwhile does not stop the work half-way.
  const standing = await askHost({ whileTyping: 'refuse', signal: run.signal }, (context, sync) =>
    readStanding(
      context,
      sync,
      changes.map(({ spec }) => spec.name),
      changes.some(({ spec, existing }) => existing !== null && spec.charts !== undefined),
    ),
  );
  refuseMoved(standing, changes);
  refuseTakenNames(
    changes.map(({ spec }) => spec),
    standing,
  );
  await askHost({ whileTyping: 'wait', signal: run.signal }, async (context, sync) => {
    const taken = new Set(standing.tableNames);
    const drafts = changes.map((change) => ({ spec: change.spec, steps: stepsOf(change, standing, taken) }));
    const marks = open(context.workbook, changes, standing);
    const jobs = drafts.map(({ spec, steps }) => jobOf(context, spec, steps, standing));
    const finish = (): void => {
      marks.forEach((name) => {
        context.workbook.names.getItem(name).delete();
      });
      const first = changes[0];
      if (show && first?.spec.visibility === 'visible') {
        const sheet = context.workbook.worksheets.getItem(first.spec.name);
        sheet.visibility = 'Visible';
        sheet.activate();
      }
    };
    await runJobs(context, jobs, sync, finish, run.onProgress);
  });
}

/** All that is to be done on one sheet, in the order in which it must be done. */
function stepsOf({ spec, existing }: SheetChange, standing: Standing, taken: Set<string>): Step[] {
  const fresh = existing === null;
  const keep = existing?.keep ?? new Set<string>();
  const tables = tableSteps(spec, standing, taken);
  return [
    ...(fresh ? [] : renewSteps(spec, existing.clear, keep)),
    ...tables.before,
    ...columnSteps(spec),
    ...contentSteps(spec, keep, standing.daysOff),
    ...lookSteps(spec, fresh),
    ...mergeSteps(spec),
    ...heightSteps(spec),
    ...tables.after,
    ...ruleSteps(spec, standing.daysOff),
    ...chartSteps(spec, standing.charts.get(lower(spec.name)) ?? [], standing.daysOff),
    ...printSteps(spec),
    ...viewSteps(spec, fresh),
  ];
}

/**
 * Makes the new sheets, marks all of them as unfinished and puts the names, so that formulas and rules of one sheet
 * find the others. Returns the names of the marks to be removed in the end.
 */
function open(workbook: Excel.Workbook, changes: readonly SheetChange[], standing: Standing): string[] {
  probeProtection(workbook, changes, standing);
  const targets = new Set(changes.map(({ spec }) => lower(spec.name)));
  const old = standing.marks.filter(({ sheet }) => sheet === undefined || targets.has(lower(sheet)));
  const marked = new Set(old.map(({ sheet }) => lower(sheet ?? '')));
  let number = 1;
  const added = changes.flatMap(({ spec, existing }) => {
    if (existing === null) {
      workbook.worksheets.add(spec.name);
    }
    if (marked.has(lower(spec.name))) {
      return [];
    }
    while (standing.names.has(lower(markName(number)))) {
      number += 1;
    }
    const name = markName(number);
    number += 1;
    workbook.names.add(name, markFormula(spec.name)).visible = false;
    return [name];
  });
  changes.forEach(({ spec }) => {
    putNames(workbook, spec, standing);
  });
  return [...old.map(({ name }) => name), ...added];
}

/** A sheet that is protected with a password refuses here, before anything has changed. */
function probeProtection(
  workbook: Excel.Workbook,
  changes: readonly SheetChange[],
  standing: Standing,
): void {
  for (const { spec } of changes) {
    const protection = standing.sheets.get(lower(spec.name))?.protection ?? null;
    if (protection !== null) {
      unprotected(workbook.worksheets.getItem(spec.name), protection, () => undefined);
    }
  }
}

function jobOf(
  context: Excel.RequestContext,
  spec: SheetSpec,
  steps: readonly Step[],
  standing: Standing,
): Job {
  const before = standing.sheets.get(lower(spec.name))?.protection ?? null;
  return {
    paper: paperOf(context.workbook.worksheets.getItem(spec.name)),
    steps,
    protection: spec.protection === undefined ? before : finalProtection(spec.protection),
    isProtected: before !== null,
  };
}
