/** Looks of the page in an ordinary browser: the book beside the pane, the sheet as paper. */
import { adoptStyles } from '../styles';

const PAGE = `
  body:has(.desk) { overflow: hidden; }
  .desk { display: grid; grid-template-columns: minmax(0, 1fr) 372px; height: 100vh; }
  .desk > .side { overflow-y: auto; border-left: 1px solid var(--colorNeutralStroke2); }
  .desk .side .head { padding-right: 12px; }
  .desk .side .pane { min-height: 100%; }
  .book { display: flex; flex-direction: column; min-width: 0; min-height: 0; background: var(--colorNeutralBackground3); }
  .bar-top { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 12px; background: var(--colorNeutralBackground1);
    border-bottom: 1px solid var(--colorNeutralStroke2); }
  .bar-top .file-name { font-weight: var(--fontWeightSemibold); overflow-wrap: anywhere; }
  .bar-top .file-state { color: var(--colorNeutralForeground2); font-size: var(--fontSizeBase200); }
  .bar-top .file-state.dirty { color: var(--colorStatusWarningForeground3); font-weight: var(--fontWeightSemibold); }
  .cell-line { display: flex; gap: 8px; align-items: baseline; padding: 4px 12px; min-height: 30px; background: var(--colorNeutralBackground1);
    border-bottom: 1px solid var(--colorNeutralStroke2); font-size: var(--fontSizeBase200); }
  .cell-line b { min-width: 40px; }
  .cell-line .content { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .cell-line .hint { color: var(--colorNeutralForeground2); text-align: right; }
  .scroll { flex: 1; min-height: 0; overflow: auto; padding: 0 12px 24px 0; scroll-padding: 24px 12px 12px 44px; }
  .bar-top .grow { min-width: 180px; }
  .sheet-tabs { display: flex; gap: 4px; overflow-x: auto; padding: 4px 12px; background: var(--colorNeutralBackground1);
    border-top: 1px solid var(--colorNeutralStroke2); }
  .sheet-tab { appearance: none; border: 1px solid transparent; border-radius: 4px; background: none; color: var(--colorNeutralForeground1);
    font: inherit; font-size: var(--fontSizeBase200); padding: 4px 10px; white-space: nowrap; cursor: pointer; }
  .sheet-tab:hover { background: var(--colorSubtleBackgroundHover); }
  .sheet-tab[aria-selected='true'] { background: var(--colorBrandBackground2); color: var(--colorBrandForeground2);
    border-color: var(--colorBrandStroke1); font-weight: var(--fontWeightSemibold); }
  .book .more { padding: 12px; }
  .first { max-width: 560px; margin: 0 auto; padding: 32px 16px; display: flex; flex-direction: column; gap: 16px; }
  .first h1 { font-size: var(--fontSizeBase500); line-height: var(--lineHeightBase500); }
  .first .drop { padding: 32px 16px; }
  @media (max-width: 760px) {
    .desk { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) minmax(0, 1fr); }
    .desk > .side { border-left: 0; border-top: 2px solid var(--colorNeutralStroke1); }
  }
`;

const PAPER = `
  .paper { border-collapse: collapse; table-layout: fixed; width: 0; background: #FFFFFF; color: #000000; }
  .paper th { position: sticky; background: #EEF1F4; color: #3B4754; font: 400 11px/16px Arial, sans-serif; border: 1px solid #C6CED6; text-align: center; }
  .paper thead th { top: 0; z-index: 1; }
  .paper .corner, .paper .row-name { left: 0; width: 40px; }
  .paper .corner { z-index: 2; }
  .paper td { padding: 1px 3px; font: 400 11pt/1.2 Arial, sans-serif; white-space: normal; vertical-align: bottom; }
  .paper .text { white-space: pre; }
  .paper td.number { text-align: right; }
  .paper td.cut { overflow: hidden; }
  .paper td.input { cursor: cell; }
  .paper td:focus, .paper td.here { outline: 2px solid #0B5CAD; outline-offset: -2px; }
  .paper td.bad { box-shadow: inset 0 0 0 3px #B42318; }
  .paper td.warn { box-shadow: inset 0 0 0 3px #9A6700; }
  .paper td input { width: 100%; border: 0; padding: 0; font: inherit; color: inherit; background: #FFFFFF; text-align: inherit; }
  @media (forced-colors: active) {
    .paper, .paper td, .paper th { color: CanvasText !important; background: Canvas !important; border-color: CanvasText !important; }
    .paper td.input { outline: 1px dashed CanvasText; outline-offset: -4px; }
    .paper td.bad, .paper td.warn { border: 3px double CanvasText !important; }
    .paper td:focus, .paper td.here { outline: 3px solid Highlight; outline-offset: -2px; }
    .sheet-tab[aria-selected='true'] { border: 2px solid Highlight; }
  }
`;

/** What it gives puts the styles of the sheet that is shown in place of those of the one before. */
export function applyBrowserStyles(): (css: string) => void {
  adoptStyles(PAGE + PAPER);
  const looks = adoptStyles('');
  return (css) => looks.replaceSync(css);
}
