/** What goes wrong on demand: a test says at which request, and the host does it there. */

import { ExcelFailure } from './failures';

export type Fault =
  /** Excel answers with an error of this code; nothing of the request is done, or only the actions before `atAction`. */
  | { readonly kind: 'error'; readonly code: string; readonly atAction?: number }
  /** The request is done, or (`done` false) not even begun, and no answer ever comes. */
  | { readonly kind: 'silence'; readonly done: boolean }
  /** The library itself reports a failure by its number, such as 5103 (request too large) or 7000. */
  | { readonly kind: 'failure'; readonly failure: number }
  /** Something happens before the request is looked at, such as a user deleting a sheet. */
  | { readonly kind: 'meanwhile'; readonly happens: () => void };

export interface Faults {
  /** At the request of this number, counting from 1 since `reset`. */
  at(request: number, fault: Fault): void;
  /** At every request from now on until `reset`. */
  always(fault: Fault): void;
  /** Forgets all faults and counts from 1 again. */
  reset(): void;
  /** Takes the fault that is due at the next request, which this counts. */
  next(): Fault | null;
  /** Requests since `reset`. */
  readonly count: number;
}

export function createFaults(): Faults {
  const planned = new Map<number, Fault>();
  let everywhere: Fault | null = null;
  let count = 0;
  return {
    at: (request, fault) => {
      planned.set(request, fault);
    },
    always: (fault) => {
      everywhere = fault;
    },
    reset: () => {
      planned.clear();
      everywhere = null;
      count = 0;
    },
    next: () => {
      count += 1;
      return planned.get(count) ?? everywhere;
    },
    get count() {
      return count;
    },
  };
}

/** Thrown in place of an action. */
export function failAt(fault: Fault & { readonly kind: 'error' }): (index: number) => void {
  const at = fault.atAction ?? 0;
  return (index) => {
    if (index >= at) {
      throw new ExcelFailure(fault.code, `The host answers with ${fault.code}.`, 500);
    }
  };
}
