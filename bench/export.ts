/** (c) A long tidy table into an .xlsx file, each writer in a process of its own. */
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { VALUE_COLUMNS } from '../src/report/tidy';
import { stageFile, placeFiles } from '../src/cli/atomic-files';
import { tableFile } from '../src/workbook/file/stream-table';
import { measured } from './child';
import { goal, type Line, type Section } from './report';

const WRITERS = ['ours', 'floor', 'exceljs'] as const;
const NAMES = {
  ours: 'ours, streamed',
  floor: 'floor: the same cells as fixed text, packed and written',
  exceljs: 'exceljs, streaming',
} as const;

type Row = readonly (string | number)[];

/** Values as a country's tidy table has them; the same row for the same number. */
export function* rows(count: number): Generator<Row> {
  for (let index = 0; index < count; index += 1) {
    const school = Math.floor(index / 120);
    const digest = (Math.imul(index + 1, 2654435761) >>> 0).toString(16).padStart(8, '0').repeat(8);
    yield [
      ...['region-2021-2023', `202${1 + (index % 3)}-Q${1 + (index % 4)}`, '2020-1', `school-${school}`],
      ...[`Школа № ${school}`, `г. Город ${school % 80}`, `${1 + (index % 5)}.${1 + (index % 2)}`],
      ...['Численность детей, осваивающих дополнительные общеразвивающие программы', 'человек', 'reported'],
      ...[
        400,
        index % 997,
        index % 1009,
        index % 9 === 0 ? 'набор продолжен в следующем квартале' : '',
        0,
        digest,
      ],
    ];
  }
}

export async function exporting(count: number): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-bench-'));
  try {
    const lines: Line[] = [];
    const seconds = new Map<string, number>();
    let ownMemory = Number.NaN;
    for (const writer of WRITERS) {
      const args = [__filename, 'export', writer, String(count), join(folder, `${writer}.xlsx`)];
      const run = await measured(process.execPath, args);
      if (writer === 'ours') ownMemory = run.megabytes ?? Number.NaN;
      seconds.set(writer, run.seconds);
      lines.push({ what: NAMES[writer], each: run.seconds, note: memory(run.megabytes) });
    }
    for (const [what, script] of PYTHON) {
      const args = ['-c', PYTHON_ROWS + script, String(count), join(folder, 'python.xlsx')];
      const run = await measured('/usr/bin/python3', args).catch(() => null);
      lines.push({ what, each: run?.seconds ?? null, note: memory(run?.megabytes ?? null) });
    }
    const of = (writer: string): number => seconds.get(writer) ?? Number.NaN;
    return {
      title: `(c) ${count} rows of ${VALUE_COLUMNS.length} columns into a workbook`,
      unit: 'seconds, start included',
      head: 'most memory',
      lines,
      goals: [
        goal('at most 2 × the floor', of('ours') / of('floor'), 2, false),
        goal('memory under 200 MB, in parts of it', ownMemory / 200, 1, false),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const memory = (megabytes: number | null): string =>
  megabytes === null ? '' : `${Math.round(megabytes)} MB`;

/** What a process of its own does: `export <writer> <rows> <file>`. */
export async function exportOnce(writer: string, count: number, file: string): Promise<void> {
  if (writer === 'exceljs') return byExceljs(count, file);
  if (writer === 'floor') {
    floor(count, file);
    return;
  }
  const table = { sheet: 'Значения', columns: VALUE_COLUMNS, rows: rows(count) };
  placeFiles([stageFile(file, tableFile(table))]);
}

async function byExceljs(count: number, file: string): Promise<void> {
  const { stream } = (await import('exceljs')).default;
  const book = new stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: false, useStyles: false });
  const sheet = book.addWorksheet('Значения');
  sheet.addRow(VALUE_COLUMNS.map(({ title }) => title)).commit();
  for (const row of rows(count)) sheet.addRow([...row]).commit();
  await book.commit();
}

/** Nothing is checked, escaped, summed or put in place: text, deflate, disk. */
function floor(count: number, file: string): void {
  const handle = openSync(file, 'w');
  let waiting = '';
  const letters = Array.from('ABCDEFGHIJKLMNOP');
  let number = 1;
  const write = (): void => {
    writeSync(handle, deflateRawSync(Buffer.from(waiting), { level: 4 }));
    waiting = '';
  };
  for (const row of rows(count)) {
    number += 1;
    waiting += `<row r="${number}">`;
    for (let index = 0; index < row.length; index += 1) {
      const value = row[index] ?? '';
      if (value === '') continue;
      waiting +=
        typeof value === 'number'
          ? `<c r="${letters[index] ?? ''}${number}"><v>${value}</v></c>`
          : `<c r="${letters[index] ?? ''}${number}" t="inlineStr"><is><t>${value}</t></is></c>`;
    }
    waiting += '</row>';
    if (waiting.length > 256 * 1024) write();
  }
  write();
  closeSync(handle);
}

const PYTHON_ROWS = `
import sys
count, path = int(sys.argv[1]), sys.argv[2]
def rows():
    for i in range(count):
        school = i // 120
        digest = format((i + 1) * 2654435761 & 0xffffffff, '08x') * 8
        yield ['region-2021-2023', f'202{1 + i % 3}-Q{1 + i % 4}', '2020-1', f'school-{school}',
               f'Школа № {school}', f'г. Город {school % 80}', f'{1 + i % 5}.{1 + i % 2}',
               'Численность детей, осваивающих дополнительные общеразвивающие программы', 'человек', 'reported',
               400, i % 997, i % 1009, 'набор продолжен в следующем квартале' if i % 9 == 0 else None, 0, digest]
`;
const PYTHON: readonly (readonly [what: string, script: string])[] = [
  [
    'openpyxl, write-only',
    `
import openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet('Значения')
for row in rows():
    sheet.append(row)
book.save(path)
`,
  ],
  [
    'XlsxWriter, constant memory',
    `
import xlsxwriter
book = xlsxwriter.Workbook(path, {'constant_memory': True})
sheet = book.add_worksheet('Значения')
for number, row in enumerate(rows()):
    sheet.write_row(number, 0, row)
book.close()
`,
  ],
];
