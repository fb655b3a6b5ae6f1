/** How many of its plans each school has reached, as lying bars of three parts. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { SchoolCompletion } from '../../report/progress';
import { CHART_TEXTS } from '../../text/pane-charts';
import { chartFigure } from './figure';
import { percent } from './scale';

const BAR_HEIGHT = 14;
const PARTS = ['reached', 'missed', 'unknown'] as const;
type Part = (typeof PARTS)[number];

/** Colours differ, and so do the fillings: whole, hatched, empty. */
const INKS: Readonly<Record<Part, string>> = {
  reached: 'ink-good',
  missed: 'ink-bad',
  unknown: 'ink-none',
};

export function schoolsChart(schools: readonly SchoolCompletion[], caption: string): TemplateResult {
  const longest = Math.max(1, ...schools.map(allOf));
  return chartFigure({
    sentence: CHART_TEXTS.schoolsSentence(
      schools
        .map(({ site, reached, missed, unknown }) =>
          CHART_TEXTS.schoolSentence(site.shortName, reached, missed, unknown),
        )
        .join('; '),
    ),
    drawing: html`<div class="stack tight">
      ${hatch()}
      ${schools.map(
        (school) =>
          html`<div>
            <div class="row apart fold small">
              <span class="wrap">${school.site.shortName}</span>
              <span class="muted">${CHART_TEXTS.ofSchool(school.reached, allOf(school))}</span>
            </div>
            ${bar(school, longest)}
          </div>`,
      )}
    </div>`,
    key: PARTS.map((part) => ({
      sample: filled(part, '0.5', '13', 1.5, 11),
      label: CHART_TEXTS[part],
    })),
    table: {
      caption,
      head: [CHART_TEXTS.school, ...PARTS.map((part) => CHART_TEXTS[part])],
      rows: schools.map((school) => [school.site.shortName, ...PARTS.map((part) => String(school[part]))]),
    },
  });
}

function allOf({ reached, missed, unknown }: SchoolCompletion): number {
  return reached + missed + unknown;
}

function bar(school: SchoolCompletion, longest: number): TemplateResult | typeof nothing {
  if (allOf(school) === 0) return nothing;
  let left = 0;
  return html`<svg class="plot" width="100%" height=${BAR_HEIGHT}>
    ${PARTS.map((part) => {
      const width = (school[part] / longest) * 100;
      const start = left;
      left += width;
      return width === 0 ? '' : filled(part, percent(start), percent(width), 0.5, BAR_HEIGHT - 1);
    })}
  </svg>`;
}

function filled(part: Part, x: string, width: string, y: number, height: number): TemplateResult {
  const box = svg`<rect class=${INKS[part]} x=${x} y=${y} width=${width} height=${height} />`;
  return part === 'missed'
    ? svg`${box}<rect x=${x} y=${y} width=${width} height=${height} fill="url(#hatch)" />`
    : box;
}

/** The filling of what was missed. */
function hatch(): TemplateResult {
  return html`<svg class="unseen" width="0" height="0" aria-hidden="true">
    <defs>
      <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line class="hatching" x1="0" x2="0" y1="0" y2="5" />
      </pattern>
    </defs>
  </svg>`;
}
