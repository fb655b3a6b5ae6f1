/**
 * A thousand files at once, as they come: some as they were issued, some saved by LibreOffice, some by openpyxl, some of
 * each spoiled in a way of its own. Every good one is accepted, every other refused, each for its true reason.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { readLog } from '../../src/sheets/log-sheet';
import { goodGrid } from '../fixtures/grid-text';
import { FORMS_DAY, firstForm, formsLike, manySchools, schoolCode } from '../fixtures/many-schools';
import { editWithLibreOffice } from '../setup/edit-with-libreoffice';
import { describeWith, findProgram } from '../setup/programs';
import { folderIn, freshFolder, runWell } from './run-cli';
import { changeWorkbooks } from './workbooks';

const FILES = 1000;
const FORM = 'Форма';
/** The fact of the first row. */
const FACT = 'I7';

interface Source {
  readonly name: string;
  /** Codes of the errors that the log must name; none: accepted. */
  readonly errors: readonly string[];
}

const SOURCES: readonly Source[] = [
  { name: 'issued', errors: [] },
  { name: 'office', errors: [] },
  { name: 'python', errors: [] },
  { name: 'office-text', errors: ['F2'] },
  { name: 'python-text', errors: ['F2'] },
  { name: 'office-negative', errors: ['F4'] },
  { name: 'python-empty', errors: ['F1'] },
  { name: 'office-row', errors: ['T3'] },
  { name: 'python-title', errors: ['T1'] },
];

const ready = findProgram('soffice') === undefined ? describe.skip : describe;

ready('with LibreOffice', () => {
  describeWith('python3-openpyxl', 'a thousand files of many hands', () => {
    let folder = '';
    let results: ReadonlyMap<string, { readonly result: string; readonly summary: string }> = new Map();
    const path = (name: string): string => join(folder, `${name}.xlsx`);
    const sourceOf = (index: number): Source => SOURCES[index % SOURCES.length] ?? { name: '', errors: [] };

    beforeAll(async () => {
      folder = freshFolder();
      const programme = manySchools(FILES);
      writeFileSync(path('issued'), await firstForm(programme));
      const type = (cell: string, content: number | string) =>
        ({ do: 'type', sheet: FORM, cell, content }) as const;
      const deleted = { do: 'deleteRows', sheet: FORM, at: 8, count: 1 } as const;
      editWithLibreOffice([
        { file: path('issued'), out: path('office'), edits: [] },
        { file: path('issued'), out: path('office-text'), edits: [type(FACT, '12 чел.')] },
        { file: path('issued'), out: path('office-negative'), edits: [type(FACT, -5)] },
        {
          file: path('issued'),
          out: path('office-row'),
          edits: [{ do: 'unprotect', sheet: FORM }, deleted],
        },
      ]);
      const set = (sheet: string, cell: string, value: number | string | null) => ({
        do: 'set',
        sheet,
        cell,
        value,
      });
      changeWorkbooks([
        { file: path('issued'), out: path('python'), steps: [] },
        { file: path('issued'), out: path('python-text'), steps: [set(FORM, FACT, '~300')] },
        { file: path('issued'), out: path('python-empty'), steps: [set(FORM, FACT, null)] },
        { file: path('issued'), out: path('python-title'), steps: [set('Титул', titleCell(), null)] },
      ]);
      const forms = SOURCES.map(({ name }) => formsLike(new Uint8Array(readFileSync(path(name)))));
      const returned = folderIn(folder, 'returned');
      for (let index = 0; index < FILES; index += 1) {
        const bytes = forms[index % forms.length]?.(index) ?? Buffer.alloc(0);
        writeFileSync(join(returned, `${schoolCode(index)}.xlsx`), bytes);
      }
      const programmeFile = join(folder, 'programme.json');
      writeFileSync(programmeFile, JSON.stringify(programme));
      const today = ['--today', FORMS_DAY];
      runWell(['init', '--programme', programmeFile, '--out', path('department'), ...today]);
      runWell(['receive', returned, '--workbook', path('department'), '--out', path('after'), ...today]);
      const log = goodGrid(readWorkbookFile(readFileSync(path('after')))).sheets.find(
        ({ name }) => name === 'Журнал приёма',
      );
      results = new Map((log && readLog(log))?.map((entry) => [entry.file, entry]));
    });

    /** Where the name of who filled the form stands. */
    function titleCell(): string {
      const grid = goodGrid(readWorkbookFile(readFileSync(path('issued'))));
      const cell = grid.sheets
        .find(({ name }) => name === 'Титул')
        ?.cells.find(({ value }) => value?.kind === 'text' && value.text.startsWith('Исполнитель'));
      return `B${cell?.row ?? 0}`;
    }

    it('leaves a line in the log for each', () => {
      expect(results.size).toBe(FILES);
    });

    it.each(SOURCES.map((source, index) => [source.name, index] as const))(
      '%s: each for its true reason',
      (_, at) => {
        const own = Array.from({ length: FILES }, (__, index) => index).filter(
          (index) => index % SOURCES.length === at,
        );
        const { errors } = sourceOf(at);
        const said = own.map((index) => {
          const { result = '', summary = '' } = results.get(`${schoolCode(index)}.xlsx`) ?? {};
          return `${result}: ${errors.filter((code) => summary.includes(code)).join()}`;
        });
        expect(own.length).toBeGreaterThan(100);
        expect([...new Set(said)]).toEqual([
          `${errors.length === 0 ? 'accepted' : 'refused'}: ${errors.join()}`,
        ]);
      },
    );
  });
});
