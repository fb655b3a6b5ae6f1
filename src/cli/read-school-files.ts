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

/** Files that a thread is given at once: to be woken for each costs both sides time. */
const FILES_AT_ONCE = 16;

/** Batches that each thread can have at least, so that none waits long for the last one. */
const BATCHES_OF_A_THREAD = 8;

/** Batches that a thread has at once: when it has read one, the next is there already. */
const IN_HAND = 2;

type Job = readonly [index: number, path: string];
type Batch = readonly Job[];
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
  const atOnce = Math.min(FILES_AT_ONCE, Math.ceil(paths.length / count / BATCHES_OF_A_THREAD));
  const queue = batches([...paths.entries()], Math.max(1, atOnce)).values();
  await Promise.all(Array.from({ length: count }, () => runThread(queue, plain, keep)));
  return results;
}

function batches(jobs: readonly Job[], size: number): readonly Batch[] {
  return Array.from({ length: Math.ceil(jobs.length / size) }, (_, index) =>
    jobs.slice(index * size, (index + 1) * size),
  );
}

/** One thread after another until the queue is empty: a thread that a file has brought down is replaced. */
async function runThread(queue: Iterator<Batch>, source: PathSource, keep: Keep): Promise<void> {
  const inHand: Batch[] = [];
  const take = (): readonly Batch[] => {
    const taken: Batch[] = [];
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
    // A thread reads in order: if it has ended with batches in hand, it was in the first of them, whose files are now
    // read one by one. What files before it have left may have been too much, so a file is blamed only where a new
    // thread ends at it as well.
    const lost = inHand.shift();
    if (lost?.[0] && lost[0] === suspect) keep(suspect[0], notRead(suspect[1], FILE_PROBLEMS['too-large']));
    else if (lost) inHand.unshift(...batches(lost, 1));
    suspect = lost?.length === 1 ? lost[0] : undefined;
  }
}

/** Gives a new thread what is in hand, and more for every answer, until nothing is left or it does not survive a file. */
function runUntilExit(
  inHand: Batch[],
  take: () => readonly Batch[],
  source: PathSource,
  keep: Keep,
): Promise<void> {
  const worker = new Worker(join(__dirname, 'reading-worker.cjs'), {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
  });
  const give = (batch: Batch): void => worker.postMessage(batch.map(([, path]) => path));
  inHand.forEach(give);
  return new Promise((resolve, reject) => {
    worker.on('message', (read: readonly (ReadFile | CheckedFile)[]) => {
      try {
        const batch = inHand.shift() ?? [];
        take().forEach(give);
        batch.forEach(([index], at) => {
          const result = read[at];
          if (result) keep(index, result);
        });
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
