/** The tables that the register's values are read with: periods, schools, indicators, plans, expected forms, the intake log. */
import { formatQuarter, isLastOfYearBase, quarterOf, yearBaseStart, type Quarter } from '../calendar/quarter';
import { reportingDate } from '../monitoring/due';
import { isExpected, reportedQuarters } from '../monitoring/expected';
import { compareLogEntries, currentForm, type LogEntry, type Register } from '../monitoring/register';
import { accumulates } from '../monitoring/shares';
import { editionForQuarter, editionView } from '../programme/edition';
import type { Programme } from '../programme/schema';
import { millionths, type DataTable } from './data-table';

/** A row per quarter that the programme reports: by which edition, and where it stands in its year base. */
export function quartersTable(programme: Programme): DataTable {
  const { yearBase, quarterlyPlan } = programme.settings;
  return {
    name: 'quarters',
    columns: [
      { name: 'quarter', type: 'text' },
      { name: 'programme', type: 'text' },
      { name: 'region_name', type: 'text' },
      { name: 'edition', type: 'text' },
      { name: 'year_number', type: 'integer' },
      { name: 'quarter_number', type: 'integer' },
      { name: 'base_year', type: 'integer' },
      { name: 'base_quarter', type: 'integer' },
      { name: 'is_base_end', type: 'yesno' },
      { name: 'quarterly_plan', type: 'text' },
      { name: 'due_on', type: 'date' },
    ],
    rows: reportedQuarters(programme).map((quarter) => {
      const start = yearBaseStart(quarter, yearBase);
      return [
        formatQuarter(quarter),
        programme.code,
        programme.region,
        editionForQuarter(programme, quarter).code,
        quarter.year,
        quarter.number,
        start.year,
        start.number,
        isLastOfYearBase(quarter, yearBase),
        quarterlyPlan,
        reportingDate(programme, quarter),
      ];
    }),
  };
}

export function sitesTable({ sites }: Programme): DataTable {
  return {
    name: 'sites',
    columns: [
      { name: 'site', type: 'text' },
      { name: 'site_name', type: 'text' },
      { name: 'short_name', type: 'text' },
      { name: 'municipality', type: 'text' },
      { name: 'opened_on', type: 'date' },
      { name: 'opened_year', type: 'integer' },
      { name: 'opened_quarter', type: 'integer' },
    ],
    rows: sites.map(({ code, name, shortName, municipality, openedOn }) => {
      const { year, number } = quarterOf(openedOn);
      return [code, name, shortName, municipality, openedOn, year, number];
    }),
  };
}

/** A row per edition and indicator, in the order of the report's rows. */
export function indicatorsTable(programme: Programme): DataTable {
  return {
    name: 'indicators',
    columns: [
      { name: 'edition', type: 'text' },
      { name: 'row_position', type: 'integer' },
      { name: 'row_code', type: 'text' },
      { name: 'indicator_name', type: 'text' },
      { name: 'unit', type: 'text' },
      { name: 'okei', type: 'text', optional: true },
      { name: 'kind', type: 'text' },
      { name: 'numerator', type: 'text', optional: true },
      { name: 'denominator', type: 'text', optional: true },
      { name: 'accumulation', type: 'text' },
      { name: 'has_total', type: 'yesno' },
      { name: 'decimals', type: 'integer' },
    ],
    rows: programme.editions.flatMap((edition) => {
      const { indicators } = editionView(programme, edition.code);
      return indicators.map((indicator, index) => [
        edition.code,
        index + 1,
        indicator.code,
        indicator.name,
        indicator.unit,
        indicator.okei,
        indicator.kind,
        indicator.numerator,
        indicator.denominator,
        indicator.accumulation,
        accumulates(indicator, indicators),
        indicator.decimals,
      ]);
    }),
  };
}

/** A row per edition and plan; `site` is «*» for the region as a whole. Throws `NotExactError`. */
export function targetsTable(programme: Programme): DataTable {
  return {
    name: 'targets',
    columns: [
      { name: 'edition', type: 'text' },
      { name: 'row_code', type: 'text' },
      { name: 'site', type: 'text' },
      { name: 'year_number', type: 'integer' },
      { name: 'quarter_number', type: 'integer', optional: true },
      { name: 'minimum', type: 'decimal', optional: true },
      { name: 'target', type: 'decimal', optional: true },
      { name: 'basis', type: 'text' },
    ],
    rows: programme.editions.flatMap((edition) =>
      editionView(programme, edition.code).targets.map((row) => {
        const place = `${row.site}, ${row.indicator}, ${row.year}`;
        return [
          edition.code,
          row.indicator,
          row.site,
          row.year,
          row.quarter,
          millionths(row.minimum, place),
          millionths(row.target, place),
          row.basis,
        ];
      }),
    ),
  };
}

/** A row per school and reported quarter, submitted or not: what tells «not submitted» from «not open». */
export function formsTable(programme: Programme, register: Register): DataTable {
  return {
    name: 'forms',
    columns: [
      { name: 'quarter', type: 'text' },
      { name: 'site', type: 'text' },
      { name: 'form_state', type: 'text' },
      { name: 'revision', type: 'integer', optional: true },
    ],
    rows: programme.sites.flatMap((site) =>
      reportedQuarters(programme).map((quarter) => {
        const open = isExpected(programme, site, quarter);
        const form = open ? currentForm(register, site.code, quarter) : undefined;
        const state = !open ? 'not_open' : form ? 'accepted' : 'not_submitted';
        return [formatQuarter(quarter), site.code, state, form?.submission.revision ?? null];
      }),
    ),
  };
}

/** The files that were given. Who filled them in, and their telephone, stay out: analysts have no need of them. */
export function intakeTable(log: readonly LogEntry[]): DataTable {
  const period = (quarter: Quarter | null): string | null => quarter && formatQuarter(quarter);
  return {
    name: 'intake',
    columns: [
      { name: 'received_on', type: 'date' },
      { name: 'source_file', type: 'text' },
      { name: 'source_sha256', type: 'text' },
      { name: 'site', type: 'text', optional: true },
      { name: 'quarter', type: 'text', optional: true },
      { name: 'revision', type: 'integer', optional: true },
      { name: 'edition', type: 'text', optional: true },
      { name: 'outcome', type: 'text' },
      { name: 'errors', type: 'integer' },
      { name: 'warnings', type: 'integer' },
      { name: 'deviations', type: 'integer' },
    ],
    rows: [...log]
      .sort(compareLogEntries)
      .map((entry) => [
        entry.receivedOn,
        entry.file,
        entry.sha256,
        entry.site,
        period(entry.quarter),
        entry.revision,
        entry.edition,
        entry.result,
        entry.errors,
        entry.warnings,
        entry.deviations,
      ]),
  };
}
