/** «На контроле»: one line more, one date more, and whatever people did to the sheet is still there. */
import { isCivilDate, type CivilDate } from '../../../src/calendar/civil-date';
import { UNPLACED, type Finding } from '../../../src/controls/finding';
import { watchOf } from '../../../src/monitoring/watch';
import type { GridValue } from '../../../src/workbook/grid';
import { planDepartment } from '../../../src/workflows/open/department';
import { putOnControl, releaseFromControl, type WatchStep } from '../../../src/workflows/open/watch';
import { IVANOVO } from '../../programme/programmes';
import { sheetOf, withSheet } from '../../fixtures/edit-grid';
import { memoryWorkbook, type MemoryWorkbook } from '../../fixtures/memory-open-workbook';
import { opened, put } from './work';

function day(text: string): CivilDate {
  if (!isCivilDate(text)) throw new Error(text);
  return text;
}

const TODAY = day('2021-10-08');
const QUARTER = { year: 2021, number: 3 };
const SUBJECT = { site: 'kineshma-8', quarter: QUARTER };

const finding = (row: string | null, change: Partial<Finding> = {}): Finding => ({
  ...UNPLACED,
  code: 'P3.1',
  level: 'warning',
  sheet: 'Форма',
  cell: 'H7',
  row,
  message: `Строка ${row ?? ''} выросла вдвое`,
  action: '',
  ...change,
});

async function departmentBook(): Promise<MemoryWorkbook> {
  const book = memoryWorkbook();
  await put(book, planDepartment(IVANOVO, book.state(), TODAY));
  return book;
}

async function carry(book: MemoryWorkbook, step: WatchStep): Promise<WatchStep> {
  if (step.kind === 'plan') {
    expect(step.plan.lost).toEqual([]);
    await put(book, step.plan);
  }
  if (step.kind === 'enter') await book.enter(step.entries);
  return step;
}

const watch = (book: MemoryWorkbook, one: Finding, note = ''): Promise<WatchStep> =>
  carry(book, putOnControl({ programme: IVANOVO }, book.state(), { ...SUBJECT, finding: one, note }, TODAY));
const release = (book: MemoryWorkbook, one: Finding, today = TODAY): Promise<WatchStep> =>
  carry(book, releaseFromControl({ programme: IVANOVO }, book.state(), SUBJECT, one, today));

const linesOf = (book: MemoryWorkbook) => opened(book, TODAY).department.watched?.lines ?? [];
const problemsOf = (book: MemoryWorkbook) => opened(book, TODAY).department.watched?.problems ?? [];

function shown(value: GridValue | undefined): string {
  if (!value) return '';
  return value.kind === 'text' ? value.text : value.kind === 'date' ? value.iso : value.kind;
}
const cellText = (book: MemoryWorkbook, row: number, column: number): string =>
  shown(
    sheetOf(book.state().grid, 'На контроле').cells.find((cell) => cell.row === row && cell.column === column)
      ?.value,
  );

it('a workbook without the sheet is read, and nothing is on control', async () => {
  const { department } = opened(await departmentBook(), TODAY);
  expect(department.watched).toBeUndefined();
});

it('the first finding makes the sheet; school, quarter, place, rule, text, note and day are in its columns', async () => {
  const book = await departmentBook();
  expect((await watch(book, finding('2.1', { file: 'a.xlsx' }), ' Спросить директора ')).kind).toBe('plan');
  const texts = Array.from({ length: 11 }, (_, index) => cellText(book, 5, index + 1));
  expect(texts).toEqual([
    'Школа № 8, Кинешма',
    '2021-Q3',
    'a.xlsx',
    'Форма',
    'H7',
    '2.1',
    'P3.1',
    'Строка 2.1 выросла вдвое',
    'Спросить директора',
    '2021-10-08',
    '',
  ]);
});

it('the same finding of the next check is known, wherever it stands now; it is not put there twice', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'));
  const moved = finding('2.1', { file: 'другой.xlsx', cell: 'H9', message: 'Другие слова' });
  expect(watchOf(linesOf(book), SUBJECT, moved)?.line).toBe(5);
  expect(await watch(book, moved)).toEqual({ kind: 'nothing' });
  expect(watchOf(linesOf(book), SUBJECT, finding('2.2'))).toBeUndefined();
  expect(watchOf(linesOf(book), { ...SUBJECT, site: 'shuya-9' }, moved)).toBeUndefined();
  expect(watchOf(linesOf(book), { ...SUBJECT, quarter: { year: 2022, number: 3 } }, moved)).toBeUndefined();
});

it('findings that belong to no row are told apart by their cells', async () => {
  const book = await departmentBook();
  await watch(book, finding(null, { code: 'T1', cell: 'B4' }));
  expect(watchOf(linesOf(book), SUBJECT, finding(null, { code: 'T1', cell: 'B5' }))).toBeUndefined();
  expect(watchOf(linesOf(book), SUBJECT, finding(null, { code: 'T1', cell: 'B4' }))?.line).toBe(5);
});

it('taking it off fills in the day and keeps the row; found again, it can be put there again', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'), 'заметка');
  await release(book, finding('2.1'), day('2021-10-20'));
  expect(cellText(book, 5, 11)).toBe('2021-10-20');
  expect(cellText(book, 5, 9)).toBe('заметка');
  expect(await release(book, finding('2.1'))).toEqual({ kind: 'nothing' });
  expect((await watch(book, finding('2.1'))).kind).toBe('enter');
  expect(linesOf(book).map(({ line, closed }) => [line, closed])).toEqual([
    [5, '2021-10-20'],
    [6, null],
  ]);
});

it('what people typed stays: other notes, columns of their own, rows in another order', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'), 'первая');
  await watch(book, finding('2.2'), 'вторая');
  // Sorted by hand, a note rewritten, a column and a remark below added.
  book.type('На контроле', {
    F5: '2.2',
    I5: 'вторая, уточнена',
    F6: '2.1',
    I6: 'первая',
    L4: 'Кому поручено',
    L5: 'Петрову',
    A20: 'kineshma-8',
    B20: '2021-Q3',
    G20: 'X1',
    J20: '08.10.2021',
  });
  expect(problemsOf(book)).toEqual([]);
  await watch(book, finding('3.1'), 'третья');
  expect(linesOf(book).map(({ line, row, note }) => [line, row, note])).toEqual([
    [5, '2.2', 'вторая, уточнена'],
    [6, '2.1', 'первая'],
    [20, '', ''],
    [21, '3.1', 'третья'],
  ]);
  expect(cellText(book, 5, 12)).toBe('Петрову');
});

it('columns may be moved: they are found by their titles', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'), 'заметка');
  const sheet = sheetOf(book.state().grid, 'На контроле');
  const moved = {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row >= 4 ? { ...cell, column: cell.column + 1 } : cell)),
  };
  const other = memoryWorkbook(withSheet(book.state().grid, 'На контроле', () => moved));
  await watch(other, finding('2.2'), 'новая');
  expect(cellText(other, 6, 2)).toBe('Школа № 8, Кинешма');
  expect(cellText(other, 6, 10)).toBe('новая');
  expect(cellText(other, 5, 10)).toBe('заметка');
});

it('a column that was deleted is named, and nothing is written', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'));
  book.type('На контроле', { K4: null });
  const step = await release(book, finding('2.1'));
  expect(step).toMatchObject({ kind: 'refused' });
  expect(step.kind === 'refused' && step.text).toContain('«Снято»');
});

it('a wrong cell is a finding with its place; the rest of the workbook goes on', async () => {
  const book = await departmentBook();
  await watch(book, finding('2.1'));
  book.type('На контроле', { A5: 'Школа № 99', J5: 'вчера' });
  expect(problemsOf(book).map(({ sheet, cell, left }) => [sheet, cell, left])).toEqual([
    ['На контроле', 'A5', 'Школа № 99'],
    ['На контроле', 'J5', 'вчера'],
  ]);
  await watch(book, finding('2.2'));
  expect(cellText(book, 5, 1)).toBe('Школа № 99');
  expect(cellText(book, 5, 10)).toBe('вчера');
});

it('the table grows when its rows are full, and what people typed in it stays', async () => {
  const book = await departmentBook();
  const kinds: string[] = [];
  for (let index = 0; index < 12; index += 1) {
    kinds.push((await watch(book, finding(`3.${index + 1}`), `заметка ${index}`)).kind);
    if (index === 5) book.type('На контроле', { I7: 'своё', J8: 'скоро', M7: 'поле' });
  }
  expect(kinds.filter((kind) => kind === 'plan')).toHaveLength(2);
  expect(kinds.at(-1)).toBe('plan');
  expect(linesOf(book)).toHaveLength(12);
  expect([cellText(book, 7, 9), cellText(book, 8, 10), cellText(book, 7, 13)]).toEqual([
    'своё',
    'скоро',
    'поле',
  ]);
  expect(cellText(book, 16, 9)).toBe('заметка 11');
});

it('a sheet of somebody else’s of this name stays, and ours takes another', async () => {
  const book = await departmentBook();
  book.add({
    name: 'На контроле',
    visibility: 'visible',
    cells: [{ row: 1, column: 1, value: { kind: 'text', text: 'Бюджет' } }],
  });
  await watch(book, finding('2.1'));
  expect(cellText(book, 1, 1)).toBe('Бюджет');
  expect(linesOf(book)).toHaveLength(1);
  expect((await watch(book, finding('2.2'))).kind).toBe('enter');
  expect(linesOf(book)).toHaveLength(2);
});
