/** Times, told as what a reader can compare: milliseconds of one piece of work, the best of several rounds. */

export interface Time {
  /** Milliseconds of one piece. */
  readonly each: number;
  /** Pieces that were timed. */
  readonly pieces: number;
}

const ROUNDS = 5;

/** Does `pieces` pieces in five rounds after one round of warming up; the best round counts: whatever else
 * the machine does only adds. */
export async function timeOf(pieces: number, work: (index: number) => unknown): Promise<Time> {
  const inRound = Math.max(1, Math.ceil(pieces / ROUNDS));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (let piece = 0; piece < inRound; piece += 1) await work(round * inRound + piece);
    times.push((performance.now() - start) / inRound);
  }
  return { each: Math.min(...times.slice(1)), pieces: inRound * ROUNDS };
}
