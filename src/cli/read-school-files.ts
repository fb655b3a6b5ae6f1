/** Reads school files, many of them in several threads; the result has the order of the paths. */
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { FILE_PROBLEMS } from '../text/file-problems';
import type { ReadFile, ReadingSource } from '../workflows/read-form';
import { notRead } from './inputs';
import { readPath } from './reading-worker';

/** A thread takes about as long to start as so many forms to read. */
const FILES_WORTH_A_THREAD = 40;

/** A file within the reader's caps needs far less; one that needs more ends its thread, not the run. */
const THREAD_MEGABYTES = 1024;

/**
 * `workers`: how many threads; absent: as many as the machine can run and the files are worth. `take`: what is kept of a
 * file, made as soon as it is read, so that memory holds no more of a file than that.
 */
export async function readSchoolFiles<Kept>(
  paths: readonly string[],
  source: ReadingSource,
  workers: number | undefined,
  onFile: (done: number, all: number) => void,
  take: (read: ReadFile | CheckedFile) => Kept,
): Promise<readonly Kept[]> {
  const { programme, today, expectedQuarter } = source;
  // Only what reading asks for goes to the threads: the register may be large.
  const plain = { programme, today, ...(expectedQuarter ? { expectedQuarter } : {}) };
  const count = workers ?? Math.min(availableParallelism(), Math.floor(paths.length / FILES_WORTH_A_THREAD));
  const results: Kept[] = [];
  let done = 0;
  const keep = (index: number, result: ReadFile | CheckedFile): void => {
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
async function runThread(
  queue: Iterator<[number, string]>,
  source: ReadingSource,
  keep: (index: number, result: ReadFile | CheckedFile) => void,
): Promise<void> {
  for (let next = queue.next(); !next.done;) {
    const worker = new Worker(join(__dirname, 'reading-worker.cjs'), {
      workerData: source,
      resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES },
    });
    let alive = true;
    while (alive && !next.done) {
      const [index, path] = next.value;
      const answer = answerOf(worker);
      worker.postMessage(path);
      const result = await answer;
      alive = result !== null;
      keep(index, result ?? notRead(path, FILE_PROBLEMS['too-large']));
      next = queue.next();
    }
    await worker.terminate();
  }
}

/** Null: the thread did not survive the file. */
function answerOf(worker: Worker): Promise<ReadFile | CheckedFile | null> {
  const listening = new AbortController();
  const { signal } = listening;
  return Promise.race([
    once(worker, 'message', { signal }).then(([result]) => result as ReadFile | CheckedFile),
    once(worker, 'exit', { signal }).then(() => null),
  ])
    .catch(() => null)
    .finally(() => listening.abort());
}
