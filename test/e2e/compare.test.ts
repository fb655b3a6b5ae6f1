/** `kvantorium compare`: what its sheet says, held by openpyxl against the register's own table. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { itWithValidator, validateOpenXml } from '../setup/open-xml-validator';
import { describeWith, runPython } from '../setup/programs';
import { demoFolder, freshFolder, runCli, runWell } from './run-cli';

/** Every school's facts of both quarters and their difference: as the sheet shows them, and as the register gives them. */
const READ = `
import json, sys, openpyxl
book, made, first, second = sys.argv[1:5]
register = openpyxl.load_workbook(book)["Реестр"]
head = next(r for r in register.iter_rows() if any(c.value == "Код площадки" for c in r))
at = {c.value: c.column for c in head if c.value}
facts, names = {}, {}
for r in range(head[0].row + 1, register.max_row + 1):
    get = lambda title: register.cell(r, at[title]).value
    if get("Действует") == "да":
        names[get("Школа")] = get("Код площадки")
        facts[get("Код строки"), get("Школа"), get("Квартал")] = get("Факт за квартал")
sheet = openpyxl.load_workbook(made)["Сравнение"]
shown, code = [], None
for r in range(6, sheet.max_row + 1):
    name = sheet.cell(r, 1).value
    if not name: break
    if name in names or name == "Регион" or sheet.cell(r, 2).value is not None:
        row = [sheet.cell(r, c).value for c in (4, 8, 11)]
        shown.append([code, name] + row)
    else:
        code = name.split(" ")[0]
expected = []
for c, name, *_ in shown:
    if name == "Регион":
        expected.append(None); continue
    a, b = facts.get((c, name, first)), facts.get((c, name, second))
    numbers = isinstance(a, (int, float)) and isinstance(b, (int, float))
    expected.append([a, b, b - a if numbers else None])
json.dump({"shown": shown, "expected": expected, "title": sheet["A1"].value}, sys.stdout, ensure_ascii=False)
`;

const value = z.union([z.number(), z.string(), z.null()]);
const ANSWER = z.object({
  title: z.string(),
  shown: z.array(z.tuple([z.string(), z.string(), value, value, value])),
  expected: z.array(z.union([z.tuple([value, value, value]), z.null()])),
});

const compared = (out: string, ...quarters: readonly string[]) => [
  'compare',
  ...['--workbook', join(demoFolder(), 'department.xlsx'), '--quarters', ...quarters],
  ...['--out', out, '--today', '2023-10-05'],
];

describeWith('python3-openpyxl', 'the sheet «Сравнение»', () => {
  it('has every school’s facts as the register has them, and their difference', () => {
    const out = join(freshFolder(), 'сравнение.xlsx');
    runWell(compared(out, '2022-Q3', '2023-Q3'));
    const workbook = join(demoFolder(), 'department.xlsx');
    const answer = ANSWER.parse(JSON.parse(runPython(READ, [workbook, out, '2022-Q3', '2023-Q3'])));
    expect(answer.title).toBe('Сравнение: III квартал 2022 года и III квартал 2023 года');
    const schools = answer.shown.flatMap(([, name, ...figures], index) =>
      name === 'Регион' ? [] : [{ name, figures, expected: answer.expected[index] }],
    );
    expect(new Set(schools.map(({ name }) => name)).size).toBe(3);
    for (const { figures, expected } of schools) {
      figures.forEach((figure, index) => {
        const wanted = expected?.[index] ?? null;
        if (typeof wanted === 'number') expect(figure).toBeCloseTo(wanted, 9);
        else expect(figure).toBe(wanted);
      });
    }
    // A share of a region is no sum; of everything that is counted, the region is the schools together.
    for (const [code, name, first] of answer.shown.filter(([code]) => !['4'].includes(code))) {
      if (name !== 'Регион' || typeof first !== 'number') continue;
      const parts = answer.shown.filter(([other, school]) => other === code && school !== 'Регион');
      expect(parts.reduce((sum, [, , part]) => sum + (typeof part === 'number' ? part : 0), 0)).toBe(first);
    }
  });
});

itWithValidator('the file is one that Microsoft’s validator accepts', async () => {
  const out = join(freshFolder(), 'сравнение.xlsx');
  runWell(compared(out, '2021-Q3', '2023-Q3'));
  expect(await validateOpenXml(out)).toEqual([]);
});

it('says what is wrong with the quarters, and writes nothing', () => {
  const out = join(freshFolder(), 'сравнение.xlsx');
  const said = (...quarters: readonly string[]): string => {
    const { code, stderr } = runCli(compared(out, ...quarters));
    expect(code).toBe(2);
    return stderr;
  };
  expect(said('2022-Q3')).toContain('нужны два квартала');
  expect(said('2022-Q3', '2022-Q3')).toContain('два разных квартала');
  expect(said('2022-Q3', '2030-Q1')).toContain('не входит в отчётные периоды');
  expect(said('2022-Q3', 'осень')).toContain('«осень» – не квартал');
  expect(existsSync(out)).toBe(false);
});
