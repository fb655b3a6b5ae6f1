/** The built-in programme with sample targets; every number of it is an example and says so. */
import type { Programme, Target } from '../../programme/schema';

const BASIS = 'пример, не нормативное значение';

/** Yearly targets for every site and countable indicator, from the year the site opens; shares have 100 %. */
export function sampleProgramme(programme: Programme): Programme {
  const edition = programme.editions[0]?.code ?? '';
  const targets = programme.sites.flatMap((site) => {
    const opened = Number(site.openedOn.slice(0, 4));
    const years = Array.from({ length: programme.years.to - opened + 1 }, (_, index) => opened + index);
    return years.flatMap((year) =>
      programme.indicators
        .filter(({ kind, unit }) => kind === 'percent' || (kind === 'count' && unit === 'человек'))
        .filter(({ accumulation, kind }) => kind === 'percent' || accumulation !== 'none')
        .map(({ code, kind }): Target => ({
          fromEdition: edition,
          toEdition: null,
          indicator: code,
          site: site.code,
          year,
          quarter: null,
          minimum: null,
          target: kind === 'percent' ? 100 : 300 + 100 * (year - opened),
          basis: BASIS,
        })),
    );
  });
  return {
    ...programme,
    targets,
    sites: programme.sites.map((site, index) => ({
      ...site,
      attributes: { контингент: 640 + 40 * index },
      source: `${site.source}; контингент – пример`,
    })),
  };
}
