/** School files read one after another beside the page, or in the page itself where it may start no thread. */
import type { ReadFile, ReadingSource } from '../workflows/read-form';
import type { ReadForms } from './context';
import type { ReadingJob } from './reading-worker';

export const readInWorker: ReadForms = async (files, source, onFile) => {
  let worker: Worker | null = startWorker();
  const read: ReadFile[] = [];
  try {
    for (const [index, file] of files.entries()) {
      onFile(index, files.length);
      const answer = worker && (await askWorker(worker, { file, source }));
      if (!answer) worker = null;
      read.push(answer ?? (await readHere(file, source)));
    }
  } finally {
    worker?.terminate();
  }
  return read;
};

function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./reading-worker.ts', import.meta.url), { name: 'reading' });
  } catch {
    return null;
  }
}

/** Null: the thread could not be started, or a file has brought it down. */
function askWorker(worker: Worker, job: ReadingJob): Promise<ReadFile | null> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ReadFile>) => {
      resolve(data);
    };
    worker.onerror = () => {
      resolve(null);
    };
    worker.postMessage(job);
  });
}

async function readHere(file: File, source: ReadingSource): Promise<ReadFile> {
  const { readSchoolFile } = await import(/* webpackChunkName: "reading-here" */ './read-school-file');
  return readSchoolFile(file, source);
}
