/** «Школы»: a school found by what one remembers of it, two quarters compared, and what is on control. */
import { html, type TemplateResult } from 'lit';
import { SCHOOLS_TEXTS } from '../../text/pane-schools';
import type { Actions } from '../actions';
import { chip, search } from '../parts/controls';
import { icon } from '../parts/icons';
import type { Desk, PaneState } from '../state';
import { comparisonView } from './comparison';
import { schoolCardView } from './school-card';
import { watchListView } from './watch-list';

const MODES = ['search', 'compare', 'watch'] as const;

export function schoolsView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { mode } = state.schools;
  return html`<div class="chips" role="group" aria-label=${SCHOOLS_TEXTS.parts}>
      ${MODES.map((one) =>
        chip(SCHOOLS_TEXTS.modes[one], one === mode, () => {
          actions.changeSchools({ mode: one });
        }),
      )}
    </div>
    ${part(state, desk, actions)}`;
}

function part(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { mode, card } = state.schools;
  switch (mode) {
    case 'search':
      return card ? schoolCardView(card, state, actions) : schoolList(state, desk, actions);
    case 'compare':
      return comparisonView(state, desk, actions);
    case 'watch':
      return watchListView(state, desk, actions);
  }
}

function schoolList({ schools }: PaneState, { department }: Desk, actions: Actions): TemplateResult {
  const { found, search: query } = schools;
  return html`<section class="card">
    <h2>${SCHOOLS_TEXTS.modes.search}</h2>
    ${search(SCHOOLS_TEXTS.search, query, (text) => {
      actions.changeSchools({ search: text });
    })}
    <p class="small muted" aria-live="polite">
      ${SCHOOLS_TEXTS.found(found.length, department.programme.sites.length)}
    </p>
    ${
      found.length === 0
        ? html`<p>${SCHOOLS_TEXTS.none}</p>`
        : html`<ul class="list">
            ${found.map(
              ({ code, shortName, municipality }) =>
                html`<li>
                  <button
                    class="item"
                    type="button"
                    @click=${() => {
                      actions.changeSchools({ site: code, row: null });
                    }}
                  >
                    <span class="row apart"><span class="wrap strong">${shortName}</span>${icon('go')}</span>
                    <span class="small muted wrap">${municipality}</span>
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
