/** A wrong value in any table of the Department's workbook is named with its sheet and its cell; nothing is guessed. */
import { civilDate } from '../../src/calendar/civil-date';
import type { LogEntry } from '../../src/monitoring/register';
import {
  createDepartmentWorkbook,
  readDepartmentWorkbook,
  registerSheets,
} from '../../src/workflows/department-workbook';
import { edited, withSheet, type Edit } from '../fixtures/edit-grid';
import { gridOf, gridSheetOf } from '../fixtures/grid-of-spec';
import { SITE, accepted, programme } from './school';

const TODAY = civilDate(2022, 10, 3);
const SOURCE = programme();
const QUARTER = { year: 2022, number: 3 };
const REGISTER = [accepted(SOURCE, QUARTER), accepted(SOURCE, QUARTER, { revision: 1 })];
const LOG: readonly LogEntry[] = REGISTER.map(({ submission, sha256, file, receivedOn }) => ({
  receivedOn,
  file,
  sha256,
  site: SITE,
  quarter: QUARTER,
  revision: submission.revision,
  edition: submission.edition,
  result: 'accepted',
  errors: 0,
  warnings: 0,
  deviations: 0,
  executor: '',
  phone: '',
  summary: '',
}));
const GRID = registerSheets({ programme: SOURCE, register: REGISTER, log: LOG, execution: [] }, TODAY).reduce(
  (grid, spec) => withSheet(grid, spec.name, () => gridSheetOf(spec)),
  gridOf(createDepartmentWorkbook(SOURCE, TODAY)),
);

test('the workbook is read whole', () => {
  const reading = readDepartmentWorkbook(GRID, 'книга.xlsx');
  expect(reading).toMatchObject({
    ok: true,
    department: { programme: SOURCE, register: REGISTER, log: LOG },
  });
});

const WRONG: readonly (readonly [sheet: string, cell: string, edit: Edit])[] = [
  ['Площадки', 'E5', 'первого сентября'],
  ['Площадки', 'A5', null],
  ['Редакции', 'C5', 5],
  ['Редакции', 'I5', 'наверное'],
  ['Показатели', 'A5', 'первая'],
  ['Показатели', 'E5', 'количество'],
  ['Показатели', 'J5', 1.5],
  ['Плановые значения', 'C5', 'этот год'],
  ['Плановые значения', 'D5', 7],
  ['Контроли', 'B5', 'так себе'],
  ['Контроли', 'D5', '[99]'],
  ['Контроли', 'D5', '[1] +'],
  ['Ответственные', 'B5', null],
  ['Настройки', 'B7', 'давно'],
  ['Дорожная карта', 'B11', null],
  ['Исполнение', 'G6', 'вчера'],
  ['Реестр', 'A5', 'третий'],
  ['Реестр', 'C5', 'нет такой'],
  ['Реестр', 'L5', 'нет такой'],
  ['Реестр', 'M5', 'первая'],
  ['Реестр', 'O5', 'вчера'],
  ['Журнал приёма', 'A5', 'вчера'],
  ['Журнал приёма', 'C5', 'третий'],
  ['Журнал приёма', 'G5', 'как-нибудь'],
  ['Журнал приёма', 'H5', 'много'],
];

test.each(WRONG)('«%s», %s', (sheet, cell, edit) => {
  const reading = readDepartmentWorkbook(edited(GRID, sheet, { [cell]: edit }), 'книга.xlsx');
  expect(
    reading.ok ? [] : reading.findings.map((found) => [found.file, found.sheet, found.cell]),
  ).toContainEqual(['книга.xlsx', sheet, cell]);
});
