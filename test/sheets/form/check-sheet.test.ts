/** «Проверка» in a school's file: what LibreOffice calculates from what was filled in is what the Department's check says. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillForm } from '../../../src/workflows/example/fill-form';
import type { CivilDate } from '../../../src/calendar/civil-date';
import { civilDate } from '../../../src/calendar/civil-date';
import type { Quarter } from '../../../src/calendar/quarter';
import { issueForm, type IssuedForm } from '../../../src/monitoring/issue-form';
import type { Register } from '../../../src/monitoring/register';
import type { SubmissionRow } from '../../../src/monitoring/submission';
import { parseProgramme } from '../../../src/programme/load-programme';
import type { Control, Indicator, Programme } from '../../../src/programme/schema';
import { readKnownValues } from '../../../src/sheets/form/known-values';
import { checkForm } from '../../../src/workflows/check-form';
import { formWorkbook } from '../../../src/workflows/issue-forms';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { cellAddress, type Grid } from '../../../src/workbook/grid';
import type { CellSpec, WorkbookSpec } from '../../../src/workbook/spec';
import { gridOf } from '../../fixtures/grid-of-spec';
import { sheetOf } from '../../fixtures/edit-grid';
import { IVANOVO, OTHER_REGION, THIRD_REGION } from '../../programme/programmes';
import { validateOpenXml } from '../../setup/open-xml-validator';
import { convertWithLibreOffice, describeWith } from '../../setup/programs';
import { accepted, INDICATORS, programme, rowsFor, SITE, TITLE, type Values } from '../../workflows/school';

const QUARTER: Quarter = { year: 2022, number: 3 };
const BEFORE: Quarter = { year: 2022, number: 2 };
const TODAY: CivilDate = civilDate(2022, 10, 1);
const FORM = 'Форма';
const CHECK = 'Проверка';
const INPUTS = { '1': 7, '2': 8 } as const;

const issued = (source: Programme, register: Register, quarter: Quarter = QUARTER): IssuedForm => {
  const site = source.sites.find(({ code }) => code === SITE);
  if (!site) throw new Error('no site');
  return issueForm(source, register, site, quarter, TODAY);
};

const folder = mkdtempSync(join(tmpdir(), 'kvantorium-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let made = 0;

async function saved(workbook: WorkbookSpec): Promise<string> {
  made += 1;
  const file = join(folder, `form-${made}.xlsx`);
  writeFileSync(file, await writeWorkbookFile(workbook));
  return file;
}

function grid(file: string): Grid {
  const read = readWorkbookFile(readFileSync(file));
  if (!read.ok) throw new Error(read.detail);
  return read.grid;
}

/** The workbook with no result known beforehand, so that LibreOffice has to calculate every formula. */
function unknown(workbook: WorkbookSpec): WorkbookSpec {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell): CellSpec => {
        const { row, column, style, formula, format } = cell;
        return formula === undefined ? cell : { row, column, style, formula, ...(format ? { format } : {}) };
      }),
    })),
  };
}

async function calculated(workbook: WorkbookSpec): Promise<Grid> {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  return grid(convertWithLibreOffice(await saved(unknown(workbook)), 'xlsx', out));
}

/** What the sheet shows, by address; `hidden`: its helper cells too. */
function shownOn(read: Grid, hidden = true): ReadonlyMap<string, number | string> {
  return new Map(
    sheetOf(read, CHECK).cells.flatMap(({ row, column, value }): (readonly [string, number | string])[] => {
      if (!hidden && column > 8) return [];
      if (value?.kind === 'number')
        return [[cellAddress(row, column), Number(Number(value.number.toPrecision(13)).toFixed(11))]];
      if (value?.kind === 'error') return [[cellAddress(row, column), value.error]];
      return value?.kind === 'text' && value.text !== '' ? [[cellAddress(row, column), value.text]] : [];
    }),
  );
}

const text = (read: Grid, address: string): number | string => shownOn(read).get(address) ?? '';

/** State by code. */
function statesOf(read: Grid): ReadonlyMap<string, number | string> {
  const shown = shownOn(read);
  const rows = [...shown].flatMap(([address, value]) =>
    /^A(\d{2,}|[789])$/.test(address) ? [[String(value), shown.get(`G${address.slice(1)}`)] as const] : [],
  );
  return new Map(rows.flatMap(([code, state]) => (state === undefined ? [] : [[code, state]])));
}

const filled = (form: IssuedForm, values: Values = {}, title = {}): WorkbookSpec =>
  formWorkbook(form, { title: { ...TITLE, ...title }, rows: rowsFor(QUARTER, values) });

/** The parts of a share have to be reported. */
const SCHOOL = programme({
  indicators: INDICATORS.map((each) => (/^4\.\d$/.test(each.code) ? { ...each, required: true } : each)),
});
const REGISTER: Register = [accepted(SCHOOL, BEFORE)];

const FILLINGS: readonly (readonly [string, Values, object])[] = [
  ['a good form', {}, {}],
  ['a part greater than its whole', { '2.1': { fact: 11, total: 11 } }, {}],
  ['empty inputs', { '1': { fact: null, total: null }, '3.1': { fact: null } }, {}],
  ['texts in number cells', { '1': { fact: '12 чел.' }, '4.2': { fact: '~10' } }, {}],
  ['a total that falls, without a reason', { '1': { fact: 250, total: 90 } }, {}],
  ['the same with a reason', { '1': { fact: 250, total: 100, reason: 'набор начался позже обычного' } }, {}],
  ['nothing to divide by', { '4.1': { fact: 0 }, '4.2': { fact: 0 } }, {}],
  ['more decimals than allowed, a negative number', { '1': { fact: 1.5 }, '2.2': { fact: -1 } }, {}],
  ['a title without its telephone', {}, { phone: '' }],
  ['neither yes nor no', { '5': { fact: 'может быть' } }, {}],
];

describe('«Проверка» of a form', () => {
  it('stands between the form and its instruction, locked, without a password', () => {
    const { sheets } = formWorkbook(issued(SCHOOL, REGISTER));
    expect(sheets.map(({ name }) => name)).toEqual(['Титул', FORM, CHECK, 'Инструкция', '_meta']);
    expect(sheets[2]?.protection).toEqual({ allow: ['formatColumns', 'formatRows'] });
    expect(sheets[2]?.print).toMatchObject({ orientation: 'landscape', fit: 'width', titleRows: [6, 6] });
  });

  it.each(FILLINGS)('says of %s what the Department’s check says', (_name, values, title) => {
    const read = gridOf(filled(issued(SCHOOL, REGISTER), values, title));
    const { findings } = checkForm(read, 'form.xlsx', {
      programme: SCHOOL,
      register: REGISTER,
      today: TODAY,
    });
    const states = statesOf(read);
    const errors = findings.filter(({ level, code }) => level === 'error' && code !== 'D1');
    expect(text(read, 'A3') === 'Можно сдавать').toBe(errors.length === 0);
    for (const { code } of errors)
      expect([code, states.get(code)]).toEqual([code, expect.stringMatching(/^(ошибка|вычислить нельзя)$/)]);
    // A later stage is not run after errors in an earlier one.
    if (!findings.some(({ code }) => /^[TF]\d/.test(code))) {
      const failed = [...states].filter(
        ([, state]) => !['выполнено', 'нет данных', 'не применяется'].includes(String(state)),
      );
      expect(failed.map(([code]) => code).sort()).toEqual(
        [...new Set(findings.map(({ code }) => code))].sort(),
      );
    }
  });

  it('links to the cell that a control is about', () => {
    const { sheets } = formWorkbook(issued(SCHOOL, REGISTER));
    const cells = sheets[2]?.cells ?? [];
    const row = cells.find(({ column, value }) => column === 1 && value === 'P1.1')?.row;
    const link = cells.find((cell) => cell.row === row && cell.column === 8)?.link;
    const [, address = ''] = link?.split('!') ?? [];
    expect(link).toMatch(/^'?Форма'?!K7$/);
    expect(address).toBe(`K${INPUTS['1']}`);
  });

  it('gives back what it knows of earlier quarters', () => {
    const read = readKnownValues(gridOf(formWorkbook(issued(SCHOOL, REGISTER))));
    const before = rowsFor(BEFORE).find(({ row }) => row === '3.1')?.fact;
    // The first quarter of the year was not accepted, so the sum is not known; with it, it is.
    expect(read.earlierQuarters.size).toBe(0);
    const whole: Register = [accepted(SCHOOL, { year: 2022, number: 1 }), ...REGISTER];
    const sum = readKnownValues(gridOf(formWorkbook(issued(SCHOOL, whole)))).earlierQuarters.get('3.1');
    expect(before).toMatchObject({ kind: 'number' });
    expect(sum).toEqual({ kind: 'number', number: before?.kind === 'number' ? before.number * 2 : null });
  });

  it('lets a form be checked without the Department’s workbook as with it', () => {
    const whole: Register = [accepted(SCHOOL, { year: 2022, number: 1 }), ...REGISTER];
    const read = gridOf(filled(issued(SCHOOL, whole), { '3.1': { fact: 4, total: 99 } }));
    const codes = (register: Register | null): readonly string[] =>
      checkForm(read, 'form.xlsx', { programme: SCHOOL, register, today: TODAY }).findings.map(
        ({ code }) => code,
      );
    expect(codes(null)).toContain('X1.3.1');
    expect(codes(null)).toEqual(codes(whole));
  });
});

describeWith('soffice', '«Проверка» as LibreOffice calculates it', () => {
  it.each(FILLINGS)(
    'shows for %s what was written beforehand, in every cell',
    async (_name, values, title) => {
      const workbook = filled(issued(SCHOOL, REGISTER), values, title);
      const expected = shownOn(grid(await saved(workbook)));
      const found = shownOn(await calculated(workbook));
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      expect(
        [...found.values()].filter((value) => String(value).startsWith('#') && String(value).length > 2),
      ).toEqual([]);
    },
  );

  it.each([
    ['the first quarter of a school', { year: 2021, number: 3 }, []],
    ['the first quarter of a year', { year: 2022, number: 1 }, [{ year: 2021, number: 4 }]],
  ] as const)('shows so for %s', async (_name, quarter, past) => {
    const register = past.map((when) => accepted(SCHOOL, when));
    const form = issued(SCHOOL, register, quarter);
    const workbook = formWorkbook(form, { title: TITLE, rows: rowsFor(quarter, { '1': { total: 90 } }) });
    const found = await calculated(workbook);
    expect(Object.fromEntries(shownOn(found))).toEqual(
      Object.fromEntries(shownOn(grid(await saved(workbook)))),
    );
    // Before the school's first quarter there is none to compare with; of a year's first total none is known before.
    expect(statesOf(found).get('P3.1.ПРЕД')).toBe(past.length === 0 ? 'не применяется' : 'выполнено');
    expect(statesOf(found).get('P1.1')).toBe('выполнено');
  });

  it.each([
    ['another region', OTHER_REGION, { year: OTHER_REGION.years.from + 1, number: 2 }],
    ['a third region', THIRD_REGION, { year: 2023, number: 4 }],
    ['a third region in its second edition', THIRD_REGION, { year: 2024, number: 1 }],
  ] as const)('shows so for a form of %s', async (_name, region, quarter) => {
    const [site] = region.sites;
    if (!site) throw new Error('no site');
    const form = issueForm(region, [], site, quarter, TODAY);
    const workbook = formWorkbook(form, fillForm(form, TODAY, 0, new Set()));
    const found = await calculated(workbook);
    expect(statesOf(found).size).toBeGreaterThan(6);
    expect(Object.fromEntries(shownOn(found))).toEqual(
      Object.fromEntries(shownOn(grid(await saved(workbook)))),
    );
  });

  it('survives a save: every formula is still there', async () => {
    const workbook = filled(issued(SCHOOL, REGISTER));
    const formulas = (read: Grid): number =>
      sheetOf(read, CHECK).cells.filter(({ formula }) => formula !== undefined).length;
    const count = workbook.sheets[2]?.cells.filter(({ formula }) => formula !== undefined).length;
    expect(formulas(await calculated(workbook))).toBe(count);
  });
});

describe('a large programme', () => {
  const indicator = (index: number): Indicator => ({
    code: String(index + 1),
    fromEdition: '2020-1',
    toEdition: null,
    name: `Показатель ${index + 1} с длинным наименованием, как в концепции`,
    unit: 'человек',
    okei: '792',
    kind: 'count',
    numerator: null,
    denominator: null,
    accumulation: 'sum',
    direction: 'notLess',
    decimals: 0,
    required: true,
    source: 'пример',
  });
  const control = (index: number): Control => {
    const row = (index % 39) + 1;
    const kinds: readonly Partial<Control>[] = [
      { left: `[${row}]`, operator: '<=', right: `[${row + 1}]` },
      { left: `[${row}]`, operator: '=', right: `ИТОГ([${row}]) - ПРЕД(ИТОГ([${row}]))` },
      {
        left: `ABS([${row}] - АППГ([${row}]))`,
        operator: '<=',
        right: `0,5 * АППГ([${row}])`,
        level: 'warning',
      },
      { left: `ИТОГ([${row}])`, operator: '>=', right: `ПЛАН([${row}])`, level: 'deviation' },
    ];
    return {
      code: `A1.${index + 1}`,
      fromEdition: '2020-1',
      toEdition: null,
      level: 'error',
      condition: null,
      left: '',
      operator: '=',
      right: '',
      tolerance: 0,
      empty: 'пропустить, если пусто любое',
      periods: 'все',
      basis: 'пример основания контроля',
      message: null,
      ...kinds[index % kinds.length],
    };
  };
  const parsed = parseProgramme({
    ...IVANOVO,
    targets: [],
    indicators: Array.from({ length: 40 }, (_, index) => indicator(index)),
    controls: Array.from({ length: 150 }, (_, index) => control(index)),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems.slice(0, 3)));
  const [site] = parsed.programme.sites;
  if (!site) throw new Error('no site');
  const form = issueForm(parsed.programme, [], site, QUARTER, TODAY);
  const rows = form.rows.map(({ indicator: { code } }, index): SubmissionRow => ({
    row: code,
    fact: { kind: 'number', number: index },
    total: { kind: 'number', number: index * 2 },
    reason: '',
    evidence: '',
  }));
  const workbook = formWorkbook(form, { title: TITLE, rows });

  it('with 40 indicators and 150 controls gives a valid form under 200 KB', async () => {
    const file = await saved(workbook);
    expect(readFileSync(file).length).toBeLessThan(200 * 1024);
    expect(await validateOpenXml(file)).toEqual([]);
  });

  it('has only formulas within the format’s limits', () => {
    const long = workbook.sheets
      .flatMap(({ cells }) => cells)
      .filter(({ formula = '' }) => formula.length > 8192);
    expect(long).toEqual([]);
  });

  describeWith('soffice', 'in LibreOffice', () => {
    describeWith('pdftotext', 'on paper', () => {
      it('has every control', async () => {
        const out = join(folder, 'print');
        mkdirSync(out, { recursive: true });
        const pdf = convertWithLibreOffice(await saved(workbook), 'pdf', out);
        const printed = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
        const pages = printed.split('\f').length - 1;
        expect(pages).toBeGreaterThan(4);
        expect(pages).toBeLessThan(30);
        const lost = Array.from({ length: 150 }, (_, index) => `A1.${index + 1}`).filter(
          (code) => !new RegExp(`(^|\\s)${code.replace('.', '\\.')}(\\s|$)`, 'm').test(printed),
        );
        expect(lost).toEqual([]);
      }, 120_000);
    });
    it('is calculated as it was written', async () => {
      expect(Object.fromEntries(shownOn(await calculated(workbook)))).toEqual(
        Object.fromEntries(shownOn(grid(await saved(workbook)))),
      );
    });
  });
});

it('the forms of a school as issued and as filled are valid', async () => {
  const form = issued(SCHOOL, REGISTER);
  expect(await validateOpenXml(await saved(formWorkbook(form)))).toEqual([]);
  expect(await validateOpenXml(await saved(filled(form, { '1': { fact: 'текст' } })))).toEqual([]);
});
