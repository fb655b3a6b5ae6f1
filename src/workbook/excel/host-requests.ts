/** The one way to the host: every request goes through `askHost`. */
import { HostError } from '../host-error';
import { toHostError } from './host-errors';

export interface HostRequestOptions {
  /**
   * What to do while somebody types into a cell: wait till they have finished (what must not stop half-way), or be
   * refused at once with «cell-edit» (what a click asks for, so that the user learns why nothing happens).
   */
  readonly whileTyping: 'wait' | 'refuse';
  /** Ends the work before the next `sync`; what was sent is not called back. */
  readonly signal?: AbortSignal | undefined;
  /** The context of objects of an earlier request that this one goes on with. */
  readonly previous?: OfficeExtension.ClientRequestContext;
  /** How long the host may take for one answer. */
  readonly answerMs?: number;
}

/** Long enough for a slow machine and for an entry that is being typed; short enough to be told about. */
const ANSWER_MS = 60_000;

/** `sync` of a batch: sends what has been queued and waits for the answer. */
export type Sync = () => Promise<void>;

/**
 * Runs a batch in the host. Batches call the given `sync`, never `context.sync`: it stops when the user cancelled, and
 * when the host has not answered in time. After either, nothing more of the batch is sent, even if the answer comes
 * late. Throws `HostError` only, but for errors in the product's own code, which come as «unknown» with their message.
 */
export async function askHost<T>(
  options: HostRequestOptions,
  batch: (context: Excel.RequestContext, sync: Sync) => Promise<T>,
): Promise<T> {
  const wait = timeLimit(options.answerMs ?? ANSWER_MS);
  const { signal } = options;
  const check = (): void => {
    if (wait.isOver()) {
      throw noAnswer();
    }
    if (signal?.aborted === true) {
      throw new HostError('cancelled', 'by the user');
    }
  };
  const run = async (): Promise<T> => {
    check();
    const { previous, whileTyping } = options;
    const runOptions = {
      delayForCellEdit: whileTyping === 'wait',
      ...(previous !== undefined && { previousObjects: previous }),
    };
    return Excel.run(runOptions, async (context) => {
      const result = await batch(context, async () => {
        check();
        wait.restart();
        await context.sync();
        check();
        wait.restart();
      });
      wait.restart();
      return result;
    });
  };
  try {
    return await Promise.race([run(), wait.over]);
  } catch (thrown) {
    throw toHostError(thrown);
  } finally {
    wait.stop();
  }
}

interface TimeLimit {
  readonly over: Promise<never>;
  isOver(): boolean;
  restart(): void;
  stop(): void;
}

function timeLimit(ms: number): TimeLimit {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let passed = false;
  let give: (error: HostError) => void = () => undefined;
  const over = new Promise<never>((_, reject) => {
    give = reject;
  });
  // The race may be won before: then nobody waits for this promise any more.
  over.catch(() => undefined);
  const restart = (): void => {
    clearTimeout(timer);
    if (!stopped) {
      timer = setTimeout(() => {
        passed = true;
        give(noAnswer());
      }, ms);
    }
  };
  restart();
  return {
    over,
    isOver: () => passed,
    restart,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function noAnswer(): HostError {
  return new HostError('no-answer', 'the host did not answer in time');
}
