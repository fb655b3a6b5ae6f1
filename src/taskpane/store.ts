/** One state that everything in the pane is drawn from; it is replaced, never changed in place. */
export interface Store<State extends object> {
  get(): State;
  set(patch: Partial<State>): void;
  /** The listener is called after every change. */
  subscribe(listener: () => void): void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners: (() => void)[] = [];
  return {
    get: () => state,
    set: (patch) => {
      state = { ...state, ...patch };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.push(listener);
    },
  };
}
