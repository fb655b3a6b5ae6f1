/** Buttons, lists of choices and other small controls, so that all of them look and behave alike. */
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons';

export interface ButtonLook {
  readonly label: string;
  readonly onClick: () => void;
  readonly look?: 'primary' | 'outline' | 'subtle';
  readonly size?: 'small';
  /** Stays in the order of focus: a key press on it does nothing. */
  readonly off?: boolean;
  /** What the button is about, for readers of screens, where several have one label. */
  readonly about?: string;
  readonly id?: string;
}

export function button({ label, onClick, look, size, off = false, about, id }: ButtonLook): TemplateResult {
  return html`<fluent-button
    id=${id ?? nothing}
    appearance=${look ?? nothing}
    size=${size ?? nothing}
    ?disabled-focusable=${off}
    aria-disabled=${off ? 'true' : nothing}
    aria-label=${about === undefined ? nothing : `${label}: ${about}`}
    @click=${() => {
      if (!off) onClick();
    }}
    >${label}</fluent-button
  >`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A native list: it fits any width, and every reader of screens knows it. */
export function choice(
  label: string,
  choices: readonly Choice[],
  value: string,
  onChange: (value: string) => void,
): TemplateResult {
  return html`<label class="field"
    ><span class="label">${label}</span
    ><select
      .value=${value}
      @change=${(event: Event) => {
        if (event.target instanceof HTMLSelectElement) onChange(event.target.value);
      }}
    >
      ${choices.map(
        (item) => html`<option value=${item.value} ?selected=${item.value === value}>${item.label}</option>`,
      )}
    </select></label
  >`;
}

/** A filter that is on or off. */
export function chip(label: string, on: boolean, onToggle: () => void, picture?: IconName): TemplateResult {
  return html`<button class="chip" type="button" aria-pressed=${on ? 'true' : 'false'} @click=${onToggle}>
    ${picture ? icon(picture) : nothing}${label}
  </button>`;
}

/** A box to tick, with words beside it and perhaps something at the end of the line. */
export function tick(
  id: string,
  label: string,
  on: boolean,
  onToggle: (on: boolean) => void,
  end: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="check">
    <fluent-checkbox
      id=${id}
      .checked=${on}
      aria-label=${label}
      @change=${(event: Event) => {
        const { target } = event;
        if (target instanceof HTMLElement && 'checked' in target) onToggle(target.checked === true);
      }}
    ></fluent-checkbox>
    <label for=${id}>${label}</label>
    ${end}
  </div>`;
}

/** A text that is typed; `onInput` hears every letter. */
export function search(label: string, value: string, onInput: (value: string) => void): TemplateResult {
  return html`<fluent-text-input
    type="search"
    aria-label=${label}
    placeholder=${label}
    .value=${value}
    @input=${(event: Event) => {
      const { target } = event;
      if (target instanceof HTMLElement && 'value' in target) onInput(String(target.value));
    }}
  ></fluent-text-input>`;
}

/** A short state in a word, with its picture. */
export function tag(
  label: string,
  tone: 'success' | 'warning' | 'error' | 'brand' | 'plain' = 'plain',
  picture?: IconName,
): TemplateResult {
  return html`<span class="tag ${tone}">${picture ? icon(picture) : nothing}${label}</span>`;
}

/** Names with values, as a table turns out in a narrow pane. */
export function pairs(entries: readonly (readonly [name: string, value: string])[]): TemplateResult {
  const shown = entries.filter(([, value]) => value !== '');
  return html`<dl class="pairs small">
    ${shown.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
