/** The pane: a state, what may change it, and a page that is drawn anew whenever it changed. */
import '@fluentui/web-components/button.js';
import '@fluentui/web-components/checkbox.js';
import '@fluentui/web-components/progress-bar.js';
import '@fluentui/web-components/text-input.js';
import { render } from 'lit';
import type { PaneContext } from './context';
import { keepFocus } from './focus';
import { redrawer } from './redraw';
import { initialState, type PaneState } from './state';
import { shell } from './shell';
import { createStore } from './store';
import { wireActions, type WiredActions } from './wire-actions';

export type AppParts = Omit<PaneContext, 'store'>;

/** The pane as it runs, for whoever shows it beside something else. */
export interface App {
  readonly actions: WiredActions;
  readonly state: () => PaneState;
}

/** Draws the pane into the element and reads the workbook for the first time. */
export function startApp(root: HTMLElement, parts: AppParts): App {
  const store = createStore<PaneState>(initialState());
  const context: PaneContext = { ...parts, store };
  const actions = wireActions(context);
  const focus = keepFocus();
  const draw = (): void => {
    focus.before();
    render(shell(store.get(), actions), root);
    focus.after(store.get());
  };
  draw();
  store.subscribe(redrawer(draw));
  actions.open();
  return { actions, state: () => store.get() };
}
