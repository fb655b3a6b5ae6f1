/** Messages, progress and questions: what the pane says of its own accord. */
import { html, nothing, type TemplateResult } from 'lit';
import { SHELL_TEXTS, TONE_WORDS } from '../../text/pane';
import type { Busy, Message, Question } from '../state';
import { button } from './controls';
import { icon } from './icons';

const SHOWN_LINES = 50;

export function notice(message: Message, onDismiss?: () => void): TemplateResult {
  return html`<div class="notice ${message.tone}">
    ${icon(message.tone)}
    <p class="title"><span class="unseen">${TONE_WORDS[message.tone]}: </span>${message.title}</p>
    ${
      onDismiss
        ? html`<button class="plain" type="button" aria-label=${SHELL_TEXTS.dismiss} @click=${onDismiss}>
            ${icon('close')}
          </button>`
        : html`<span></span>`
    }
    <p class="text">${message.text}</p>
  </div>`;
}

/** `onCancel` null: what runs can't be stopped. */
export function progress(busy: Busy, onCancel: (() => void) | null): TemplateResult {
  const { title, progress: at, cancelling } = busy;
  return html`<div class="progress">
    <span
      >${cancelling ? SHELL_TEXTS.cancelling : title}${at ? ` – ${SHELL_TEXTS.progress(at.done, at.all)}` : ''}</span
    >
    ${
      onCancel && !cancelling
        ? button({
            label: SHELL_TEXTS.cancel,
            onClick: onCancel,
            look: 'subtle',
            size: 'small',
            id: 'cancel',
          })
        : nothing
    }
    <fluent-progress-bar
      aria-label=${title}
      .max=${at?.all ?? 1}
      .value=${at ? at.done : undefined}
    ></fluent-progress-bar>
  </div>`;
}

export function question({ title, text, lines, yes, no, answer }: Question): TemplateResult {
  const more = lines.length - SHOWN_LINES;
  return html`<section
    class="question"
    role="alertdialog"
    aria-labelledby="question"
    aria-describedby="question-text"
  >
    <h2 id="question">${title}</h2>
    <p id="question-text">${text}</p>
    ${
      lines.length > 0
        ? html`<ul tabindex="0" aria-label=${text} class="small">
            ${lines.slice(0, SHOWN_LINES).map((line) => html`<li class="wrap">${line}</li>`)}
            ${more > 0 ? html`<li>${SHELL_TEXTS.moreItems(more)}</li>` : nothing}
          </ul>`
        : nothing
    }
    <div class="actions">
      ${button({ label: no, onClick: () => answer(false), look: 'primary', id: 'question-no' })}
      ${button({ label: yes, onClick: () => answer(true), look: 'outline', id: 'question-yes' })}
    </div>
  </section>`;
}
