/** A finding as a list shows it: how bad, what, where, what to do. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../../controls/finding';
import { LEVEL_WORDS } from '../../text/levels';
import { CHECK_TEXTS } from '../../text/pane-check';
import type { CellPlace } from '../../workbook/port';
import { icon } from './icons';

export interface FindingUse {
  /** Shows the cell in Excel; null: it stands in another file. */
  readonly onGo: ((place: CellPlace) => void) | null;
  /** What stands under the finding, such as the entry of a reason. */
  readonly below?: TemplateResult | typeof nothing;
}

/** A finding with a cell is a button that leads there. */
export function findingItem(finding: Finding, { onGo, below }: FindingUse): TemplateResult {
  const { sheet, cell, action, norm } = finding;
  const place = sheet !== null && cell !== null ? { sheet, cell } : null;
  const body = html`<span class="row small level-${finding.level}">
      ${icon(finding.level)}<span class="strong">${LEVEL_WORDS[finding.level]}</span>
      <span class="muted">${finding.code}</span>
    </span>
    <span class="wrap">${finding.message}</span>
    ${
      place
        ? html`<span class="row small muted"
            ><span class="grow wrap">${CHECK_TEXTS.place(place.sheet, place.cell)}</span
            >${onGo ? icon('go') : nothing}</span
          >`
        : nothing
    }`;
  return html`<div class="finding">
    ${
      place && onGo
        ? html`<button
            class="item"
            type="button"
            title=${CHECK_TEXTS.go}
            @click=${() => {
              onGo(place);
            }}
          >
            ${body}
          </button>`
        : html`<div class="item">${body}</div>`
    }
    <p class="action small wrap">
      ${action}${norm === null ? nothing : html` <span class="muted">${norm}</span>`}
    </p>
    ${below ?? nothing}
  </div>`;
}
