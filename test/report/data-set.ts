/** A data set as the product exports it, in a folder, and DuckDB over it: a reader and a calculator that we did not write. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { parquetOf } from '../../src/cli/parquet';
import type { ReportSource } from '../../src/report/build-report';
import { DATA_TABLES, dataParts } from '../../src/report/data-parts';

export function writeDataSet(folder: string, source: ReportSource): void {
  for (const { table, folders } of dataParts(source)) {
    const place = join(folder, ...folders);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'part-0.parquet'), parquetOf(table));
  }
}

const rows = z.array(z.record(z.string(), z.unknown()));
export type Answer = z.infer<typeof rows>[number];

/** What a query gives over the data set; decimals and whole numbers of 64 bits come as texts, nothing as null. */
export async function ask(folder: string, query: string): Promise<readonly Answer[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const table of DATA_TABLES) {
      const partitions = table === 'register' ? ', quarter: VARCHAR' : '';
      await connection.run(
        `CREATE VIEW ${table} AS SELECT * FROM read_parquet('${join(folder, table)}/**/*.parquet', ` +
          `hive_partitioning = true, hive_types = {region: VARCHAR${partitions}})`,
      );
    }
    return rows.parse((await connection.runAndReadAll(query)).getRowObjectsJson());
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
