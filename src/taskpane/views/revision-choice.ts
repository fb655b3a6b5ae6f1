/** The list of a report's numbers: the first one, and corrected ones. */
import type { TemplateResult } from 'lit';
import { REPORT_VIEW_TEXTS } from '../../text/pane-report';
import { choice } from '../parts/controls';

const REVISIONS = Array.from({ length: 10 }, (_, revision) => revision);

export function revisionChoice(revision: number, onChange: (revision: number) => void): TemplateResult {
  return choice(
    REPORT_VIEW_TEXTS.revision,
    REVISIONS.map((one) => ({ value: String(one), label: REPORT_VIEW_TEXTS.revisions(one) })),
    String(revision),
    (value) => {
      onChange(Number(value));
    },
  );
}
