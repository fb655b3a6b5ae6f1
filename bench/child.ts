/** A program of its own, timed from start to end, with the most memory that it held. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface Run {
  readonly seconds: number;
  /** Null where the system does not tell. */
  readonly megabytes: number | null;
}

const LOOK_MS = 50;

/** Rejects where it ends with a code that is not among `good`. */
export function measured(
  program: string,
  args: readonly string[],
  good: readonly number[] = [0],
): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  let megabytes: number | null = null;
  const look = setInterval(() => {
    const status = `/proc/${child.pid ?? 0}/status`;
    if (!existsSync(status)) return;
    const [, most] = /VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8')) ?? [];
    megabytes = most === undefined ? megabytes : Number(most) / 1024;
  }, LOOK_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      if (code !== null && good.includes(code)) resolve({ seconds, megabytes });
      else
        reject(
          new Error(`${program} ${args.slice(0, 3).join(' ')} ended with ${code ?? 'a signal'}: ${said}`),
        );
    });
  });
}
