/** Work on operators' forms beside the page, or in the page itself where it may start no thread. */
import type { FormWork } from './context';
import type { FormAnswer } from './form-work';
import { askThread, startThread } from './threads';

export const formWorkInWorker: FormWork = async (job) => {
  const worker = startThread(
    () => new Worker(new URL('./form-worker.ts', import.meta.url), { name: 'form' }),
  );
  try {
    const answer = worker && (await askThread<FormAnswer>(worker, job));
    if (answer) return answer;
  } finally {
    worker?.terminate();
  }
  const { doFormWork } = await import(/* webpackChunkName: "form-here" */ './form-work');
  return doFormWork(job);
};
