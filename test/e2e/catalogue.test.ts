/**
 * The coordinator's lists edited in Excel and read back by the command line: every mistake is named with its sheet and cell, in
 * Russian, and nothing that stood before is changed by it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeWith, runPython } from '../setup/programs';
import { digest, findingsOf, freshFolder, issue, newWorkbook, runCli, runWell } from './run-cli';

const THIRD_REGION = resolve(__dirname, '../fixtures/programme-third-region.json');

/** Each step: a sheet, the row whose first cell holds `code` (or none: the first free one), a column's title, a value. */
const EDIT = `
import json, sys, openpyxl
from datetime import datetime
source, jobs = sys.argv[1], json.loads(sys.argv[2])
places = []
for job in jobs:
    book = openpyxl.load_workbook(source)
    for step in job["steps"]:
        sheet = book[step["sheet"]]
        head = next(row for row in sheet.iter_rows() if any(cell.value == step["column"] for cell in row))
        column = next(cell.column for cell in head if cell.value == step["column"])
        rows = [row for row in range(head[0].row + 1, sheet.max_row + 1)]
        if "like" in step:
            old = next(row for row in rows if sheet.cell(row, 1).value == step["like"])
            row = next(row for row in rows if all(sheet.cell(row, each.column).value is None for each in head if each.value))
            for cell in head:
                if cell.value:
                    sheet.cell(row, cell.column).value = sheet.cell(old, cell.column).value
        else:
            row = next(row for row in rows if sheet.cell(row, 1).value == step["code"])
        cell = sheet.cell(row, column)
        value = step["value"]
        cell.value = datetime.fromisoformat(value[5:]) if isinstance(value, str) and value.startswith("date ") else value
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "s"
    places.append(sheet.title + "!" + cell.coordinate)
    book.save(job["out"])
json.dump(places, sys.stdout, ensure_ascii=False)
`;

interface Step {
  readonly sheet: string;
  readonly column: string;
  readonly code?: string;
  /** A new row like this one. */
  readonly like?: string;
  readonly value: string | number | null;
}

const set = (sheet: string, code: string, column: string, value: Step['value']): Step => ({
  ...{ sheet, code, column, value },
});
const added = (sheet: string, like: string, column: string, value: Step['value']): Step => ({
  ...{ sheet, like, column, value },
});

const [CONTROLS, INDICATORS, TARGETS, SITES, EDITIONS, SETTINGS] = [
  'Контроли',
  'Показатели',
  'Плановые значения',
  'Площадки',
  'Редакции',
  'Настройки',
] as const;

/** The last step's cell is the one that must be named. */
const MISTAKES: readonly (readonly [string, readonly Step[], RegExp])[] = [
  [
    'an unknown row in a control',
    [set(CONTROLS, 'L1.6', 'Левая часть', '[99]')],
    /Контроль L1\.6, левая часть, позиция 1: строки \[99\] нет/,
  ],
  [
    'a row of the other edition',
    [set(CONTROLS, 'A1.1', 'Правая часть', '[6.1]')],
    /строки \[6\.1\] нет среди показателей редакции 2022-А/,
  ],
  [
    'an unknown row of a planned value',
    [set(TARGETS, '3.1', 'Код показателя', '3.9')],
    /«Код показателя»: найдено «3\.9»/,
  ],
  [
    'an unknown school of a planned value',
    [set(TARGETS, '3.1', 'Площадка', 'школа-9')],
    /«Площадка»: найдено «школа-9», ожидалось: код одной из площадок/,
  ],
  [
    'an unknown edition',
    [set(CONTROLS, 'L1.6', 'Редакция с', '2030-Я')],
    /«Редакция с»: найдено «2030-Я», ожидалось: одно из: «2022-А», «2024-Б»/,
  ],
  [
    'a share of itself',
    [set(INDICATORS, '2', 'Числитель', '2')],
    /«Числитель»: найдено «2», ожидалось: код числового показателя/,
  ],
  [
    'a share of a share that is a share of it',
    [set(INDICATORS, '2', 'Знаменатель', '6'), set(INDICATORS, '6', 'Числитель', '2')],
    /«Числитель»: найдено «2», ожидалось: код числового показателя/,
  ],
  [
    'a control of nothing',
    [set(CONTROLS, 'L1.6', 'Правая часть', null)],
    /«Правая часть»: пусто, ожидалось: непустое значение/,
  ],
  [
    'wrong syntax',
    [set(CONTROLS, 'L1.6', 'Правая часть', '[6.2')],
    /Контроль L1\.6, правая часть, позиция 1: /,
  ],
  [
    'a comma that divides arguments',
    [set(CONTROLS, 'L1.6', 'Правая часть', 'МИН(1,2)')],
    /аргументы разделяет «;»/,
  ],
  [
    'an unknown function',
    [set(CONTROLS, 'L1.6', 'Правая часть', 'СРЗНАЧ([6.2])')],
    /неизвестная функция «СРЗНАЧ»/,
  ],
  [
    'a condition that is a number',
    [set(CONTROLS, 'A2.6', 'Условие', '[6.2]')],
    /Контроль A2\.6, условие, условие должно быть сравнением/,
  ],
  [
    'an operator that is none',
    [set(CONTROLS, 'L1.6', 'Оператор', '=<')],
    /«Оператор»: найдено «=<», ожидалось: одно из: «=»/,
  ],
  [
    'a level that is none',
    [set(CONTROLS, 'L1.6', 'Уровень', 'важный')],
    /«Уровень»: найдено «важный», ожидалось: одно из: «ошибка», «предупреждение»/,
  ],
  [
    'a text for a number',
    [set(CONTROLS, 'L1.6', 'Допуск', 'чуть-чуть')],
    /«Допуск»: найдено «чуть-чуть», ожидалось: число/,
  ],
  [
    'a text for a planned value',
    [set(TARGETS, '3.1', 'Плановое значение', '900 руб.')],
    /«Плановое значение»: найдено «900 руб\.», ожидалось: число/,
  ],
  [
    'a kind that is none',
    [set(INDICATORS, '3.1', 'Вид', 'сумма')],
    /«Вид»: найдено «сумма», ожидалось: одно из: «число», «доля»/,
  ],
  [
    'neither yes nor no',
    [set(INDICATORS, '3.1', 'Обязателен', 'иногда')],
    /«Обязателен»: найдено «иногда», ожидалось: одно из: «да», «нет»/,
  ],
  [
    'a day that is none',
    [set(SITES, 'obrazec-2', 'Дата открытия', '31.02.2022')],
    /«Дата открытия»: найдено «31\.02\.2022», ожидалось: дата, например 01\.09\.2021/,
  ],
  [
    'no day at all',
    [set(SITES, 'obrazec-2', 'Дата открытия', null)],
    /«Дата открытия»: пусто, ожидалось: дата/,
  ],
  [
    'an attribute that is no number',
    [set(SITES, 'obrazec-1', 'Признаки', 'контингент = много')],
    /«Признаки»: найдено «много», ожидалось: признаки через точку с запятой/,
  ],
  [
    'an attribute with two signs',
    [set(SITES, 'obrazec-1', 'Признаки', 'а = б = 5')],
    /«Признаки»: найдено «а = б = 5», ожидалось: признаки через точку с запятой/,
  ],
  [
    'an attribute twice',
    [set(SITES, 'obrazec-1', 'Признаки', 'контингент = 5; контингент = 6')],
    /«Признаки»: .*каждый один раз/,
  ],
  [
    'overlapping editions',
    [set(EDITIONS, '2022-А', 'Действует по', 'date 2024-02-01')],
    /«Действует по»: найдено «01\.02\.2024», ожидалось: 31\.12\.2023: на следующий день начинает действовать редакция «2024-Б»/,
  ],
  [
    'editions with a gap between them',
    [set(EDITIONS, '2022-А', 'Действует по', 'date 2023-11-30')],
    /«Действует по»: найдено «30\.11\.2023»/,
  ],
  [
    'an edition that begins too late',
    [set(EDITIONS, '2022-А', 'Действует с', 'date 2022-12-01')],
    /«Действует с»: найдено «01\.12\.2022», ожидалось: дата не позже \d\d\.\d\d\.2022/,
  ],
  [
    'a control twice',
    [added(CONTROLS, 'L1.6', 'Код контроля', 'L1.6')],
    /«Код контроля»: найдено «L1\.6», ожидалось: обозначение, которого ещё нет в редакции «2024-Б»/,
  ],
  ['a row twice', [added(INDICATORS, '6.1', 'Код строки', '6.1')], /«Код строки»: найдено «6\.1»/],
  [
    'a planned value twice',
    [added(TARGETS, '3.1', 'Код показателя', '3.1')],
    /ожидалось: одна строка на показатель, площадку, год и квартал/,
  ],
  [
    'a school twice',
    [added(SITES, 'obrazec-2', 'Код площадки', 'obrazec-2')],
    /«Код площадки»: найдено «obrazec-2», ожидалось: обозначение, которого ещё нет/,
  ],
  [
    'an edition twice',
    [added(EDITIONS, '2024-Б', 'Код редакции', '2024-Б')],
    /«Код редакции»: найдено «2024-Б»/,
  ],
  [
    'a setting out of its range',
    [set(SETTINGS, 'Размер шрифта таблицы', 'Значение', 72)],
    /«Размер шрифта таблицы»: найдено «72», ожидалось: не больше 14/,
  ],
  [
    'a setting that is none',
    [set(SETTINGS, 'Год нарастающего итога', 'Значение', 'лунный')],
    /«Год нарастающего итога»: найдено «лунный», ожидалось: одно из: «календарный», «учебный»/,
  ],
];

describeWith('python3-openpyxl', 'a list of the coordinator’s workbook edited wrongly', () => {
  let folder = '';
  let workbook = '';
  let places: readonly string[] = [];
  const edited = (index: number): string => join(folder, `edited-${index}.xlsx`);

  beforeAll(() => {
    folder = freshFolder();
    workbook = newWorkbook(folder, '2021-12-25', ['--programme', THIRD_REGION]);
    const jobs = MISTAKES.map(([, steps], index) => ({ steps, out: edited(index) }));
    places = JSON.parse(runPython(EDIT, [workbook, JSON.stringify(jobs)])) as readonly string[];
  });

  it.each(MISTAKES.map(([name], index) => [name, index] as const))(
    '%s is a finding at its cell',
    (_name, index) => {
      const [, , says] = MISTAKES[index] ?? [];
      const file = edited(index);
      const out = join(folder, `programme-${index}.json`);
      writeFileSync(out, 'the last good state');
      const before = digest(file);
      const { code, stderr } = runCli(['programme', '--workbook', file, '--out', out, '--force']);
      const [sheet = '', cell = ''] = places[index]?.split('!') ?? [];
      expect([code, stderr]).toEqual([2, expect.stringMatching(says ?? /never/)]);
      const line = stderr.split('\n').find((each) => says?.test(each)) ?? '';
      expect(line).toContain(`${sheet} → ${cell}`);
      // No names of the programme's own fields, and nothing written.
      expect(stderr).not.toMatch(/\w\[\d+\]|[a-z][A-Za-z]+:|undefined|null/);
      expect(readFileSync(out, 'utf8')).toBe('the last good state');
      expect(digest(file)).toBe(before);
    },
  );

  it('stops forms and intake; what was issued and accepted before stays', () => {
    const file = edited(0);
    const before = digest(file);
    const forms = join(folder, 'forms');
    const run = runCli([
      'forms',
      '--workbook',
      file,
      '--period',
      '2022-Q3',
      '--out',
      forms,
      '--today',
      '2022-09-30',
    ]);
    expect([run.code, existsSync(forms)]).toEqual([2, false]);
    const good = issue(workbook, '2022-Q3', join(folder, 'good'), '2022-09-30');
    const intake = runCli(['receive', ...Object.values(good), '--workbook', file, '--today', '2022-10-01']);
    expect(intake.code).toBe(2);
    expect(digest(file)).toBe(before);
  });
});

describeWith('python3-openpyxl', 'a form of an edition that was since replaced', () => {
  it('is recognised, and both editions are named', () => {
    const folder = freshFolder();
    const workbook = newWorkbook(folder, '2021-12-25', ['--programme', THIRD_REGION]);
    const forms = issue(workbook, '2022-Q3', join(folder, 'forms'), '2022-09-30');
    const [form = ''] = Object.values(forms);
    const replaced = join(folder, 'replaced.xlsx');
    // The second edition is brought forward to July 2022: the form's quarter ends in it now.
    runPython(EDIT, [
      workbook,
      JSON.stringify([
        {
          out: replaced,
          steps: [
            set(EDITIONS, '2022-А', 'Действует по', 'date 2022-06-30'),
            set(EDITIONS, '2024-Б', 'Действует с', 'date 2022-07-01'),
          ],
        },
      ]),
    ]);
    const codes = (book: string): readonly string[] =>
      findingsOf([form, '--workbook', book, '--today', '2022-10-01']).map(({ code }) => code);
    expect(codes(workbook)).not.toContain('T2');
    const found = findingsOf([form, '--workbook', replaced, '--today', '2022-10-01']);
    expect(found.filter(({ level }) => level === 'error')).toEqual([
      expect.objectContaining({
        code: 'T2',
        message: expect.stringMatching(/«2022-А».*«2024-Б»/) as string,
      }),
    ]);
    runWell([
      'forms',
      '--workbook',
      replaced,
      '--period',
      '2022-Q3',
      '--out',
      join(folder, 'new'),
      '--today',
      '2022-09-30',
    ]);
  });
});
