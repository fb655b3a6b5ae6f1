/** «На контроле» in a real file: another program sorts, edits and extends it, and the product adds its line to that. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { civilDate } from '../../../src/calendar/civil-date';
import { UNPLACED, type Finding } from '../../../src/controls/finding';
import { openFileWorkbook, type FileWorkbook } from '../../../src/workbook/file/open-file-workbook';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { createDepartmentWorkbook } from '../../../src/workflows/department-workbook';
import { putOnControl, releaseFromControl, type WatchStep } from '../../../src/workflows/open/watch';
import { IVANOVO } from '../../programme/programmes';
import { freshFolder } from '../../e2e/run-cli';
import { validateOpenXml, itWithValidator } from '../../setup/open-xml-validator';
import { describeWith, runPython } from '../../setup/programs';

const TODAY = civilDate(2021, 10, 8);
const SUBJECT = { site: 'kineshma-8', quarter: { year: 2021, number: 3 } };
const finding = (row: string): Finding => ({
  ...UNPLACED,
  code: 'P3.1',
  level: 'warning',
  file: '=форма.xlsx',
  sheet: 'Форма',
  cell: 'H7',
  row,
  message: `=1+1 <b>строка ${row}</b>`,
  action: '',
});

function open(bytes: Uint8Array): FileWorkbook {
  const opened = openFileWorkbook('Книга.xlsx', bytes);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.workbook;
}

async function carry(book: FileWorkbook, step: WatchStep): Promise<void> {
  if (step.kind === 'plan') await book.put(step.plan.changes, false);
  else if (step.kind === 'enter') await book.enter(step.entries);
  else throw new Error(step.kind);
}

async function watch(book: FileWorkbook, row: string, note: string): Promise<void> {
  const request = { ...SUBJECT, finding: finding(row), note };
  await carry(book, putOnControl({ programme: IVANOVO }, await book.read(), request, TODAY));
}

/** Turns the two lines round, rewrites a note, adds a column; what a person does in a spreadsheet program. */
const BY_HAND = `
import sys, openpyxl
path = sys.argv[1]
book = openpyxl.load_workbook(path)
sheet = book["На контроле"]
for column in range(1, 12):
    a, b = sheet.cell(5, column), sheet.cell(6, column)
    a.value, b.value = b.value, a.value
    for cell in (a, b):
        if isinstance(cell.value, str): cell.data_type = "s"
sheet["I5"] = "уточнено"
sheet["L4"] = "Кому"
sheet["L5"] = "Петрову"
book.save(path)
`;
const READ = `
import json, sys, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1])["На контроле"]
rows = [[sheet.cell(r, c).value for c in (6, 8, 9, 10, 11, 12)] for r in (5, 6, 7)]
kinds = [sheet.cell(r, 8).data_type for r in (5, 6, 7)]
json.dump([rows, kinds], sys.stdout, ensure_ascii=False, default=lambda d: d.date().isoformat())
`;

describeWith('python3-openpyxl', '«На контроле» in a file', () => {
  it('keeps what another program made of it; texts stay texts, dates are dates', async () => {
    const path = join(freshFolder(), 'Книга.xlsx');
    const book = open(await writeWorkbookFile(createDepartmentWorkbook(IVANOVO, TODAY)));
    await watch(book, '1', 'первая');
    await watch(book, '2', 'вторая');
    writeFileSync(path, book.bytes());
    runPython(BY_HAND, [path]);
    const again = open(readFileSync(path));
    await watch(again, '3.1', 'третья');
    await carry(
      again,
      releaseFromControl({ programme: IVANOVO }, await again.read(), SUBJECT, finding('1'), TODAY),
    );
    writeFileSync(path, again.bytes());
    expect(JSON.parse(runPython(READ, [path]))).toEqual([
      [
        ['2', '=1+1 <b>строка 2</b>', 'уточнено', TODAY, null, 'Петрову'],
        ['1', '=1+1 <b>строка 1</b>', 'первая', TODAY, TODAY, null],
        ['3.1', '=1+1 <b>строка 3.1</b>', 'третья', TODAY, null, null],
      ],
      ['s', 's', 's'],
    ]);
  });
});

itWithValidator('is a file that Microsoft’s validator accepts', async () => {
  const path = join(freshFolder(), 'Книга.xlsx');
  const book = open(await writeWorkbookFile(createDepartmentWorkbook(IVANOVO, TODAY)));
  for (let row = 1; row <= 13; row += 1) await watch(book, `3.${row}`, 'заметка');
  writeFileSync(path, book.bytes());
  expect(await validateOpenXml(path)).toEqual([]);
});
