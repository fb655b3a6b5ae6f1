/** Taking forms into the open workbook: what becomes of them, and what people keep beside the register. */
import { civilDate, addDays } from '../../../src/calendar/civil-date';
import type { Quarter } from '../../../src/calendar/quarter';
import { expectedSites } from '../../../src/monitoring/expected';
import { gridOfForm } from '../../../src/sheets/form/find-forms';
import { readFiles } from '../../../src/workflows/read-form';
import { planAccept, planAcceptSheets } from '../../../src/workflows/open/accept';
import { planDepartment } from '../../../src/workflows/open/department';
import { planFormSheets } from '../../../src/workflows/open/form-sheets';
import { overview } from '../../../src/workflows/open/overview';
import { lookup, valueText } from '../../../src/sheets/lookup';
import type { GridSheet } from '../../../src/workbook/grid';
import { MEMORY_FILES, memoryFile } from '../../fixtures/memory-files';
import { memoryWorkbook, type MemoryWorkbook } from '../../fixtures/memory-open-workbook';
import { sheetOf } from '../../fixtures/edit-grid';
import { OTHER_REGION } from '../../programme/programmes';
import { accepted as acceptedForm, filledForm, programme as smallProgramme, SITE } from '../school';
import { cellOf, fill, formOf, opened, put, titleAddress } from './work';

const PROGRAMME = smallProgramme({}, true);
const Q: Quarter = { year: 2021, number: 3 };
const NEXT: Quarter = { year: 2021, number: 4 };
const TODAY = civilDate(2021, 10, 1);
const SITES = expectedSites(PROGRAMME, Q).map(({ code }) => code);

async function withForms(quarter = Q, day = TODAY): Promise<MemoryWorkbook> {
  const book = memoryWorkbook();
  await put(book, planDepartment(PROGRAMME, book.state(), day));
  return issue(book, quarter, day);
}

async function issue(book: MemoryWorkbook, quarter: Quarter, day = TODAY): Promise<MemoryWorkbook> {
  const { department } = opened(book, day);
  await put(book, planFormSheets(department, quarter, SITES, book.state(), day));
  for (const form of opened(book, day).forms) {
    if (form.stamp.quarter.number === quarter.number) fillGood(book, form.stamp.site, quarter);
  }
  return book;
}

/** The good form of the small programme, typed. */
function fillGood(book: MemoryWorkbook, site: string, quarter: Quarter): void {
  const standing = formOf(opened(book, TODAY), site, quarter);
  const { rows } = acceptedForm(PROGRAMME, quarter, { site }).submission;
  for (const { row, fact, total } of rows) {
    for (const [key, entry] of [
      ['fact', fact],
      ['total', total],
    ] as const) {
      if (row === '4') continue;
      if (entry.kind === 'number')
        book.type(standing.form ?? '', { [cellOf(book, standing, row, key)]: entry.number });
      if (entry.kind === 'text')
        book.type(standing.form ?? '', { [cellOf(book, standing, row, key)]: entry.text });
    }
  }
  for (const field of ['head', 'executor', 'phone'] as const) {
    book.type(standing.title ?? '', { [titleAddress(book, standing, field)]: 'Иванова' });
  }
}

const plan = (book: MemoryWorkbook, day = TODAY) => {
  const { department, forms } = opened(book, day);
  return planAcceptSheets(forms, department, book.state(), day);
};
const results = (made: ReturnType<typeof plan>) =>
  made.received.files.map(({ site, result }) => `${site ?? ''} ${result}`);

const textsOf = (sheet: GridSheet, row: number): string[] =>
  sheet.cells.filter((cell) => cell.row === row).map(({ value }) => valueText(value));

test('forms of this workbook are accepted by the rules for files; the log names the sheet', async () => {
  const book = await withForms();
  const first = formOf(opened(book, TODAY), SITE, Q);
  book.type(first.form ?? '', { [cellOf(book, first, '2', 'fact')]: 11 });
  const made = plan(book);
  expect(results(made)).toEqual([`${SITE} refused`, 'school-2 accepted']);
  await put(book, made);
  const { department } = opened(book, TODAY);
  expect(department.log.map(({ file, result }) => [file, result])).toEqual([
    [`лист «${first.form ?? ''}»`, 'refused'],
    [`лист «${formOf(opened(book, TODAY), 'school-2', Q).form ?? ''}»`, 'accepted'],
  ]);
  expect(department.register.map(({ sha256 }) => sha256)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(overview(department, TODAY).action).toEqual({ kind: 'mend-forms', quarter: Q });
});

test('given again they change nothing; mended, they are accepted', async () => {
  const book = await withForms();
  const first = formOf(opened(book, TODAY), SITE, Q);
  const cell = cellOf(book, first, '2', 'fact');
  book.type(first.form ?? '', { [cell]: 11 });
  await put(book, plan(book));
  const again = plan(book);
  expect(again.received.changed).toBe(false);
  expect(again.changes).toEqual([]);
  book.type(first.form ?? '', { [cell]: 10 });
  const mended = plan(book);
  expect(results(mended)).toEqual([`${SITE} accepted`, 'school-2 repeated']);
});

test('made again, a form counts as the same: what it was issued with is not what was entered', async () => {
  const book = await withForms();
  await put(book, plan(book));
  const { department } = opened(book, TODAY);
  await put(book, planFormSheets(department, Q, SITES, book.state(), addDays(TODAY, 5)));
  expect(plan(book, addDays(TODAY, 5)).received.changed).toBe(false);
});

test('a changed form of an accepted quarter needs a revision', async () => {
  const book = await withForms();
  await put(book, plan(book));
  const first = formOf(opened(book, TODAY), SITE, Q);
  book.type(first.form ?? '', { [cellOf(book, first, '1', 'fact')]: 99 });
  expect(results(plan(book))).toContain(`${SITE} refused`);
  book.type(first.title ?? '', { [titleAddress(book, first, 'revision')]: 1 });
  expect(results(plan(book))).toContain(`${SITE} accepted`);
});

test('a trial run of returned files tells what would become of each, and writes nothing', async () => {
  const book = memoryWorkbook();
  await put(book, planDepartment(PROGRAMME, book.state(), TODAY));
  const before = book.state().grid;
  const source = { programme: PROGRAMME, register: [], quarter: Q, today: TODAY };
  const given = [
    memoryFile('хорошая.xlsx', filledForm(source)),
    memoryFile('плохая.xlsx', filledForm({ ...source, site: 'school-2', values: { '2': { fact: 11 } } })),
    memoryFile('чужая.xlsx', { sheets: [], features: [] }),
    memoryFile('книга.xlsx', before),
  ];
  const { department } = opened(book, TODAY);
  const read = readFiles(MEMORY_FILES, given, { ...department, today: TODAY });
  const made = planAccept(read, department, book.state(), TODAY);
  expect(Object.fromEntries(made.received.files.map(({ file, result }) => [file, result]))).toEqual({
    'хорошая.xlsx': 'accepted',
    'плохая.xlsx': 'refused',
    'чужая.xlsx': 'refused',
    'книга.xlsx': 'ignored',
  });
  expect(book.state().grid).toBe(before);
  expect(made.changes.map(({ spec, existing }) => [spec.name, existing !== null])).toEqual([
    ['Полнота', true],
    ['Сводка', true],
    ['Реестр', true],
    ['Журнал приёма', true],
    ['_meta', true],
  ]);
});

test('two different good forms of one school and revision, a file and a sheet, are never both accepted', async () => {
  const book = await withForms();
  await put(book, plan(book));
  const { forms, department } = opened(book, TODAY);
  const [form] = forms;
  if (!form) throw new Error('no form');
  const other = memoryWorkbook(gridOfForm(book.state().grid, form));
  other.type(form.form ?? '', { [cellOf(other, form, '1', 'fact')]: 101 });
  const file = memoryFile('форма.xlsx', other.state().grid);
  const read = readFiles(MEMORY_FILES, [file], { ...department, today: TODAY });
  const made = planAccept(read, department, book.state(), TODAY);
  expect(made.received.files.map(({ result }) => result)).toEqual(['refused']);
});

test('lines of register and log keep their rows: notes beside them and references to them stay with them', async () => {
  const book = await withForms();
  await put(book, plan(book));
  const register = sheetOf(book.state().grid, 'Реестр');
  const noted = register.cells.filter(({ column, row }) => column === 3 && row > 4).map(({ row }) => row);
  for (const row of noted)
    book.type('Реестр', {
      [`T${row}`]: textsOf(sheetOf(book.state().grid, 'Реестр'), row).slice(0, 5).join(' '),
    });
  book.type('Журнал приёма', { P5: 'звонили' });
  const lineOf = (row: number): string =>
    textsOf(sheetOf(book.state().grid, 'Реестр'), row).slice(0, 5).join(' ');

  const later = addDays(TODAY, 92);
  await issue(book, NEXT, later);
  const first = formOf(opened(book, later), 'school-2', Q);
  book.type(first.form ?? '', { [cellOf(book, first, '6', 'fact')]: 2.5 });
  book.type(first.title ?? '', { [titleAddress(book, first, 'revision')]: 1 });
  const made = plan(book, later);
  expect(results(made)).toEqual([
    `${SITE} repeated`,
    'school-2 accepted',
    `${SITE} accepted`,
    'school-2 accepted',
  ]);
  expect(made.lost).toEqual([]);
  await put(book, made);
  const after = lookup(sheetOf(book.state().grid, 'Реестр'));
  for (const row of noted) expect(after.text(row, 20)).toBe(lineOf(row));
  expect(after.rows.length).toBeGreaterThan(2 * noted.length);
  expect(lookup(sheetOf(book.state().grid, 'Журнал приёма')).text(5, 16)).toBe('звонили');
});

test('what was written under «Полнота» stays, and what was typed over a status is asked about', async () => {
  const book = await withForms();
  book.type('Полнота', { A20: 'обзвонить школы', B5: 'обещали завтра' });
  const made = plan(book);
  expect(made.lost).toEqual([{ sheet: 'Полнота', cell: 'B5', text: 'обещали завтра' }]);
  await put(book, made);
  expect(lookup(sheetOf(book.state().grid, 'Полнота')).text(20, 1)).toBe('обзвонить школы');
});

test('among thirty sheets of a stranger, some with our names, the work goes on in ours', async () => {
  const book = memoryWorkbook();
  const names = ['Настройки', 'Реестр', 'Полнота', 'Площадки', 'Дорожная карта', '_meta'];
  for (let index = names.length; index < 30; index += 1) names.push(`Лист ${index}`);
  const strangers = names.map((name): GridSheet => ({
    name,
    visibility: 'visible',
    cells: [{ row: 1, column: 1, value: { kind: 'text', text: `чужое: ${name}` } }],
  }));
  for (const sheet of strangers) book.add(sheet);
  const made = await put(book, planDepartment(OTHER_REGION, book.state(), TODAY));
  expect(made.notes.length).toBe(5);
  const quarter: Quarter = { year: 2024, number: 3 };
  const [site] = expectedSites(OTHER_REGION, quarter);
  const reported = site ? quarter : { year: 2023, number: 4 };
  const day = civilDate(2025, 1, 10);
  const code = expectedSites(OTHER_REGION, reported)[0]?.code ?? '';
  await put(book, planFormSheets(opened(book, day).department, reported, [code], book.state(), day));
  fill(book, opened(book, day).department, formOf(opened(book, day), code, reported), day);
  await put(book, plan(book, day));
  expect(opened(book, day).department.log.length).toBe(1);
  for (const sheet of strangers) expect(sheetOf(book.state().grid, sheet.name)).toEqual(sheet);
});
