/** Two quarters beside each other, for a narrow pane: an indicator with both quarters' plan, fact and completion. */
import type Big from 'big.js';
import { html, nothing, type TemplateResult } from 'lit';
import { shortQuarter } from '../../calendar/quarter';
import { comparisonNotes } from '../../report/comparison-notes';
import type {
  ComparedFigures,
  ComparedRow,
  ComparedSide,
  QuarterComparison,
} from '../../report/compare-quarters';
import { COMPARISON_TEXTS } from '../../text/comparison';
import { formatNumber } from '../../text/numbers';
import { REPORT_VIEW_TEXTS } from '../../text/pane-report';
import type { Actions } from '../actions';
import { button, choice, tag } from '../parts/controls';
import type { Desk, PaneState } from '../state';
import { quarterChoice } from './forms';

const { columns } = COMPARISON_TEXTS;

export function comparisonView(state: PaneState, desk: Desk, actions: Actions): TemplateResult {
  const { first, second, compared, comparison } = state.schools;
  if (!first || !second) return html`<p class="muted">${COMPARISON_TEXTS.few}</p>`;
  const { sites } = desk.department.programme;
  return html`<section class="card">
      ${quarterChoice(desk, first, (chosen) => actions.changeSchools({ first: chosen }), COMPARISON_TEXTS.first)}
      ${quarterChoice(desk, second, (chosen) => actions.changeSchools({ second: chosen }), COMPARISON_TEXTS.second)}
      ${choice(
        COMPARISON_TEXTS.scope,
        [
          { value: '', label: COMPARISON_TEXTS.region },
          ...sites.map(({ code, shortName }) => ({ value: code, label: shortName })),
        ],
        compared ?? '',
        (value) => {
          actions.changeSchools({ compared: value === '' ? null : value });
        },
      )}
      ${
        comparison
          ? html`<div class="actions">
              ${button({
                label: COMPARISON_TEXTS.put,
                onClick: actions.putComparison,
                look: 'primary',
                off: state.book?.state.readOnly === true,
              })}
            </div>`
          : html`<p>${COMPARISON_TEXTS.same}</p>`
      }
    </section>
    ${comparison ? figures(comparison, compared) : nothing}`;
}

function figures(comparison: QuarterComparison, site: string | null): TemplateResult {
  const quarters = [shortQuarter(comparison.first.quarter), shortQuarter(comparison.second.quarter)] as const;
  return html`<section class="card">
    <h2>${REPORT_VIEW_TEXTS.figures}</h2>
    <ul class="list">
      ${comparison.rows.map((row) => html`<li class="line stack tight">${indicator(row, site, quarters)}</li>`)}
    </ul>
    ${comparisonNotes(comparison).map((note) => html`<p class="small muted wrap">${note}</p>`)}
  </section>`;
}

function indicator(
  { indicator: { code, name, kind, unit }, relation, figures: all }: ComparedRow,
  site: string | null,
  quarters: readonly [string, string],
): TemplateResult {
  if (kind === 'heading') return html`<h3>${name}</h3>`;
  const found = all.find((one) => (one.site?.code ?? null) === site);
  const remark = COMPARISON_TEXTS.relations[relation];
  return html`<h3 class="clamp" title=${name}><span class="muted">${code}</span> ${name}</h3>
    ${remark === '' ? nothing : html`<div>${tag(remark, 'warning', 'warning')}</div>`}
    ${
      found
        ? table(found, unit, quarters)
        : html`<p class="small muted">${COMPARISON_TEXTS.states['not-open']}</p>`
    }`;
}

function table(
  { first, second, difference, points }: ComparedFigures,
  unit: string,
  quarters: readonly [string, string],
): TemplateResult {
  const rows = (['plan', 'fact', 'reached', 'percent'] as const).map(
    (key) => [columns[key], shown(first, key), shown(second, key), change(key, difference, points)] as const,
  );
  return html`<table class="compare">
    <thead>
      <tr>
        <th scope="col">${unit}</th>
        ${[...quarters, COMPARISON_TEXTS.change].map((title) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([title, ...cells]) =>
          html`<tr>
            <th scope="row">${title}</th>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A fact that is no number is a text, or the reason why there is none; in other lines nothing is a dash. */
function shown(side: ComparedSide | null, key: 'plan' | 'fact' | 'reached' | 'percent'): string {
  const value = side?.[key];
  if (value) return formatNumber(value);
  if (key !== 'fact' || !side) return COMPARISON_TEXTS.nothing;
  return side.text ?? (COMPARISON_TEXTS.states[side.state] || COMPARISON_TEXTS.nothing);
}

function change(key: string, difference: Big | null, points: Big | null): string {
  const value = key === 'fact' ? difference : key === 'percent' ? points : null;
  if (!value) return '';
  return value.gt(0) ? `+${formatNumber(value)}` : formatNumber(value).replace('-', '−');
}
