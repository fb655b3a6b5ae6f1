/** The frame around the views: name, tabs, progress, messages, questions. */
import { html, nothing, type TemplateResult } from 'lit';
import { GUIDE_TEXTS } from '../text/guide-links';
import { SHELL_TEXTS, VIEW_TITLES } from '../text/pane';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../text/product';
import type { Actions } from './actions';
import { guideLink } from './parts/guide-link';
import { icon } from './parts/icons';
import { notice, progress, question } from './parts/notice';
import type { PaneState, ViewName } from './state';
import { nextTab } from './next-tab';
import { chapterOf } from './views/chapter-of';
import { viewOf } from './views/view-of';
import { viewsOf } from './views-of';

export function shell(state: PaneState, actions: Actions): TemplateResult {
  const { busy, message } = state;
  const views = viewsOf(state.book);
  return html`<div class="pane">
    <header class="top">
      <div class="head">
        <img class="logo" src="assets/icon-32.png" alt="" />
        <div class="names">
          <h1>${PRODUCT_NAME}</h1>
          <p class="file" title=${state.book?.state.name ?? nothing}>${state.book?.state.name ?? ''}</p>
        </div>
        <button
          class="plain"
          type="button"
          aria-label=${SHELL_TEXTS.refreshHint}
          title=${SHELL_TEXTS.refreshHint}
          @click=${actions.refresh}
        >
          ${icon('refresh')}
        </button>
      </div>
      ${views.length > 1 ? tabs(views, state.view, actions) : nothing}
      <div role="status" aria-live="polite">
        ${busy ? progress(busy, busy.progress ? actions.cancel : null) : nothing}
      </div>
    </header>
    <div class="notices">
      <div role="status">${standing(state)}</div>
      <div role=${message?.tone === 'error' ? 'alert' : 'status'} id="message">
        ${message ? notice(message, actions.dismiss) : nothing}
      </div>
    </div>
    <main>
      ${state.question ? question(state.question) : nothing}
      <div
        class="view"
        id="view"
        tabindex="-1"
        ?inert=${state.question !== null}
        role=${views.length > 1 ? 'tabpanel' : nothing}
        aria-labelledby=${views.length > 1 ? `tab-${state.view}` : nothing}
      >
        ${viewOf(state, actions)}
      </div>
    </main>
    <footer class="foot">
      <span>${GUIDE_TEXTS.prefix}${guideLink(chapterOf(state), actions)}</span>
      <span>${SHELL_TEXTS.version(PRODUCT_VERSION)}</span>
    </footer>
  </div>`;
}

/** What holds as long as the workbook is as it is. */
function standing({ book }: PaneState): TemplateResult | typeof nothing {
  if (!book) return nothing;
  const { readOnly, unfinished } = book.state;
  return html`${
    readOnly
      ? notice({ tone: 'warning', title: SHELL_TEXTS.readOnlyTitle, text: SHELL_TEXTS.readOnlyText })
      : nothing
  }
  ${
    unfinished.length > 0
      ? notice({
          tone: 'warning',
          title: SHELL_TEXTS.unfinishedTitle,
          text: SHELL_TEXTS.unfinishedText(unfinished),
        })
      : nothing
  }`;
}

function tabs(views: readonly ViewName[], current: ViewName, actions: Actions): TemplateResult {
  const onKey = (event: KeyboardEvent): void => {
    const next = nextTab(views, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    actions.show(next, false);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return html`<div
    class="tabs ${views.length === 2 ? 'two' : ''}"
    role="tablist"
    aria-label=${SHELL_TEXTS.tabs}
    @keydown=${onKey}
  >
    ${views.map(
      (view) =>
        html`<button
          class="tab"
          type="button"
          role="tab"
          id="tab-${view}"
          aria-controls="view"
          aria-selected=${view === current ? 'true' : 'false'}
          tabindex=${view === current ? 0 : -1}
          @click=${() => actions.show(view, false)}
        >
          ${VIEW_TITLES[view]}
        </button>`,
    )}
  </div>`;
}
