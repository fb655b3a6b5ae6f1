/** Moves the focus where the next thing to do is, and back again: into a question, into a view, into an entry. */
import type { PaneState } from './state';

export interface FocusKeeper {
  before(): void;
  after(state: PaneState): void;
}

export function keepFocus(): FocusKeeper {
  let asking = false;
  let typing = false;
  /** What had the focus when the question came. */
  let earlier: Element | null = null;
  let current: Element | null = null;
  return {
    before: () => {
      current = document.activeElement;
    },
    after: ({ question, check, watch }) => {
      if (question && !asking) {
        earlier = current;
        focus(document.getElementById('question-no'));
      } else if (!question && asking) {
        focus(earlier?.isConnected === true ? earlier : document.getElementById('view'));
      } else if ((check.reason ?? watch) && !typing) {
        focus(document.getElementById(watch ? 'watch-note' : 'reason'));
      } else if (current !== null && !current.isConnected) {
        // What had the focus is gone; the view takes it, so that the keyboard does not start at the top.
        focus(document.getElementById('view'), true);
      }
      asking = question !== null;
      typing = check.reason !== null || watch !== null;
    },
  };
}

function focus(element: Element | null, preventScroll = false): void {
  // Fluent's elements take the focus only once they have drawn themselves.
  if (element instanceof HTMLElement) requestAnimationFrame(() => element.focus({ preventScroll }));
}
