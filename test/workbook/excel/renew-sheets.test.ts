/** Sheets that are there already: what is the product's is written again, what is a person's stays. */
import { HostError } from '../../../src/workbook/host-error';
import type { SheetChange } from '../../../src/workbook/port';
import type { CellSpec, SheetSpec } from '../../../src/workbook/spec';
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { writeSheets } from '../../../src/workbook/excel/write-sheets';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { cellAt, cellKey, ensureCell } from '../../host/model/cells';
import { addSheet, createWorkbook } from '../../host/model/create';
import { NORMAL_STYLE } from '../../host/model/style';
import { saveXlsx } from '../../host/save-xlsx';
import { form, lists, meta, roadmap } from '../sample-workbook';

const NOTHING = { clear: [], keep: new Set<string>() };
const SHEETS = [roadmap, form, lists, meta];

let excel: EmulatedExcel;

afterEach(() => excel.close());

async function start(excelApi = '1.14'): Promise<void> {
  excel = await startEmulatedExcel({ matrix: { ExcelApi: excelApi } });
  await writeSheets(
    SHEETS.map((spec) => ({ spec, existing: null })),
    true,
  );
}

function sheet(name: string) {
  const found = excel.workbook.sheets.find((each) => each.name === name);
  if (found === undefined) {
    throw new Error(`No sheet ${name}`);
  }
  return found;
}

function renewed(spec: SheetSpec, existing: Partial<NonNullable<SheetChange['existing']>> = {}): SheetChange {
  return { spec, existing: { ...NOTHING, ...existing } };
}

async function problemOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'none',
    (error: unknown) => (error instanceof HostError ? error.problem : String(error)),
  );
}

/** The workbook as a file, which any change would change. */
async function snapshot(): Promise<string> {
  return Buffer.from(await saveXlsx(excel.workbook)).toString('base64');
}

describe.each(['1.9', '1.14'])('with ExcelApi %s', (excelApi) => {
  beforeEach(() => start(excelApi));

  it('writing the same again changes nothing', async () => {
    const before = await snapshot();
    await writeSheets(
      SHEETS.map((spec) => renewed(spec)),
      true,
    );
    expect(await snapshot()).toBe(before);
  });

  it('keeps a person’s entries, and what they put beside', async () => {
    const own = sheet(form.name);
    ensureCell(own, 5, 4).value = 77;
    ensureCell(own, 4, 9).value = 'моё';
    ensureCell(own, 30, 2).formula = 'SUM(D4:D5)';
    own.notes.set(cellKey(4, 4), { author: 'Иванова', text: 'проверено' });
    const cells = form.cells.map((cell): CellSpec =>
      cell.row === 4 && cell.column === 4 ? { ...cell, value: 500 } : cell,
    );
    await writeSheets([renewed({ ...form, cells }, { keep: new Set(['D5']) })], false);
    expect([cellAt(own, 4, 4)?.value, cellAt(own, 5, 4)?.value]).toEqual([500, 77]);
    expect([cellAt(own, 4, 9)?.value, cellAt(own, 30, 2)?.formula]).toEqual(['моё', 'SUM(D4:D5)']);
    expect(own.notes.get(cellKey(4, 4))?.text).toBe('проверено');
  });

  it('leaves formulas on other sheets pointing where they pointed', async () => {
    const own = addSheet(excel.workbook, 'Моё');
    ensureCell(own, 1, 1).formula = "'Форма д''Арк'!D4*2";
    await writeSheets([renewed(form)], false);
    expect(cellAt(own, 1, 1)?.formula).toBe("'Форма д''Арк'!D4*2");
    expect(excel.workbook.sheets).toContain(own);
  });

  it('empties the cells to clear, and takes their look away, but not their notes', async () => {
    const own = sheet(form.name);
    const place = cellKey(6, 3);
    own.notes.set(place, { author: 'Иванова', text: 'было' });
    const cells = form.cells.filter(({ row }) => row < 6);
    const clear = [{ top: 6, left: 1, bottom: 6, right: 6 }];
    await writeSheets([renewed({ ...form, cells, validations: [] }, { clear })], false);
    expect([1, 2, 3, 4].map((column) => cellAt(own, 6, column)?.value)).toEqual(Array(4).fill(undefined));
    expect(cellAt(own, 6, 3)?.style ?? NORMAL_STYLE).toEqual(NORMAL_STYLE);
    expect(own.notes.get(place)?.text).toBe('было');
    expect(own.validations).toEqual([]);
  });

  it('replaces merged areas and rules instead of adding to them', async () => {
    const own = sheet(form.name);
    const outside = own.conditionalFormats[0];
    if (outside === undefined) throw new Error('No conditional format');
    const persons = { ...outside, id: 'person', areas: [{ top: 40, left: 9, bottom: 41, right: 9 }] };
    own.conditionalFormats = [...own.conditionalFormats, persons];
    await writeSheets([renewed({ ...form, merges: [{ top: 1, left: 1, bottom: 1, right: 3 }] })], false);
    await writeSheets([renewed({ ...form, merges: [{ top: 1, left: 1, bottom: 1, right: 2 }] })], false);
    expect(own.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
    expect(own.validations).toHaveLength(form.validations.length);
    expect(own.conditionalFormats).toHaveLength(form.conditionalFormats.length + 1);
    expect(own.conditionalFormats.at(-1)?.areas).toEqual(persons.areas);
  });

  it('moves the names that are there', async () => {
    const area = { top: 4, left: 2, bottom: 40, right: 2 };
    await writeSheets([renewed({ ...roadmap, names: [{ name: 'Мероприятия', area }] })], false);
    const formulas = excel.workbook.names.map(({ name, formula }) => [name, formula.replaceAll("'", '')]);
    expect(formulas).toEqual([['Мероприятия', 'Дорожная карта!$B$4:$B$40']]);
  });

  it('gives a table its new size, and keeps its name and a person’s column in it', async () => {
    const own = sheet(lists.name);
    const [table] = own.tables;
    if (table === undefined) throw new Error('No table');
    table.name = 'Переименована';
    ensureCell(own, 1, 3).value = 'Мой столбец';
    ensureCell(own, 2, 3).value = 'моё';
    table.area = { ...table.area, right: 3 };
    const more = { row: 14, column: 1, value: 'ещё одна', style: 'edit-text' } as const;
    const tables = [{ name: 'Texts', area: { top: 1, left: 1, bottom: 14, right: 2 } }];
    await writeSheets([renewed({ ...lists, cells: [...lists.cells, more], tables })], false);
    expect(own.tables.map(({ name, area }) => [name, area])).toEqual([
      ['Переименована', { top: 1, left: 1, bottom: 14, right: 3 }],
    ]);
    expect([cellAt(own, 14, 1)?.value, cellAt(own, 2, 3)?.value]).toEqual(['ещё одна', 'моё']);
  });

  it('protects a sheet as it was, whether the product or a person did', async () => {
    const [own, persons] = [sheet(form.name), sheet(roadmap.name)];
    const before = own.protection;
    expect(before).not.toBeNull();
    persons.protection = before;
    await writeSheets([renewed(form), renewed(roadmap)], false);
    expect(own.protection).toEqual(before);
    expect(persons.protection).toEqual(before);
  });
});

it('shows the first sheet, even if somebody hid it', async () => {
  await start();
  sheet(form.name).visibility = 'Hidden';
  sheet(lists.name).visibility = 'Hidden';
  await writeSheets([renewed(form), renewed(lists)], true);
  expect(excel.workbook.selection.sheet.name).toBe(form.name);
  expect([sheet(form.name).visibility, sheet(lists.name).visibility]).toEqual(['Visible', 'Hidden']);
});

it('means the same days in a workbook that counts from 1904', async () => {
  const workbook = createWorkbook();
  workbook.date1904 = true;
  excel = await startEmulatedExcel({ workbook });
  await openExcelWorkbook().put([{ spec: form, existing: null }], false);
  const { grid } = await openExcelWorkbook().read();
  const read = grid.sheets.find(({ name }) => name === form.name)?.cells;
  expect(read?.find(({ row, column }) => row === 6 && column === 3)?.value).toMatchObject({
    kind: 'date',
    iso: '2020-02-29',
  });
  // 1 January 2021 and 31 December 2023, 1462 days less than elsewhere.
  const rule = sheet(form.name).validations.find(({ type }) => type === 'date');
  expect(rule?.formulas).toEqual(['42735', '43829']);
});

describe('refused before anything is written', () => {
  beforeEach(() => start());

  it('a sheet with a password, though it is not the first', async () => {
    const own = sheet(form.name);
    if (own.protection === null) throw new Error('Not protected');
    own.protection = { ...own.protection, password: 'тайна' };
    const before = await snapshot();
    const work = writeSheets([renewed(roadmap), renewed(form)], false);
    expect(['protected', 'access-denied']).toContain(await problemOf(work));
    expect(await snapshot()).toBe(before);
  });

  it('a sheet that was deleted meanwhile', async () => {
    excel.workbook.sheets.splice(excel.workbook.sheets.indexOf(sheet(lists.name)), 1);
    const before = await snapshot();
    expect(await problemOf(writeSheets([renewed(roadmap), renewed(lists)], false))).toBe('not-found');
    expect(await snapshot()).toBe(before);
  });

  it('a new sheet whose name is taken', async () => {
    const before = await snapshot();
    const work = writeSheets([renewed(roadmap), { spec: form, existing: null }], false);
    expect(await problemOf(work)).toBe('unknown');
    expect(await snapshot()).toBe(before);
  });

  it('a name that means a place on another sheet', async () => {
    const before = await snapshot();
    const taken = { ...lists, name: 'Ещё списки', names: roadmap.names };
    expect(await problemOf(writeSheets([{ spec: taken, existing: null }], false))).toBe('unknown');
    expect(await snapshot()).toBe(before);
  });

  it('whatever it is while the user is typing into a cell', async () => {
    const before = await snapshot();
    excel.excel.cellEdit = true;
    expect(await problemOf(writeSheets([renewed(roadmap)], false))).toBe('cell-edit');
    excel.excel.cellEdit = false;
    expect(await snapshot()).toBe(before);
  });

  it('a spec that no workbook can hold', async () => {
    const before = await snapshot();
    const cells: CellSpec[] = [{ row: 1, column: 1, value: Number.NaN, style: 'number' }];
    await expect(writeSheets([renewed(roadmap), renewed({ ...form, cells })], false)).rejects.toThrow();
    expect(await snapshot()).toBe(before);
  });
});

it('gives a second table of one name a name of its own', async () => {
  await start();
  await writeSheets([{ spec: { ...lists, name: 'Другие списки', names: [] }, existing: null }], false);
  expect(['Списки', 'Другие списки'].map((name) => sheet(name).tables.map((table) => table.name))).toEqual([
    ['Texts'],
    ['Texts_2'],
  ]);
});
