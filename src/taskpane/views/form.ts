/** «Форма»: what a school sees of its own form. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatRussian } from '../../calendar/civil-date';
import { FORM_TEXTS } from '../../text/pane-form';
import { OVERVIEW_TEXTS } from '../../text/pane-overview';
import type { OpenForm } from '../../workflows/open/inspect';
import type { Actions } from '../actions';
import { countsOf } from '../findings';
import { button, pairs, tag } from '../parts/controls';
import type { PaneState } from '../state';

export function formView(state: PaneState, form: OpenForm, actions: Actions): TemplateResult {
  const { site, quarter, due, daysLeft, sheets } = form;
  const checks = state.check.checks;
  const counts = checks && countsOf(checks.flatMap(({ findings }) => findings));
  const formSheet = sheets.form;
  const stale = state.check.stale.size > 0;
  return html`<section class="card">
      <h2>${site}</h2>
      ${pairs([
        [FORM_TEXTS.quarter, quarter],
        [FORM_TEXTS.due, due === null ? '' : formatRussian(due)],
      ])}
      ${
        daysLeft === null
          ? nothing
          : html`<div>
              ${tag(OVERVIEW_TEXTS.left(daysLeft), daysLeft < 0 ? 'error' : daysLeft <= 7 ? 'warning' : 'plain', 'clock')}
            </div>`
      }
    </section>
    <section class="card">
      <h2>${FORM_TEXTS.steps}</h2>
      <ol class="stack">
        ${FORM_TEXTS.stepLines.map((line, index) => html`<li>${index + 1}. ${line}</li>`)}
      </ol>
      <div class="actions">
        ${button({
          label: FORM_TEXTS.check,
          onClick: () => {
            actions.show('check', true);
            actions.check();
          },
          look: 'primary',
        })}
        ${
          formSheet === null
            ? nothing
            : button({
                label: FORM_TEXTS.go,
                onClick: () => {
                  actions.select({ sheet: formSheet, cell: 'A1' });
                },
                look: 'outline',
              })
        }
      </div>
    </section>
    ${
      counts
        ? html`<section class="card">
            <h2>${FORM_TEXTS.result}</h2>
            <p>
              ${
                stale
                  ? FORM_TEXTS.stale
                  : counts.error > 0
                    ? FORM_TEXTS.errors(counts.error)
                    : FORM_TEXTS.good
              }
            </p>
          </section>`
        : nothing
    }`;
}
