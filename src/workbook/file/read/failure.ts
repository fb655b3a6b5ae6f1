import type { FileProblem } from '../../port';

/** Ends the reading of a file; `readWorkbookFile` turns it into a result. Nothing else of a file's content throws. */
export class ReadFailure extends Error {
  constructor(
    readonly reason: FileProblem,
    readonly detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

/** Refuses as soon as a count passes its cap. */
export function within(count: number, cap: number, what: string): void {
  if (count > cap) {
    throw new ReadFailure('too-large', `${what}: more than ${cap}`);
  }
}
