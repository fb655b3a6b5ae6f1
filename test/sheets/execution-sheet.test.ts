/** The formula of «Статус» against the rule that it stands for, as LibreOffice calculates it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, civilDate, type CivilDate } from '../../src/calendar/civil-date';
import { executionStatus, type ExecutionLine } from '../../src/monitoring/execution';
import { programmeCheckpoints } from '../../src/programme/checkpoints';
import { executionSpec } from '../../src/sheets/execution-sheet';
import { EXECUTION_WORDS } from '../../src/text/execution';
import { readWorkbookFile } from '../../src/workbook/file/read-workbook';
import { writeWorkbookFile } from '../../src/workbook/file/write-workbook';
import { goodGrid } from '../fixtures/grid-text';
import { IVANOVO } from '../programme/programmes';
import { convertWithLibreOffice, describeWith } from '../setup/programs';

const TODAY = civilDate(2022, 10, 3);

/** Dates around the day and around the fortnight before it, with and without a working day after them, done or not. */
function combinations(): readonly ExecutionLine[] {
  const [base] = programmeCheckpoints(IVANOVO).checkpoints;
  if (!base) throw new Error('No checkpoint');
  const dates = [null, ...[-30, -2, -1, 0, 1, 12, 13, 14, 15, 16, 60].map((days) => addDays(TODAY, days))];
  return dates.flatMap((date) =>
    [0, 1, 2].flatMap((gap) =>
      [null, -1, 0, 1, 2, 3].map((after, index): ExecutionLine => {
        const nextWorkingDay = date === null || gap === 0 ? null : addDays(date, gap);
        const actual: CivilDate | null = after === null ? null : addDays(date ?? TODAY, after);
        return {
          checkpoint: { ...base, code: `${date ?? 'нет'} ${gap} ${index}`, date, nextWorkingDay },
          actual,
          document: '',
          reason: '',
        };
      }),
    ),
  );
}

describeWith('soffice', 'statuses in LibreOffice', () => {
  test('are those of the rule, for every combination', async () => {
    const lines = combinations();
    const spec = executionSpec(lines, TODAY);
    // Without their cached results, so that what is read is what was calculated.
    const cells = spec.cells.map((cell) => {
      const { value, ...rest } = cell;
      return cell.formula === undefined || value === undefined ? cell : rest;
    });
    const folder = mkdtempSync(join(tmpdir(), 'execution-'));
    const input = join(folder, 'исполнение.xlsx');
    writeFileSync(
      input,
      await writeWorkbookFile({ title: 'Исполнение', date: TODAY, sheets: [{ ...spec, cells }] }),
    );
    const grid = goodGrid(
      readWorkbookFile(readFileSync(convertWithLibreOffice(input, 'xlsx', join(folder, 'out')))),
    );
    rmSync(folder, { recursive: true });
    const calculated = (wanted: number) =>
      (grid.sheets[0]?.cells ?? [])
        .filter(({ column, formula }) => column === wanted && formula !== undefined)
        .map(({ value }) => (value?.kind === 'text' ? value.text : value));
    const shown = calculated(8);
    expect(shown).toEqual(
      lines.map(({ checkpoint, actual }) => EXECUTION_WORDS[executionStatus(checkpoint, actual, TODAY)]),
    );
    expect(new Set(shown)).toEqual(new Set(Object.values(EXECUTION_WORDS)));
    // The signs, which icons stand for: a tick, an exclamation mark, a cross, nothing.
    const signs: Record<string, number> = {
      выполнено: 2,
      'выполнено с опозданием': 1,
      скоро: 1,
      просрочено: 0,
    };
    const wanted = shown.map((word) => {
      const sign = typeof word === 'string' ? signs[word] : undefined;
      return sign === undefined ? '' : { kind: 'number', number: sign };
    });
    expect(calculated(11).map((value) => value ?? '')).toEqual(wanted);
  });
});
