/** What is wrong with a value of the programme, in the words of the sheet on which it stands. */
import type { ProgrammeProblem } from '../programme/problem';
import { PROGRAMME_TEXTS } from '../text/programme';
import { dateCell } from './codecs';
import type { ReadField } from './table-sheet';

/** `value`: as it was read from the cell. */
export function cellProblem(
  { value: shown, expected, mistake }: ProgrammeProblem,
  { title, codec }: ReadField,
  value: unknown,
): string {
  const { ofCell, empty } = PROGRAMME_TEXTS;
  if (mistake) return ofCell.mistake(expected);
  const asWritten = (text: string): string => (codec === dateCell ? withRussianDates(text) : text);
  const found = shown === null || shown === empty ? '' : asWritten(shown);
  return ofCell.problem(title, found, codec?.expects?.(value) ?? asWritten(expected));
}

/** A column of dates shows them as «01.09.2021», whatever the programme's own form of them is. */
function withRussianDates(text: string): string {
  return text.replaceAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g, '$3.$2.$1');
}
