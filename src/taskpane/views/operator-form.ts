/** The operator's own form: a file beside the Department's workbook. */
import { html, nothing, type TemplateResult } from 'lit';
import { OPERATOR_FORM_TEXTS } from '../../text/pane-operator-form';
import type { Actions } from '../actions';
import { button } from '../parts/controls';
import { fileChoice } from '../parts/file-choice';
import { guideLink } from '../parts/guide-link';
import type { OperatorFormState } from '../state';
import { signatureFields, trialList } from './form-trial';

export function operatorFormCard(form: OperatorFormState, actions: Actions): TemplateResult {
  const { file, trial } = form;
  return html`<section class="card" id="operator-form">
    <h2>${OPERATOR_FORM_TEXTS.title}</h2>
    <p class="small muted">${OPERATOR_FORM_TEXTS.intro} ${guideLink('placeholders', actions)}</p>
    ${file ? html`<p class="wrap strong">${OPERATOR_FORM_TEXTS.file(file.name)}</p>` : nothing}
    <div class="actions">
      ${
        file && trial?.possible === true
          ? button({
              label: OPERATOR_FORM_TEXTS.download,
              onClick: actions.downloadFilledForm,
              look: 'primary',
            })
          : nothing
      }
      ${fileChoice({
        id: 'operator-form-choice',
        label: file ? OPERATOR_FORM_TEXTS.chooseOther : OPERATOR_FORM_TEXTS.chooseForm,
        accept: '.xlsx,.xlsm',
        about: OPERATOR_FORM_TEXTS.formLabel,
        onFiles: actions.chooseOperatorForm,
      })}
      ${button({
        label: OPERATOR_FORM_TEXTS.example,
        onClick: actions.downloadFormExample,
        look: 'subtle',
      })}
    </div>
    ${signatureFields(form, actions)} ${file && trial ? trialList(trial, null) : nothing}
  </section>`;
}
