/** A new edition from a concept's table: its indicators and targets begin with it, those of the edition before end. */
import { addDays, dateParts, formatRussian } from '../calendar/civil-date';
import { CONCEPT_TEXTS } from '../text/concept';
import type { ConceptRow, ConceptTable } from './concept-table';
import type { Control, Edition, Indicator, Programme, Target } from './schema';

/** Which rows a control refers to; handed in, since the language of controls lives above the programme. */
export type RowsOf = (control: Control) => readonly string[];

/**
 * The programme with the edition added at its end. A control goes on where the new edition has all its rows, and ends with
 * the edition before where it has not. The result still has to be checked by `parseProgramme`.
 */
export function withNewEdition(
  programme: Programme,
  edition: Omit<Edition, 'effectiveTo'>,
  table: ConceptTable,
  rowsOf: RowsOf,
): { readonly programme: Programme; readonly notes: readonly string[] } {
  const notes = [...table.notes];
  const last = programme.editions.at(-1)?.code ?? null;
  const ended = <Row extends { readonly toEdition: string | null }>(row: Row): Row =>
    row.toEdition === null ? { ...row, toEdition: last } : row;
  const first = firstYear(programme, edition);
  const isWithoutYear = ({ byYear, minimum, regional }: ConceptRow): boolean =>
    byYear.size === 0 && (minimum !== null || regional !== null);
  if (first > programme.years.to && table.rows.some(isWithoutYear)) {
    notes.push(CONCEPT_TEXTS.noYears(first, programme.years.to));
  }
  const indicators = table.rows.flatMap((row) => indicatorsOf(row, table.rows, edition, notes));
  const controls = programme.controls.map((control) => {
    if (control.toEdition !== null) return control;
    const rows = rowsOf(control);
    const lost = rows.filter((row) => !goesOn(row, programme.indicators, indicators));
    if (lost.length === 0) {
      notes.push(CONCEPT_TEXTS.controlGoesOn(control.code, rows));
      return control;
    }
    notes.push(CONCEPT_TEXTS.controlEnded(control.code, lost));
    return ended(control);
  });
  return {
    programme: {
      ...programme,
      editions: [
        ...programme.editions.map((before, index) =>
          index === programme.editions.length - 1
            ? { ...before, effectiveTo: addDays(edition.effectiveFrom, -1) }
            : before,
        ),
        { ...edition, effectiveTo: null },
      ],
      indicators: [...programme.indicators.map(ended), ...indicators],
      targets: [
        ...programme.targets.map(ended),
        ...table.rows.flatMap((row) => targetsOf(row, programme, edition)),
      ],
      controls,
    },
    notes,
  };
}

/** Whether a row is there in the new edition too, and is of the same kind as in the edition before. */
function goesOn(code: string, before: readonly Indicator[], after: readonly Indicator[]): boolean {
  const old = before.find((indicator) => indicator.code === code && indicator.toEdition === null);
  return after.some((indicator) => indicator.code === code && indicator.kind === old?.kind);
}

function indicatorsOf(
  row: ConceptRow,
  rows: readonly ConceptRow[],
  edition: Omit<Edition, 'effectiveTo'>,
  notes: string[],
): readonly Indicator[] {
  const { code, name, unit, okei, kind } = row;
  const accumulation = kind !== 'count' ? 'none' : unit === 'человек' ? 'distinct' : 'sum';
  const made: Indicator = {
    code,
    fromEdition: edition.code,
    toEdition: null,
    name,
    unit,
    okei,
    kind,
    numerator: null,
    denominator: null,
    accumulation,
    direction: 'notLess',
    decimals: kind === 'percent' ? 1 : 0,
    required: kind !== 'heading',
    source: basisOf(edition),
  };
  if (kind === 'count')
    notes.push(CONCEPT_TEXTS.accumulation(code, CONCEPT_TEXTS.accumulations[accumulation]));
  if (kind !== 'percent') return [made];
  const [numerator = '', denominator = ''] = freeCodes(code, rows);
  notes.push(CONCEPT_TEXTS.shareParts(code, numerator, denominator));
  const part = (partCode: string, partName: string): Indicator => ({
    ...made,
    code: partCode,
    name: partName,
    unit: 'человек',
    okei: '792',
    kind: 'count',
    decimals: 0,
    source: CONCEPT_TEXTS.partSource(code),
  });
  return [
    { ...made, numerator, denominator },
    part(numerator, CONCEPT_TEXTS.numerator(name)),
    part(denominator, CONCEPT_TEXTS.denominator(name)),
  ];
}

/** Two codes below a row that the table does not use. */
function freeCodes(code: string, rows: readonly ConceptRow[]): readonly string[] {
  const used = new Set(rows.map((row) => row.code));
  const free: string[] = [];
  for (let number = 1; free.length < 2; number += 1) {
    if (!used.has(`${code}.${number}`)) free.push(`${code}.${number}`);
  }
  return free;
}

/** The first year of the programme in which the edition is in force. */
function firstYear({ years }: Programme, { effectiveFrom }: Pick<Edition, 'effectiveFrom'>): number {
  return Math.max(years.from, dateParts(effectiveFrom).year);
}

/** The region's values: of each year that the table names, and else of every year from the edition's first to the programme's last. */
function targetsOf(
  { code, minimum, regional, byYear }: ConceptRow,
  programme: Programme,
  edition: Omit<Edition, 'effectiveTo'>,
): readonly Target[] {
  const first = firstYear(programme, edition);
  const all = Array.from(
    { length: Math.max(0, programme.years.to - first + 1) },
    (_, index) => first + index,
  );
  const named = [...byYear.keys()];
  return (named.length > 0 ? named : all).flatMap((year): Target[] => {
    const target = byYear.get(year) ?? regional;
    if (minimum === null && target === null) return [];
    return [
      {
        fromEdition: edition.code,
        toEdition: null,
        indicator: code,
        site: '*',
        year,
        quarter: null,
        minimum,
        target,
        basis: basisOf(edition),
      },
    ];
  });
}

function basisOf({ source }: Pick<Edition, 'source'>): string {
  return CONCEPT_TEXTS.act(
    source.act,
    source.date === null ? null : formatRussian(source.date),
    source.number,
  );
}
