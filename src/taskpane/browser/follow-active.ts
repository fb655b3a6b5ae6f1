/** Keeps the active cell in sight and, while a person works in the sheet, the focus on it. */
import type { BookView } from './book-view';

export interface ActiveFollower {
  before(): void;
  after(view: BookView): void;
}

const NEAREST = { block: 'nearest', inline: 'nearest' } as const;

export function followActive(): ActiveFollower {
  let inSheet = false;
  let last = '';
  let lastSheet = '';
  return {
    before: () => {
      inSheet = document.activeElement?.closest('.paper') != null;
    },
    after: (view) => {
      const entry = document.getElementById('cell-entry');
      if (entry instanceof HTMLInputElement) {
        if (document.activeElement !== entry) {
          entry.focus();
          entry.setSelectionRange(entry.value.length, entry.value.length);
        }
        return;
      }
      const { sheet } = view.workbook.active();
      const here = view.here();
      const cell = document.querySelector<HTMLElement>(`.paper td[data-cell="${here}"]`);
      if (inSheet) cell?.focus({ preventScroll: true });
      if (sheet !== lastSheet) {
        document.getElementById('sheet')?.scrollTo(0, 0);
        document.querySelector('.sheet-tab[aria-selected="true"]')?.scrollIntoView(NEAREST);
      }
      lastSheet = sheet;
      const place = `${sheet}!${here}`;
      if (place !== last && cell) {
        // Of a cell that is wider than the view, its beginning is shown.
        const isWide = cell.offsetWidth > (cell.closest('#sheet')?.clientWidth ?? 0) / 2;
        cell.scrollIntoView(isWide ? { block: 'nearest', inline: 'start' } : NEAREST);
      }
      last = place;
    },
  };
}
