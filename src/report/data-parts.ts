/** A Department's register and programme as parts of a partitioned data set: which tables, in which folders. */
import { formatQuarter } from '../calendar/quarter';
import { compareText } from '../monitoring/register';
import type { ReportSource } from './build-report';
import type { DataTable } from './data-table';
import {
  formsTable,
  indicatorsTable,
  intakeTable,
  quartersTable,
  sitesTable,
  targetsTable,
} from './programme-tables';
import { registerTable } from './register-table';

/** Names of the tables, which are also the folders of the data set. */
export const DATA_TABLES = ['register', 'quarters', 'sites', 'indicators', 'targets', 'forms', 'intake'];

export interface DataPart {
  readonly table: DataTable;
  /** Folders below the data set's own, in the manner of Hive: `register`, `region=ivanovo-2021-2023`, `quarter=2021-Q3`. */
  readonly folders: readonly string[];
}

/** The register by region and quarter, the other tables by region. Throws `NotExactError`. */
export function dataParts({ programme, register, log }: ReportSource): readonly DataPart[] {
  const region = `region=${programme.code}`;
  const quarters = new Map(
    register.map(({ submission: { quarter } }) => [formatQuarter(quarter), quarter] as const),
  );
  const registers = [...quarters]
    .sort(([a], [b]) => compareText(a, b))
    .map(([period, quarter]): DataPart => {
      const table = registerTable(register, quarter);
      return { table, folders: [table.name, region, `quarter=${period}`] };
    });
  const others = [
    quartersTable(programme),
    sitesTable(programme),
    indicatorsTable(programme),
    targetsTable(programme),
    formsTable(programme, register),
    intakeTable(log),
  ];
  return [...registers, ...others.map((table) => ({ table, folders: [table.name, region] }))];
}
