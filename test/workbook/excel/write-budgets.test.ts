/** How often the writer asks the host, and how much it sends at once. */
import { writeSheets } from '../../../src/workbook/excel/write-sheets';
import type { CellSpec, SheetSpec } from '../../../src/workbook/spec';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { form as sampleForm } from '../sample-workbook';
import { productWorkbooks, PROGRAMMES } from './product-workbooks';

const MEGABYTE = 1_000_000;

let excel: EmulatedExcel;

beforeEach(async () => {
  excel = await startEmulatedExcel({});
});

afterEach(() => excel.close());

async function write(sheets: readonly SheetSpec[]): Promise<void> {
  excel.traffic.clear();
  await writeSheets(
    sheets.map((spec) => ({ spec, existing: null })),
    true,
  );
}

function largest(): number {
  return Math.max(...excel.traffic.syncs.map(({ bytes }) => bytes));
}

describe.each(PROGRAMMES)('programme: %s', (_name, programme, register) => {
  const books = productWorkbooks(programme, register);
  const [department, roadmap] = books;
  const forms = books.filter(({ sheets }) => sheets[0]?.name === 'Титул');
  const report = books.find(({ sheets }) => sheets[0]?.name === 'Отчёт');

  it('makes the roadmap in at most 4 requests', async () => {
    await write(roadmap?.sheets ?? []);
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain('Дорожная карта');
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(4);
    expect(largest()).toBeLessThan(MEGABYTE);
  });

  it('makes a school’s form in at most 4 requests', async () => {
    await write(forms[0]?.sheets ?? []);
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain('Проверка');
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(4);
    expect(largest()).toBeLessThan(MEGABYTE);
  });

  it('builds the report in at most 6 requests', async () => {
    await write(report?.sheets ?? []);
    expect(excel.workbook.sheets.map(({ name }) => name)).toContain('Отчёт');
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(6);
    expect(largest()).toBeLessThan(MEGABYTE);
  });

  it('sends the Department’s workbook in requests below a megabyte', async () => {
    await write(department?.sheets ?? []);
    expect(excel.workbook.sheets).toHaveLength(1 + (department?.sheets.length ?? 0));
    expect(largest()).toBeLessThan(MEGABYTE);
  });
});

it('asks by size alone, not by rows', async () => {
  const rows = (count: number): SheetSpec => ({
    ...sampleForm,
    cells: Array.from({ length: count * 8 }, (_, index): CellSpec => ({
      row: 1 + Math.floor(index / 8),
      column: 1 + (index % 8),
      value: `значение ${index}`,
      style: 'cell',
    })),
    validations: [],
    conditionalFormats: [],
  });
  await write([{ ...rows(10), name: 'Мало' }]);
  const few = excel.traffic.syncs.length;
  await write([{ ...rows(500), name: 'Больше' }]);
  expect(excel.traffic.syncs.length).toBe(few);
  await write([{ ...rows(20_000), name: 'Много' }]);
  const sent = excel.traffic.syncs.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(largest()).toBeLessThan(MEGABYTE);
  expect(excel.traffic.syncs.length).toBeLessThanOrEqual(3 + Math.ceil(sent / (MEGABYTE / 4)));
});
