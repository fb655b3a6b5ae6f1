/** What is not joined of two copies of a workbook is named. */
import { builtInProgramme } from '../../src/programme/built-in';
import { civilDate } from '../../src/calendar/civil-date';
import type { WatchedFinding } from '../../src/monitoring/watch';
import { watchSpec } from '../../src/sheets/watch-sheet';
import {
  createDepartmentWorkbook,
  readDepartmentWorkbook,
  type Department,
} from '../../src/workflows/department-workbook';
import { mergeWorkbooks } from '../../src/workflows/merge-workbooks';
import { gridOf } from '../fixtures/grid-of-spec';

const TODAY = civilDate(2021, 10, 8);
const PROGRAMME = builtInProgramme();

const onControl = (code: string): WatchedFinding => ({
  site: 'kineshma-8',
  quarter: { year: 2021, number: 3 },
  file: 'Форма.xlsx',
  sheet: 'Форма',
  cell: 'H7',
  row: '1',
  code,
  what: 'Значение меньше прошлогоднего',
  note: 'позвонить',
  since: TODAY,
  closed: null,
});

function workbookWith(...lines: readonly WatchedFinding[]): Department {
  const { sheets } = createDepartmentWorkbook(PROGRAMME, TODAY);
  const watch = lines.length > 0 ? [watchSpec(lines, PROGRAMME)] : [];
  const read = readDepartmentWorkbook(gridOf({ sheets: [...sheets, ...watch] }), 'Книга.xlsx');
  if (!read.ok) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.department;
}

const named = (a: Department, b: Department): readonly string[] => {
  const merged = mergeWorkbooks(a, b);
  if (!merged.ok) throw new Error(merged.differ.join());
  return merged.watched;
};

it('lines on control that only the second copy has are named; where they stand says nothing', () => {
  const [a, b] = [
    workbookWith(onControl('L1'), onControl('L2')),
    workbookWith(onControl('L3'), onControl('L1')),
  ];
  expect(named(a, b)).toEqual([
    'Школа № 8, Кинешма, III квартал 2021 года, L3, Значение меньше прошлогоднего',
  ]);
  expect(named(b, a)).toEqual([expect.stringContaining(', L2,')]);
  expect(named(workbookWith(), a)).toHaveLength(2);
  expect(named(a, workbookWith())).toEqual([]);
});
