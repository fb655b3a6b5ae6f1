/** Progress of work that takes longer than a second; shown on a terminal only. */

const QUIET_MS = 1000;

/** A function to be told how many of all are done; `text` words it. */
export function progress(text: (done: number, all: number) => string): (done: number, all: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const start = performance.now();
  return (done, all) => {
    if (performance.now() - start < QUIET_MS) return;
    process.stderr.write(`\r${text(done, all)}${done === all ? '\n' : ''}`);
  };
}
