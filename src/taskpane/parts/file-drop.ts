/** A place for files: to drop them on, or to choose them with a button. */
import { html, type TemplateResult } from 'lit';
import { FORMS_TEXTS } from '../../text/pane-forms';
import { fileChoice } from './file-choice';
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
    ${fileChoice({
      id: 'file-choice',
      label: FORMS_TEXTS.choose,
      accept: '.xlsx',
      about: FORMS_TEXTS.choose,
      several: true,
      onFiles,
    })}
  </div>`;
}

function mark(event: DragEvent, over: boolean): void {
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.classList.toggle('over', over);
}
