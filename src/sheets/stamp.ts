/** The stamp that tells a form's identity; it stands on the form itself and on the hidden sheet «_meta». */
import { formatQuarter, parseQuarter } from '../calendar/quarter';
import type { FormStamp } from '../monitoring/issue-form';
import { cellAddress, type GridSheet } from '../workbook/grid';

const PREFIX = 'Служебная отметка: форма 1';
const SEPARATOR = ' · ';

/** «Служебная отметка: форма 1 · ivanovo-2021-2023 · 2020-1 · kineshma-8 · 2021-Q3» */
export function formatStamp({ programme, edition, site, quarter }: FormStamp): string {
  return [PREFIX, programme, edition, site, formatQuarter(quarter)].join(SEPARATOR);
}

/** The stamp that a text holds; undefined for any other text. */
export function parseStamp(text: string): FormStamp | undefined {
  const line = text.trim();
  // Asked of every text of a workbook, nearly none of which is a stamp.
  if (!line.startsWith(PREFIX)) return undefined;
  const [prefix, programme, edition, site, period, ...rest] = line.split(SEPARATOR);
  const quarter = parseQuarter(period ?? '');
  if (prefix !== PREFIX || !programme || !edition || !site || !quarter || rest.length > 0) return undefined;
  return { programme, edition, site, quarter };
}

/** The stamps on a sheet, in reading order. */
export function stampsOf({ cells }: GridSheet): { readonly stamp: FormStamp; readonly cell: string }[] {
  const found = [];
  for (const { row, column, value } of cells) {
    const stamp = value?.kind === 'text' ? parseStamp(value.text) : undefined;
    if (stamp) found.push({ stamp, cell: cellAddress(row, column) });
  }
  return found;
}
