/** What a form carries to be checked by: its own school's programme, of which all but the end is the same in every form. */
import { loadProgramme } from '../../src/cli/load';
import { metaSpec } from '../../src/sheets/meta-sheet';
import { formProgrammeLines, readFormProgramme } from '../../src/workflows/form-programme';
import { sampleProgramme } from '../../src/workflows/example/sample-programme';
import { gridOf } from '../fixtures/grid-of-spec';

const programme = sampleProgramme(loadProgramme(undefined));

it.each(programme.sites)('a form of $code carries the programme with this school alone', (site) => {
  const grid = gridOf({ sheets: [metaSpec('form', formProgrammeLines(programme, site))] });
  expect(readFormProgramme(grid)).toEqual({
    ...programme,
    sites: [site],
    targets: programme.targets.filter((target) => target.site === site.code),
    measures: programme.measures.filter(({ number }) => number === programme.monitoringMeasure),
  });
});

it('the programme has targets of several schools, of which each form must leave out some', () => {
  expect(new Set(programme.targets.map(({ site }) => site)).size).toBeGreaterThan(1);
});

it('forms of different schools differ in the last line only', () => {
  const [first = [], ...others] = programme.sites.map((site) =>
    Object.values(formProgrammeLines(programme, site)),
  );
  expect(first.length).toBeGreaterThan(1);
  for (const other of others) {
    expect(other.slice(0, -1)).toEqual(first.slice(0, -1));
    expect(other.at(-1)).not.toBe(first.at(-1));
  }
});
