import { comparability } from '../../src/report/comparability';
import { IVANOVO, OTHER_REGION, withSettings } from '../programme/programmes';

it('says nothing in a year of one edition', () => {
  expect(comparability(IVANOVO, { year: 2022, number: 4 })).toBeNull();
  // The school year starts with the new edition.
  expect(comparability(OTHER_REGION, { year: 2023, number: 3 })).toBeNull();
});

it('tells the rows that mean the same all year from those that are new or changed', () => {
  const programme = withSettings(OTHER_REGION, { yearBase: 'calendar' });
  const compared = comparability(programme, { year: 2023, number: 3 });
  expect(compared?.editions.map(({ code }) => code)).toEqual(['2022-1', '2023-2']);
  expect(compared?.same).toEqual(['1', '3', '3.1', '3.2', '4']);
  expect(compared?.changed).toEqual(['2', '5', '6.1']);
});
