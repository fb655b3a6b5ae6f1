/** What is wrong with one value of a programme. */
export interface ProgrammeProblem {
  /** «sites[1].openedOn»; empty for the programme as a whole. */
  readonly path: string;
  /** The value found, shortened; null where there is none. */
  readonly value: string | null;
  /** In Russian. */
  readonly expected: string;
  /** `expected` says by itself what is wrong. */
  readonly mistake?: true;
}
