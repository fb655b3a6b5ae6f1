import { editionForQuarter, editionOn, editionView, UnknownEditionError } from '../../src/programme/edition';
import { parseQuarter, type Quarter } from '../../src/calendar/quarter';
import { day } from '../calendar/days';
import { IVANOVO, OTHER_REGION } from './programmes';

const quarter = (text: string): Quarter => parseQuarter(text) ?? { year: 0, number: 1 };

it.each([
  ['2021-11-30', undefined],
  ['2021-12-01', '2022-1'],
  ['2023-08-31', '2022-1'],
  ['2023-09-01', '2023-2'],
  ['2030-01-01', '2023-2'],
])('on %s the edition in force is %s', (date, code) => {
  expect(editionOn(OTHER_REGION, day(date))?.code).toBe(code);
});

it.each([
  ['2022-Q3', '2022-1'],
  ['2023-Q2', '2022-1'],
  // The second edition begins within the quarter and is in force on its last day.
  ['2023-Q3', '2023-2'],
  ['2024-Q3', '2023-2'],
  // Quarters that nobody reports are still given one, so that they can be named and refused.
  ['2019-Q1', '2022-1'],
])('%s is reported by %s', (text, code) => {
  expect(editionForQuarter(OTHER_REGION, quarter(text)).code).toBe(code);
});

it('the edition of Ivanovo is in force from the day the concept was due', () => {
  expect(editionOn(IVANOVO, day('2020-12-22'))).toBeUndefined();
  expect(editionOn(IVANOVO, day('2020-12-23'))?.provisional).toBe(true);
});

describe('what an edition holds', () => {
  const [first, second] = ['2022-1', '2023-2'].map((code) => editionView(OTHER_REGION, code));
  it('indicators in the order of their numbers', () => {
    expect(first?.indicators.map(({ code }) => code)).toEqual(['1', '2', '3', '3.1', '3.2', '4', '10']);
    expect(second?.indicators.map(({ code }) => code)).toEqual([
      '1',
      '2',
      '3',
      '3.1',
      '3.2',
      '4',
      '5',
      '6',
      '6.1',
    ]);
  });
  it('the wording of its own', () => {
    const names = [first, second].map((view) => view?.indicators.find(({ code }) => code === '2')?.name);
    expect(names).toEqual(['Пример: участники мероприятий', 'Пример: участники мероприятий и конкурсов']);
  });
  it('controls and targets of its range', () => {
    expect(first?.controls.map(({ code }) => code)).toEqual(['A1.3', 'L1.3', 'L4.1', 'P1.1', 'P2.2', 'N1.1']);
    expect(second?.controls.map(({ code }) => code)).toEqual([
      'A1.3',
      'L1.3',
      'P1.1',
      'P2.2',
      'N1.1',
      'N1.6',
    ]);
    expect(second?.targets.map(({ year }) => year)).toEqual([2023]);
  });
  it('is the same object each time', () => {
    expect(editionView(OTHER_REGION, '2022-1')).toBe(first);
  });
  it('an edition that is not there is a fault of the caller', () => {
    expect(() => editionView(OTHER_REGION, '1999-1')).toThrow(UnknownEditionError);
  });
});
