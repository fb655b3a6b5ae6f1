/** «Справка и настройки». */
import { html, type TemplateResult } from 'lit';
import { GUIDE, HELP_TEXTS } from '../../text/pane-help';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../../text/product';
import type { Actions } from '../actions';
import { button, pairs } from '../parts/controls';
import type { PaneState } from '../state';

export function helpView({ book }: PaneState, actions: Actions): TemplateResult {
  const desk = book?.desk;
  return html`<section class="card">
      <h2>${HELP_TEXTS.guide}</h2>
      ${GUIDE.map(
        ({ title, lines }, index) =>
          html`<details ?open=${index === 0}>
            <summary>${title}</summary>
            <ul class="stack">
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>
          </details>`,
      )}
    </section>
    <section class="card">
      <h2>${HELP_TEXTS.settings}</h2>
      <p class="small muted">${HELP_TEXTS.resetHint}</p>
      ${button({ label: HELP_TEXTS.reset, onClick: actions.reset, look: 'outline' })}
    </section>
    <section class="card">
      <h2>${PRODUCT_NAME}</h2>
      ${pairs([
        [HELP_TEXTS.version, PRODUCT_VERSION],
        [HELP_TEXTS.programme, desk?.department.programme.region ?? ''],
        [HELP_TEXTS.edition, desk?.overview.edition.title ?? ''],
      ])}
      <p class="small muted">${HELP_TEXTS.privacy}</p>
    </section>`;
}
