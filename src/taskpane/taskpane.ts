/** The task pane. For now it only says what the product is and where its work is done: on the command line. */
import { PANE_TEXTS } from '../text/pane';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../text/product';

function element(tag: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

document
  .getElementById('pane')
  ?.append(
    element('h1', PRODUCT_NAME),
    element('p', PANE_TEXTS.placeholder),
    element('p', PANE_TEXTS.version(PRODUCT_VERSION)),
  );
