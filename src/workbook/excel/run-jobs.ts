/** Puts the steps of many sheets into requests of a bounded size. */

import type { RunOptions } from '../port';
import type { ProtectionSpec } from '../spec';
import type { Sync } from './host-requests';
import type { KeptProtection } from './protection-options';
import type { Paper, Step } from './step';

/** Estimated bytes of one request; hosts on the web refuse more than 5 MB, and answer slowly long before. */
const REQUEST_BYTES = 900_000;

export interface Job {
  readonly paper: Paper;
  readonly steps: readonly Step[];
  /** How the sheet is protected when the job is done. */
  readonly protection: KeptProtection;
  /** Whether it is protected now. */
  isProtected: boolean;
}

/**
 * Runs the jobs one after the other; `finish` adds to the last request. A sheet is unprotected only within a request:
 * where one ends in the middle of a job, the sheet is protected again before.
 */
export async function runJobs(
  context: Excel.RequestContext,
  jobs: readonly Job[],
  sync: Sync,
  finish: () => void,
  onProgress: RunOptions['onProgress'],
): Promise<void> {
  const all = jobs.reduce((sum, { steps }) => sum + steps.length, 0);
  let done = 0;
  let bytes = 0;
  suspend(context);
  for (const job of jobs) {
    unlockFor(job);
    for (const step of job.steps) {
      if (bytes > 0 && bytes + step.bytes > REQUEST_BYTES) {
        lockAfter(job);
        await sync();
        onProgress?.(done, all);
        bytes = 0;
        suspend(context);
        unlockFor(job);
      }
      step.draw(job.paper);
      bytes += step.bytes;
      done += 1;
    }
    lockAfter(job);
  }
  finish();
  await sync();
  onProgress?.(all, all);
}

/** The product's protection: what is not allowed by name is forbidden, but for notes and scenarios. */
export function finalProtection({ allow }: ProtectionSpec): Excel.WorksheetProtectionOptions {
  return {
    allowAutoFilter: allow.includes('autoFilter'),
    allowDeleteColumns: false,
    allowDeleteRows: false,
    allowEditObjects: true,
    allowEditScenarios: true,
    allowFormatCells: false,
    allowFormatColumns: allow.includes('formatColumns'),
    allowFormatRows: allow.includes('formatRows'),
    allowInsertColumns: false,
    allowInsertHyperlinks: false,
    allowInsertRows: allow.includes('insertRows'),
    allowPivotTables: false,
    allowSort: allow.includes('sort'),
    selectionMode: 'Normal',
  };
}

function unlockFor(job: Job): void {
  if (job.isProtected) {
    job.paper.sheet.protection.unprotect();
    job.isProtected = false;
  }
}

function lockAfter(job: Job): void {
  if (job.protection !== null) {
    job.paper.sheet.protection.protect(job.protection);
    job.isProtected = true;
  }
}

/** Formulas are calculated and the screen is drawn once for a request. */
function suspend({ application }: Excel.RequestContext): void {
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
}
