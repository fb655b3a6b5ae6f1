/** An operator's form filled in the emulated Excel, held against the same form filled in its file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openExcelWorkbook } from '../../../src/workbook/excel/open-excel-workbook';
import { planOpenTemplate } from '../../../src/workflows/open/fill-template';
import { startEmulatedExcel, type EmulatedExcel } from '../../host/client/main-realm';
import { area, areaText } from '../../host/model/area';
import { ensureCell, keyColumn, keyRow } from '../../host/model/cells';
import {
  PROTECTION_OPTIONS,
  type Sheet,
  type SheetProtection,
  type Workbook,
} from '../../host/model/workbook';
import { openXlsx } from '../../host/open-xlsx';
import { describeWith } from '../../setup/programs';
import { cellAddress } from '../../../src/workbook/grid';
import { fillFile, makeForms, SOURCE } from '../../workflows/template/template-world';

const PROTECTED: SheetProtection = {
  options: Object.fromEntries(PROTECTION_OPTIONS.map((name) => [name, false])) as SheetProtection['options'],
  selectionMode: 'Normal',
};

let folder: string;
let excel: EmulatedExcel;
const form = (name: string): string => join(folder, `${name}.xlsx`);

async function fillOpen(workbook: Workbook, matrix?: Record<string, string>) {
  excel = await startEmulatedExcel({ workbook, ...(matrix && { matrix }) });
  const open = openExcelWorkbook();
  const { fillings } = planOpenTemplate((await open.read()).grid, SOURCE);
  return open.fill(fillings);
}

/** What a person sees, and what Excel works with, but for results of formulas: nothing calculates here. */
function seen(sheet: Sheet): unknown {
  const { cells, merges, validations, conditionalFormats, rows, layout, tables, notes } = sheet;
  const areas = (all: readonly Parameters<typeof areaText>[0][]): string[] => all.map(areaText).sort();
  return {
    cells: Object.fromEntries(
      [...cells]
        .filter(([, { value, formula }]) => value !== undefined || formula !== undefined)
        .map(([key, { value, formula, style }]) => [
          cellAddress(keyRow(key), keyColumn(key)),
          [formula === undefined ? value : `=${formula}`, style?.numberFormat ?? 'General'],
        ]),
    ),
    merges: areas(merges),
    validations: validations.map((rule) => [rule.type, areaCells(rule.areas), rule.formulas]),
    rules: conditionalFormats.map((rule) => [rule.type, areaCells(rule.areas), rule.formulas]),
    heights: [...rows].flatMap(([row, { points }]) => (points === undefined ? [] : [[row, points]])).sort(),
    print: areas(layout.printAreas),
    titles: layout.titleRows,
    tables: tables.map(({ area }) => areaText(area)),
    notes: [...notes.keys()].map((key) => cellAddress(keyRow(key), keyColumn(key))),
  };
}

/** Two areas side by side are as good as one. */
function areaCells(areas: readonly Parameters<typeof areaText>[0][]): string[] {
  const cells = areas.flatMap(({ top, left, bottom, right }) =>
    Array.from({ length: bottom - top + 1 }, (_, y) =>
      Array.from({ length: right - left + 1 }, (__, x) => cellAddress(top + y, left + x)),
    ).flat(),
  );
  return [...new Set(cells)].sort();
}

describeWith('python3-openpyxl', 'a form filled in the open workbook', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kvantorium-open-form-'));
    makeForms(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => excel.close());

  it.each(['quarterly', 'figures', 'readiness'])('comes out as %s does in its file', async (name) => {
    const workbook = openXlsx(readFileSync(form(name)));
    const outcome = await fillOpen(workbook);
    expect(outcome.ok).toBe(true);
    const filed = openXlsx(fillFile(form(name)).bytes);
    for (const [index, sheet] of filed.sheets.entries()) {
      const here = workbook.sheets[index];
      if (!here) throw new Error(sheet.name);
      expect([sheet.name, seen(here)]).toEqual([sheet.name, seen(sheet)]);
    }
    const names = ({ names: all }: Workbook): string[] =>
      all.map(({ name: own, formula }) => `${own}: ${formula}`).sort();
    expect(names(workbook)).toEqual(names(filed));
  });

  it('takes few requests, on a host that is as old as the manifest lets in', async () => {
    const workbook = openXlsx(readFileSync(form('quarterly')));
    const before = structuredClone(workbook);
    await fillOpen(workbook, { ExcelApi: '1.9' });
    expect(excel.traffic.syncs.length).toBeLessThanOrEqual(12);
    expect(seen(sheetAt(workbook, 2))).toEqual(seen(sheetAt(before, 2)));
  });

  it('changes nothing where a merge or a table begins or ends in the rows that repeat', async () => {
    for (const [kind, spoil] of [
      ['merge-across', (sheet: Sheet) => (sheet.merges = [...sheet.merges, area(5, 7, 6, 7)])],
      ['table-in-block', (sheet: Sheet) => moveTable(sheet)],
    ] as const) {
      const workbook = openXlsx(readFileSync(form(kind === 'merge-across' ? 'quarterly' : 'readiness')));
      spoil(sheetAt(workbook, 0));
      const before = workbook.sheets.map(seen);
      const outcome = await fillOpen(workbook);
      expect(outcome).toMatchObject({ ok: false, obstacles: [{ kind }] });
      expect(workbook.sheets.map(seen)).toEqual(before);
      if (kind === 'merge-across') await excel.close();
    }
  });

  it('leaves a protected form as it is', async () => {
    const workbook = openXlsx(readFileSync(form('quarterly')));
    const sheet = sheetAt(workbook, 0);
    sheet.protection = PROTECTED;
    const before = workbook.sheets.map(seen);
    await expect(fillOpen(workbook)).rejects.toMatchObject({ problem: 'protected' });
    expect(workbook.sheets.map(seen)).toEqual(before);
  });

  it('says where a formula on a protected sheet should have grown', async () => {
    const workbook = openXlsx(readFileSync(form('quarterly')));
    const notes = sheetAt(workbook, 1);
    notes.protection = PROTECTED;
    ensureCell(notes, 4, 1).formula = "SUM('Отчёт оператору'!D5:D5)";
    expect(await fillOpen(workbook)).toEqual({ ok: true, remarks: [{ sheet: notes.name, cell: 'A4' }] });
  });
});

function sheetAt({ sheets }: Workbook, index: number): Sheet {
  const sheet = sheets[index];
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** The table of the form that stands below its rows begins in them. */
function moveTable({ tables: [table] }: Sheet): void {
  if (!table) throw new Error('no table');
  table.area = area(6, 8, 9, 9);
}
