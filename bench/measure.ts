/**
 * Times, told as what a reader can compare: milliseconds of processor time of one piece of work, the best of several
 * rounds. Not of the clock: others are at work on the machine, and a peer would look slow when they are.
 */

export interface Time {
  /** Milliseconds of processor time of one piece. */
  readonly each: number;
  /** Pieces that were timed. */
  readonly pieces: number;
}

const ROUNDS = 5;
const MICROSECONDS = 1000;

/** Does `pieces` pieces in five rounds after one round of warming up; the best round counts: whatever else
 * the machine does only adds. */
export async function timeOf(pieces: number, work: (index: number) => unknown): Promise<Time> {
  const inRound = Math.max(1, Math.ceil(pieces / ROUNDS));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = process.cpuUsage();
    for (let piece = 0; piece < inRound; piece += 1) await work(round * inRound + piece);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / MICROSECONDS / inRound);
  }
  return { each: Math.min(...times.slice(1)), pieces: inRound * ROUNDS };
}
