/** The report while schools are missing, wrong and late; and its figures as CSV. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, runPython } from '../setup/programs';
import { z } from 'zod';
import { cellsOf, changeWorkbooks, fillForms, type CellValue } from './workbooks';
import { freshFolder, issue, newWorkbook, runWell } from './run-cli';

const PERIOD = '2022-Q3';
const TODAY = '2022-10-01';
const LATER = '2022-10-12';
const FACTS = { '1': 200, '2': 210, '3.1': 0, '3.2': 0, '4.1': 1, '4.2': 2 };
const OTHER = { '1': 150, '2': 160, '3.1': 3, '3.2': 90, '4.1': 29, '4.2': 30 };

const csvRow = z.record(z.string(), z.string());

/** As Python's csv module reads it: another parser than the writer's. */
function csv(path: string): readonly z.infer<typeof csvRow>[] {
  const script =
    "import csv,json,sys\njson.dump(list(csv.DictReader(open(sys.argv[1],encoding='utf-8-sig',newline=''))),sys.stdout)";
  return z.array(csvRow).parse(JSON.parse(runPython(script, [path])));
}

describeWith('python3-openpyxl', 'the report of a quarter', () => {
  let folder = '';
  let workbook = '';
  let forms: Readonly<Record<string, string>> = {};
  const path = (name: string): string => join(folder, name);

  beforeAll(() => {
    folder = freshFolder();
    workbook = newWorkbook(folder, '2022-09-16');
    forms = issue(workbook, PERIOD, path('forms'), '2022-09-16');
    fillForms([
      {
        file: forms['kineshma-8'] ?? '',
        out: path('kineshma.xlsx'),
        facts: FACTS,
        reasons: { '1': '=HYPERLINK("http://x") пример', '2': '-минус, «кавычки», ; и\nстрока' },
      },
      { file: forms['shuya-9'] ?? '', out: path('shuya.xlsx'), facts: OTHER },
      { file: forms['shuya-9'] ?? '', out: path('shuya-wrong.xlsx'), facts: { ...OTHER, '4.1': 31 } },
    ]);
  });

  /** Receives files and builds the report; gives what the first sheet and the annex hold. */
  function reportAfter(
    step: string,
    from: string,
    files: readonly string[],
    today: string,
  ): {
    readonly said: string;
    readonly report: readonly CellValue[];
    readonly annex: Readonly<Record<string, CellValue>>;
    readonly workbook: string;
  } {
    const out = files.length === 0 ? from : path(`${step}.xlsx`);
    if (files.length > 0) runWell(['receive', ...files, '--workbook', from, '--out', out, '--today', today]);
    const file = path(`${step}-report.xlsx`);
    const said = runWell([
      'report',
      ...['--workbook', out, '--period', PERIOD, '--out', file],
      ...['--csv', path(`${step}-csv`), '--today', today],
    ]).stdout;
    const [book] = cellsOf([file], true);
    return {
      said,
      report: Object.values(book?.['Отчёт'] ?? {}),
      annex: book?.['Приложение 1. Школы'] ?? {},
      workbook: out,
    };
  }
  const isDraft = (values: readonly CellValue[]): boolean =>
    values.some((value) => String(value).startsWith('ПРОЕКТ'));
  const annexOf = (
    annex: Readonly<Record<string, CellValue>>,
    school: RegExp,
    row: string,
  ): readonly (CellValue | undefined)[] => {
    const found = Object.keys(annex).find(
      (address) =>
        address.startsWith('B') &&
        school.test(String(annex[address])) &&
        annex[`A${address.slice(1)}`] === row,
    );
    return ['C', 'D', 'E', 'I'].map((column) => annex[`${column}${found?.slice(1) ?? ''}`]);
  };

  it('goes from a project without any form to a report with all of them', () => {
    const none = reportAfter('none', workbook, [], TODAY);
    expect(isDraft(none.report)).toBe(true);
    expect(none.said).toContain('Школа № 8, Кинешма; Школа № 9, Шуя');
    expect(annexOf(none.annex, /№ 8/, '1')).toEqual([undefined, 'нет данных', 'нет данных', undefined]);
    expect(none.report).not.toContain(0);

    const one = reportAfter('one', workbook, [path('kineshma.xlsx')], TODAY);
    expect(isDraft(one.report)).toBe(true);
    expect(one.report).toContain('Принято форм: 1 из 2.');
    expect(one.report).toContain('Не сдали: Школа № 9, Шуя.');
    expect(annexOf(one.annex, /№ 9/, '1')).toEqual([undefined, 'нет данных', 'нет данных', undefined]);
    expect(annexOf(one.annex, /№ 8/, '3.1')).toEqual([undefined, 0, 0, '0']);
    expect(annexOf(one.annex, /№ 67/, '3.1')).toEqual(['х', 'х', 'х', undefined]);

    const wrong = reportAfter('wrong', one.workbook, [path('shuya-wrong.xlsx')], TODAY);
    expect(isDraft(wrong.report)).toBe(true);
    expect(wrong.said).toContain('1 файл на доработке');
    expect(wrong.report).toContain('Принято форм: 1 из 2.');

    const all = reportAfter('all', wrong.workbook, [path('shuya.xlsx')], LATER);
    expect(isDraft(all.report)).toBe(false);
    expect(all.said).not.toContain('ПРОЕКТ');
    // (1 + 29) of (2 + 30); the mean of 50 % and 96,7 % would be 73,3.
    expect(all.report).toContain(93.8);
    expect(all.report).not.toContain(73.3);
    expect(all.report).not.toContain(73.4);
  });

  it('is given to analysts as CSV: missing is empty, zero is 0, text is text', () => {
    const one = csv(path('one-csv/values.csv'));
    const valueOf = (rows: typeof one, site: string, row: string): readonly (string | undefined)[] => {
      const found = rows.find((candidate) => candidate['site'] === site && candidate['row'] === row);
      return [found?.['state'], found?.['fact'], found?.['reached']];
    };
    expect(valueOf(one, 'kineshma-8', '3.1')).toEqual(['reported', '0', '0']);
    expect(valueOf(one, 'kineshma-8', '4')).toEqual(['reported', '50', '50']);
    expect(valueOf(one, 'shuya-9', '3.1')).toEqual(['not_submitted', '', '']);
    expect(valueOf(one, 'ivanovo-67', '3.1')).toEqual(['not_open', '', '']);
    const reasons = one.filter(({ site }) => site === 'kineshma-8').map(({ reason }) => reason ?? '');
    expect(reasons.find((reason) => reason.includes('HYPERLINK'))).toMatch(/^'=HYPERLINK/);
    expect(reasons.find((reason) => reason.includes('кавычки'))).toMatch(
      /^'-минус, «кавычки», ; и\r?\nстрока$/,
    );
    for (const file of [
      'one-csv/values.csv',
      'one-csv/totals.csv',
      'all-csv/values.csv',
      'all-csv/totals.csv',
    ]) {
      const rows = csv(path(file));
      expect(rows.length).toBeGreaterThan(0);
      for (const value of rows.flatMap((row) => Object.values(row))) {
        expect(value).not.toMatch(/^[=+@]|^-(?!\d)|NaN|null|undefined/);
      }
      expect(readFileSync(path(file), 'utf8').startsWith('﻿')).toBe(true);
    }
    const totals = csv(path('all-csv/totals.csv'));
    expect(totals.find(({ row }) => row === '1')).toMatchObject({
      fact: '350',
      schools_reported: '2',
      draft: '0',
    });
    expect(totals.find(({ row }) => row === '4')).toMatchObject({ fact: '93.8' });
  });

  it('a reason that looks like a formula stays a text in the register', () => {
    // A formula would have no result here.
    const [book] = cellsOf([path('all.xlsx')], true);
    const texts = Object.values(book?.['Реестр'] ?? {}).map(String);
    expect(texts.filter((text) => text.includes('HYPERLINK'))).toHaveLength(1);
  });

  it('a correction changes it, and the earlier revision stays readable', () => {
    const again = path('kineshma-1.xlsx');
    fillForms([{ file: forms['kineshma-8'] ?? '', out: again, facts: { ...FACTS, '1': 205 }, revision: 1 }]);
    const corrected = reportAfter('corrected', path('all.xlsx'), [again], LATER);
    expect(isDraft(corrected.report)).toBe(false);
    expect(annexOf(corrected.annex, /№ 8/, '1')).toEqual([undefined, 205, 205, '1']);
    const [book] = cellsOf([corrected.workbook], true);
    const sheet = book?.['Реестр'] ?? {};
    const revisions = Object.keys(sheet)
      .filter(
        (address) =>
          address.startsWith('E') && sheet[address] === '1' && sheet[`C${address.slice(1)}`] === 'kineshma-8',
      )
      .map((address) => ['H', 'M', 'N'].map((column) => sheet[`${column}${address.slice(1)}`]));
    expect(revisions).toEqual([
      [200, 0, 'нет'],
      [205, 1, 'да'],
    ]);
  });

  it('a changed form without a new revision is refused, and changes no figure', () => {
    const changed = path('kineshma-changed.xlsx');
    changeWorkbooks([
      {
        file: path('kineshma.xlsx'),
        out: changed,
        steps: [
          { do: 'set', sheet: 'Форма', cell: 'I7', value: 201 },
          { do: 'set', sheet: 'Форма', cell: 'K7', value: 201 },
        ],
      },
    ]);
    const after = reportAfter('changed', path('all.xlsx'), [changed], LATER);
    expect(annexOf(after.annex, /№ 8/, '1')).toEqual([undefined, 200, 200, '0']);
    expect(isDraft(after.report)).toBe(true);
  });
});
