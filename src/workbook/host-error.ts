/** What the host of the open workbook refused, in one vocabulary for all hosts; texts are in `text/host-problems.ts`. */

export type HostProblem =
  | 'cell-edit'
  | 'protected'
  | 'read-only'
  | 'merged-range'
  | 'too-large'
  | 'unsupported'
  | 'access-denied'
  | 'not-found'
  | 'network'
  | 'no-answer'
  | 'cancelled'
  | 'unknown';

export class HostError extends Error {
  constructor(
    readonly problem: HostProblem,
    /** The host's own code and place, for support; never the whole message to a user. */
    readonly detail: string,
  ) {
    super(`${problem}: ${detail}`);
    this.name = 'HostError';
  }
}
