/** «Сводка»: its figures are those of the report, its charts show them, and people's sheets of that name stay. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '../../src/calendar/civil-date';
import { completeness } from '../../src/monitoring/completeness';
import { buildReport } from '../../src/report/build-report';
import { progress } from '../../src/report/progress';
import { completenessSpec } from '../../src/sheets/completeness-sheet';
import { DASHBOARD_SHEET, dashboardDay, dashboardSpec } from '../../src/sheets/dashboard/dashboard-sheet';
import { isOwnChart } from '../../src/workbook/chart-looks';
import { dateSerial } from '../../src/workbook/date-serial';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { replaceSheets } from '../../src/workbook/file/replace-sheets';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import type { AreaSpec, ChartSpec, SheetSpec, SpecValue } from '../../src/workbook/spec';
import {
  createDepartmentWorkbook,
  readDepartmentWorkbook,
  registerSheets,
  type Department,
} from '../../src/workflows/department-workbook';
import { exampleDepartment } from '../../src/workflows/example/example-department';
import { gridSheetOf } from '../fixtures/grid-of-spec';
import { goodGrid } from '../fixtures/grid-text';
import { IVANOVO } from '../programme/programmes';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith, runPython } from '../setup/programs';

const TODAY = civilDate(2023, 2, 20);
const EXAMPLE = exampleDepartment(IVANOVO, TODAY);
/** One checkpoint that was due is not done. */
const DEPARTMENT: Department = {
  ...EXAMPLE,
  execution: EXAMPLE.execution.map((line, index) => (index === 3 ? { ...line, actual: null } : line)),
};
const SPEC = dashboardSpec(progress(DEPARTMENT, TODAY));

const valuesIn = ({ cells }: SheetSpec, area: AreaSpec): readonly (SpecValue | null)[] => {
  const found: (SpecValue | null)[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const cell = cells.find((candidate) => candidate.row === row && candidate.column === column);
      found.push(cell?.value ?? null);
    }
  }
  return found;
};
const titleOf = ({ title }: ChartSpec['series'][number]): SpecValue | null | undefined =>
  valuesIn(SPEC, { top: title.row, left: title.column, bottom: title.row, right: title.column })[0];
const chart = (word: string): ChartSpec => {
  const found = SPEC.charts?.find(({ name }) => name.endsWith(word));
  if (!found) throw new Error(`No chart «${word}»`);
  return found;
};

test('every numeric indicator with figures has a chart of the values that the report has', () => {
  const reports = [1, 2, 3, 4].map((number) => buildReport(DEPARTMENT, { year: 2022, number }, 0));
  const codes = reports[0]?.lines
    .filter(({ indicator }) => indicator.kind === 'count' || indicator.kind === 'percent')
    .map(({ indicator }) => indicator.code);
  for (const code of codes ?? []) {
    const [plan, fact] = chart(`показатель ${code}`).series;
    if (!plan || !fact) throw new Error(code);
    expect([titleOf(plan), titleOf(fact)]).toEqual(['План', 'Факт']);
    const quarters = valuesIn(SPEC, plan.categories);
    for (const { quarter, lines } of reports) {
      const at = quarters.indexOf(
        `${['I', 'II', 'III', 'IV'][quarter.number - 1] ?? ''} кв. ${quarter.year}`,
      );
      const line = lines.find(({ indicator }) => indicator.code === code);
      expect([valuesIn(SPEC, plan.values)[at], valuesIn(SPEC, fact.values)[at]]).toEqual([
        line?.plan?.toNumber() ?? null,
        line?.reached?.toNumber() ?? null,
      ]);
    }
  }
  expect(codes?.length).toBe(7);
});

test('the roadmap has a mark for every dated checkpoint, at its measure, and the day is a line over all of them', () => {
  const { series, across, up } = chart('дорожная карта');
  const [line] = series.filter((one) => one.line);
  const marks = series.filter((one) => !one.line);
  expect(marks.map(titleOf)).toEqual(['Выполнено', 'Просрочено', 'Предстоит']);
  const shown = marks.flatMap((one) => {
    const days = valuesIn(SPEC, one.categories);
    return valuesIn(SPEC, one.values).map((measure, index) => ({ measure, day: days[index] }));
  });
  const wanted = DEPARTMENT.execution.flatMap(({ checkpoint: { measure, date }, actual }) =>
    date === null ? [] : [{ measure: measure.number, day: { date: actual ?? date } }],
  );
  const sorted = (list: readonly unknown[]): readonly string[] =>
    list.map((one) => JSON.stringify(one)).sort();
  expect(sorted(shown)).toEqual(sorted(wanted));
  expect(line && valuesIn(SPEC, line.categories)).toEqual([{ date: TODAY }, { date: TODAY }]);
  expect(line && valuesIn(SPEC, line.values)).toEqual([up?.min, up?.max]);
  const days = wanted.map(({ day }) => dateSerial(day.date));
  expect(across?.min).toBeLessThanOrEqual(Math.min(...days));
  expect(across?.max).toBeGreaterThanOrEqual(Math.max(...days));
});

test('labels of the time axis name the months in which quarters begin', () => {
  const { min = 0, max = 0, step = 1 } = chart('дорожная карта').across ?? {};
  const months: number[] = [];
  for (let serial = min; serial <= max; serial += step) {
    months.push(new Date((serial - dateSerial('1970-01-01')) * 86_400_000).getUTCMonth() + 1);
  }
  expect(months.length).toBeGreaterThan(8);
  expect(months.filter((month) => ![1, 4, 7, 10].includes(month))).toEqual([]);
});

test('samples are marked, and charts are the product’s own, apart from each other', () => {
  expect(SPEC.cells.find(({ row }) => row === 2)?.value).toMatch(/^На 20\.02\.2023\. .*пример/u);
  const charts = SPEC.charts ?? [];
  expect(charts.every(({ name }) => isOwnChart(name))).toBe(true);
  expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
  for (const [index, one] of charts.entries()) {
    for (const other of charts.slice(index + 1)) {
      const [a, b] = [one.area, other.area];
      expect(a.bottom < b.top || b.bottom < a.top || a.right < b.left || b.right < a.left).toBe(true);
    }
    // What is written is not behind a chart.
    const { top, left, bottom, right } = one.area;
    const hidden = SPEC.cells.filter(
      ({ row, column, value }) =>
        value !== undefined && row >= top && row <= bottom && column >= left && column <= right,
    );
    expect(hidden).toEqual([]);
    // Its words stand above it.
    const above = SPEC.cells.filter(({ row }) => row < top).map(({ value }) => value);
    expect(above).toContain(one.description);
  }
});

test('a new workbook says what is not there yet', () => {
  const sheets = createDepartmentWorkbook(IVANOVO, TODAY).sheets;
  const fresh = sheets.find(({ name }) => name === DASHBOARD_SHEET);
  const texts = fresh?.cells.map(({ value }) => value);
  expect(texts).toContain('Выполнение плановых значений по школам: принятых форм пока нет.');
  expect(texts).toContain('План и факт по кварталам: нет ни плановых значений, ни принятых форм.');
  expect(fresh?.charts?.map(({ title }) => title)).toEqual(['Контрольные точки по срокам']);
  expect(fresh && dashboardDay(gridSheetOf(fresh))).toBe(TODAY);
});

test('bars of «Полнота» are the shares that its words say', () => {
  const spec = completenessSpec(completeness(DEPARTMENT, TODAY), TODAY);
  const words = spec.cells.flatMap(({ value }) =>
    typeof value === 'string' && /^\d+ из \d+$/.test(value) ? [value] : [],
  );
  const [bars, below] = spec.pictures ?? [];
  if (!bars || !below) throw new Error('no bars');
  const shown = [
    ...valuesIn(spec, bars.area).slice(0, -1),
    ...valuesIn(spec, below.area),
    ...valuesIn(spec, bars.area).slice(-1),
  ];
  expect(shown).toEqual(
    words.map((value) => {
      const [accepted, expected] = value.split(' из ').map(Number);
      return expected === 0 ? null : (accepted ?? 0) / (expected ?? 0);
    }),
  );
});

describe('in files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kvantorium-dashboard-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const save = (bytes: Uint8Array, name = 'book.xlsx'): string => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return file;
  };
  const department = (bytes: Uint8Array): Department => {
    const read = readDepartmentWorkbook(goodGrid(readWorkbookFile(bytes)), 'книга.xlsx');
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    return read.department;
  };
  const names = (bytes: Uint8Array): readonly string[] =>
    goodGrid(readWorkbookFile(bytes)).sheets.map(({ name }) => name);
  const renew = (bytes: Uint8Array): Promise<Uint8Array> =>
    replaceSheets(bytes, registerSheets({ ...department(bytes), register: DEPARTMENT.register }, TODAY));

  itWithValidator('a workbook of before has «Сводка» after the next intake, and once only', async () => {
    const { sheets, ...book } = createDepartmentWorkbook(DEPARTMENT.programme, TODAY);
    const old = await writeWorkbookFile({
      ...book,
      sheets: sheets.filter(({ name }) => name !== DASHBOARD_SHEET),
    });
    const after = await renew(old);
    expect(names(after)).toEqual([...names(old), DASHBOARD_SHEET]);
    const again = await renew(after);
    expect(names(again)).toEqual(names(after));
    expect(await renew(again)).toEqual(again);
    expect(await validateOpenXml(save(after))).toEqual([]);
  });

  it('a person’s sheet of that name stays as it is; ours takes another name and is found under it again', async () => {
    const { sheets, ...book } = createDepartmentWorkbook(DEPARTMENT.programme, TODAY);
    const own = completenessSpec([], TODAY, DASHBOARD_SHEET);
    const theirs = { ...own, cells: [{ row: 1, column: 1, value: 'Моя сводка', style: 'text' as const }] };
    const old = await writeWorkbookFile({
      ...book,
      sheets: sheets.map((sheet) => (sheet.name === DASHBOARD_SHEET ? theirs : sheet)),
    });
    const after = await renew(await renew(old));
    expect(names(after)).toEqual([...names(old), `${DASHBOARD_SHEET} (2)`]);
    const kept = goodGrid(readWorkbookFile(after)).sheets.find(({ name }) => name === DASHBOARD_SHEET);
    expect(kept?.cells.map(({ value }) => value)).toEqual([{ kind: 'text', text: 'Моя сводка' }]);
    expect(department(after).names?.get(DASHBOARD_SHEET)).toBe(`${DASHBOARD_SHEET} (2)`);
  });

  describeWith('soffice', 'printed by LibreOffice', () => {
    it('has its sections on pages of their own, with the charts’ titles', async () => {
      const bytes = await writeWorkbookFile({ title: 'Сводка', date: TODAY, sheets: [SPEC] });
      const pdf = convertWithLibreOffice(save(bytes, 'dashboard.xlsx'), 'pdf', folder);
      const pages = runPython(
        "import subprocess,sys\nprint(subprocess.run(['pdftotext','-layout',sys.argv[1],'-'],capture_output=True,text=True).stdout)",
        [pdf],
      )
        .split('\f')
        .filter((page) => page.trim() !== '');
      expect(pages[0]).toContain('Контрольные точки по срокам');
      expect(pages[0]).toContain('Показатели по школам');
      // Four charts on a page, each whole: title and legend.
      expect(pages[1]?.match(/Показатель \d/g)).toHaveLength(4);
      expect(pages[1]?.match(/План\s+Факт/g)).toHaveLength(4);
      expect(pages[2]?.match(/Показатель \d/g)).toHaveLength(3);
      expect(pages[3]).toContain('Значения к диаграммам: план и факт по кварталам');
      expect(pages[4]).toContain('Значения к диаграмме: контрольные точки дорожной карты');
    });
  });
});
