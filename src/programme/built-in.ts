/** The programme that comes with the product: that of Ivanovo Oblast for 2021–2023 (order No. 160-рп of 7 December 2020). */
import builtIn from './ivanovo-2021-2023.json';
import { describeProblem, parseProgramme } from './load-programme';
import type { Programme } from './schema';

/** Throws only if the product's own file is broken. */
export function builtInProgramme(): Programme {
  const parsed = parseProgramme(builtIn);
  if (!parsed.ok) {
    throw new Error(parsed.problems.map(describeProblem).join('\n'));
  }
  return parsed.programme;
}
