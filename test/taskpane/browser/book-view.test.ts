/** What a person does in the view of a book, without a page. */
import { bookView, pastedCells, type BookView } from '../../../src/taskpane/browser/book-view';
import { openFileWorkbook, type FileWorkbook } from '../../../src/workbook/file/open-file-workbook';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { form, sampleWorkbook } from '../../workbook/sample-workbook';

let bytes: Uint8Array;
beforeAll(async () => {
  bytes = await writeWorkbookFile(sampleWorkbook);
});

function open(): { readonly book: FileWorkbook; readonly view: BookView; typed: number } {
  const opened = openFileWorkbook('Книга.xlsx', bytes);
  if (!opened.ok) throw new Error(opened.reason);
  const made = { book: opened.workbook, typed: 0 };
  const view = bookView(
    made.book,
    () => undefined,
    () => (made.typed += 1),
  );
  view.showSheet(form.name);
  return Object.assign(made, { view });
}

const valueOf = (view: BookView, address: string): unknown => view.shown()?.cells.get(address)?.value;

test('an input is opened with what stands in it, and takes what is typed', () => {
  const desk = open();
  const { view } = desk;
  view.go('D4');
  view.edit();
  expect(view.editing()).toEqual({ address: 'D4', text: '412' });
  expect(view.commit('413,5')).toBe(true);
  expect(valueOf(view, 'D4')).toEqual({ kind: 'number', number: 413.5 });
  expect(desk.typed).toBe(1);
});

test('what was not changed is not written', () => {
  const { view, book } = open();
  view.go('D4');
  view.edit();
  expect(view.commit('412')).toBe(true);
  expect(book.bytes()).toBe(bytes);
});

test('a locked cell, and one with a formula, are not opened', () => {
  const { view } = open();
  for (const address of ['C4', 'E4']) {
    view.go(address);
    view.edit();
    expect(view.editing()).toBeNull();
    expect(view.note()).toContain('только для просмотра');
  }
});

test('a formula is refused in words, and typing goes on', () => {
  const { view, book } = open();
  view.go('D5');
  view.edit('=');
  expect(view.commit('=1+1')).toBe(false);
  expect(view.note()).toContain('Формулы вводят в Excel');
  expect(view.editing()).not.toBeNull();
  expect(book.bytes()).toBe(bytes);
});

test('keys lead over hidden columns and stop at the edges', () => {
  const { view } = open();
  view.go('A1');
  view.move(-1, 0);
  expect(view.here()).toBe('A1');
  view.move(1, 0);
  view.move(0, 1);
  expect(view.here()).toBe('B2');
});

test('a table that was copied fills inputs only, and says so', () => {
  const { view } = open();
  view.go('C4');
  view.paste('1\t500\r\n2\t0,7\r\n');
  expect([valueOf(view, 'C4'), valueOf(view, 'D4'), valueOf(view, 'D5')]).toEqual([
    { kind: 'number', number: 400 },
    { kind: 'number', number: 500 },
    { kind: 'number', number: 0.7 },
  ]);
  expect(view.note()).toBe('Вставлены 2 ячейки. Не тронуты 2 ячейки только для просмотра.');
  view.undo();
  expect(valueOf(view, 'D4')).toEqual({ kind: 'number', number: 412 });
});

test.each<[text: string, cells: readonly (readonly [string, string])[]]>([
  ['7', [['B2', '7']]],
  ['7\n', [['B2', '7']]],
  [
    'a\tb\r\nc\td\r\n',
    [
      ['B2', 'a'],
      ['C2', 'b'],
      ['B3', 'c'],
      ['C3', 'd'],
    ],
  ],
  [
    '"две\nстроки"\t""\n',
    [
      ['B2', 'две\nстроки'],
      ['C2', ''],
    ],
  ],
  [
    '\t1',
    [
      ['B2', ''],
      ['C2', '1'],
    ],
  ],
  ['сказал "да"', [['B2', 'сказал "да"']]],
])('%j is copied cells', (text, cells) => {
  expect(pastedCells(text, 'B2').map(({ address, text: content }) => [address, content])).toEqual(cells);
});
