/** Makes a finding of the built-in checks from its catalogue entry. */
import { FORM_FINDINGS, type FormFindingId } from '../text/form-findings';
import { UNPLACED, type Finding } from './finding';

export type FormFindingArgs<Id extends FormFindingId> = Parameters<(typeof FORM_FINDINGS)[Id]['message']>[0];

/** The finding with this id; `place` gives whatever is known of file, sheet, cell, row and sides. */
export function formFinding<Id extends FormFindingId>(
  id: Id,
  args: FormFindingArgs<Id>,
  place: Partial<Omit<Finding, 'code' | 'level' | 'message' | 'action'>> = {},
): Finding {
  const { code, level, action } = FORM_FINDINGS[id];
  const message = FORM_FINDINGS[id].message as (args: FormFindingArgs<Id>) => string;
  return {
    code,
    level,
    ...UNPLACED,
    ...place,
    message: message(args),
    action,
  };
}
