/** Progress of work that takes longer than a second; shown on a terminal only. */
import { COMMAND_TEXTS } from '../text/cli';

const QUIET_MS = 1000;

/** A function to be told how many of `all` are done. */
export function progress(all: number): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const start = performance.now();
  return (done) => {
    if (performance.now() - start < QUIET_MS) return;
    process.stderr.write(`\r${COMMAND_TEXTS.reading(done, all)}${done === all ? '\n' : ''}`);
  };
}
