/** What the page shows before the pane, and where there can be no pane. */
import { html, render } from 'lit';
import { SHELL_TEXTS, WORLD_TEXTS } from '../text/pane';
import { PRODUCT_NAME } from '../text/product';
import { button } from './parts/controls';
import { icon } from './parts/icons';

export function welcome(root: HTMLElement): void {
  render(
    html`<main class="center" aria-busy="true">
      ${icon('wait')}
      <h1>${PRODUCT_NAME}</h1>
      <p class="muted" role="status">${SHELL_TEXTS.starting}</p>
    </main>`,
    root,
  );
}

/** Office.js did not come. `onFile`: the user would rather work on a file. */
export function unreachable(root: HTMLElement, onFile: () => void): void {
  const { title, text, action } = WORLD_TEXTS.unreachable;
  render(
    html`<main>
      <div class="center" role="alert">
        ${icon('warning')}
        <h1>${title}</h1>
        <p>${text}</p>
        ${button({ label: action, onClick: onFile, look: 'outline' })}
      </div>
    </main>`,
    root,
  );
}
