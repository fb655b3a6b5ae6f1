/** What a command has to say: results on standard output, remarks on standard error. */
import { programmeCheckpoints } from '../programme/checkpoints';
import type { Programme } from '../programme/schema';

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function remark(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Names the deadlines whose wording is not understood: they are printed as they stand and give no checkpoints. */
export function warnOfDeadlines(programme: Programme): void {
  for (const warning of programmeCheckpoints(programme).warnings) remark(warning);
}
