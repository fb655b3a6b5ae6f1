/** The programmes that tests are about, loaded as the product loads them. */
import { describeProblem, parseProgramme } from '../../src/programme/load-programme';
import type { Programme } from '../../src/programme/schema';
import ivanovoJson from '../../src/programme/ivanovo-2021-2023.json';
import otherJson from '../fixtures/programme-other-region.json';
import thirdJson from '../fixtures/programme-third-region.json';

function load(json: unknown): Programme {
  const parsed = parseProgramme(json);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join('\n'));
  return parsed.programme;
}

export const IVANOVO = load(ivanovoJson);

/** An invented programme: another region, other years, two editions, school year, equal shares. */
export const OTHER_REGION = load(otherJson);

/** An invented programme: shares of running totals, attributes with several words, an edition that begins within a school year. */
export const THIRD_REGION = load(thirdJson);

export function withSettings(programme: Programme, settings: Partial<Programme['settings']>): Programme {
  return { ...programme, settings: { ...programme.settings, ...settings } };
}
