/** What «Отчёт» says of a figure, as plain text without a page. */
import { createExample } from '../../src/taskpane/actions/first-steps';
import { reportView } from '../../src/taskpane/views/report';
import { wireActions } from '../../src/taskpane/wire-actions';
import type { Entry } from '../../src/monitoring/submission';
import { deskWith } from './work';

jest.mock('lit', () => {
  const shown = (value: unknown): string =>
    Array.isArray(value) ? value.map(shown).join('') : typeof value === 'string' ? value : '';
  const text = (strings: readonly string[], ...values: unknown[]): string =>
    strings.map((part, index) => part + shown(values[index])).join('');
  return { html: text, svg: text, nothing: '' };
});

/** The pane of the example's workbook, with the first school's value of the first figure as given. */
async function followed(reached: Entry): Promise<string> {
  const desk = deskWith();
  await createExample(desk.context);
  const state = desk.state();
  const { shown } = state.report;
  const line = shown?.lines.find(({ indicator }) => indicator.kind === 'count');
  const [site] = line?.sites ?? [];
  if (!state.book?.desk || !shown || !line || !site) throw new Error('The example reports no figure.');
  const given = { ...line, sites: [{ ...site, state: 'reported' as const, reached }] };
  const lines = shown.lines.map((each) => (each === line ? given : each));
  const report = { ...state.report, followed: line.indicator.code, shown: { ...shown, lines } };
  const view: unknown = reportView({ ...state, report }, state.book.desk, wireActions(desk.context));
  if (typeof view !== 'string') throw new Error('The view is no text.');
  return view;
}

it('a text that a school entered is shown letter for letter', async () => {
  expect(await followed({ kind: 'text', text: 'Приказ от 01.09.2021 № 1.2' })).toContain(
    'Приказ от 01.09.2021 № 1.2',
  );
});

it('a number that a school entered is shown with a decimal comma', async () => {
  expect(await followed({ kind: 'number', number: 1234.5 })).toContain('1234,5');
});
