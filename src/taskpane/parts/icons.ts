/** The pane's small pictures, drawn for it: 16 × 16, in the colour of the text around them. */
import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  error: svg`<circle cx="8" cy="8" r="6.4"/><path d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"/>`,
  warning: svg`<path d="M8 1.9l6.5 11.7h-13z"/><path d="M8 6.2v3.6M8 11.6v.2"/>`,
  deviation: svg`<path d="M1.8 4l4.4 4.4 2.6-2.6 5 5"/><path d="M13.9 7.2v3.7h-3.7"/>`,
  info: svg`<circle cx="8" cy="8" r="6.4"/><path d="M8 7.2v4M8 4.7v.2"/>`,
  success: svg`<circle cx="8" cy="8" r="6.4"/><path d="M5 8.2l2.1 2.1 4-4.3"/>`,
  refresh: svg`<path d="M13.4 6.2A5.7 5.7 0 1 0 13.7 9"/><path d="M13.8 2.6v3.7h-3.7"/>`,
  close: svg`<path d="M3.6 3.6l8.8 8.8M12.4 3.6l-8.8 8.8"/>`,
  go: svg`<path d="M6.2 3.2L11 8l-4.8 4.8"/>`,
  clock: svg`<circle cx="8" cy="8" r="6.4"/><path d="M8 4.4V8l2.6 1.6"/>`,
  wait: svg`<circle cx="8" cy="8" r="6.4"/><path d="M5 8h.1M8 8h.1M11 8h.1"/>`,
  lock: svg`<rect x="3.2" y="7" width="9.6" height="6.6" rx="1.2"/><path d="M5.4 7V5a2.6 2.6 0 0 1 5.2 0v2"/>`,
  book: svg`<path d="M8 3.8C6.6 2.6 4.6 2.3 2 2.4v10c2.6-.1 4.6.2 6 1.4 1.4-1.2 3.4-1.5 6-1.4v-10c-2.6-.1-4.6.2-6 1.4z"/><path d="M8 3.8v10"/>`,
  sheet: svg`<rect x="2" y="2.5" width="12" height="11" rx="1.2"/><path d="M2 6.2h12M2 9.8h12M6 2.5v11"/>`,
  sample: svg`<path d="M6.2 2h3.6M7 2v4.2L3 12.6c-.4.7.1 1.4.9 1.4h8.2c.8 0 1.3-.7.9-1.4L9 6.2V2"/><path d="M5.2 9.8h5.6"/>`,
  inbox: svg`<path d="M2 9.5l2-6.5h8l2 6.5v4H2z"/><path d="M2 9.5h3.6l1 1.8h2.8l1-1.8H14"/>`,
  eye: svg`<path d="M1.6 8C3 5.3 5.3 3.9 8 3.9S13 5.3 14.4 8C13 10.7 10.7 12.1 8 12.1S3 10.7 1.6 8z"/><circle cx="8" cy="8" r="2"/>`,
} as const;

export type IconName = keyof typeof PATHS;

/** Hidden from readers of screens: the word stands beside it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${PATHS[name]}
  </svg>`;
}
