import { countsOf, matching } from '../../src/taskpane/findings';
import { failure } from '../../src/taskpane/run';
import { checkpointPlaces } from '../../src/taskpane/actions/read';
import { themeOf } from '../../src/taskpane/theme-of';
import { UNPLACED, type Finding } from '../../src/controls/finding';
import type { GridCell } from '../../src/workbook/grid';

describe('the theme', () => {
  it.each([
    ['#ffffff', '#000000', 'light'],
    ['#f0f0f0', '#262626', 'light'],
    ['#262626', '#ffffff', 'dark'],
    ['#0a0a0a', '#ffffff', 'dark'],
    ['#000000', '#ffffff', 'contrast'],
    ['#000000', '#ffff00', 'contrast'],
  ])('of Office’s colours %s under %s is %s', (bodyBackgroundColor, bodyForegroundColor, theme) => {
    expect(themeOf({ bodyBackgroundColor, bodyForegroundColor }, theme !== 'dark')).toBe(theme);
  });

  it('is the system’s where Office says nothing, or nothing that is a colour', () => {
    for (const colours of [undefined, {}, { bodyBackgroundColor: 'red' }]) {
      expect(themeOf(colours, true)).toBe('dark');
      expect(themeOf(colours, false)).toBe('light');
    }
  });
});

it('a fault’s message names the button that is to be pressed, as «Прочитать книгу заново» is named', () => {
  const { text } = failure(new TypeError('x is not a function'));
  expect(text).toContain('«Прочитать книгу заново»');
  expect(text).toContain('x is not a function');
});

describe('findings', () => {
  const finding = (given: Partial<Finding>): Finding => ({
    code: 'T1',
    level: 'info',
    ...UNPLACED,
    message: '',
    action: '',
    ...given,
  });
  const findings = [
    finding({ level: 'info', message: 'Сведения о форме' }),
    finding({ level: 'error', message: 'Пустая ячейка', cell: 'H7' }),
    finding({ level: 'deviation', message: 'План не достигнут', row: '2.1' }),
  ];

  it('come worst first, and are counted by level', () => {
    const all = matching(findings, { level: null, search: '' });
    expect(all.map(({ level }) => level)).toEqual(['error', 'deviation', 'info']);
    expect(countsOf(findings)).toEqual({ error: 1, warning: 0, deviation: 1, info: 1 });
  });

  it.each([
    ['h7', 'Пустая ячейка'],
    ['  ПЛАН', 'План не достигнут'],
    ['2.1', 'План не достигнут'],
  ])('are found by «%s»', (search, message) => {
    expect(matching(findings, { level: null, search }).map((one) => one.message)).toEqual([message]);
  });

  it('of one level can be hidden by the search', () => {
    expect(matching(findings, { level: 'error', search: 'план' })).toEqual([]);
  });
});

it('a checkpoint stands where most of the checkpoints stand', () => {
  const sheet = (name: string, texts: readonly string[]) => ({
    name,
    visibility: 'visible' as const,
    cells: texts.map((text, index): GridCell => ({
      row: index + 1,
      column: 1,
      value: { kind: 'text', text },
    })),
  });
  const grid = {
    sheets: [sheet('Заметки', ['3']), sheet('Исполнение', ['Точка', '1/07.12.2020', '3'])],
    features: [],
  };
  const places = checkpointPlaces(grid, ['1/07.12.2020', '3', '4/30.12.2020']);
  expect([...places]).toEqual([
    ['1/07.12.2020', { sheet: 'Исполнение', cell: 'A2' }],
    ['3', { sheet: 'Исполнение', cell: 'A3' }],
  ]);
});
