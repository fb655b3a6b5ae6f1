/** Threads beside the page, so that it never stands still while a file is read. */

/** Null: the page may start none. */
export function startThread(start: () => Worker): Worker | null {
  try {
    return start();
  } catch {
    return null;
  }
}

/** The thread's answer to one job; null: the thread could not be started, or a file has brought it down. */
export function askThread<Answer>(worker: Worker, job: object): Promise<Answer | null> {
  return new Promise((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      resolve(data);
    };
    worker.onerror = () => {
      resolve(null);
    };
    worker.postMessage(job);
  });
}
