import fc from 'fast-check';
import { addMonths, dateParts, formatRussian, formatRussianLong } from '../../src/calendar/civil-date';
import { dueDates, nextRepeat, parseDeadline } from '../../src/calendar/deadline';
import { day } from './days';

const END = day('2023-12-31');
const dates = (text: string, openingYears: readonly number[] = [], end = END): readonly string[] =>
  dueDates(parseDeadline(text), { openingYears, end }).map(({ date }) => date);

const fixed = (date: string, repeat = 'once'): unknown => ({
  kind: 'dated',
  start: { kind: 'fixed', date },
  repeat,
});
const opening = (shift: number, month: number, number: number, repeat = 'once'): unknown => ({
  kind: 'dated',
  start: { kind: 'opening-year', shift, month, day: number },
  repeat,
});

describe('wordings of orders', () => {
  it.each([
    // The order of Ivanovo Oblast.
    ['07.12.2020', fixed('2020-12-07')],
    ['30.12.2020, далее по необходимости', fixed('2020-12-30', 'on-demand')],
    ['01.03.2021, далее ежегодно', fixed('2021-03-01', 'yearly')],
    ['01.10.2021, далее ежеквартально', fixed('2021-10-01', 'quarterly')],
    ['согласно отдельному графику', { kind: 'schedule' }],
    // Other regions.
    ['25 августа 2019 года', fixed('2019-08-25')],
    ['10 ноября 2020* года', fixed('2020-11-10')],
    ['25 августа X - 1 года', opening(-1, 8, 25)],
    ['1 октября X - 1 года, далее ежегодно', opening(-1, 10, 1, 'yearly')],
    // Ways of writing them.
    ['7.12.2020 г.', fixed('2020-12-07')],
    ['до 25 августа 2019 года', fixed('2019-08-25')],
    ['не позднее 07.12.2020', fixed('2020-12-07')],
    ['10 ноября 2020<1> года', fixed('2020-11-10')],
    ['10 ноября 2020¹ года', fixed('2020-11-10')],
    ['10 ноября 2020 ** года, далее ежеквартально', fixed('2020-11-10', 'quarterly')],
    ['25 августа X – 1 года', opening(-1, 8, 25)],
    ['25 августа X−1 года', opening(-1, 8, 25)],
    ['25 августа Х-1 года', opening(-1, 8, 25)],
    ['1 сентября X года', opening(0, 9, 1)],
    ['1 сентября х года', opening(0, 9, 1)],
    ['1 марта X + 1 года', opening(1, 3, 1)],
    ['1 марта X+1 года, далее ежемесячно', opening(1, 3, 1, 'monthly')],
    ['01.03.2021,\u00A0далее – ежегодно', fixed('2021-03-01', 'yearly')],
    ['01.03.2021\nдалее ежегодно', fixed('2021-03-01', 'yearly')],
    ['  25 Августа 2019 Года.  ', fixed('2019-08-25')],
    ['по отдельному графику', { kind: 'schedule' }],
    ['в соответствии с отдельным графиком', { kind: 'schedule' }],
  ])('%j', (text, meaning) => {
    expect(parseDeadline(text)).toEqual(meaning);
  });

  it.each([
    '',
    'ежегодно',
    'в течение 10 рабочих дней после подписания соглашения',
    '31.02.2021',
    '29.02.2021',
    '00.12.2020',
    '01.13.2020',
    '31 июня X года',
    '32 августа 2019 года',
    '07.12.20',
    '01.03.2021, далее раз в два года',
    '01.03.2021 и 01.04.2021',
    'III квартал 2021 года',
    '2021-10-01',
    '\u0000',
  ])('%j is not understood, and says so', (text) => {
    expect(parseDeadline(text)).toEqual({ kind: 'unknown', text });
    expect(dates(text)).toEqual([]);
  });

  it('any date is read back from digits and from words', () => {
    const offset = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(offset, (days) => {
        const date = day(new Date(days * 86_400_000).toISOString().slice(0, 10));
        expect(parseDeadline(formatRussian(date))).toEqual(fixed(date));
        expect(parseDeadline(formatRussianLong(date))).toEqual(fixed(date));
      }),
      { seed: 2020, numRuns: 300 },
    );
  });

  it('no text makes it throw', () => {
    const pieces = fc.constantFrom(
      '01.10.2021',
      ', ',
      'далее ',
      'ежегодно',
      'X',
      ' - ',
      '1',
      ' года',
      '*',
      'августа ',
      '\n',
      '.',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (given) => ['dated', 'schedule', 'unknown'].includes(parseDeadline(given).kind)),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe('when a deadline falls due', () => {
  it('row 9 of the order gives nine dates within the programme', () => {
    expect(dates('01.10.2021, далее ежеквартально')).toEqual([
      '2021-10-01',
      '2022-01-01',
      '2022-04-01',
      '2022-07-01',
      '2022-10-01',
      '2023-01-01',
      '2023-04-01',
      '2023-07-01',
      '2023-10-01',
    ]);
    expect(nextRepeat(parseDeadline('01.10.2021, далее ежеквартально'), { openingYears: [], end: END })).toBe(
      '2024-01-01',
    );
  });
  it.each([
    ['07.12.2020', ['2020-12-07']],
    ['30.12.2020, далее по необходимости', ['2020-12-30']],
    ['25.08.2021, далее ежегодно', ['2021-08-25', '2022-08-25', '2023-08-25']],
    ['31.12.2023', ['2023-12-31']],
    ['01.01.2024', []],
    ['согласно отдельному графику', []],
    [
      '31.07.2023, далее ежемесячно',
      ['2023-07-31', '2023-08-31', '2023-09-30', '2023-10-31', '2023-11-30', '2023-12-31'],
    ],
    [
      '30.11.2022, далее ежеквартально',
      ['2022-11-30', '2023-02-28', '2023-05-30', '2023-08-30', '2023-11-30'],
    ],
  ])('%s', (text, due) => {
    expect(dates(text)).toEqual(due);
  });
  it('what does not repeat has no next date', () => {
    expect(nextRepeat(parseDeadline('07.12.2020'), { openingYears: [], end: END })).toBeUndefined();
    expect(
      nextRepeat(parseDeadline('согласно отдельному графику'), { openingYears: [], end: END }),
    ).toBeUndefined();
  });

  const due = (text: string): unknown =>
    dueDates(parseDeadline(text), { openingYears: [2022, 2021, 2022], end: END });
  it('once for every distinct opening year, which it names', () => {
    expect(due('25 августа X - 1 года')).toEqual([
      { date: '2020-08-25', openingYear: 2021 },
      { date: '2021-08-25', openingYear: 2022 },
    ]);
  });
  it('a date past the end is left out', () => {
    expect(due('1 марта X + 2 года')).toEqual([{ date: '2023-03-01', openingYear: 2021 }]);
  });
  it('repeats from each opening year, a shared day once', () => {
    expect(due('1 октября X года, далее ежегодно')).toEqual([
      { date: '2021-10-01', openingYear: 2021 },
      { date: '2022-10-01', openingYear: 2022 },
      { date: '2023-10-01', openingYear: null },
    ]);
  });
  it('nothing without an opening year', () => {
    expect(dates('25 августа X - 1 года')).toEqual([]);
  });
  it('29 February falls on the last day of February in a common year', () => {
    expect(dates('29 февраля X года', [2023, 2020])).toEqual(['2020-02-29', '2023-02-28']);
  });

  it('quarterly dates are three months apart and end within three months of the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (days) => {
        const first = day(new Date(Date.UTC(2021, 0, 1 + days)).toISOString().slice(0, 10));
        const series = dates(`${formatRussian(first)}, далее ежеквартально`);
        series.forEach((date, index) => {
          expect(date).toBe(addMonths(first, 3 * index));
        });
        expect(series.at(-1)).toBeDefined();
        expect(addMonths(first, 3 * series.length) > END).toBe(true);
        expect(dateParts(day(series[0] ?? '')).day).toBe(dateParts(first).day);
      }),
      { seed: 9, numRuns: 200 },
    );
  });
});
