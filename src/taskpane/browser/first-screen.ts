/** The page before a book is open: choose a file, drop it, or begin with a new one. */
import { html, nothing, type TemplateResult } from 'lit';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import { PRODUCT_NAME } from '../../text/product';
import { button } from '../parts/controls';
import { fileChoice } from '../parts/file-choice';
import { icon } from '../parts/icons';
import { notice } from '../parts/notice';
import type { Message } from '../state';

export interface FirstScreen {
  /** What is being opened; null: nothing. */
  readonly busy: string | null;
  readonly message: Message | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onNew: () => void;
}

export function firstScreen({ busy, message, onFiles, onNew }: FirstScreen): TemplateResult {
  return html`<main class="first">
    <h1>${PRODUCT_NAME}</h1>
    <h2>${BROWSER_TEXTS.title}</h2>
    <p>${BROWSER_TEXTS.intro}</p>
    <div role=${message ? 'alert' : 'status'}>
      ${message ? notice(message) : busy === null ? nothing : html`<p>${BROWSER_TEXTS.opening(busy)}</p>`}
    </div>
    <div class="drop" id="book-drop">
      ${icon('inbox')}
      <p>${BROWSER_TEXTS.drop}</p>
      ${fileChoice({
        id: 'book-choice',
        label: BROWSER_TEXTS.choose,
        look: 'primary',
        accept: '.xlsx,.xlsm',
        about: BROWSER_TEXTS.chooseLabel,
        onFiles,
      })}
    </div>
    <section class="card">
      <h3>${BROWSER_TEXTS.newTitle}</h3>
      <p>${BROWSER_TEXTS.newText}</p>
      <div>${button({ label: BROWSER_TEXTS.newBook, onClick: onNew, look: 'outline' })}</div>
    </section>
    <p class="small muted">${BROWSER_TEXTS.inExcel}</p>
  </main>`;
}
