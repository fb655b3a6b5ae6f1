/** School files read one after another beside the page, or in the page itself where it may start no thread. */
import type { ReadFile, ReadingSource } from '../workflows/read-form';
import type { ReadForms } from './context';
import type { ReadingJob } from './reading-worker';
import { askThread, startThread } from './threads';

export const readInWorker: ReadForms = async (files, source, onFile) => {
  let worker = startThread(
    () => new Worker(new URL('./reading-worker.ts', import.meta.url), { name: 'reading' }),
  );
  const read: ReadFile[] = [];
  try {
    for (const [index, file] of files.entries()) {
      onFile(index, files.length);
      const job: ReadingJob = { file, source };
      const answer = worker && (await askThread<ReadFile>(worker, job));
      if (!answer) worker = null;
      read.push(answer ?? (await readHere(file, source)));
    }
  } finally {
    worker?.terminate();
  }
  return read;
};

async function readHere(file: File, source: ReadingSource): Promise<ReadFile> {
  const { readSchoolFile } = await import(/* webpackChunkName: "reading-here" */ './read-school-file');
  return readSchoolFile(file, source);
}
