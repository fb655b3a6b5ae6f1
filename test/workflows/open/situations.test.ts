/** What the workbook is, for every workbook that there may be; and a school's own form. */
import { civilDate, addDays } from '../../../src/calendar/civil-date';
import { createRoadmap } from '../../../src/workflows/create-roadmap';
import { createDepartmentWorkbook } from '../../../src/workflows/department-workbook';
import { checkOpenForms } from '../../../src/workflows/open/check';
import { planDepartment } from '../../../src/workflows/open/department';
import { inspectWorkbook } from '../../../src/workflows/open/inspect';
import { planProtocol } from '../../../src/workflows/open/protocol';
import { checkForm } from '../../../src/workflows/check-form';
import type { Grid } from '../../../src/workbook/grid';
import { gridOf } from '../../fixtures/grid-of-spec';
import { edited, sheetOf, withSheet } from '../../fixtures/edit-grid';
import { memoryWorkbook } from '../../fixtures/memory-open-workbook';
import { filledForm, programme as smallProgramme, SITE } from '../school';
import { IVANOVO, OTHER_REGION } from '../../programme/programmes';
import { put } from './work';

const PROGRAMME = smallProgramme({}, true);
const Q = { year: 2021, number: 3 };
const TODAY = civilDate(2021, 10, 1);

const inspect = (grid: Grid, today = TODAY) => inspectWorkbook(memoryWorkbook(grid).state(), today);
const form = (values = {}): Grid =>
  filledForm({ programme: PROGRAMME, register: [], quarter: Q, today: TODAY, values });

test.each<[string, Grid, object]>([
  ['the roadmap alone', gridOf(createRoadmap(IVANOVO, TODAY)), { kind: 'own-document', document: 'roadmap' }],
  ['somebody’s workbook', edited(memoryWorkbook().state().grid, 'Лист1', { A1: 5 }), { kind: 'foreign' }],
  ['an empty one', memoryWorkbook().state().grid, { kind: 'empty' }],
  [
    'a Department’s workbook with a wrong date',
    edited(gridOf(createDepartmentWorkbook(IVANOVO, TODAY)), 'Площадки', { E6: '32.13.2021' }),
    { kind: 'department-broken', findings: [expect.objectContaining({ sheet: 'Площадки', cell: 'E6' })] },
  ],
])('%s', (_, grid, expected) => {
  expect(inspect(grid)).toEqual(expected);
});

test.each([
  ['Ivanovo', IVANOVO],
  ['another region', OTHER_REGION],
])('the Department’s workbook made on the command line is one inside Excel: %s', (_, programme) => {
  const situation = inspect(gridOf(createDepartmentWorkbook(programme, TODAY)));
  expect(situation).toMatchObject({ kind: 'department', department: { programme }, forms: [] });
});

test('a stranger’s workbook with a protocol of ours is still a stranger’s', async () => {
  const book = memoryWorkbook(edited(memoryWorkbook().state().grid, 'Лист1', { A1: 5 }));
  await put(book, planProtocol([], book.state(), TODAY));
  expect(inspectWorkbook(book.state(), TODAY)).toEqual({ kind: 'foreign' });
  const plan = await put(book, planDepartment(IVANOVO, book.state(), TODAY));
  expect(plan.lost).toEqual([]);
  expect(inspectWorkbook(book.state(), TODAY).kind).toBe('department');
  expect(sheetOf(book.state().grid, 'Лист1').cells.length).toBe(1);
});

test.each([
  ['a Department’s workbook', gridOf(createDepartmentWorkbook(IVANOVO, TODAY)), 'книга координатора'],
  ['a school’s form', form(), 'форма школы'],
])('nothing is made inside %s', (_, grid, word) => {
  const plan = planDepartment(IVANOVO, memoryWorkbook(grid).state(), TODAY);
  expect(plan.changes).toEqual([]);
  expect(plan.notes[0]).toContain(word);
});

describe('a school’s own form', () => {
  test('says whose it is, for when, and how many days are left', () => {
    expect(inspect(form(), addDays(TODAY, -3))).toMatchObject({
      kind: 'form',
      site: `Полное имя ${SITE}`,
      quarter: 'III квартал 2021 года',
      due: TODAY,
      daysLeft: 3,
    });
  });

  test.each([
    ['good', {}],
    ['with a control’s error', { '2': { fact: 11 } }],
    ['with a word for a number', { '1': { fact: '12 чел.' } }],
    ['with a deviation', { '1': { fact: 9, total: 9 } }],
  ])('%s, it is checked by the programme that it carries, as its Department would', (_, values) => {
    const grid = form(values);
    const situation = inspect(grid);
    const [check] = checkOpenForms(memoryWorkbook(grid).state(), situation, { kind: 'active' }, TODAY);
    const expected = checkForm(grid, check?.file ?? '', {
      programme: PROGRAMME,
      register: null,
      today: TODAY,
    });
    expect(check).toEqual(expected);
  });

  test('the programme that it carries holds its own school alone', () => {
    const situation = inspect(form());
    if (situation.kind !== 'form') throw new Error('no form');
    expect(situation.programme?.sites.map(({ code }) => code)).toEqual([SITE]);
    expect(situation.programme?.controls).toEqual(PROGRAMME.controls);
  });

  test('a spoiled hidden sheet is no programme; «Проверка» is pointed to', () => {
    const grid = withSheet(form(), '_meta', (sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) =>
        cell.value?.kind === 'text' && cell.value.text.startsWith('|')
          ? { ...cell, value: { kind: 'text', text: '|{"schemaVersion":1|' } }
          : cell,
      ),
    }));
    const situation = inspect(grid);
    expect(situation).toMatchObject({ kind: 'form', programme: null, due: null });
    const [check] = checkOpenForms(memoryWorkbook(grid).state(), situation, { kind: 'all' }, TODAY);
    expect(check?.findings).toEqual([expect.objectContaining({ level: 'warning', sheet: 'Проверка' })]);
  });
});
