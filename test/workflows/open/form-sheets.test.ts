/** Many forms in one workbook: their names, their renewal, and what people do to them. */
import { civilDate, addDays } from '../../../src/calendar/civil-date';
import { formatQuarter, lastDay, type Quarter } from '../../../src/calendar/quarter';
import { expectedSites, reportedQuarters } from '../../../src/monitoring/expected';
import { issueForm } from '../../../src/monitoring/issue-form';
import type { Programme } from '../../../src/programme/schema';
import { marksName } from '../../../src/sheets/form/form-names';
import { checkOpenForms } from '../../../src/workflows/open/check';
import { planDepartment } from '../../../src/workflows/open/department';
import { planFormSheets } from '../../../src/workflows/open/form-sheets';
import type { Grid } from '../../../src/workbook/grid';
import { formWorkbook } from '../../../src/workflows/issue-forms';
import { memoryWorkbook, type MemoryWorkbook } from '../../fixtures/memory-open-workbook';
import { rowsMoved, sheetOf, withSheet } from '../../fixtures/edit-grid';
import { IVANOVO, OTHER_REGION } from '../../programme/programmes';
import { cellOf, fill, formOf, opened, put, titleAddress } from './work';

const Q3: Quarter = { year: 2021, number: 3 };
const TODAY = civilDate(2021, 10, 1);
const [SITE = ''] = expectedSites(IVANOVO, Q3).map(({ code }) => code);

async function department(programme: Programme = IVANOVO): Promise<MemoryWorkbook> {
  const book = memoryWorkbook();
  await put(book, planDepartment(programme, book.state(), TODAY));
  return book;
}

async function withForms(): Promise<MemoryWorkbook> {
  const book = await department();
  await put(book, planFormSheets(opened(book, TODAY).department, Q3, [SITE], book.state(), TODAY));
  return book;
}

const form = (book: MemoryWorkbook) => formOf(opened(book, TODAY), SITE, Q3);
const errorsOf = (book: MemoryWorkbook) =>
  checkOpenForms(book.state(), opened(book, TODAY), { kind: 'all' }, TODAY)
    .flatMap(({ findings }) => findings)
    .filter(({ level }) => level === 'error');

/** The cells of a sheet; of formulas, not the results: nothing calculates here. */
const held = (grid: Grid, sheet: string) =>
  sheetOf(grid, sheet).cells.map(({ row, column, value, formula }) => ({
    row,
    column,
    content: formula ?? value,
  }));

test.each([
  ['Ivanovo', IVANOVO],
  ['another region', OTHER_REGION],
])('all forms of %s stand in one workbook, each with sheets and marks of its own', async (_, programme) => {
  const book = await department(programme);
  const areas: string[] = [];
  const expected: string[] = [];
  for (const quarter of reportedQuarters(programme)) {
    const sites = expectedSites(programme, quarter).map(({ code }) => code);
    const plan = planFormSheets({ programme, register: [] }, quarter, sites, book.state(), lastDay(quarter));
    areas.push(...plan.changes.flatMap(({ spec }) => spec.names.map(({ name }) => name.toLowerCase())));
    expected.push(...sites.map((site) => `${site} ${formatQuarter(quarter)}`));
    await put(book, plan);
    const names = new Set(book.state().grid.sheets.map(({ name }) => name));
    for (const { spec } of plan.changes) {
      const formulas = [
        ...spec.cells.flatMap(({ formula, link }) => [formula ?? '', link ?? '']),
        ...spec.conditionalFormats.map(({ formula }) => formula),
      ].join(' ');
      for (const [, name = ''] of formulas.matchAll(/'((?:[^']|'')+)'!/g)) expect(names).toContain(name);
      for (const [marks] of formulas.matchAll(/form_marks\w*/gu))
        expect(areas).toContain(marks.toLowerCase());
    }
  }
  const found = opened(book, TODAY).forms;
  expect(found.map(({ stamp }) => `${stamp.site} ${formatQuarter(stamp.quarter)}`)).toEqual(expected);
  expect(
    found.every(({ title, form: sheet, check, copies }) => title && sheet && check && copies.length === 0),
  ).toBe(true);
  expect(new Set(areas).size).toBe(areas.length);
});

test('names of areas tell apart codes that look alike', () => {
  const name = (site: string): string =>
    marksName({ programme: 'p', edition: '1', site, quarter: Q3 }).toLowerCase();
  const names = ['a-b', 'a_b', 'a.b', 'A-b', 'a_db', 'a-_b', 'a_-b'].map(name);
  expect(new Set(names).size).toBe(names.length);
});

test('«Проверка» of the shared workbook computes what the one of a file computes', async () => {
  const book = await withForms();
  const { department: own } = opened(book, TODAY);
  const [site] = expectedSites(own.programme, Q3);
  if (!site) throw new Error('no site');
  const alone = formWorkbook(issueForm(own.programme, [], site, Q3, TODAY)).sheets.find(
    ({ name }) => name === 'Проверка',
  );
  const standing = form(book);
  const back = (formula: string): string =>
    formula
      .replaceAll(`'${standing.form ?? ''}'!`, "'Форма'!")
      .replaceAll(`'${standing.title ?? ''}'!`, "'Титул'!");
  const shared = sheetOf(book.state().grid, standing.check ?? '').cells.flatMap(({ formula }) =>
    formula === undefined ? [] : [back(formula)],
  );
  expect(shared.length).toBeGreaterThan(50);
  expect([...shared].sort()).toEqual((alone?.cells ?? []).flatMap(({ formula }) => formula ?? []).sort());
});

test('a form made again keeps everything that was entered, and takes what changed', async () => {
  const book = await withForms();
  const { department: own } = opened(book, TODAY);
  fill(book, own, form(book), TODAY);
  const sheet = form(book).form ?? '';
  const [first = '', second = '', third = ''] = own.programme.indicators
    .filter(({ kind }) => kind === 'count')
    .map(({ code }) => code);
  const odd = {
    [cellOf(book, form(book), first, 'fact')]: '12 чел.',
    [cellOf(book, form(book), second, 'fact')]: { formula: '5+3', value: { kind: 'number', number: 8 } },
    [cellOf(book, form(book), third, 'fact')]: { value: { kind: 'date', iso: '2021-02-01', serial: 44228 } },
    [cellOf(book, form(book), first, 'reason')]: 'Причина со словами',
    Q3: 'примечание школы',
  } as const;
  book.type(sheet, odd);
  book.type(form(book).title ?? '', { [titleAddress(book, form(book), 'revision')]: 'первая' });
  const before = book.state().grid;
  const plan = await put(book, planFormSheets(own, Q3, [SITE], book.state(), addDays(TODAY, 3)));
  expect(plan.lost).toEqual([]);
  expect(plan.notes).toEqual([]);
  expect(held(book.state().grid, sheet)).toEqual(held(before, sheet));
  const title = sheetOf(book.state().grid, form(book).title ?? '');
  const texts = title.cells.map(({ value }) => (value?.kind === 'text' ? value.text : ''));
  expect(texts).toEqual(expect.arrayContaining(['первая', 'Петров П.П.', '(4932) 00-00-00', '04.10.2021']));
});

test('renamed and moved about, the sheets of a form are still its own', async () => {
  const book = await withForms();
  fill(book, opened(book, TODAY).department, form(book), TODAY);
  const before = errorsOf(book).map(({ code, row }) => [code, row]);
  const standing = form(book);
  book.rename(standing.form ?? '', 'Наша форма');
  book.rename(standing.title ?? '', 'Обложка');
  expect(form(book)).toMatchObject({ form: 'Наша форма', title: 'Обложка' });
  expect(errorsOf(book).map(({ code, row }) => [code, row])).toEqual(before);
  const plan = planFormSheets(opened(book, TODAY).department, Q3, [SITE], book.state(), TODAY);
  expect(plan.changes.map(({ spec }) => spec.name)).toEqual(
    expect.arrayContaining(['Наша форма', 'Обложка']),
  );
  expect(plan.lost).toEqual([]);
});

test('a copied sheet is named, is not read, and stops the renewal', async () => {
  const book = await withForms();
  const { form: sheet } = form(book);
  book.copy(sheet ?? '');
  const [error] = errorsOf(book);
  expect(error).toMatchObject({ code: 'T3', file: `лист «${sheet ?? ''}»` });
  expect(error?.message).toContain(form(book).copies[0]);
  const plan = planFormSheets(opened(book, TODAY).department, Q3, [SITE], book.state(), TODAY);
  expect(plan.changes).toEqual([]);
  expect(plan.notes[0]).toContain(form(book).copies[0]);
});

test('a form whose rows were moved is read, and not renewed over what was entered', async () => {
  const book = await withForms();
  fill(book, opened(book, TODAY).department, form(book), TODAY);
  const { form: sheet } = form(book);
  const moved = memoryWorkbook(withSheet(book.state().grid, sheet ?? '', (old) => rowsMoved(old, 9, 2)));
  expect(errorsOf(moved).map(({ code, row }) => [code, row])).toEqual(
    errorsOf(book).map(({ code, row }) => [code, row]),
  );
  const plan = planFormSheets(opened(moved, TODAY).department, Q3, [SITE], moved.state(), TODAY);
  expect(plan.changes).toEqual([]);
  expect(plan.notes).toEqual([expect.stringContaining(`«${sheet ?? ''}» не обновлена`)]);
});

test('a deleted sheet of a form comes back beside the others', async () => {
  const book = await withForms();
  const standing = form(book);
  book.type(standing.title ?? '', { [titleAddress(book, standing, 'head')]: 'Петров П.П.' });
  book.remove(standing.form ?? '');
  expect(errorsOf(book)).toEqual([expect.objectContaining({ code: 'T0', sheet: standing.title })]);
  await put(book, planFormSheets(opened(book, TODAY).department, Q3, [SITE], book.state(), TODAY));
  expect(form(book)).toEqual(standing);
  expect(sheetOf(book.state().grid, standing.title ?? '').cells).toContainEqual(
    expect.objectContaining({ value: { kind: 'text', text: 'Петров П.П.' } }),
  );
});

test('a form whose stamp is gone is named', async () => {
  const book = await withForms();
  const { form: sheet } = form(book);
  const stamp = sheetOf(book.state().grid, sheet ?? '').cells.find(
    ({ value }) => value?.kind === 'text' && value.text.startsWith('Служебная отметка'),
  );
  book.type(sheet ?? '', { [`A${stamp?.row ?? 0}`]: null });
  expect(errorsOf(book).map(({ sheet: at, message }) => [at, message.slice(0, 30)])).toContainEqual([
    sheet,
    'В форме нет служебной отметки:',
  ]);
});

test('for another edition a new form is made, with what was entered; the old one stays', async () => {
  const book = await withForms();
  const { department: own } = opened(book, TODAY);
  const standing = form(book);
  fill(book, own, standing, TODAY);
  const other = (code: string | null): string | null => (code === '2020-1' ? '2020-2' : code);
  const of = <T extends { fromEdition: string; toEdition: string | null }>(list: readonly T[]): T[] =>
    list.map((one) => ({
      ...one,
      fromEdition: other(one.fromEdition) ?? '',
      toEdition: other(one.toEdition),
    }));
  const programme: Programme = {
    ...own.programme,
    editions: own.programme.editions.map((edition) => ({ ...edition, code: other(edition.code) ?? '' })),
    indicators: of(own.programme.indicators),
    targets: of(own.programme.targets),
    controls: of(own.programme.controls),
  };
  const plan = await put(book, planFormSheets({ ...own, programme }, Q3, [SITE], book.state(), TODAY));
  const [, made] = opened(book, TODAY).forms;
  expect(plan.notes).toEqual([
    `Заполненное на листе «${standing.form ?? ''}» перенесено на «${made?.form ?? ''}» – форму по новой редакции. Прежний лист оставлен.`,
  ]);
  const inputs = (name: string | null | undefined) =>
    held(book.state().grid, name ?? '').filter(({ column, row }) => [9, 11].includes(column) && row > 6);
  expect(inputs(made?.form)).toEqual(inputs(standing.form));
});

test('a school that is not open yet has no form, and it is said', async () => {
  const book = await department();
  const closed = IVANOVO.sites.find(({ code }) => code !== SITE);
  const plan = planFormSheets(opened(book, TODAY).department, Q3, [closed?.code ?? ''], book.state(), TODAY);
  expect(plan.changes).toEqual([]);
  expect(plan.notes[0]).toContain(closed?.shortName);
});
