/** Editions of the concept: which one is in force on a day, and what it holds. */
import type { CivilDate } from '../calendar/civil-date';
import { lastDay, type Quarter } from '../calendar/quarter';
import type { Control, Edition, Indicator, Programme, Target } from './schema';

/** What an edition holds: its indicators in the order of their numbers, its targets and its controls. */
export interface EditionView {
  readonly edition: Edition;
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
  readonly controls: readonly Control[];
}

/** The programme has no edition of this code: the caller took it from elsewhere. */
export class UnknownEditionError extends Error {
  constructor(code: string) {
    super(`No edition «${code}» in the programme`);
    this.name = 'UnknownEditionError';
  }
}

/** The edition in force on a day; undefined before the first one and after the last one. */
export function editionOn({ editions }: Programme, date: CivilDate): Edition | undefined {
  return editions.find(
    ({ effectiveFrom, effectiveTo }) =>
      effectiveFrom <= date && (effectiveTo === null || date <= effectiveTo),
  );
}

/**
 * The edition by which a quarter is reported: the one in force on its last day. A loaded programme has one for every
 * quarter that it reports; for other quarters the nearest edition stands in, so that they can be named and refused.
 */
export function editionForQuarter(programme: Programme, quarter: Quarter): Edition {
  const day = lastDay(quarter);
  const { editions } = programme;
  const begun = editions.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const edition = editionOn(programme, day) ?? begun.at(-1) ?? editions[0];
  if (!edition) throw new UnknownEditionError('');
  return edition;
}

const views = new WeakMap<Programme, Map<string, EditionView>>();

/** What an edition holds; the same object for the same programme and code. Throws `UnknownEditionError`. */
export function editionView(programme: Programme, editionCode: string): EditionView {
  const known = views.get(programme) ?? new Map<string, EditionView>();
  views.set(programme, known);
  const view = known.get(editionCode) ?? makeView(programme, editionCode);
  known.set(editionCode, view);
  return view;
}

function makeView(programme: Programme, editionCode: string): EditionView {
  const edition = programme.editions.find(({ code }) => code === editionCode);
  if (!edition) throw new UnknownEditionError(editionCode);
  const holds = (row: EditionRange): boolean => editionsOf(programme, row).includes(edition);
  return {
    edition,
    indicators: programme.indicators.filter(holds).sort(byNumber),
    targets: programme.targets.filter(holds),
    controls: programme.controls.filter(holds),
  };
}

export interface EditionRange {
  readonly fromEdition: string;
  readonly toEdition: string | null;
}

/** The editions in which a row holds, in order: from its first to its last one, both included. */
export function editionsOf(
  { editions }: Programme,
  { fromEdition, toEdition }: EditionRange,
): readonly Edition[] {
  const first = editions.findIndex(({ code }) => code === fromEdition);
  const last =
    toEdition === null ? editions.length - 1 : editions.findIndex(({ code }) => code === toEdition);
  return first < 0 ? [] : editions.slice(first, last + 1);
}

/** «2» before «2.1» before «10». */
function byNumber(a: Indicator, b: Indicator): number {
  const [left, right] = [a, b].map(({ code }) => code.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? -1) - (right?.[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
