/** A place for files: to drop them on, or to choose them with a button. */
import { html, type TemplateResult } from 'lit';
import { FORMS_TEXTS } from '../../text/pane-forms';
import { button } from './controls';
import { icon } from './icons';

export function fileDrop(onFiles: (files: readonly File[]) => void): TemplateResult {
  return html`<div
    class="drop"
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
      mark(event, true);
    }}
    @dragleave=${(event: DragEvent) => {
      mark(event, false);
    }}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      mark(event, false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    }}
  >
    ${icon('inbox')}
    <p>${FORMS_TEXTS.drop}</p>
    ${button({
      label: FORMS_TEXTS.choose,
      onClick: () => {
        document.getElementById('file-choice')?.click();
      },
      look: 'outline',
    })}
    <input
      id="file-choice"
      class="unseen"
      type="file"
      multiple
      accept=".xlsx"
      tabindex="-1"
      aria-hidden="true"
      aria-label=${FORMS_TEXTS.choose}
      @change=${(event: Event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement)) return;
        onFiles([...(target.files ?? [])]);
        // So that the same file can be chosen again after it was mended.
        target.value = '';
      }}
    />
  </div>`;
}

function mark(event: DragEvent, over: boolean): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.classList.toggle('over', over);
}
