/** What every chart of the pane has around its drawing: a sentence for readers of screens, a key, and the figures as a table. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { CHART_TEXTS } from '../../text/pane-charts';

export interface ChartFigure {
  /** What the drawing says, in a sentence or two. */
  readonly sentence: string;
  readonly drawing: TemplateResult;
  readonly key: readonly KeyEntry[];
  readonly table: ChartTable;
}

export interface KeyEntry {
  /** The same shape and look as in the drawing, on a ground of 14 × 14. */
  readonly sample: TemplateResult;
  readonly label: string;
}

export interface ChartTable {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

export function chartFigure({ sentence, drawing, key, table }: ChartFigure): TemplateResult {
  return html`<figure class="chart">
    <div role="img" aria-label=${sentence}>${drawing}</div>
    ${
      key.length === 0
        ? nothing
        : html`<ul class="key small" aria-hidden="true">
            ${key.map(
              ({ sample, label }) =>
                html`<li><svg class="sample" width="14" height="14">${sample}</svg>${label}</li>`,
            )}
          </ul>`
    }
    <details>
      <summary class="small">${CHART_TEXTS.asTable}</summary>
      ${chartTable(table)}
    </details>
  </figure>`;
}

/** In a very narrow pane the rows are shown as lists; the roles keep it a table for readers of screens all the same. */
function chartTable({ caption, head, rows }: ChartTable): TemplateResult {
  return html`<table class="small" role="table">
    <caption class="unseen">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${head.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([name, ...cells]) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${name}</th>
            ${cells.map((cell, index) => html`<td role="cell" data-title="${head[index + 1] ?? ''}: ">${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A year below an axis; a very narrow pane leaves its century out. */
export function yearText(year: number): TemplateResult {
  const text = String(year);
  return svg`<tspan class="century">${text.slice(0, -2)}</tspan>${text.slice(-2)}`;
}
