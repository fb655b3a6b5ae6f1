/** The workbook that is open in Excel, behind the port that the faces know. */
import type { OpenWorkbook } from '../port';
import { enterValues } from './enter-values';
import { explained } from './explain-refusal';
import { fillSheets } from './fill-sheets';
import { showMarks } from './marks';
import { readOpenState } from './read-sheets';
import { selectCell } from './select-cell';
import { watchEdits } from './watch-edits';
import { writeSheets } from './write-sheets';

/** How long after its own request an edit may still be told that the request made. */
const LATE_EVENTS_MS = 300;

/** The open workbook of the host that this page runs in; Office.js must be ready. */
export function openExcelWorkbook(): OpenWorkbook {
  let writing = 0;
  const write = async <T>(
    sheets: readonly { readonly sheet: string }[],
    work: () => Promise<T>,
  ): Promise<T> => {
    writing += 1;
    try {
      return await explained(
        sheets.map(({ sheet }) => sheet),
        work,
      );
    } finally {
      setTimeout(() => (writing -= 1), LATE_EVENTS_MS);
    }
  };
  return {
    read: readOpenState,
    put: (changes, show, run) =>
      write(
        changes.map(({ spec }) => ({ sheet: spec.name })),
        () => writeSheets(changes, show, run),
      ),
    enter: (entries) => write(entries, () => enterValues(entries)),
    fill: (fillings, run) => write(fillings, () => fillSheets(fillings, run)),
    select: selectCell,
    mark: (marks) => write(marks, () => showMarks(marks)),
    watch: (listener) => watchEdits(listener, () => writing > 0),
  };
}
