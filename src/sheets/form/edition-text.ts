/** The edition that a form is issued in: name, code, since when, and the act that approved it. */
import { formatRussian } from '../../calendar/civil-date';
import type { Edition } from '../../programme/schema';
import { PROGRAMME_TEXTS } from '../../text/programme';

export function editionText({ title, code, effectiveFrom, effectiveTo, source }: Edition): string {
  const { edition } = PROGRAMME_TEXTS;
  const act = [
    source.act,
    ...(source.date === null ? [] : [edition.actDate(formatRussian(source.date))]),
    ...(source.number === null ? [] : [edition.actNumber(source.number)]),
    ...(source.point === null ? [] : [edition.actPoint(source.point)]),
  ].join(' ');
  const inForce = edition.inForce(formatRussian(effectiveFrom), effectiveTo && formatRussian(effectiveTo));
  return `${title} (${code}, ${inForce}; ${edition.basis(act)})`;
}
