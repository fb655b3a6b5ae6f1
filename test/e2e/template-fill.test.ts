/** The operator's form through the command line: the example is made, filled, and refused where it should be. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsOf } from './workbooks';
import { describeWith } from '../setup/programs';
import { demoFolder, digest, freshFolder, runCli, runWell } from './run-cli';

describeWith('python3-openpyxl', 'fill', () => {
  const folder = freshFolder();
  const path = (name: string): string => join(folder, name);
  const workbook = (): string => join(demoFolder(), 'department.xlsx');
  const fill = (template: string, out: string, period = '2022-Q3'): string[] => [
    'fill',
    '--workbook',
    workbook(),
    '--template',
    template,
    '--period',
    period,
    '--out',
    out,
    '--today',
    '2022-10-03',
  ];

  it('makes the example of a form and fills it, without touching what it was given', () => {
    runWell(['readiness', '--out', path('form.xlsx'), '--workbook', workbook()]);
    const before = [digest(path('form.xlsx')), digest(workbook())];
    const { stdout } = runWell([...fill(path('form.xlsx'), path('filled.xlsx')), '--position', 'Начальник']);
    expect(stdout).toMatch(/Заполнено полей: \d+\./);
    expect([digest(path('form.xlsx')), digest(workbook())]).toEqual(before);
    const values = cellsOf([path('filled.xlsx')], true).flatMap((sheets) =>
      Object.values(sheets).flatMap((cells) => Object.values(cells)),
    );
    expect(values).toContain('Начальник');
    expect(values.filter((value) => typeof value === 'string' && value.includes('{{'))).toEqual([]);
    runWell([...fill(path('form.xlsx'), path('again.xlsx')), '--position', 'Начальник']);
    expect(digest(path('again.xlsx'))).toBe(digest(path('filled.xlsx')));
  });

  it('refuses what is no workbook, a quarter that is not reported, and its own input as output', () => {
    writeFileSync(path('text.xlsx'), 'не книга');
    const runs = [
      fill(path('text.xlsx'), path('x.xlsx')),
      fill(path('form.xlsx'), path('x.xlsx'), '2019-Q1'),
      [...fill(path('form.xlsx'), path('form.xlsx')), '--force'],
    ].map((args) => runCli(args));
    expect(runs.map(({ code }) => code)).toEqual([2, 2, 2]);
    expect(
      runs.map(({ stderr }) => /Книга «.*» не принята|не входит в отчётные|совпадает/.test(stderr)),
    ).toEqual([true, true, true]);
    expect(readFileSync(path('text.xlsx'), 'utf8')).toBe('не книга');
  });
});
