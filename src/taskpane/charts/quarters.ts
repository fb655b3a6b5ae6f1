/** Plan and fact of an indicator by quarter, as columns; and the facts alone, as small as a word. */
import { html, svg, type TemplateResult } from 'lit';
import { quarterTitle, romanNumeral } from '../../calendar/quarter';
import type { IndicatorProgress, QuarterFigure } from '../../report/progress';
import { formatNumber } from '../../text/numbers';
import { CHART_TEXTS } from '../../text/pane-charts';
import { chartFigure, yearText } from './figure';
import { percent, roundTop } from './scale';

const TOP = 16;
const BASE = 100;
const NUMERALS = 114;
const YEARS = 129;
const HEIGHT = 134;
/** Of a quarter's width: the two columns and the space around them. */
const COLUMN = 0.36;
const EDGE = 0.12;
/** A value of nothing is a line; no value is no column. */
const LEAST = 1;

const SPARK_HEIGHT = 18;
const SPARK_WIDTH = 4;
const SPARK_STEP = 6;

export function quartersChart({ indicator, quarters }: IndicatorProgress): TemplateResult {
  const top = roundTop(valuesOf(quarters));
  const { unit } = indicator;
  return chartFigure({
    sentence: sentenceOf({ indicator, quarters }),
    drawing: html`<svg class="plot" width="100%" height=${HEIGHT}>
      <line class="grid" x1="0" x2="100%" y1=${TOP} y2=${TOP} />
      <line class="axis" x1="0" x2="100%" y1=${BASE} y2=${BASE} />
      <text class="tick" x="0" y=${TOP - 4}>${`${formatNumber(top)} ${unit}`.trim()}</text>
      ${quarters.map((figure, index) => columns(figure, index, quarters, top))}
    </svg>`,
    key: [
      {
        sample: svg`<rect class="ink-plan" x="2" y="1.5" width="10" height="11" />`,
        label: CHART_TEXTS.plan,
      },
      {
        sample: svg`<rect class="ink-fact" x="2" y="1.5" width="10" height="11" />`,
        label: CHART_TEXTS.fact,
      },
    ],
    table: {
      caption: `${CHART_TEXTS.quartersTitle}: ${indicator.name}`,
      head: [CHART_TEXTS.quarter, CHART_TEXTS.plan, CHART_TEXTS.fact],
      rows: quarters.map(({ quarter, plan, fact }) => [
        quarterTitle(quarter),
        plan === null ? CHART_TEXTS.noPlan : formatNumber(plan),
        fact === null ? CHART_TEXTS.noValue : formatNumber(fact),
      ]),
    },
  });
}

/** Both columns of a quarter, its number, and the year below the first quarter of each. */
function columns(
  { quarter, plan, fact }: QuarterFigure,
  index: number,
  quarters: readonly QuarterFigure[],
  top: number,
): TemplateResult {
  const width = 100 / quarters.length;
  const left = index * width;
  const isFirstOfYear = quarters[index - 1]?.quarter.year !== quarter.year;
  const ofYear = quarters.filter((each) => each.quarter.year === quarter.year).length;
  return svg`${column('ink-plan', plan, left + width * EDGE, width * COLUMN, top)}
    ${column('ink-fact', fact, left + width * (EDGE + COLUMN + 0.04), width * COLUMN, top)}
    <text class="tick middle numeral" x=${percent(left + width / 2)} y=${NUMERALS}>${romanNumeral(quarter.number)}</text>
    ${
      isFirstOfYear
        ? svg`<line class="axis" x1=${percent(left)} x2=${percent(left)} y1=${BASE} y2=${YEARS} />
            <text class="tick middle" x=${percent(left + (width * ofYear) / 2)} y=${YEARS}>${yearText(quarter.year)}</text>`
        : ''
    }`;
}

function column(
  ink: string,
  value: number | null,
  left: number,
  width: number,
  top: number,
): TemplateResult | '' {
  if (value === null) return '';
  const height = Math.max(LEAST, (Math.max(0, value) / top) * (BASE - TOP));
  return svg`<rect class=${ink} x=${percent(left)} width=${percent(width)} y=${(BASE - height).toFixed(1)} height=${height.toFixed(1)} />`;
}

/** A picture beside a number: what it says stands in the chart and its table. */
export function quartersSpark({ quarters }: IndicatorProgress): TemplateResult {
  const top = roundTop(valuesOf(quarters));
  return html`<svg
    class="spark"
    width=${quarters.length * SPARK_STEP}
    height=${SPARK_HEIGHT}
    aria-hidden="true"
  >
    ${quarters.map(({ fact, plan }, index) => {
      const height = (value: number): number => Math.max(LEAST, (Math.max(0, value) / top) * SPARK_HEIGHT);
      const left = index * SPARK_STEP;
      return svg`${
        fact === null
          ? svg`<rect class="ink-none" x=${left} y=${SPARK_HEIGHT - 1} width=${SPARK_WIDTH} height="1" />`
          : svg`<rect class="ink-fact" x=${left} y=${(SPARK_HEIGHT - height(fact)).toFixed(1)} width=${SPARK_WIDTH} height=${height(fact).toFixed(1)} />`
      }${
        plan === null
          ? ''
          : svg`<rect class="ink-mark" x=${left - 1} y=${(SPARK_HEIGHT - height(plan)).toFixed(1)} width=${SPARK_STEP} height="1.5" />`
      }`;
    })}
  </svg>`;
}

function valuesOf(quarters: readonly QuarterFigure[]): readonly number[] {
  return quarters.flatMap(({ plan, fact }) => [plan, fact]).filter((value) => value !== null);
}

function sentenceOf({ indicator, quarters }: IndicatorProgress): string {
  const withFact = quarters.filter(({ fact }) => fact !== null);
  const withBoth = withFact.filter(({ plan }) => plan !== null);
  const reached = withBoth.filter(({ plan, fact }) =>
    indicator.direction === 'notMore' ? (fact ?? 0) <= (plan ?? 0) : (fact ?? 0) >= (plan ?? 0),
  );
  const last = withFact.at(-1);
  return CHART_TEXTS.quartersSentence(
    indicator.unit,
    withFact.length,
    withBoth.length,
    reached.length,
    last === undefined || last.fact === null
      ? ''
      : CHART_TEXTS.lastFact(
          quarterTitle(last.quarter),
          formatNumber(last.fact),
          last.plan === null ? null : formatNumber(last.plan),
        ),
  );
}
