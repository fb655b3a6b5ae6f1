/**
 * Looks of the pane's charts. Their inks are those of the sheets; on a dark ground the blue is the palette's lighter one,
 * and in high contrast there are only the system's own colours, told apart by fillings and shapes.
 */
import { INKS } from '../../workbook/inks';

/** Okabe and Ito's sky blue: their blue is too dark on a dark ground. */
const FACT_ON_DARK = '#56B4E9';

const OF_CONTRAST = `
    --ink-plan: var(--colorNeutralBackground1); --ink-fact: var(--colorNeutralForeground1); --ink-good: var(--colorNeutralForeground1);
    --ink-warn: var(--colorNeutralForeground1); --ink-bad: var(--colorNeutralBackground1); --ink-edge: var(--colorNeutralForeground1);
    --ink-hatch: var(--colorNeutralForeground1); --ink-grid: var(--colorNeutralForeground1);`;

export const CHART_STYLES = `
  :root { --ink-plan: #${INKS.plan}; --ink-fact: #${INKS.fact}; --ink-good: #${INKS.good}; --ink-warn: #${INKS.warn};
    --ink-bad: #${INKS.bad}; --ink-edge: var(--colorNeutralForeground3); --ink-hatch: #fff;
    --ink-grid: var(--colorNeutralStroke2); }
  html[data-theme='dark'] { --ink-fact: ${FACT_ON_DARK}; --ink-hatch: #000; }
  html[data-theme='contrast'] {${OF_CONTRAST} }
  html[data-theme='contrast'] .grid { stroke-opacity: .45; }
  .chart { display: flex; flex-direction: column; gap: 6px; padding-top: 4px; }
  .plot { display: block; overflow: visible; }
  .ink-plan { fill: var(--ink-plan); stroke: var(--ink-edge); stroke-width: 1; }
  .ink-fact { fill: var(--ink-fact); }
  .ink-good { fill: var(--ink-good); } .ink-warn { fill: var(--ink-warn); stroke: var(--ink-edge); stroke-width: 1; }
  .ink-bad { fill: var(--ink-bad); stroke: var(--ink-edge); stroke-width: 1; }
  .ink-none { fill: var(--colorNeutralBackground1); stroke: var(--ink-edge); stroke-width: 1.2; }
  .ink-mark { fill: var(--colorNeutralForeground1); }
  .hatching { stroke: var(--ink-hatch); stroke-width: 3; }
  .grid { stroke: var(--ink-grid); } .axis { stroke: var(--ink-edge); }
  .now { stroke: var(--colorNeutralForeground1); stroke-width: 2; stroke-dasharray: 4 2; }
  .tick { fill: var(--colorNeutralForeground3); font-size: 11px; } .tick.middle { text-anchor: middle; }
  .lanes { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: 12px; align-items: center; padding-right: 8px; }
  .key { display: flex; flex-wrap: wrap; gap: 2px 12px; }
  .key li { display: inline-flex; align-items: center; gap: 4px; }
  .spark { flex: none; overflow: visible; }
  .chart table { border-collapse: collapse; width: 100%; }
  .chart :is(th, td) { text-align: left; vertical-align: top; padding: 3px 6px 3px 0; font-weight: inherit; overflow-wrap: break-word;
    border-bottom: 1px solid var(--colorNeutralStroke2); }
  .chart thead th { font-weight: var(--fontWeightSemibold); }
  .chart details > summary { font-weight: inherit; }
  @media (max-width: 240px) {
    .numeral, .century, .chart thead { display: none; }
    .chart :is(table, tbody, tr, th, td) { display: block; border: 0; padding: 0; }
    .chart tbody tr { border-bottom: 1px solid var(--colorNeutralStroke2); padding: 4px 0; }
    .chart tbody th { font-weight: var(--fontWeightSemibold); }
    .chart td::before { content: attr(data-title); }
  }
  @media (forced-colors: active) {
    :root, html[data-theme] { --ink-plan: Canvas; --ink-fact: CanvasText; --ink-good: CanvasText; --ink-warn: CanvasText; --ink-bad: Canvas;
      --ink-edge: CanvasText; --ink-hatch: CanvasText; }
    .plot, .sample, .spark { forced-color-adjust: none; }
    .ink-none { fill: Canvas; } .ink-mark { fill: Highlight; } .now { stroke: Highlight; } .tick { fill: CanvasText; } .grid { stroke: GrayText; }
  }
`;
