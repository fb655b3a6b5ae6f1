/**
 * A school's file edited by hand in LibreOffice – typed, pasted over, cut and moved, rows copied – and calculated anew:
 * «Проверка» says what the Department's check says of the same file, or shows that the form is broken.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '../../../src/calendar/civil-date';
import type { Quarter } from '../../../src/calendar/quarter';
import type { Finding } from '../../../src/controls/finding';
import { issueForm } from '../../../src/monitoring/issue-form';
import type { Register } from '../../../src/monitoring/register';
import { checkForm } from '../../../src/workflows/check-form';
import { formWorkbook } from '../../../src/workflows/issue-forms';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../../src/workbook/file/write-workbook';
import { cellAddress, type Grid } from '../../../src/workbook/grid';
import { sheetOf } from '../../fixtures/edit-grid';
import { editWithLibreOffice, type HandEdit } from '../../setup/edit-with-libreoffice';
import { describeWith } from '../../setup/programs';
import { accepted, INDICATORS, programme, rowsFor, SITE, TITLE } from '../../workflows/school';

const QUARTER: Quarter = { year: 2022, number: 3 };
const TODAY = civilDate(2022, 10, 1);
const FORM = 'Форма';
const TITLE_SHEET = 'Титул';

/** The parts of a share have to be reported. */
const SCHOOL = programme({
  indicators: INDICATORS.map((each) => (/^4\.\d$/.test(each.code) ? { ...each, required: true } : each)),
});
const REGISTER: Register = [accepted(SCHOOL, { year: 2022, number: 2 })];

const type = (cell: string, content: number | string, sheet = FORM): HandEdit => ({
  do: 'type',
  sheet,
  cell,
  content,
});
const cut = (from: string, to: string, sheet = FORM): HandEdit => ({ do: 'cut', sheet, from, to });
const copy = (from: string, to: string): HandEdit => ({ do: 'copy', sheet: FORM, from, to });
const unprotect: HandEdit = { do: 'unprotect', sheet: FORM };

/** Facts stand in I, totals in K, reasons in N; row 1 in line 7, 2 in 8, 2.1 in 9, 2.2 in 10, 3.1 in 12, 4 in 14, 4.1 in 15, 4.2 in 16. */
const EDITS: readonly (readonly [name: string, edits: readonly HandEdit[], codes: readonly string[]])[] = [
  ['nothing', [], []],
  ['a value typed over', [type('I9', 11)], ['L1.2.1', 'A1.2']],
  ['a value deleted', [type('I15', '')], ['F1']],
  ['a value pasted over another', [copy('I8', 'I9')], ['A1.2']],
  ['values pasted over a column', [copy('I7:I10', 'K7')], ['P1.1']],
  ['a text pasted into a number’s cell', [type('I7', '100 чел.')], ['F2']],
  ['a number kept as text', [type('I8', '10 ')], ['F2']],
  ['a formula pasted into a number’s cell', [type('I9', '=3+3')], []],
  ['a formula that fails', [type('I9', '=1/0')], ['F2']],
  ['a fact cut and put where another stood', [cut('I15', 'I16')], ['F1']],
  ['a fact cut and put back', [unprotect, cut('I15', 'I40'), cut('I40', 'I15')], []],
  ['a fact cut to where the sheet is locked', [cut('I15', 'I40')], []],
  ['a fact cut into its total', [cut('I12', 'K12')], []],
  ['a total cut into its fact', [cut('K13', 'I13')], []],
  ['two facts cut one line up', [cut('I9:I10', 'I8')], []],
  ['a fact cut out of the table', [unprotect, cut('I16', 'I40')], ['F1']],
  [
    'a reason cut to another row',
    [type('I7', 250), type('N7', 'набор начался позже'), cut('N7', 'N8')],
    ['C1'],
  ],
  ['a name on the title cut to the next line', [cut('B11', 'B12', TITLE_SHEET)], ['T1']],
  ['a line inserted', [unprotect, { do: 'insertRows', sheet: FORM, at: 9, count: 2 }], []],
  ['a line inserted above the table', [unprotect, { do: 'insertRows', sheet: FORM, at: 1, count: 1 }], []],
  ['a row copied over the next', [unprotect, copy('A8:O8', 'A9')], ['T3']],
  ['a row copied below the table', [unprotect, copy('A8:O8', 'A30')], ['T3']],
  ['a row cut and put below the table', [unprotect, cut('A9:O9', 'A30')], []],
  ['a row cut over another', [unprotect, cut('A9:O9', 'A10')], ['T3']],
  ['a row deleted', [unprotect, { do: 'deleteRows', sheet: FORM, at: 9, count: 1 }], ['T3']],
  ['the share’s formula typed over', [unprotect, type('I14', 50)], ['A1.4']],
  ['a text typed over the share’s formula', [unprotect, type('I14', '50 %')], ['F2']],
];

const folder = mkdtempSync(join(tmpdir(), 'kvantorium-hand-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function grid(file: string): Grid {
  const read = readWorkbookFile(readFileSync(file));
  if (!read.ok) throw new Error(read.detail);
  return read.grid;
}

interface Shown {
  readonly verdict: string;
  readonly states: ReadonlyMap<string, string>;
  readonly broken: readonly string[];
}

/** What «Проверка» says: verdict, state by code, and cells in view that hold an error. */
function shownOn(read: Grid): Shown {
  const values = new Map(
    sheetOf(read, 'Проверка').cells.map(({ row, column, value }) => [cellAddress(row, column), value]),
  );
  const text = (address: string): string => {
    const value = values.get(address);
    return value?.kind === 'text' ? value.text : value?.kind === 'error' ? value.error : '';
  };
  const codes = [...values].flatMap(([address, value]) =>
    value?.kind === 'text' && /^A(\d\d+|[7-9])$/.test(address)
      ? [[value.text, text(`G${address.slice(1)}`)] as const]
      : [],
  );
  return {
    verdict: text('A3'),
    states: new Map(codes.filter(([, state]) => state !== '')),
    broken: [...values].flatMap(([address, value]) =>
      value?.kind === 'error' && /^[A-H]\d/.test(address) ? [address] : [],
    ),
  };
}

const OK = new Set(['выполнено', 'нет данных', 'не применяется']);

describeWith('soffice', 'a form edited by hand in LibreOffice', () => {
  const results = new Map<string, { readonly shown: Shown; readonly findings: readonly Finding[] }>();

  beforeAll(async () => {
    const site = SCHOOL.sites.find(({ code }) => code === SITE);
    if (!site) throw new Error('no site');
    const form = issueForm(SCHOOL, REGISTER, site, QUARTER, TODAY);
    const file = join(folder, 'form.xlsx');
    writeFileSync(
      file,
      await writeWorkbookFile(formWorkbook(form, { title: TITLE, rows: rowsFor(QUARTER) })),
    );
    const outOf = (index: number): string => join(folder, `edited-${index}.xlsx`);
    editWithLibreOffice(EDITS.map(([, edits], index) => ({ file, out: outOf(index), edits })));
    EDITS.forEach(([name], index) => {
      const read = grid(outOf(index));
      const { findings } = checkForm(read, 'form.xlsx', {
        programme: SCHOOL,
        register: REGISTER,
        today: TODAY,
      });
      results.set(name, { shown: shownOn(read), findings });
    });
  }, 240_000);

  it('has its pasted formula named by the Department’s check, with the cell', () => {
    const { findings = [] } = results.get('a formula pasted into a number’s cell') ?? {};
    expect(findings).toEqual([
      expect.objectContaining({ code: 'F2', level: 'warning', sheet: FORM, cell: 'I9' }),
    ]);
  });

  it.each(EDITS)('%s', (name, _edits, codes) => {
    const result = results.get(name);
    if (!result) throw new Error('not tried');
    const { shown, findings } = result;
    const errors = findings.filter(({ level, code }) => level === 'error' && code !== 'D1');
    const failed = [...shown.states].filter(([, state]) => !OK.has(state)).map(([code]) => code);
    expect(shown.broken).toEqual([]);
    // What was meant to go wrong is seen by both.
    const found = new Set(findings.map(({ code }) => code));
    expect(codes.filter((code) => !found.has(code) || !failed.includes(code))).toEqual([]);
    // And whatever the Department finds, the school's own sheet has said.
    expect([...new Set(errors.map(({ code }) => code))].filter((code) => !failed.includes(code))).toEqual([]);
    expect([name, shown.verdict === 'Можно сдавать']).toEqual([name, errors.length === 0]);
    if (!findings.some(({ code, level }) => /^[TF]\d/.test(code) && level === 'error')) {
      expect(failed.sort()).toEqual(
        [
          ...new Set(
            findings.filter(({ code }) => code !== 'D1' && !/^[TF]/.test(code)).map(({ code }) => code),
          ),
        ].sort(),
      );
    }
  });
});
