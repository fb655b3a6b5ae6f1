/** The pane's own looks, on the tokens of the theme; 320 px first. */

import { CHART_STYLES } from './charts/chart-styles';

const BASE = `
  *, *::before, *::after { box-sizing: border-box; }
  html { color-scheme: light; }
  html[data-theme='dark'], html[data-theme='contrast'] { color-scheme: dark; }
  body {
    margin: 0; overflow-y: scroll; overflow-x: hidden;
    background: var(--colorNeutralBackground2); color: var(--colorNeutralForeground1);
    font: var(--fontSizeBase300)/var(--lineHeightBase300) var(--fontFamilyBase);
  }
  h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
  ul, ol { list-style: none; }
  h2 { font-size: var(--fontSizeBase400); line-height: var(--lineHeightBase400); font-weight: var(--fontWeightSemibold); }
  h3 { font-size: var(--fontSizeBase300); line-height: var(--lineHeightBase300); font-weight: var(--fontWeightSemibold); }
  .icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.3;
    stroke-linecap: round; stroke-linejoin: round; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .muted { color: var(--colorNeutralForeground3); }
  .small { font-size: var(--fontSizeBase200); line-height: var(--lineHeightBase200); }
  .whole { white-space: nowrap; }
  .strong { font-weight: var(--fontWeightSemibold); }
  .clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
  .wrap { overflow-wrap: anywhere; }
  :is(button, select, textarea, input, a, summary, [tabindex]):focus-visible { outline: 2px solid var(--colorStrokeFocus2); outline-offset: 1px; }
`;

const SHELL = `
  .pane { display: flex; flex-direction: column; min-height: 100vh; }
  .top { position: sticky; top: 0; z-index: 2; background: var(--colorNeutralBackground1);
    border-bottom: 1px solid var(--colorNeutralStroke2); }
  .head { display: flex; align-items: center; gap: 8px; padding: 8px 44px 6px 12px; }
  .head .logo { width: 22px; height: 22px; flex: none; }
  .head .names { min-width: 0; flex: 1; }
  .head h1 { font-size: var(--fontSizeBase300); line-height: 18px; font-weight: var(--fontWeightSemibold); overflow-wrap: anywhere; }
  .head .file { font-size: var(--fontSizeBase200); line-height: 15px; color: var(--colorNeutralForeground3);
    overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .tabs { display: grid; grid-template-columns: repeat(3, 1fr); padding: 0 8px; }
  .tabs.two { grid-template-columns: repeat(2, 1fr); }
  .tab { appearance: none; border: 0; background: none; color: var(--colorNeutralForeground2); font: inherit; font-size: 13px;
    line-height: 18px; padding: 5px 4px 7px; cursor: pointer; position: relative; border-radius: 4px; white-space: nowrap; }
  .tab:hover { background: var(--colorSubtleBackgroundHover); color: var(--colorNeutralForeground1); }
  .tab::after { content: ''; position: absolute; left: 12px; right: 12px; bottom: 1px; height: 3px; border-radius: 3px; }
  .tab:hover::after { background: var(--colorNeutralStroke1Hover); }
  .tab[aria-selected='true'] { color: var(--colorNeutralForeground1); font-weight: var(--fontWeightSemibold); }
  .tab[aria-selected='true']::after { background: var(--colorCompoundBrandStroke); }
  main { flex: 1; }
  .view { display: flex; flex-direction: column; gap: 12px; padding: 12px; flex: 1; outline: none; }
  a { color: var(--colorBrandForegroundLink); }
  .foot { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 12px; padding: 8px 12px 12px; color: var(--colorNeutralForeground3); font-size: var(--fontSizeBase200); }
  .notices .notice { margin: 12px 12px 0; }
  .notice { display: grid; grid-template-columns: 16px 1fr auto; gap: 2px 8px; padding: 8px; border-radius: 6px;
    border: 1px solid var(--colorNeutralStroke1); background: var(--colorNeutralBackground3); }
  .notice > .icon { margin-top: 2px; }
  .notice .title { font-weight: var(--fontWeightSemibold); }
  .notice .text { grid-column: 2; overflow-wrap: anywhere; }
  .notice.success { background: var(--colorStatusSuccessBackground1); border-color: var(--colorStatusSuccessBorder1); }
  .notice.success > .icon { color: var(--colorStatusSuccessForeground1); }
  .notice.warning { background: var(--colorStatusWarningBackground1); border-color: var(--colorStatusWarningBorder1); }
  .notice.warning > .icon { color: var(--colorStatusWarningForeground3); }
  .notice.error { background: var(--colorStatusDangerBackground1); border-color: var(--colorStatusDangerBorder1); }
  .notice.error > .icon { color: var(--colorStatusDangerForeground1); }
  .notice.info > .icon { color: var(--colorBrandForeground1); }
  .plain { appearance: none; border: 0; background: none; color: inherit; padding: 2px; border-radius: 4px; cursor: pointer;
    display: inline-flex; align-items: center; }
  .plain:hover { background: var(--colorSubtleBackgroundHover); }
  .progress { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 4px 8px; padding: 8px 12px;
    background: var(--colorNeutralBackground1); border-bottom: 1px solid var(--colorNeutralStroke2); }
  .progress fluent-progress-bar { grid-column: 1 / -1; }
  .question { border: 2px solid var(--colorBrandStroke1); border-radius: 8px; background: var(--colorNeutralBackground1);
    padding: 12px; margin: 12px 12px 0; display: flex; flex-direction: column; gap: 8px; }
  .question ul { max-height: 180px; overflow: auto; display: flex; flex-direction: column; gap: 4px;
    border-left: 3px solid var(--colorStatusWarningBorder1); padding-left: 8px; }
  .center { margin: auto; padding: 24px 20px; display: flex; flex-direction: column; gap: 12px; align-items: center; text-align: center; }
  .center .icon { width: 32px; height: 32px; stroke-width: .9; color: var(--colorBrandForeground1); }
`;

const PARTS = `
  .card { background: var(--colorNeutralBackground1); border: 1px solid var(--colorNeutralStroke2); border-radius: 8px;
    padding: 12px; display: flex; flex-direction: column; gap: 8px; }
  .row { display: flex; align-items: center; gap: 8px; }
  .row.apart { justify-content: space-between; }
  .row.fold { flex-wrap: wrap; }
  .grow { flex: 1; min-width: 0; }
  .stack { display: flex; flex-direction: column; gap: 8px; }
  .stack.tight { gap: 4px; }
  .actions { display: flex; flex-direction: column; gap: 8px; }
  .actions fluent-button { width: 100%; max-width: none; }
  .step { display: grid; grid-template-columns: 28px 1fr; gap: 4px 8px; }
  .step > .mark { width: 28px; height: 28px; border-radius: 6px; display: grid; place-items: center;
    background: var(--colorBrandBackground2); color: var(--colorBrandForeground2); }
  .step > fluent-button { grid-column: 2; justify-self: start; margin-top: 4px; }
  .step > p { grid-column: 2; }
  .step > h3 { align-self: center; }
  .label { font-size: var(--fontSizeBase200); line-height: var(--lineHeightBase200); color: var(--colorNeutralForeground2); }
  .field { display: flex; flex-direction: column; gap: 4px; min-width: 0; }
  select { font: inherit; color: inherit; background: var(--colorNeutralBackground1); width: 100%; height: 32px;
    border: 1px solid var(--colorNeutralStroke1); border-bottom-color: var(--colorNeutralStrokeAccessible); border-radius: 4px; padding: 0 6px; }
  fluent-text-input { width: 100%; max-width: none; }
  :is(textarea, input.line) { font: inherit; color: inherit; width: 100%; background: var(--colorNeutralBackground1); border-radius: 4px; padding: 6px;
    border: 1px solid var(--colorNeutralStroke1); border-bottom-color: var(--colorNeutralStrokeAccessible); resize: vertical; }
  .check { display: grid; grid-template-columns: 20px 1fr auto; align-items: start; gap: 2px 8px; padding: 4px 0; cursor: pointer; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(92px, 1fr)); gap: 8px; }
  .figure { background: var(--colorNeutralBackground3); border-radius: 6px; padding: 8px; }
  .figure b { display: block; font-size: var(--fontSizeBase500); line-height: var(--lineHeightBase500); font-weight: var(--fontWeightSemibold); }
  .bar { appearance: none; -webkit-appearance: none; width: 100%; height: 6px; border: 0; border-radius: 3px; overflow: hidden;
    background: var(--colorNeutralBackground5); }
  .bar::-webkit-progress-bar { background: var(--colorNeutralBackground5); }
  .bar::-webkit-progress-value { background: var(--colorCompoundBrandStroke); border-radius: 3px; }
  .line { padding: 6px 0; }
  .tag { display: inline-flex; align-items: center; gap: 4px; border-radius: 4px; padding: 0 6px; font-size: var(--fontSizeBase200);
    line-height: 20px; white-space: nowrap; background: var(--colorNeutralBackground3); color: var(--colorNeutralForeground2); }
  .tag .icon { width: 12px; height: 12px; stroke-width: 1.6; }
  .tag.success { background: var(--colorStatusSuccessBackground1); color: var(--colorStatusSuccessForeground1); }
  .tag.warning { background: var(--colorStatusWarningBackground1); color: var(--colorStatusWarningForeground1); }
  .tag.error { background: var(--colorStatusDangerBackground1); color: var(--colorStatusDangerForeground1); }
  .tag.brand { background: var(--colorBrandBackground2); color: var(--colorBrandForeground2); }
  .list { display: flex; flex-direction: column; }
  .list > li { border-top: 1px solid var(--colorNeutralStroke2); }
  .list > li:first-child { border-top: 0; }
  .item { appearance: none; border: 0; background: none; font: inherit; color: inherit; text-align: left; width: 100%;
    display: flex; flex-direction: column; gap: 2px; padding: 8px 4px; border-radius: 4px; }
  .item.small { font-size: var(--fontSizeBase200); line-height: var(--lineHeightBase200); }
  button.item { cursor: pointer; }
  button.item:hover { background: var(--colorNeutralBackground3); }
  .turn { display: inline-flex; } .turn.open { transform: rotate(90deg); }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; }
  .chip { appearance: none; font: inherit; font-size: var(--fontSizeBase200); line-height: 18px; color: var(--colorNeutralForeground1);
    background: var(--colorNeutralBackground1); border: 1px solid var(--colorNeutralStroke1); border-radius: 14px; padding: 3px 10px;
    display: inline-flex; align-items: center; gap: 4px; cursor: pointer; }
  .chip:hover { background: var(--colorNeutralBackground1Hover); }
  .chip[aria-pressed='true'] { background: var(--colorBrandBackground2); border-color: var(--colorBrandStroke1); color: var(--colorBrandForeground2);
    font-weight: var(--fontWeightSemibold); }
  .chip .icon { width: 13px; height: 13px; }
  .level-error { color: var(--colorPaletteRedForeground1); }
  .level-warning { color: var(--colorStatusWarningForeground3); }
  .level-deviation { color: var(--colorBrandForeground1); }
  .level-info { color: var(--colorNeutralForeground3); }
  .finding { padding: 8px 0; display: flex; flex-direction: column; gap: 4px; }
  .finding .action { color: var(--colorNeutralForeground2); }
  .finding .item { padding: 4px; margin: 0 -4px; width: calc(100% + 8px); }
  .letter { font-size: var(--fontSizeBase200); line-height: var(--lineHeightBase200); }
  .compare { border-collapse: collapse; table-layout: fixed; width: 100%; font-size: var(--fontSizeBase200); line-height: var(--lineHeightBase200); }
  .compare :is(th, td) { text-align: right; padding: 2px 0 2px 6px; font-weight: inherit; vertical-align: top; overflow-wrap: anywhere; }
  .compare th:first-child { width: 36%; text-align: left; padding-left: 0; color: var(--colorNeutralForeground3); }
  .compare thead th { color: var(--colorNeutralForeground3); border-bottom: 1px solid var(--colorNeutralStroke2); }
  .pairs { display: grid; grid-template-columns: auto 1fr; gap: 2px 8px; }
  .pairs dt { color: var(--colorNeutralForeground3); }
  .pairs dd { min-width: 0; overflow-wrap: anywhere; }
  details > summary { cursor: pointer; padding: 6px 2px; border-radius: 4px; list-style-position: inside; font-weight: var(--fontWeightSemibold); }
  details[open] > summary { margin-bottom: 4px; }
  .drop { border: 1px dashed var(--colorNeutralStrokeAccessible); border-radius: 8px; padding: 14px 12px; display: flex; flex-direction: column;
    align-items: center; gap: 8px; text-align: center; background: var(--colorNeutralBackground1); }
  .drop.over { border-color: var(--colorBrandStroke1); background: var(--colorBrandBackground2); }
`;

/** A pane at 200 %: words break sooner than they leave the window. */
const NARROW = `
  @media (max-width: 240px) {
    .head { padding-right: 8px; }
    .top { position: static; }
    .tabs { grid-template-columns: repeat(2, minmax(0, 1fr)); padding: 0 4px; }
    .tab { white-space: normal; }
    .row, .actions { flex-wrap: wrap; }
    .view { padding: 8px; }
    .card { padding: 8px; }
    .tag, .whole { white-space: normal; overflow-wrap: anywhere; }
    .step > :is(p, fluent-button) { grid-column: 1 / -1; }
    .pairs { grid-template-columns: minmax(0, 1fr); }
    h2, h3, p, li, span, label, summary { overflow-wrap: anywhere; }
  }
`;

const CONTRAST = `
  @media (forced-colors: active) {
    .tab[aria-selected='true']::after { background: Highlight; forced-color-adjust: none; }
    .chip[aria-pressed='true'] { border: 2px solid Highlight; }
    .bar { border: 1px solid CanvasText; } .bar::-webkit-progress-value { background: Highlight; forced-color-adjust: none; }
    .tag, .figure { border: 1px solid CanvasText; }
  }
  html[data-theme='contrast'] :is(.tag, .figure, .card, .notice) { border: 1px solid var(--colorNeutralStroke1); }
  @media (prefers-reduced-motion: reduce) { * { animation-duration: 0s !important; transition-duration: 0s !important; } }
`;

/** Puts the looks on the page. */
export function applyStyles(): void {
  adoptStyles(BASE + SHELL + PARTS + CHART_STYLES + NARROW + CONTRAST);
}

/** Adds styles to those of the page; a constructed sheet, for the page's security policy allows no other. */
export function adoptStyles(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return sheet;
}
