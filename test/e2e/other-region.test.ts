/** Another region's programme: other measures, years, schools, indicators and editions run through the same commands. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { describeWith } from '../setup/programs';
import { cellsOf, fillForms, type Cells } from './workbooks';
import { filesIn, findingsOf, freshFolder, issue, newWorkbook, runCli, runWell } from './run-cli';

const PROGRAMME = join(__dirname, '../fixtures/programme-other-region.json');
const json = z.record(z.string(), z.unknown());
const source = z
  .looseObject({
    measures: z.array(z.object({ number: z.number(), text: z.string(), deadline: z.string() }).loose()),
    sites: z.array(z.object({ code: z.string(), openedOn: z.string() }).loose()),
  })
  .parse(JSON.parse(readFileSync(PROGRAMME, 'utf8')));

/** Up to the quarter in which the third school opens and the second edition is in force. */
const QUARTERS = ['2022-Q3', '2022-Q4', '2023-Q1', '2023-Q2', '2023-Q3'] as const;
const LAST_REPORTED = '2024-Q3';
const SCHOOLS = [2, 2, 2, 2, 3];
const FACTS = { '1': 260, '2': 35, '3.1': 3, '3.2': 4, '4': 'да', '5': 'Два проекта', '6.1': 12.25, '10': 1 };

/** The day after a quarter's end. */
function dayAfter(quarter: string): string {
  const [year = 0, number = 0] = quarter.split('-Q').map(Number);
  return number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`;
}

const quarterOf = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** School-quarters from each school's opening to the last reported quarter, counted on quarters' numbers. */
function expectedForms(): number {
  const ordinal = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return source.sites
    .map(({ openedOn }) => ordinal(LAST_REPORTED) - ordinal(quarterOf(openedOn)) + 1)
    .reduce((sum, quarters) => sum + quarters, 0);
}

const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const textsOf = (book: Cells | undefined): string[] =>
  Object.values(book ?? {}).flatMap((sheet) => Object.values(sheet).map(String));

describeWith('python3-openpyxl', 'from the roadmap to the report', () => {
  let folder = '';
  let workbook = '';

  beforeAll(() => {
    folder = freshFolder();
    workbook = newWorkbook(folder, '2021-12-01', ['--programme', PROGRAMME]);
    runWell([
      'roadmap',
      '--programme',
      PROGRAMME,
      '--out',
      join(folder, 'roadmap.xlsx'),
      '--today',
      '2021-12-01',
    ]);
    for (const quarter of QUARTERS) {
      const today = dayAfter(quarter);
      const forms = issue(workbook, quarter, join(folder, quarter), today);
      const filled = Object.entries(forms).map(([site, file]) => ({
        file,
        out: join(folder, `filled-${quarter}-${site}.xlsx`),
      }));
      fillForms(filled.map((form) => ({ ...form, facts: FACTS })));
      const out = join(folder, `department-${quarter}.xlsx`);
      runWell([
        'receive',
        ...filled.map((form) => form.out),
        '--workbook',
        workbook,
        '--out',
        out,
        '--period',
        quarter,
        '--today',
        today,
      ]);
      runWell([
        'report',
        '--workbook',
        out,
        '--period',
        quarter,
        '--out',
        join(folder, `report-${quarter}.xlsx`),
        '--today',
        today,
      ]);
      workbook = out;
    }
  });

  it('issues a form to every school that is open, and no other', () => {
    expect(QUARTERS.map((quarter) => filesIn(join(folder, quarter)).length)).toEqual(SCHOOLS);
  });

  it('prints the programme’s own measures, word for word', () => {
    const [roadmap] = cellsOf([join(folder, 'roadmap.xlsx')], false);
    const texts = textsOf(roadmap).map(squeeze);
    for (const { text, deadline } of source.measures) {
      expect(texts).toContain(squeeze(text));
      expect(texts).toContain(squeeze(deadline));
    }
    expect(Object.values(roadmap?.['Дорожная карта'] ?? {}).map(String)).toEqual(
      expect.arrayContaining(['1', '2', '3', '4', '5']),
    );
  });

  it('accepts what is right, and counts it', () => {
    const [book] = cellsOf([workbook], true);
    const all = SCHOOLS.reduce((sum, forms) => sum + forms, 0);
    expect(Object.values(book?.['Полнота'] ?? {})).toContain(`${all} из ${expectedForms()}`);
  });

  it('reports by the edition in force: rows of the second stand beside none of the first', () => {
    const [first, second] = cellsOf(
      [join(folder, 'report-2022-Q4.xlsx'), join(folder, 'report-2023-Q3.xlsx')],
      true,
    );
    expect(textsOf(first)).toContain('Пример: сетевые партнёры');
    expect(textsOf(first)).not.toContain('Пример: израсходовано');
    expect(textsOf(second)).toContain('Пример: израсходовано');
    expect(textsOf(second)).not.toContain('Пример: сетевые партнёры');
    const values = Object.values(second?.['Отчёт'] ?? {});
    expect(values).toContain(3 * 12.25);
    expect(values).toContain(75);
    expect(values).toContain('да: 3 из 3');
  });

  it('names the deadline that it does not understand', () => {
    const { stderr } = runWell(['init', '--programme', PROGRAMME, '--out', join(folder, 'again.xlsx')]);
    expect(stderr).toMatch(
      /Мероприятие 4: срок «в течение 10 рабочих дней после подписания соглашения» не распознан/,
    );
  });

  it('knows nothing of Ivanovo', () => {
    const made = filesIn(folder, '.xlsx').filter((path) => !path.startsWith('filled'));
    const books = cellsOf(
      made.map((path) => join(folder, path)),
      false,
    );
    expect(books.length).toBeGreaterThan(15);
    for (const text of books.flatMap(textsOf))
      expect(text).not.toMatch(/Ивановск|Иваново|Кинешм|Шуя|ivanovo|160 -рп/);
  });

  it('a form of another programme is named as such', () => {
    const own = join(folder, 'filled-2022-Q4-primer-1.xlsx');
    expect(findingsOf([own, '--today', '2023-01-01'])).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'T2', level: 'error', sheet: 'Форма' })]),
    );
    expect(
      findingsOf([own, '--programme', PROGRAMME, '--today', '2023-01-01']).filter(
        ({ level }) => level === 'error',
      ),
    ).toEqual([]);
  });

  itWithValidator('no file breaks the Open XML schema', async () => {
    const errors: string[] = [];
    for (const file of [
      'roadmap.xlsx',
      '2023-Q3/2023-Q3_primer-3.xlsx',
      'department-2023-Q3.xlsx',
      'report-2023-Q3.xlsx',
    ]) {
      errors.push(...(await validateOpenXml(join(folder, file))));
    }
    expect(errors).toEqual([]);
  });
});

describe('a programme that is wrong is refused with path, value and expectation', () => {
  type Json = Record<string, unknown>;
  const item = (programme: Json, list: string, index: number): Json =>
    z.array(json).parse(programme[list])[index] ?? {};
  const change =
    (list: string, index: number, changes: Json) =>
    (programme: Json): Json => ({
      ...programme,
      [list]: z
        .array(json)
        .parse(programme[list])
        .map((found, at) => (at === index ? { ...found, ...changes } : found)),
    });
  const without =
    (list: string, key: string) =>
    (programme: Json): Json => ({
      ...programme,
      [list]: z
        .array(json)
        .parse(programme[list])
        .map((found, at) =>
          at === 0 ? Object.fromEntries(Object.entries(found).filter(([name]) => name !== key)) : found,
        ),
    });

  it.each<readonly [string, (programme: Json) => unknown, readonly RegExp[]]>([
    [
      'a day that there is not',
      change('sites', 0, { openedOn: '2022-02-30' }),
      [/sites\[0\]\.openedOn|sites\.0\.openedOn/, /2022-02-30/],
    ],
    ['a field that is missing', without('indicators', 'unit'), [/indicators.?0.*unit/, /не заполнено/]],
    [
      'a kind that is unknown',
      change('indicators', 0, { kind: 'sum' }),
      [/indicators.?0.*kind/, /«sum»/, /одно из/],
    ],
    [
      'a number that is a text',
      change('measures', 1, { number: 'два' }),
      [/measures.?1.*number/, /«два»/, /число/],
    ],
    ['a field that nobody knows', change('sites', 1, { colour: 'red' }), [/sites.?1/, /colour/, /нет/]],
    ['two schools of one code', change('sites', 1, { code: 'primer-1' }), [/sites.?1.*code/, /primer-1/]],
    [
      'a target of an unknown row',
      change('targets', 0, { indicator: '77' }),
      [/targets.?0.*indicator/, /«77»/],
    ],
    [
      'a control that does not parse',
      change('controls', 1, { left: '[3.1' }),
      [/controls.?1|L1\.3/, /\[3\.1/],
    ],
    ['a control of an unknown row', change('controls', 1, { left: '[77]' }), [/controls.?1|L1\.3/, /77/]],
    ['a share without its parts', change('indicators', 3, { numerator: null }), [/indicators.?3.*numerator/]],
    ['no measures', (programme) => ({ ...programme, measures: [] }), [/measures/]],
    ['a list', () => [], [/ожидалось/]],
    ['null', () => null, [/ожидалось/]],
  ])('%s', (name, wrong, words) => {
    const folder = freshFolder();
    const path = join(folder, 'programme.json');
    const programme = json.parse(JSON.parse(readFileSync(PROGRAMME, 'utf8')));
    expect(item(programme, 'sites', 0)['code']).toBe('primer-1');
    writeFileSync(path, JSON.stringify(wrong(programme)));
    for (const command of ['init', 'roadmap']) {
      const { code, stdout, stderr } = runCli([
        command,
        '--programme',
        path,
        '--out',
        join(folder, 'out.xlsx'),
      ]);
      expect({ name, code }).toEqual({ name, code: 2 });
      expect(stdout).toBe('');
      for (const word of [...words, /ожидалось|ошибка|не принята/i]) expect(stderr).toMatch(word);
      expect(stderr).not.toMatch(/\bat .*:\d+|Error:|\[object|Invalid|expected|Внутренняя/);
    }
    expect(filesIn(folder)).toEqual(['programme.json']);
  });
});
