/** Times, told as what a reader can compare: milliseconds of one piece of work, the middle of several rounds. */

export interface Time {
  /** Milliseconds of one piece. */
  readonly each: number;
  /** Pieces that were timed. */
  readonly pieces: number;
}

const ROUNDS = 5;

/** Does `pieces` pieces in five rounds after one round of warming up; the middle round counts. */
export async function timeOf(pieces: number, work: (index: number) => unknown): Promise<Time> {
  const inRound = Math.max(1, Math.ceil(pieces / ROUNDS));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = performance.now();
    for (let piece = 0; piece < inRound; piece += 1) await work(round * inRound + piece);
    times.push((performance.now() - start) / inRound);
  }
  const sorted = times.slice(1).sort((a, b) => a - b);
  return { each: sorted[Math.floor(ROUNDS / 2)] ?? 0, pieces: inRound * ROUNDS };
}
