/** What is wrong with a programme's controls: syntax, types, and references to rows that their editions do not have. */
import { editionView, type EditionView } from '../programme/edition';
import type { ProgrammeProblem } from '../programme/problem';
import type { Programme } from '../programme/schema';
import { CONTROL_TEXTS } from '../text/controls';
import { parseControl, type ControlField } from './parse';
import { references, type Node } from './syntax';

const FIELDS: readonly ControlField[] = ['condition', 'left', 'right'];

/** Each problem names the control, the field and the place in it. */
export function checkProgrammeControls(programme: Programme): readonly ProgrammeProblem[] {
  return programme.controls.flatMap((control, index): ProgrammeProblem[] => {
    const path = (field: string): string => `controls[${index}].${field}`;
    const parsed = parseControl(control);
    if (!parsed.ok) {
      return parsed.problems.map(({ field, message }) => ({
        path: path(field),
        value: control[field] ?? '',
        expected: CONTROL_TEXTS.ofControl(control.code, field, message),
        mistake: true as const,
      }));
    }
    const views = programme.editions
      .map(({ code }) => editionView(programme, code))
      .filter(({ controls }) => controls.includes(control));
    return FIELDS.flatMap((field) =>
      lostRows(parsed.control[field], views).map(({ row, at, what }) => ({
        path: path(field),
        value: `[${row}]`,
        expected: CONTROL_TEXTS.ofControl(control.code, field, CONTROL_TEXTS.position(at, what)),
        mistake: true as const,
      })),
    );
  });
}

interface LostRow {
  readonly row: string;
  readonly at: number;
  /** In Russian. */
  readonly what: string;
}

/** Rows that one of the editions does not have, or has as a heading only; each once, where it first stands. */
function lostRows(node: Node | null, views: readonly EditionView[]): readonly LostRow[] {
  const all = node ? references(node) : [];
  const once = all.filter(({ row }, index) => all.findIndex((other) => other.row === row) === index);
  return once.flatMap(({ row, at }) => {
    const without = views.find(({ indicators }) =>
      indicators.every(({ code, kind }) => code !== row || kind === 'heading'),
    );
    if (!without) return [];
    const isHeading = without.indicators.some(({ code }) => code === row);
    const what = isHeading
      ? CONTROL_TEXTS.headingRow(row)
      : CONTROL_TEXTS.noSuchRow(row, without.edition.code);
    return [{ row, at, what }];
  });
}
