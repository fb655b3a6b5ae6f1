/** What filling an operator's form makes of its placeholders, and who signs it. */
import { html, nothing, type TemplateResult } from 'lit';
import { byLevel, type Finding } from '../../controls/finding';
import type { Signature } from '../../report/signature';
import { OPERATOR_FORM_TEXTS } from '../../text/pane-operator-form';
import type { Actions } from '../actions';
import { findingItem, type FindingUse } from '../parts/findings';
import type { FormTrial, OperatorFormState } from '../state';

const FIELDS: readonly (keyof Signature)[] = ['position', 'name', 'executor', 'phone'];
const LEVELS = ['error', 'warning', 'info'] as const;

/** `onGo`: null where the form is another file. */
export function trialList(
  { filled, findings, possible }: FormTrial,
  onGo: FindingUse['onGo'],
): TemplateResult {
  const counts = LEVELS.map((level) => ({ level, count: ofLevel(findings, level).length }));
  return html`<div class="stack tight" role="status">
      <p class="strong">
        ${possible || filled > 0 ? OPERATOR_FORM_TEXTS.canFill(filled) : OPERATOR_FORM_TEXTS.blocked}
      </p>
      ${
        findings.length === 0
          ? html`<p>${OPERATOR_FORM_TEXTS.nothingWrong}</p>`
          : counts.map(({ level, count }) =>
              count === 0 ? nothing : html`<p>${OPERATOR_FORM_TEXTS.counts[level](count)}</p>`,
            )
      }
    </div>
    ${findingList(findings, onGo)}`;
}

export function findingList(
  findings: readonly Finding[],
  onGo: FindingUse['onGo'],
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  return html`<ul class="list">
    ${byLevel(findings).map((finding) => html`<li>${findingItem(finding, { onGo })}</li>`)}
  </ul>`;
}

export function signatureFields({ signature }: OperatorFormState, actions: Actions): TemplateResult {
  return html`<details>
    <summary>${OPERATOR_FORM_TEXTS.signature}</summary>
    <p class="small muted">${OPERATOR_FORM_TEXTS.signatureHint}</p>
    <div class="stack">
      ${FIELDS.map(
        (field) =>
          html`<label class="field"
            ><span class="label">${OPERATOR_FORM_TEXTS.signatureFields[field]}</span
            ><input
              class="line"
              type="text"
              id="sign-${field}"
              .value=${signature[field]}
              @change=${(event: Event) => {
                if (!(event.target instanceof HTMLInputElement)) return;
                actions.signOperatorForm({ ...signature, [field]: event.target.value.trim() });
              }}
          /></label>`,
      )}
    </div>
  </details>`;
}

function ofLevel(findings: readonly Finding[], level: (typeof LEVELS)[number]): readonly Finding[] {
  return findings.filter((finding) => finding.level === level);
}
