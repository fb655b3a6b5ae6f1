/** Cells that show their numbers multiplied by a hundred. */

/** Without the leftovers of binary division: 66.7 gives 0.667. */
export function hundredth(number: number): number {
  return Number((number / 100).toPrecision(15));
}

/** A «%» that is neither quoted nor after «\\» multiplies by a hundred. */
export function showsPercent(code: string): boolean {
  return code.replace(/"[^"]*"|\\.|_.|\*./g, '').includes('%');
}
