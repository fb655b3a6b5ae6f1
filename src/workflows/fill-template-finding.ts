/** Findings about a form that is being filled. */
import { UNPLACED, type Finding } from '../controls/finding';
import { TEMPLATE_FINDINGS, type TemplateFindingId } from '../text/template';

type Args<Id extends TemplateFindingId> = Parameters<(typeof TEMPLATE_FINDINGS)[Id]['message']>[0];

/** The finding with this id; `sheet` and `cell` say where, as far as it is known. */
export function templateFinding<Id extends TemplateFindingId>(
  id: Id,
  args: Args<Id>,
  place: { readonly sheet?: string | null; readonly cell?: string | null } = {},
): Finding {
  const { code, level } = TEMPLATE_FINDINGS[id];
  // The catalogue's entries differ by id alone, which the compiler can't follow through a type parameter.
  const message = TEMPLATE_FINDINGS[id].message as (args: Args<Id>) => string;
  const action = TEMPLATE_FINDINGS[id].action as (args: Args<Id>) => string;
  return { code, level, ...UNPLACED, ...place, message: message(args), action: action(args) };
}
