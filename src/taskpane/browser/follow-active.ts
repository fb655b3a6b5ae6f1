/** Keeps the active cell in sight and, while a person works in the sheet, the focus on it. */
import type { BookView } from './book-view';

export interface ActiveFollower {
  before(): void;
  after(view: BookView): void;
}

export function followActive(): ActiveFollower {
  let inSheet = false;
  let last = '';
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
      const place = `${sheet}!${here}`;
      if (place !== last) cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      last = place;
    },
  };
}
