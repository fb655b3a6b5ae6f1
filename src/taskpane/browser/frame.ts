/** The page with a book open: actions, the cell in view, the sheet, its tabs, and the pane beside. */
import { html, type TemplateResult } from 'lit';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import { nextTab } from '../next-tab';
import { button } from '../parts/controls';
import type { BookView } from './book-view';
import { sheetView } from './sheet-view';
import { isInput } from './view-state';

export interface FrameActions {
  readonly save: () => void;
  readonly other: () => void;
}

/** `side`: the element that the pane is drawn into. `question`: what is asked before the book is left. */
export function frame(
  view: BookView,
  side: HTMLElement,
  question: TemplateResult | null,
  actions: FrameActions,
): TemplateResult {
  const { workbook } = view;
  const changed = workbook.isChanged();
  return html`<div class="desk">
    <section class="book" aria-label=${BROWSER_TEXTS.book}>
      <div class="bar-top" role="group" aria-label=${BROWSER_TEXTS.toolbar}>
        <span class="grow">
          <span class="file-name">${workbook.name}</span>
          <span class="file-state ${changed ? 'dirty' : ''}" role="status" id="file-state"
            >${changed ? BROWSER_TEXTS.unsaved : BROWSER_TEXTS.saved}</span
          >
        </span>
        ${button({ label: BROWSER_TEXTS.undo, onClick: view.undo, look: 'subtle', size: 'small', off: !workbook.canUndo() })}
        ${button({ label: BROWSER_TEXTS.other, onClick: actions.other, look: 'outline', size: 'small' })}
        ${button({ label: BROWSER_TEXTS.save, onClick: actions.save, look: 'primary', size: 'small', id: 'save-file' })}
      </div>
      ${question ?? ''} ${cellLine(view)}
      <div class="scroll" id="sheet">${sheetView(view)}</div>
      ${tabs(view)}
    </section>
    ${side}
  </div>`;
}

/** What stands in the active cell, whole, and what can be done with it. */
function cellLine(view: BookView): TemplateResult {
  const shown = view.shown();
  const address = view.here();
  const content = shown?.cells.get(address);
  const text =
    content?.formula === undefined || content.formula === ''
      ? content?.value?.kind === 'text'
        ? content.value.text
        : ''
      : BROWSER_TEXTS.formula(content.formula);
  const hint = shown && isInput(shown, address) ? BROWSER_TEXTS.input : BROWSER_TEXTS.locked;
  const isPending = content?.formula !== undefined && content.value === undefined;
  return html`<div class="cell-line">
    <b>${address}</b>
    <span class="content">${text}</span>
    <span class="hint" role="status"
      >${view.note() !== '' ? view.note() : isPending ? BROWSER_TEXTS.pending : hint}</span
    >
    <span class="unseen">${BROWSER_TEXTS.keys}</span>
  </div>`;
}

function tabs(view: BookView): TemplateResult {
  const sheets = view.workbook.visibleSheets().map(({ name }) => name);
  const current = view.workbook.active().sheet;
  const onKey = (event: KeyboardEvent): void => {
    const next = nextTab(sheets, current, event.key);
    if (next === undefined) return;
    event.preventDefault();
    view.showSheet(next);
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('.sheet-tab[aria-selected="true"]')?.focus();
    });
  };
  return html`<div class="sheet-tabs" role="tablist" aria-label=${BROWSER_TEXTS.sheets} @keydown=${onKey}>
    ${sheets.map(
      (name) =>
        html`<button
          class="sheet-tab"
          type="button"
          role="tab"
          aria-selected=${name === current ? 'true' : 'false'}
          tabindex=${name === current ? 0 : -1}
          @click=${() => view.showSheet(name)}
        >
          ${name}
        </button>`,
    )}
  </div>`;
}
