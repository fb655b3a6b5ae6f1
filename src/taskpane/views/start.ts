/** First steps in an empty workbook, and what is said of workbooks that the pane has no work in. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../controls/finding';
import { DOCUMENT_WORDS } from '../../text/documents';
import { OTHER_WORKBOOK_TEXTS, START_TEXTS } from '../../text/pane-start';
import type { Actions } from '../actions';
import { button } from '../parts/controls';
import { findingItem } from '../parts/findings';
import { icon, type IconName } from '../parts/icons';

export function firstSteps(actions: Actions, readOnly: boolean): TemplateResult {
  const step = (
    picture: IconName,
    texts: { readonly title: string; readonly text: string; readonly action: string },
    onClick: () => void,
    look: 'primary' | 'outline',
    off: boolean,
  ): TemplateResult =>
    html`<li class="card">
      <div class="step">
        <span class="mark">${icon(picture)}</span>
        <h3>${texts.title}</h3>
        <p>${texts.text}</p>
        ${button({ label: texts.action, onClick, look, off })}
      </div>
    </li>`;
  return html`<h2>${START_TEXTS.title}</h2>
    <p>${START_TEXTS.intro}</p>
    <ol class="stack">
      ${step('sheet', START_TEXTS.create, actions.createDepartment, 'primary', readOnly)}
      ${step('sample', START_TEXTS.example, actions.createExample, 'outline', readOnly)}
      ${step('book', START_TEXTS.guide, () => actions.show('help', true), 'outline', false)}
    </ol>`;
}

export function foreignWorkbook(): TemplateResult {
  const { title, text } = OTHER_WORKBOOK_TEXTS.foreign;
  return html`<section class="card">
    <h2>${title}</h2>
    <p>${text}</p>
  </section>`;
}

export function ownDocument(kind: keyof typeof DOCUMENT_WORDS): TemplateResult {
  const { title, text } = OTHER_WORKBOOK_TEXTS.document;
  return html`<section class="card">
    <h2>${title(DOCUMENT_WORDS[kind])}</h2>
    <p>${text}</p>
  </section>`;
}

export function brokenWorkbook(findings: readonly Finding[], actions: Actions): TemplateResult {
  const { title, text, again } = OTHER_WORKBOOK_TEXTS.broken;
  return html`<section class="card">
      <h2>${title}</h2>
      <p>${text(findings.length)}</p>
      ${button({ label: again, onClick: actions.refresh, look: 'primary' })}
    </section>
    ${
      findings.length === 0
        ? nothing
        : html`<section class="card">
            <ul class="list">
              ${findings.map((finding) => html`<li>${findingItem(finding, { onGo: actions.select })}</li>`)}
            </ul>
          </section>`
    }`;
}
