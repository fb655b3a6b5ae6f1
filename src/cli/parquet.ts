/** Tables as Parquet. */
import { parquetWriteBuffer, type SchemaElement } from 'hyparquet-writer';
import { PRODUCT_NAME, PRODUCT_VERSION } from '../text/product';
import {
  DECIMAL_PRECISION,
  DECIMAL_SCALE,
  type ColumnType,
  type DataCell,
  type DataTable,
} from '../report/data-table';

const MS_PER_DAY = 86_400_000;

const TYPES: Readonly<Record<ColumnType, Partial<SchemaElement>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  decimal: {
    type: 'INT64',
    converted_type: 'DECIMAL',
    precision: DECIMAL_PRECISION,
    scale: DECIMAL_SCALE,
  },
  yesno: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
};

/** One file with the whole table; the same table gives the same bytes. */
export function parquetOf({ columns, rows }: DataTable): Uint8Array {
  const buffer = parquetWriteBuffer({
    createdBy: `${PRODUCT_NAME} ${PRODUCT_VERSION}`,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map(({ name, type, optional }): SchemaElement => ({
        name,
        ...TYPES[type],
        repetition_type: optional ? 'OPTIONAL' : 'REQUIRED',
      })),
    ],
    columnData: columns.map(({ name, type }, index) => ({
      name,
      data: rows.map((row) => stored(row[index] ?? null, type)),
    })),
  });
  return new Uint8Array(buffer);
}

/** A day as Parquet keeps it: days since 1 January 1970. */
function stored(cell: DataCell, type: ColumnType): DataCell {
  return type === 'date' && typeof cell === 'string' ? Date.parse(`${cell}T00:00:00Z`) / MS_PER_DAY : cell;
}
