/** An operator's form that is open: its placeholders, what they can be filled from, and the filling in place. */
import { html, nothing, type TemplateResult } from 'lit';
import { OPERATOR_FORM_TEXTS } from '../../text/pane-operator-form';
import { SHELL_TEXTS } from '../../text/pane';
import type { FoundPlaceholder } from '../../workflows/open/fill-template';
import type { Actions } from '../actions';
import { button } from '../parts/controls';
import { fileChoice } from '../parts/file-choice';
import { icon } from '../parts/icons';
import type { PaneState } from '../state';
import { findingList, signatureFields, trialList } from './form-trial';
import { quarterChoice } from './forms';
import { revisionChoice } from './revision-choice';

/** Placeholders that are listed; a form may have thousands. */
const SHOWN = 200;

/** Null: the workbook has no placeholders, and none were filled. */
export function openFormView(state: PaneState, actions: Actions): TemplateResult | null {
  const { book, operatorForm } = state;
  const placeholders = book?.placeholders ?? [];
  const { source, trial, outcome } = operatorForm;
  if (placeholders.length === 0 && !outcome) return null;
  const readOnly = book?.state.readOnly === true;
  const isDone = placeholders.length === 0;
  return html`<section class="card">
      <h2>${isDone ? OPERATOR_FORM_TEXTS.title : OPERATOR_FORM_TEXTS.openTitle}</h2>
      ${
        isDone
          ? html`<p>${OPERATOR_FORM_TEXTS.filled}</p>`
          : html`<p>${OPERATOR_FORM_TEXTS.openIntro(placeholders.length)}</p>`
      }
      ${
        source && !isDone
          ? html`<p class="wrap strong">${OPERATOR_FORM_TEXTS.source(source.name)}</p>
              ${quarterChoice(source, source.quarter, (quarter) => {
                actions.changeFormSource(quarter, source.revision);
              })}
              ${revisionChoice(source.revision, (revision) => {
                actions.changeFormSource(source.quarter, revision);
              })}
              ${signatureFields(operatorForm, actions)}`
          : nothing
      }
      <div class="actions">
        ${
          source && !isDone && trial && trial.filled > 0
            ? button({
                label: OPERATOR_FORM_TEXTS.fill,
                onClick: actions.fillOpenForm,
                look: 'primary',
                off: readOnly,
              })
            : nothing
        }
        ${
          isDone
            ? nothing
            : fileChoice({
                id: 'form-source-choice',
                label: source ? OPERATOR_FORM_TEXTS.chooseOther : OPERATOR_FORM_TEXTS.chooseDepartment,
                look: source ? 'outline' : 'primary',
                accept: '.xlsx,.xlsm',
                about: OPERATOR_FORM_TEXTS.departmentLabel,
                onFiles: actions.chooseFormSource,
              })
        }
      </div>
    </section>
    ${
      outcome && outcome.findings.length > 0
        ? html`<section class="card">
            <h2>${OPERATOR_FORM_TEXTS.outcome}</h2>
            ${findingList(outcome.findings, actions.select)}
          </section>`
        : nothing
    }
    ${
      trial && source && !isDone
        ? html`<section class="card">${trialList(trial, actions.select)}</section>`
        : nothing
    }
    ${isDone ? nothing : placeholderList(placeholders, actions)}`;
}

function placeholderList(placeholders: readonly FoundPlaceholder[], actions: Actions): TemplateResult {
  return html`<section class="card">
    <details open>
      <summary>${OPERATOR_FORM_TEXTS.found}</summary>
      <ul class="list">
        ${placeholders.slice(0, SHOWN).map(
          ({ sheet, cell, written }) =>
            html`<li>
              <button class="item" type="button" @click=${() => actions.select({ sheet, cell })}>
                <span class="wrap">${written}</span>
                <span class="row small muted"
                  ><span class="grow wrap">${OPERATOR_FORM_TEXTS.place(sheet, cell)}</span>${icon('go')}</span
                >
              </button>
            </li>`,
        )}
      </ul>
      ${
        placeholders.length > SHOWN
          ? html`<p>${SHELL_TEXTS.moreItems(placeholders.length - SHOWN)}</p>`
          : nothing
      }
    </details>
  </section>`;
}
