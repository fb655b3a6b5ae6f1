/** Runs a button's work on the open workbook: puts its sheets or says why not, and always lets the button go. */
import type { CivilDate } from '../calendar/civil-date';
import { HOST_PROBLEMS } from '../text/host-problems';
import { RIBBON_TEXTS } from '../text/ribbon';
import { HostError, type HostProblem } from '../workbook/host-error';
import type { OpenState, OpenWorkbook } from '../workbook/port';
import { planMessage, type Message } from '../workflows/open/message';
import { lostMessage, notesMessage, type RibbonCommand } from './ribbon-command';

export interface RibbonWorld {
  readonly workbook: OpenWorkbook;
  readonly today: () => CivilDate;
  /** Says outside the workbook what could not be written into it. */
  readonly showProblem: (problem: HostProblem) => Promise<void>;
}

/** A button of the ribbon that waits for its end. */
export interface PressedButton {
  completed(): void;
}

/** Excel ends a button's page after five minutes, without a word. */
const LIMIT_MS = 4 * 60_000;

/** Never rejects; the button is let go exactly once, at the latest after `limitMs`. */
export async function runCommand(
  command: RibbonCommand,
  world: RibbonWorld,
  button: PressedButton,
  limitMs: number = LIMIT_MS,
): Promise<void> {
  const stop = new AbortController();
  let limit: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    limit = setTimeout(() => {
      stop.abort();
      resolve();
    }, limitMs);
  });
  try {
    await Promise.race([work(command, world, stop.signal), over]);
  } finally {
    clearTimeout(limit);
    button.completed();
  }
}

async function work(command: RibbonCommand, world: RibbonWorld, signal: AbortSignal): Promise<void> {
  const { workbook, today, showProblem } = world;
  try {
    const state = await workbook.read();
    if (signal.aborted) return;
    const outcome = command(state, today());
    if (state.readOnly) {
      throw new HostError('read-only', 'ribbon');
    }
    if (outcome.kind === 'told') {
      await tell(world, state, outcome.message, true);
      return;
    }
    const { task, plan, said } = outcome;
    if (plan.lost.length > 0) {
      await tell(world, state, lostMessage(task, plan), true);
      return;
    }
    await workbook.put(plan.changes, true, { signal });
    const besides = plan.notes.length > 0 ? notesMessage(plan) : said;
    if (besides !== undefined) {
      await tell(world, await workbook.read(), besides, false);
    }
  } catch (error) {
    // The button was let go already: whatever comes now comes too late to be said.
    if (signal.aborted) return;
    const problem = error instanceof HostError ? error : new HostError('unknown', String(error));
    await tellProblem(world, problem)
      .catch(() => showProblem(problem.problem))
      // Where not even a window can be shown, nothing is left but to let the button go.
      .catch(() => undefined);
  }
}

/** Into the workbook as it stands now: the work may have stopped half-way. */
async function tellProblem(world: RibbonWorld, { problem, detail }: HostError): Promise<void> {
  const { what, why, next } = HOST_PROBLEMS[problem];
  const advice = problem === 'unknown' ? `${next} ${RIBBON_TEXTS.detail(detail)}` : next;
  await tell(world, await world.workbook.read(), { what, why, next: advice }, true);
}

async function tell(
  { workbook, today }: RibbonWorld,
  state: OpenState,
  message: Message,
  show: boolean,
): Promise<void> {
  await workbook.put(planMessage(message, state, today()).changes, show);
}
