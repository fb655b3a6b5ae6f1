import { civilDate } from '../../src/calendar/civil-date';
import { readConceptTable } from '../../src/programme/concept-table';
import { withNewEdition } from '../../src/programme/new-edition';
import { IVANOVO } from './programmes';

it.each([
  [2023, 1, []],
  [
    2027,
    0,
    ['Значения без года не взяты: редакция действует с 2027 года, а программа кончается 2023 годом.'],
  ],
])(
  'values without a year, from %d on: %d are taken, and it is said where none can be',
  (year, count, said) => {
    const table = readConceptTable([
      ['N п/п', 'Наименование показателя', 'Минимальное значение'],
      [1, 'Число мероприятий (ед.)', 300],
    ]);
    const [before] = IVANOVO.editions;
    if (!table || !before) throw new Error('no table, or no edition');
    const edition = { ...before, code: 'new', effectiveFrom: civilDate(year, 1, 1) };
    const { programme, notes } = withNewEdition(IVANOVO, edition, table, () => []);
    expect(programme.targets.filter(({ fromEdition }) => fromEdition === 'new')).toHaveLength(count);
    expect(notes.filter((note) => note.includes('без года'))).toEqual(said);
  },
);
