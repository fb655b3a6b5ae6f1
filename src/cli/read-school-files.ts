/** Reads school files, many of them in several threads; the result has the order of the paths. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { FILE_PROBLEMS } from '../text/file-problems';
import type { ReadFile } from '../workflows/read-form';
import { notRead } from './inputs';
import { readPath, type PathSource } from './reading-worker';

/** A thread takes about as long to start as so many forms to read. */
const FILES_WORTH_A_THREAD = 40;

/** A file within the reader's caps needs far less; one that needs more ends its thread, not the run. */
const THREAD_MEGABYTES = 1024;

/** Jobs that a thread has at once: when it has read one, the next is there already. */
const IN_HAND = 2;

type Job = readonly [index: number, path: string];
type Keep = (index: number, result: ReadFile | CheckedFile) => void;

/**
 * `workers`: how many threads; absent: as many as the machine can run and the files are worth. `take`: what is kept of a
 * file, made as soon as it is read, so that memory holds no more of a file than that.
 */
export async function readSchoolFiles<Kept>(
  paths: readonly string[],
  source: PathSource,
  workers: number | undefined,
  onFile: (done: number, all: number) => void,
  take: (read: ReadFile | CheckedFile) => Kept,
): Promise<readonly Kept[]> {
  const { programme, today, expectedQuarter, judged } = source;
  // Only what reading asks for goes to the threads: the register may be large.
  const plain = { programme, today, judged, ...(expectedQuarter ? { expectedQuarter } : {}) };
  const count = workers ?? Math.min(availableParallelism(), Math.floor(paths.length / FILES_WORTH_A_THREAD));
  const results: Kept[] = [];
  let done = 0;
  const keep: Keep = (index, result) => {
    results[index] = take(result);
    done += 1;
    onFile(done, paths.length);
  };
  if (count < 2) {
    paths.forEach((path, index) => {
      keep(index, readPath(path, plain));
    });
    return results;
  }
  const queue = paths.entries();
  await Promise.all(Array.from({ length: count }, () => runThread(queue, plain, keep)));
  return results;
}

/** One thread after another until the queue is empty: a thread that a file has brought down is replaced. */
async function runThread(queue: Iterator<Job>, source: PathSource, keep: Keep): Promise<void> {
  const inHand: Job[] = [];
  const take = (): readonly Job[] => {
    const taken: Job[] = [];
    while (inHand.length < IN_HAND) {
      const next = queue.next();
      if (next.done) break;
      inHand.push(next.value);
      taken.push(next.value);
    }
    return taken;
  };
  let suspect: Job | undefined;
  for (take(); inHand.length > 0; take()) {
    await runUntilExit(inHand, take, source, keep);
    // A thread reads in order: if it has ended with jobs in hand, it was reading the first of them. What files before it
    // have left may have been too much, so it is blamed only where a new thread ends at it as well.
    const [last] = inHand;
    if (last && last === suspect) {
      inHand.shift();
      keep(last[0], notRead(last[1], FILE_PROBLEMS['too-large']));
    }
    suspect = last;
  }
}

/** Gives a new thread what is in hand, and more for every answer, until nothing is left or it does not survive a file. */
function runUntilExit(
  inHand: Job[],
  take: () => readonly Job[],
  source: PathSource,
  keep: Keep,
): Promise<void> {
  const worker = new Worker(join(__dirname, 'reading-worker.cjs'), {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  });
  const give = (jobs: readonly Job[]): void => {
    for (const [, path] of jobs) worker.postMessage(path);
  };
  give(inHand);
  return new Promise((resolve, reject) => {
    worker.on('message', (result: ReadFile | CheckedFile) => {
      try {
        const read = inHand.shift();
        give(take());
        if (read) keep(read[0], result);
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
      if (inHand.length === 0) void worker.terminate();
    });
    // What has ended it is of no interest: the exit follows.
    worker.on('error', () => undefined);
    worker.on('exit', () => resolve());
  });
}
