/** «Справка и настройки». */
import { html, type TemplateResult } from 'lit';
import { GUIDE_TEXTS, type GuideChapter } from '../../text/guide-links';
import { GUIDE, HELP_TEXTS } from '../../text/pane-help';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../../text/product';
import type { Actions } from '../actions';
import { button, pairs } from '../parts/controls';
import { guideLink } from '../parts/guide-link';
import type { PaneState } from '../state';

const GUIDES: readonly GuideChapter[] = [
  'overview',
  'questions',
  'operatorForm',
  'school',
  'analyst',
  'administrator',
  'trouble',
];

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
      <h2>${GUIDE_TEXTS.all}</h2>
      <p class="small muted">${GUIDE_TEXTS.hint}</p>
      <ul class="stack">
        ${GUIDES.map((chapter) => html`<li>${guideLink(chapter, actions)}</li>`)}
      </ul>
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
