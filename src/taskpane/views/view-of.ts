/** The view that the workbook and the chosen tab ask for. */
import { html, type TemplateResult } from 'lit';
import { SHELL_TEXTS } from '../../text/pane';
import type { Actions } from '../actions';
import { button } from '../parts/controls';
import type { Desk, PaneState } from '../state';
import { checkView } from './check';
import { formView } from './form';
import { formsView } from './forms';
import { helpView } from './help';
import { openFormView } from './open-form';
import { overviewView } from './overview';
import { reportView } from './report';
import { roadmapView } from './roadmap';
import { schoolsView } from './schools';
import { brokenWorkbook, firstSteps, foreignWorkbook, ownDocument } from './start';

export function viewOf(state: PaneState, actions: Actions): TemplateResult {
  const { book, view } = state;
  // The first reading is under way, or failed and said so.
  if (!book) {
    return state.busy
      ? html`<div class="center"><p class="muted">${SHELL_TEXTS.reading}</p></div>`
      : html`<div class="center">
          ${button({ label: SHELL_TEXTS.readAgain, onClick: actions.refresh, look: 'primary' })}
        </div>`;
  }
  if (view === 'help') return helpView(state, actions);
  const { situation, desk } = book;
  switch (situation.kind) {
    case 'empty':
      return firstSteps(actions, book.state.readOnly);
    case 'foreign':
      return openFormView(state, actions) ?? foreignWorkbook();
    case 'own-document':
      return openFormView(state, actions) ?? ownDocument(situation.document);
    case 'department-broken':
      return brokenWorkbook(situation.findings, actions);
    case 'form':
      return view === 'check' ? checkView(state, null, actions) : formView(state, situation, actions);
    case 'department':
      return desk ? departmentView(state, desk, actions) : html``;
  }
}

function departmentView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  switch (state.view) {
    case 'roadmap':
      return roadmapView(state, desk, actions);
    case 'forms':
      return formsView(state, desk, actions);
    case 'check':
      return checkView(state, desk, actions);
    case 'report':
      return reportView(state, desk, actions);
    case 'schools':
      return schoolsView(state, desk, actions);
    case 'overview':
    case 'form':
    case 'help':
      return overviewView(desk, actions);
  }
}
