/** Reads the workbook, and everything that the views show of it. */
import { daysBetween, type CivilDate } from '../../calendar/civil-date';
import { agenda } from '../../monitoring/agenda';
import { completeness } from '../../monitoring/completeness';
import { executionStatus } from '../../monitoring/execution';
import { expectedSites, reportedQuarters } from '../../monitoring/expected';
import { reminders } from '../../monitoring/reminders';
import type { Programme } from '../../programme/schema';
import { buildReport } from '../../report/build-report';
import { progress, type Progress } from '../../report/progress';
import type { Grid } from '../../workbook/grid';
import type { CellPlace } from '../../workbook/port';
import { foundPlaceholders } from '../../workflows/open/fill-template';
import { inspectWorkbook, type Situation } from '../../workflows/open/inspect';
import { allLetters, letterText } from '../../workflows/open/letters';
import { overview } from '../../workflows/open/overview';
import type { PaneContext } from '../context';
import type { CheckpointRow, Desk, OpenBook, PaneState } from '../state';
import { viewsOf } from '../views-of';
import { shownSchools } from './schools-shown';

type DepartmentBook = Extract<Situation, { readonly kind: 'department' }>;

/** Reads the workbook anew; what the user chose in the pane stays, as far as it still makes sense. */
export async function readBook({ store, workbook, today: clock }: PaneContext): Promise<OpenBook> {
  const today = clock();
  const state = await workbook.read();
  const situation = inspectWorkbook(state, today);
  const desk = situation.kind === 'department' ? deskOf(situation, state.grid, today) : null;
  const isForeign = situation.kind === 'foreign' || situation.kind === 'own-document';
  const placeholders = isForeign ? foundPlaceholders(state.grid) : [];
  const book: OpenBook = { state, situation, desk, placeholders };
  const { view, report } = store.get();
  const views = viewsOf(book);
  store.set({
    book,
    view: views.includes(view) ? view : (views[0] ?? 'overview'),
    report: { ...report, shown: desk && shownReport(store.get(), desk) },
    ...(desk ? { schools: shownSchools(store.get().schools, desk) } : {}),
  });
  return book;
}

/** The figures of the quarter that «Отчёт» shows; null where no quarter is reported. */
export function shownReport({ report }: Pick<PaneState, 'report'>, desk: Desk): PaneState['report']['shown'] {
  const quarter = report.quarter ?? desk.overview.quarter;
  return quarter && buildReport(desk.department, quarter, report.revision);
}

function deskOf({ department, forms }: DepartmentBook, grid: Grid, today: CivilDate): Desk {
  const { programme, execution } = department;
  const places = checkpointPlaces(
    grid,
    execution.map(({ checkpoint }) => checkpoint.code),
  );
  const board = completeness(department, today);
  const watched = department.watched?.lines ?? [];
  const reminded = reminders({ ...department, watched }, board, today);
  const letters = reminded.map((reminder) => ({ reminder, letter: letterText(programme, reminder) }));
  let figures: Progress | undefined;
  return {
    department,
    overview: overview(department, today, forms, board),
    periods: periodsOf(programme),
    checkpoints: execution.map((line): CheckpointRow => {
      const { checkpoint, actual } = line;
      return {
        line,
        status: executionStatus(checkpoint, actual, today),
        daysLeft: checkpoint.date === null ? null : daysBetween(today, checkpoint.date),
        place: places.get(checkpoint.code) ?? null,
      };
    }),
    board,
    agenda: agenda(department, board, today),
    reminders: letters,
    letters: allLetters(letters.map(({ letter }) => letter)),
    // Figures of all quarters: only for the views that draw them, and once.
    get progress() {
      figures ??= progress(department, today);
      return figures;
    },
  };
}

export function periodsOf(programme: Programme): Desk['periods'] {
  return reportedQuarters(programme).map((quarter) => ({
    quarter,
    sites: expectedSites(programme, quarter),
  }));
}

/** Where the checkpoints stand: on the sheet that has most of their codes in one column. */
export function checkpointPlaces(grid: Grid, codes: readonly string[]): ReadonlyMap<string, CellPlace> {
  const wanted = new Set(codes);
  let best: ReadonlyMap<string, CellPlace> = new Map();
  for (const { name, cells } of grid.sheets) {
    const found = new Map<string, CellPlace>();
    for (const { row, column, value } of cells) {
      if (column !== 1 || value?.kind !== 'text' || !wanted.has(value.text)) continue;
      found.set(value.text, { sheet: name, cell: `A${row}` });
    }
    if (found.size > best.size) best = found;
  }
  return best;
}
