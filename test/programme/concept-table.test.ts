/** The tables are those of facts 2.2: real orders of the same family, as their columns and rows stand there. */
import { readConceptTable } from '../../src/programme/concept-table';

const kinds = (
  rows: readonly { readonly code: string; readonly kind: string; readonly unit: string }[],
): string[] => rows.map(({ code, kind, unit }) => `${code} ${kind} ${unit}`.trim());

describe('the table of indicators with minimums (docs.cntd.ru/document/570980567)', () => {
  const table = readConceptTable([
    ['ТАБЛИЦА ИНДИКАТОРОВ', null, null],
    ['N п/п', 'Наименование индикатора/показателя', 'Минимальное значение'],
    [
      1,
      'Численность детей в возрасте от 5 до 18 лет, обучающихся на бесплатной основе (человек в год)',
      12600,
    ],
    [2, 'Доля педагогических и руководящих работников образовательных организаций', null],
    ['2.1', 'педагогические работники, в том числе наставники без педагогического образования (%)', 100],
    [2.2, 'привлекаемые специалисты (наставники) (%)', '100'],
    [3, 'Участие в муниципальных, региональных мероприятиях', null],
    ['3.1', 'число мероприятий (ед. в год)', 20],
    ['3.2', 'в них участников (человек в год)', '6 300'],
  ]);

  it('takes heading rows, units in brackets and numbers such as 2.1', () => {
    expect(kinds(table?.rows ?? [])).toEqual([
      '1 count человек',
      '2 heading',
      '2.1 percent %',
      '2.2 percent %',
      '3 heading',
      '3.1 count ед.',
      '3.2 count человек',
    ]);
    expect(table?.rows.map(({ minimum }) => minimum)).toEqual([12600, null, 100, 100, null, 20, 6300]);
    expect(table?.notes).toEqual([]);
  });

  it('takes the unit out of the name and leaves other brackets in it', () => {
    expect(table?.rows[0]?.name).toBe(
      'Численность детей в возрасте от 5 до 18 лет, обучающихся на бесплатной основе',
    );
    expect(table?.rows[3]?.name).toBe('привлекаемые специалисты (наставники)');
  });
});

it('tells the region’s value from the minimum, though both heads speak of a minimum (docs.cntd.ru/document/561498607)', () => {
  const table = readConceptTable([
    [
      'N п/п',
      'Наименование индикатора/показателя',
      'Минимальное значение',
      'Значение Калужской области (далее - ежегодно, не менее установленного минимального значения)',
    ],
    ['1.', 'Численность детей (человек в год)', 15030, 20000],
  ]);
  expect(table?.rows).toMatchObject([{ code: '1', minimum: 15030, regional: 20000 }]);
});

it('takes values by year, in one row of heads or under one head (docs.cntd.ru/document/406843565; base.garant.ru/405319093)', () => {
  const oneRow = readConceptTable([
    ['N п/п', 'Наименование индикатора/показателя', '2021 год', '2022 год', '2023 год'],
    [1, 'Доля организаций (процентов)', 9, 15, '20'],
  ]);
  expect([...(oneRow?.rows[0]?.byYear ?? [])]).toEqual([
    [2021, 9],
    [2022, 15],
    [2023, 20],
  ]);
  const twoRows = readConceptTable([
    ['N', 'Наименование показателя', 'Единица измерения', 'Базовое значение', 'Год', null],
    [null, null, null, null, 2022, 2023],
    [1, 'Доля детей', '%', '0,1', '0,16', 0.2],
  ]);
  expect([...(twoRows?.rows[0]?.byYear ?? [])]).toEqual([
    [2022, 0.16],
    [2023, 0.2],
  ]);
  expect(twoRows?.rows[0]).toMatchObject({ unit: '%', okei: '744', kind: 'percent' });
  expect(twoRows?.notes.join(' ')).toContain('Базовое значение');
});

it('names what it does not understand and takes nothing of it', () => {
  const table = readConceptTable([
    ['№ п/п', 'Наименование', 'Минимальное значение', 'Ответственный'],
    [1, 'Число кружков (кружок)', 'не менее 20', 'отдел'],
    ['', 'Итого', 5, null],
    ['2021-01-02', 'Номер стал датой (ед.)', 1, null],
    [4, 'Сформирована и функционирует система', null, null],
  ]);
  expect(kinds(table?.rows ?? [])).toEqual(['1 yesno', '4 yesno']);
  expect(table?.rows[0]?.minimum).toBeNull();
  const notes = table?.notes.join('\n') ?? '';
  for (const part of [
    '«Ответственный»',
    '«не менее 20» – не число',
    'Итого | 5',
    '2021-01-02',
    'Показатель 4',
  ]) {
    expect(notes).toContain(part);
  }
});

it('finds no table where there is none', () => {
  expect(
    readConceptTable([
      ['Школа', 'Факт'],
      ['1', 2],
    ]),
  ).toBeUndefined();
});

describe('a second row of years', () => {
  it('leaves minimums under their own head', () => {
    const table = readConceptTable([
      ['N п/п', 'Наименование показателя', 'Минимальное значение', 'Плановое значение'],
      [null, null, 2022, 2022],
      [1, 'Число мероприятий (ед.)', 300, 350],
    ]);
    expect(table?.rows[0]).toMatchObject({ minimum: 300, byYear: new Map([[2022, 350]]) });
    expect(table?.notes).toEqual([]);
  });

  it('names a column that repeats another, and takes the first', () => {
    const table = readConceptTable([
      ['N п/п', 'Наименование показателя', '2022 год', '2022 г.'],
      [1, 'Число мероприятий (ед.)', 300, 350],
    ]);
    expect(table?.rows[0]?.byYear).toEqual(new Map([[2022, 300]]));
    expect(table?.notes).toEqual(['Графа «2022 г.» повторяет другую и не взята.']);
  });
});
