/** What holds between the parts of a programme: codes are unique, references lead somewhere, editions follow each other. */
import { addDays } from '../calendar/civil-date';
import { lastDay, quarterClosedBy } from '../calendar/quarter';
import { PROGRAMME_TEXTS } from '../text/programme';
import { reportingDates } from './checkpoints';
import { editionsOf, type EditionRange } from './edition';
import type { ProgrammeProblem } from './problem';
import type { Edition, Programme } from './schema';

const { expected, empty } = PROGRAMME_TEXTS;

/** What the schema can't say; each problem names the value to change. */
export function crossProblems(programme: Programme): readonly ProgrammeProblem[] {
  const order = [...wrongYears(programme), ...repeatedCodes(programme), ...wrongRanges(programme)];
  // References are looked up edition by edition, so the editions must be sound first.
  return order.length > 0
    ? order
    : [
        ...wrongEditions(programme),
        ...uncoveredQuarters(programme),
        ...repeatedRows(programme),
        ...lostParts(programme),
        ...lostTargets(programme),
      ];
}

function problem(path: string, value: string | number | null, wanted: string): ProgrammeProblem {
  return { path, value: value === null ? empty : String(value), expected: wanted };
}

function wrongYears({ years, measures, monitoringMeasure }: Programme): readonly ProgrammeProblem[] {
  return [
    ...(years.from <= years.to ? [] : [problem('years.to', years.to, expected.atLeast(String(years.from)))]),
    ...(measures.some(({ number }) => number === monitoringMeasure)
      ? []
      : [problem('monitoringMeasure', monitoringMeasure, expected.measureNumber)]),
  ];
}

function repeatedCodes({ sites, editions, measures }: Programme): readonly ProgrammeProblem[] {
  const repeated = (list: string, field: string, codes: readonly string[]): readonly ProgrammeProblem[] =>
    codes.flatMap((code, index) =>
      codes.indexOf(code) < index ? [problem(`${list}[${index}].${field}`, code, expected.unique)] : [],
    );
  const codesOf = (list: readonly { readonly code: string }[]): readonly string[] =>
    list.map(({ code }) => code);
  return [
    ...repeated('sites', 'code', codesOf(sites)),
    ...repeated('editions', 'code', codesOf(editions)),
    ...repeated(
      'measures',
      'number',
      measures.map(({ number }) => String(number)),
    ),
  ];
}

function wrongRanges({ editions, indicators, targets, controls }: Programme): readonly ProgrammeProblem[] {
  const order = new Map(editions.map(({ code }, index) => [code, index]));
  const known = expected.oneOf([...order.keys()]);
  return Object.entries({ indicators, targets, controls }).flatMap(([list, rows]) =>
    rows.flatMap(({ fromEdition, toEdition }, index) => {
      const from = order.get(fromEdition);
      const to = toEdition === null ? Infinity : order.get(toEdition);
      const path = `${list}[${index}]`;
      if (from === undefined) return [problem(`${path}.fromEdition`, fromEdition, known)];
      if (to === undefined) return [problem(`${path}.toEdition`, toEdition, known)];
      return to < from
        ? [problem(`${path}.toEdition`, toEdition, expected.editionNotBefore(fromEdition))]
        : [];
    }),
  );
}

/** Each edition ends on the day before the next one begins; only the last may have no end. */
function wrongEditions({ editions }: Programme): readonly ProgrammeProblem[] {
  return editions.flatMap(({ effectiveFrom, effectiveTo }, index) => {
    const path = `editions[${index}].effectiveTo`;
    const next = editions[index + 1];
    if (effectiveTo !== null && effectiveTo < effectiveFrom) {
      return [problem(path, effectiveTo, expected.notBefore(effectiveFrom))];
    }
    if (next && next.effectiveFrom <= effectiveFrom) {
      const start = addDays(effectiveFrom, 1);
      return [problem(`editions[${index + 1}].effectiveFrom`, next.effectiveFrom, expected.notBefore(start))];
    }
    const end = next && addDays(next.effectiveFrom, -1);
    return next && end && effectiveTo !== end
      ? [problem(path, effectiveTo, expected.endsBeforeNext(end, next.code))]
      : [];
  });
}

/** Every quarter that is reported has an edition in force on its last day. */
function uncoveredQuarters(programme: Programme): readonly ProgrammeProblem[] {
  const { editions } = programme;
  const ends = reportingDates(programme).map((date) => lastDay(quarterClosedBy(date)));
  const [firstEnd, lastEnd] = [ends[0], ends.at(-1)];
  const [first, last] = [editions[0], editions.at(-1)];
  if (!firstEnd || !lastEnd || !first || !last) return [];
  return [
    ...(first.effectiveFrom > firstEnd
      ? [problem('editions[0].effectiveFrom', first.effectiveFrom, expected.coversFirst(firstEnd))]
      : []),
    ...(last.effectiveTo !== null && last.effectiveTo < lastEnd
      ? [
          problem(
            `editions[${editions.length - 1}].effectiveTo`,
            last.effectiveTo,
            expected.coversLast(lastEnd),
          ),
        ]
      : []),
  ];
}

/** A row may be there again for later editions; within one edition it is there once. */
function repeatedRows(programme: Programme): readonly ProgrammeProblem[] {
  const { indicators, controls, targets } = programme;
  const coded = (list: string, rows: readonly CodedRow[]): readonly ProgrammeProblem[] =>
    clashes(programme, rows, ({ code }) => code).map(({ index, row, edition }) =>
      problem(`${list}[${index}].code`, row.code, expected.uniqueInEdition(edition.code)),
    );
  return [
    ...coded('indicators', indicators),
    ...coded('controls', controls),
    ...clashes(programme, targets, ({ indicator, site, year, quarter }) =>
      [indicator, site, year, quarter].join(' '),
    ).map(({ index, row, edition }) =>
      problem(`targets[${index}].indicator`, row.indicator, expected.uniqueTarget(edition.code)),
    ),
  ];
}

interface CodedRow extends EditionRange {
  readonly code: string;
}

interface Clash<Row> {
  readonly index: number;
  readonly row: Row;
  readonly edition: Edition;
}

/** Rows whose key an earlier row already has in the same edition, each named once. */
function clashes<Row extends EditionRange>(
  programme: Programme,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Clash<Row>[] {
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const editions = editionsOf(programme, row);
    const key = (edition: Edition): string => `${edition.code} ${keyOf(row)}`;
    const edition = editions.find((candidate) => seen.has(key(candidate)));
    for (const held of editions) seen.add(key(held));
    return edition ? [{ index, row, edition }] : [];
  });
}

/** A share has a numerator and a denominator in each of its editions; nothing else has any. */
function lostParts(programme: Programme): readonly ProgrammeProblem[] {
  return programme.indicators.flatMap((indicator, index) => {
    const { kind, numerator, denominator } = indicator;
    return Object.entries({ numerator, denominator }).flatMap(([field, code]) => {
      const path = `indicators[${index}].${field}`;
      if (kind !== 'percent') return code === null ? [] : [problem(path, code, expected.onlyForShares)];
      const edition = editionWithout(
        programme,
        indicator,
        (row) => row.code === code && row.kind === 'count',
      );
      return edition ? [problem(path, code, expected.countRow(edition.code))] : [];
    });
  });
}

function lostTargets(programme: Programme): readonly ProgrammeProblem[] {
  const sites = new Set(['*', ...programme.sites.map(({ code }) => code)]);
  return programme.targets.flatMap((target, index) => {
    const { indicator, site } = target;
    const edition = editionWithout(
      programme,
      target,
      (row) => row.code === indicator && row.kind !== 'heading',
    );
    return [
      ...(edition
        ? [problem(`targets[${index}].indicator`, indicator, expected.indicatorCode(edition.code))]
        : []),
      ...(sites.has(site) ? [] : [problem(`targets[${index}].site`, site, expected.siteCode)]),
    ];
  });
}

/** The first edition of a range that has no such indicator. */
function editionWithout(
  programme: Programme,
  range: EditionRange,
  wanted: (indicator: Programme['indicators'][number]) => boolean,
): Edition | undefined {
  const candidates = programme.indicators.filter(wanted).map((row) => editionsOf(programme, row));
  return editionsOf(programme, range).find(
    (edition) => !candidates.some((editions) => editions.includes(edition)),
  );
}
