/** What is wrong with a programme's controls: syntax, types, and references to rows that their editions do not have. */
import { editionView } from '../programme/edition';
import type { ProgrammeProblem } from '../programme/problem';
import type { Programme } from '../programme/schema';
import { CONTROL_TEXTS } from '../text/controls';
import { parseControl } from './parse';
import { references, type Node } from './syntax';

export function checkProgrammeControls(programme: Programme): readonly ProgrammeProblem[] {
  return programme.controls.flatMap((control, index): ProgrammeProblem[] => {
    const path = (field: string): string => `controls[${index}].${field}`;
    const parsed = parseControl(control);
    if (!parsed.ok) {
      return parsed.problems.map(({ field, message }) => ({
        path: path(field),
        value: control[field] ?? '',
        expected: CONTROL_TEXTS.ofControl(control.code, field, message),
      }));
    }
    const known = programme.editions
      .map(({ code }) => editionView(programme, code))
      .filter(({ controls }) => controls.includes(control))
      .map(
        ({ indicators }) =>
          new Set(indicators.filter(({ kind }) => kind !== 'heading').map(({ code }) => code)),
      );
    const lost = (node: Node | null): string[] =>
      node ? references(node).flatMap(({ row }) => (known.every((rows) => rows.has(row)) ? [] : [row])) : [];
    const { condition, left, right } = parsed.control;
    return Object.entries({ condition, left, right }).flatMap(([field, node]) =>
      [...new Set(lost(node))].map((row) => ({
        path: path(field),
        value: `[${row}]`,
        expected: CONTROL_TEXTS.ofControl(control.code, field as 'left', CONTROL_TEXTS.noSuchRow(row)),
      })),
    );
  });
}
