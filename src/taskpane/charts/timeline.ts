/** Checkpoints of the roadmap on a line of time for each measure, with today's line through all of them. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatRussian, type CivilDate } from '../../calendar/civil-date';
import type { ExecutionStatus } from '../../monitoring/execution';
import type { Progress, TimelinePoint } from '../../report/progress';
import { EXECUTION_WORDS } from '../../text/execution';
import { CHART_TEXTS } from '../../text/pane-charts';
import { chartFigure, yearText } from './figure';
import { percent, placeOf, yearsAround, type Span } from './scale';

const LANE_HEIGHT = 20;
const MIDDLE = LANE_HEIGHT / 2;
const YEARS_HEIGHT = 18;

/** A shape for each state, around the point 0, 0: colour is never all that tells them apart. */
const MARKS: Readonly<Record<ExecutionStatus, TemplateResult>> = {
  done: svg`<circle class="ink-good" r="4.5" />`,
  'done-late': svg`<path class="ink-good" d="M0-6 6 0 0 6-6 0Z" />`,
  overdue: svg`<path class="ink-bad" d="M-4.5-4.5H4.5V4.5H-4.5Z" />`,
  soon: svg`<path class="ink-warn" d="M0-5.5 5.5 4.5H-5.5Z" />`,
  awaited: svg`<circle class="ink-none" r="4" />`,
  undated: svg``,
};
const STATUSES = ['done', 'done-late', 'overdue', 'soon', 'awaited', 'undated'] as const;

export function timelineChart({ timeline, today }: Pick<Progress, 'timeline' | 'today'>): TemplateResult {
  const span = yearsAround([today, ...timeline.flatMap(datesOf)]);
  const measures = [...new Set(timeline.map(({ measure }) => measure))].sort((a, b) => a - b);
  const counts = STATUSES.map((status) => ({
    status,
    count: timeline.filter((point) => point.status === status).length,
  })).filter(({ count }) => count > 0);
  return chartFigure({
    sentence: CHART_TEXTS.timelineSentence(
      counts.map(({ status, count }) => CHART_TEXTS.statusCount(EXECUTION_WORDS[status], count)).join(', '),
      formatRussian(today),
    ),
    drawing: html`<div class="lanes">
      ${measures.map(
        (measure) =>
          html`<span class="small muted" title=${CHART_TEXTS.measure(measure)}>${measure}</span> ${lane(
              timeline.filter((point) => point.measure === measure),
              span,
              today,
            )}`,
      )}
      <span></span>${years(span)}
    </div>`,
    key: [
      ...counts.flatMap(({ status }) =>
        status === 'undated'
          ? []
          : [
              {
                sample: svg`<svg x="7" y="7" overflow="visible">${MARKS[status]}</svg>`,
                label: EXECUTION_WORDS[status],
              },
            ],
      ),
      {
        sample: svg`<line class="now" x1="7" x2="7" y1="0" y2="14" />`,
        label: CHART_TEXTS.today(formatRussian(today)),
      },
    ],
    table: {
      caption: CHART_TEXTS.timelineTitle,
      head: [CHART_TEXTS.measureNumber, CHART_TEXTS.planned, CHART_TEXTS.actual, CHART_TEXTS.status],
      rows: timeline.map(({ measure, planned, actual, status }) => [
        String(measure),
        dateText(planned),
        dateText(actual),
        EXECUTION_WORDS[status],
      ]),
    },
  });
}

function datesOf({ planned, actual }: TimelinePoint): readonly CivilDate[] {
  return [planned, actual].filter((date) => date !== null);
}

function dateText(date: CivilDate | null): string {
  return date === null ? '–' : formatRussian(date);
}

function lane(points: readonly TimelinePoint[], span: Span, today: CivilDate): TemplateResult {
  const now = percent(placeOf(span, today));
  return html`<svg class="plot" width="100%" height=${LANE_HEIGHT}>
    <line class="grid" x1="0" x2="100%" y1=${MIDDLE} y2=${MIDDLE} />
    ${span.years.map((_, index) => yearLine(span, index, LANE_HEIGHT))}
    <line class="now" x1=${now} x2=${now} y1="0" y2=${LANE_HEIGHT} />
    ${points.map((point) => mark(point, span))}
  </svg>`;
}

/** What is done stands where it was done, at the end of the way from its date. */
function mark({ planned, actual, status }: TimelinePoint, span: Span): TemplateResult | typeof nothing {
  const date = actual ?? planned;
  if (date === null) return nothing;
  const at = percent(placeOf(span, date));
  const from = planned === null ? at : percent(placeOf(span, planned));
  return svg`${
    status === 'done-late' ? svg`<line class="axis" x1=${from} x2=${at} y1=${MIDDLE} y2=${MIDDLE} />` : ''
  }<svg x=${at} y=${MIDDLE} overflow="visible">${MARKS[status]}</svg>`;
}

function years(span: Span): TemplateResult {
  return html`<svg class="plot" width="100%" height=${YEARS_HEIGHT}>
    ${span.years.map(
      (year, index) =>
        svg`${yearLine(span, index, 4)}<text
          class="tick middle"
          x=${percent(((index + 0.5) / span.years.length) * 100)}
          y="13"
        >${yearText(year)}</text>`,
    )}
  </svg>`;
}

function yearLine({ years: all }: Span, index: number, height: number): TemplateResult {
  const at = percent((index / all.length) * 100);
  return svg`<line class="grid" x1=${at} x2=${at} y1="0" y2=${height} />`;
}
