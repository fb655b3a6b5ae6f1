/** A button that opens the system's window for choosing files. */
import { html, type TemplateResult } from 'lit';
import { button, type ButtonLook } from './controls';

export interface FileChoice extends Pick<ButtonLook, 'label' | 'look'> {
  /** Of the field that the button stands for; unique on the page. */
  readonly id: string;
  /** Endings, such as «.xlsx,.xlsm». */
  readonly accept: string;
  /** What the files are, for readers of screens. */
  readonly about: string;
  readonly several?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

export function fileChoice({ id, label, look, accept, about, several, onFiles }: FileChoice): TemplateResult {
  return html`${button({
      label,
      onClick: () => {
        document.getElementById(id)?.click();
      },
      look: look ?? 'outline',
    })}
    <input
      id=${id}
      class="unseen"
      type="file"
      ?multiple=${several ?? false}
      accept=${accept}
      tabindex="-1"
      aria-hidden="true"
      aria-label=${about}
      @change=${(event: Event) => {
        const { target } = event;
        if (!(target instanceof HTMLInputElement)) return;
        onFiles([...(target.files ?? [])]);
        // So that the same file can be chosen again after it was mended.
        target.value = '';
      }}
    />`;
}
