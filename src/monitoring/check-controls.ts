/** Stage of the edition's controls, then C1: a reason wherever one is due. */
import type { Quarter } from '../calendar/quarter';
import { appliesIn } from '../controls/applies';
import { controlFinding } from '../controls/control-finding';
import type { Finding } from '../controls/finding';
import { formFinding } from '../controls/form-finding';
import { compiledControls } from '../controls/parse';
import { references } from '../controls/syntax';
import { runControl } from '../controls/run-control';
import type { ControlContext } from '../controls/values';
import type { EditionView } from '../programme/edition';
import type { Settings } from '../programme/schema';
import type { SubmissionRow } from './submission';

export type PlaceOf = (
  row: string,
  key: 'fact' | 'total' | 'reason',
) => Pick<Finding, 'file' | 'sheet' | 'cell' | 'row'>;

/** Findings of the controls that apply in this quarter, in the catalogue's order. */
export function checkControls(
  view: EditionView,
  quarter: Quarter,
  context: ControlContext,
  place: PlaceOf,
): readonly Finding[] {
  return compiledControls(view.controls)
    .filter(({ control }) => appliesIn(control, quarter))
    .flatMap((control) => {
      const result = runControl(control, context);
      if (result.state !== 'failed' && result.state !== 'not-computable') return [];
      const [reference] = [...references(control.left), ...references(control.right)];
      const where = reference
        ? place(reference.row, reference.source === 'total' ? 'total' : 'fact')
        : { file: place('', 'fact').file };
      return [controlFinding(control, result, where)];
    });
}

/** C1: every row with a deviation or a warning needs a reason of the least length. */
export function checkReasons(
  findings: readonly Finding[],
  rows: readonly SubmissionRow[],
  settings: Settings,
  place: PlaceOf,
): readonly Finding[] {
  return rows.flatMap(({ row, reason }) => {
    const codes = findings
      .filter(
        (finding) => finding.row === row && (finding.level === 'deviation' || finding.level === 'warning'),
      )
      .map(({ code }) => code);
    if (codes.length === 0 || reason.length >= settings.reasonMinLength) return [];
    const args = { codes: [...new Set(codes)].join(', '), length: settings.reasonMinLength };
    return [formFinding('reasonMissing', args, place(row, 'reason'))];
  });
}
