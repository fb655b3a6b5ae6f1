/** A form's file is read without the texts of its formulas, and all that is said of it is said as if they had been read. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { READER } from '../../src/cli/reader';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import type { FormulaDetail, ReadResult } from '../../src/workbook/port';
import { readFile } from '../../src/workflows/read-form';
import { goodGrid } from '../fixtures/grid-text';
import { FORMS_DAY, firstForm, manySchools } from '../fixtures/many-schools';
import { describeWith, runPython } from '../setup/programs';

const programme = manySchools(1);
const source = { programme, today: FORMS_DAY };
const given = (bytes: Uint8Array) => ({ name: 'форма.xlsx', bytes, sha256: '' });
/** Reads everything, whatever is asked for. */
const WHOLE = { read: (bytes: Uint8Array) => readWorkbookFile(bytes) };

/** The reader of the command line, and what it was asked for. */
function listening(): {
  readonly read: (bytes: Uint8Array, formulas?: FormulaDetail) => ReadResult;
  readonly asked: (FormulaDetail | undefined)[];
} {
  const asked: (FormulaDetail | undefined)[] = [];
  return {
    asked,
    read: (bytes, formulas) => {
      asked.push(formulas);
      return READER.read(bytes, formulas);
    },
  };
}

it('with marks, the grid is the same but for the texts', async () => {
  const bytes = await firstForm(programme);
  const texts = goodGrid(READER.read(bytes));
  const blank = texts.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, formula: '' })),
  }));
  expect(goodGrid(READER.read(bytes, 'marks'))).toEqual({ ...texts, sheets: blank });
  expect(texts.sheets.flatMap(({ cells }) => cells).filter(({ formula }) => formula).length).toBeGreaterThan(
    100,
  );
});

it('a form without a formula in an entry is read once, without texts', async () => {
  const bytes = await firstForm(programme);
  const reader = listening();
  const reading = readFile(reader, given(bytes), source);
  expect(reader.asked).toEqual(['marks']);
  expect(reading.whole).toBeDefined();
  expect(reading).toEqual(readFile(WHOLE, given(bytes), source));
});

const PUT = `
import sys, openpyxl
path, formula = sys.argv[1:]
book = openpyxl.load_workbook(path)
book['Форма']['I7'] = formula
book.save(path)
`;

describeWith('python3-openpyxl', 'a formula in place of an entry', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-formulas-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['=50+50', "='[1]Лист1'!A1"])('«%s» is quoted', async (formula) => {
    const path = join(folder, 'form.xlsx');
    writeFileSync(path, await firstForm(programme));
    runPython(PUT, [path, formula]);
    const reader = listening();
    const bytes = readFileSync(path);
    const reading = readFile(reader, given(bytes), source);
    expect(reader.asked).toEqual(['marks', 'texts']);
    expect(reading.findings.map(({ message }) => message).join('\n')).toContain(`«${formula}»`);
    expect(reading).toEqual(readFile(WHOLE, given(bytes), source));
  });
});
