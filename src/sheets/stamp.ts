/** The stamp that tells a form's identity; it stands on the form itself and on the hidden sheet «_meta». */
import { formatQuarter, parseQuarter } from '../calendar/quarter';
import type { FormStamp } from '../monitoring/issue-form';

const PREFIX = 'Служебная отметка: форма 1';
const SEPARATOR = ' · ';

/** «Служебная отметка: форма 1 · ivanovo-2021-2023 · 2020-1 · kineshma-8 · 2021-Q3» */
export function formatStamp({ programme, edition, site, quarter }: FormStamp): string {
  return [PREFIX, programme, edition, site, formatQuarter(quarter)].join(SEPARATOR);
}

/** The stamp that a text holds; undefined for any other text. */
export function parseStamp(text: string): FormStamp | undefined {
  const [prefix, programme, edition, site, period, ...rest] = text.trim().split(SEPARATOR);
  const quarter = parseQuarter(period ?? '');
  if (prefix !== PREFIX || !programme || !edition || !site || !quarter || rest.length > 0) return undefined;
  return { programme, edition, site, quarter };
}
