/** The pane's small charts, as what they draw and say, without a page. */
import { quartersChart, quartersSpark } from '../../src/taskpane/charts/quarters';
import { schoolsChart } from '../../src/taskpane/charts/schools';
import { percent, placeOf, roundTop, yearsAround } from '../../src/taskpane/charts/scale';
import { timelineChart } from '../../src/taskpane/charts/timeline';
import type { IndicatorProgress, SchoolCompletion, TimelinePoint } from '../../src/report/progress';
import type { ExecutionStatus } from '../../src/monitoring/execution';
import { IVANOVO } from '../programme/programmes';
import { day } from './work';

jest.mock('lit', () => {
  const shown = (value: unknown): string =>
    Array.isArray(value)
      ? value.map(shown).join('')
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : '';
  const text = (strings: readonly string[], ...values: unknown[]): string =>
    strings.map((part, index) => part + shown(values[index])).join('');
  return { html: text, svg: text, nothing: '' };
});

/** Attributes of the elements of a class, in their order. */
function drawn(chart: unknown, ink: string): readonly Record<string, string>[] {
  return [...String(chart).matchAll(/<rect\b([^>]*?)\/?>/g)]
    .map(([, attributes = '']) =>
      Object.fromEntries(
        [...attributes.matchAll(/([\w-]+)=(?:"([^"]*)"|(\S+))/g)].map(([, name = '', quoted, bare = '']) => [
          name,
          quoted ?? bare,
        ]),
      ),
    )
    .filter((each) => each['class'] === ink);
}

const textOf = (chart: unknown): string => String(chart);

function sentence(chart: unknown): string {
  return /aria-label=(.*?)>/s.exec(String(chart))?.[1] ?? '';
}

function table(chart: unknown): readonly (readonly string[])[] {
  return [...String(chart).matchAll(/<tr\b.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.trim()),
  );
}

const indicator = IVANOVO.indicators.find(({ kind }) => kind === 'count');

function course(values: readonly (readonly [plan: number | null, fact: number | null])[]): IndicatorProgress {
  if (!indicator) throw new Error('The programme counts nothing.');
  return {
    indicator,
    quarters: values.map(([plan, fact], index) => ({
      quarter: { year: 2021 + Math.floor((index + 2) / 4), number: ((index + 2) % 4) + 1 },
      plan,
      fact,
    })),
  };
}

describe('plan and fact by quarter', () => {
  const chart = quartersChart(
    course([
      [null, 50],
      [100, 0],
      [100, null],
      [null, null],
      [80, 80],
    ]),
  );

  it('draws a column for each value, a line for nothing, and none where no value is', () => {
    // One more of each stands in the key.
    const heights = (ink: string): readonly number[] =>
      drawn(chart, ink)
        .map(({ height }) => Number(height))
        .slice(0, -1);
    expect(heights('ink-fact')).toEqual([42, 1, 67.2]);
    expect(heights('ink-plan')).toEqual([84, 84, 67.2]);
  });

  it('says it in words and as a table', () => {
    expect(sentence(chart)).toMatch(/^Столбцы плана и факта по кварталам, человек\./);
    expect(sentence(chart)).toContain('Данные есть в 3 кварталах, план достигнут в 1 из 2.');
    expect(sentence(chart)).toContain('Последнее значение: III квартал 2022 года, факт 80 при плане 80.');
    expect(table(chart)).toEqual([
      ['Квартал', 'План', 'Факт'],
      ['III квартал 2021 года', 'не установлен', '50'],
      ['IV квартал 2021 года', '100', '0'],
      ['I квартал 2022 года', '100', 'нет данных'],
      ['II квартал 2022 года', 'не установлен', 'нет данных'],
      ['III квартал 2022 года', '80', '80'],
    ]);
  });

  it('says so where nobody reported anything', () => {
    const empty = quartersChart(course([[null, null]]));
    expect(sentence(empty)).toContain('Данных пока нет.');
    expect(drawn(quartersSpark(course([[null, null]])), 'ink-none')).toHaveLength(1);
  });

  it('counts a plan that is a ceiling from the other side', () => {
    const ceiling = course([
      [10, 8],
      [10, 12],
    ]);
    const notMore = { ...ceiling, indicator: { ...ceiling.indicator, direction: 'notMore' as const } };
    expect(sentence(quartersChart(notMore))).toContain('план достигнут в 1 из 2');
    expect(sentence(quartersChart(notMore))).toContain('факт 12 при плане 10');
  });
});

describe('schools', () => {
  const site = (index: number): SchoolCompletion['site'] => {
    const found = IVANOVO.sites[index];
    if (!found) throw new Error('The programme has too few schools.');
    return found;
  };
  const chart = schoolsChart(
    [
      { site: site(0), reached: 3, missed: 1, unknown: 0 },
      { site: site(1), reached: 0, missed: 0, unknown: 2 },
      { site: site(2), reached: 0, missed: 0, unknown: 0 },
    ],
    'Выполнение',
  );

  it('are bars on one scale', () => {
    const widths = (ink: string): readonly string[] =>
      drawn(chart, ink)
        .map(({ width = '' }) => width)
        .filter((width) => width.endsWith('%'));
    expect(widths('ink-good')).toEqual(['75%']);
    expect(widths('ink-bad')).toEqual(['25%']);
    expect(widths('ink-none')).toEqual(['50%']);
  });

  it('are said in words and as a table', () => {
    expect(sentence(chart)).toContain('выполнено – 3 показателя, не выполнено – 1, нет данных – 0');
    expect(sentence(chart)).toContain('планов нет');
    expect(
      table(chart)
        .slice(1)
        .map((row) => row.slice(1)),
    ).toEqual([
      ['3', '1', '0'],
      ['0', '0', '2'],
      ['0', '0', '0'],
    ]);
  });
});

describe('the roadmap', () => {
  const point = (measure: number, planned: string | null, actual: string | null, status: ExecutionStatus) =>
    ({
      code: `${measure}`,
      measure,
      planned: planned === null ? null : day(planned),
      actual: actual === null ? null : day(actual),
      status,
    }) satisfies TimelinePoint;
  const chart = timelineChart({
    today: day('2022-07-02'),
    timeline: [
      point(1, '2021-01-01', '2021-01-01', 'done'),
      point(1, '2021-03-01', '2022-01-01', 'done-late'),
      point(9, '2022-01-01', null, 'overdue'),
      point(9, null, null, 'undated'),
    ],
  });

  it('has a line for each measure and marks where things were done', () => {
    const marks = [...textOf(chart).matchAll(/<svg x=(\S+) y=10/g)].map(([, x]) => x);
    // Two whole years: their border is the middle.
    expect(marks).toEqual(['0%', '50%', '50%']);
    expect(/class="now" x1=(\S+) x2=/.exec(textOf(chart))?.[1]).toBe('74.93%');
  });

  it('says it in words and as a table', () => {
    expect(sentence(chart)).toContain('сегодня 02.07.2022');
    expect(sentence(chart)).toContain(
      'выполнено – 1, выполнено с опозданием – 1, просрочено – 1, без даты – 1.',
    );
    expect(table(chart).at(-2)).toEqual(['9', '01.01.2022', '–', 'просрочено']);
    expect(table(chart).at(-1)).toEqual(['9', '–', '–', 'без даты']);
  });
});

describe('scales', () => {
  it.each([
    [[], 1],
    [[0], 1],
    [[0.07, 0.3], 0.3],
    [[700], 800],
    [[101], 120],
    [[87.5, 100], 100],
    [[1_000_001], 1_200_000],
  ])('%j end at %d', (values, top) => {
    expect(roundTop(values)).toBe(top);
  });

  it('count whole years, leap days too', () => {
    const span = yearsAround([day('2020-12-31'), day('2020-02-29')]);
    expect(span).toEqual({ years: [2020], start: '2020-01-01', days: 366 });
    expect(percent(placeOf(span, day('2020-07-02')))).toBe('50%');
  });
});
