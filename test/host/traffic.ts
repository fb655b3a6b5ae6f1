/** Requests as they were made, for budgets. */

import type { Action, RequestBody } from './interpreter';

export interface RecordedRequest {
  readonly bytes: number;
  readonly replyBytes: number;
  readonly actions: readonly Action[];
  readonly body: RequestBody;
  readonly reply: string;
  /** The client's own housekeeping: forgetting objects after a run, telling that it is ready. */
  readonly housekeeping: boolean;
}

export interface Traffic {
  readonly requests: RecordedRequest[];
  /** Requests that the add-in asked for, without the client's housekeeping. */
  readonly syncs: readonly RecordedRequest[];
  clear(): void;
}

export function createTraffic(): Traffic {
  const requests: RecordedRequest[] = [];
  return {
    requests,
    get syncs() {
      return requests.filter(({ housekeeping }) => !housekeeping);
    },
    clear: () => {
      requests.length = 0;
    },
  };
}

const METHOD = 3;
const TRACE = 5;

/** Requests that consist of nothing but the forgetting of references, or that speak to a service of the library's own. */
export function isHousekeeping({ Actions, ObjectPaths }: RequestBody): boolean {
  const own = Object.values(ObjectPaths).some(({ Name }) => Name?.includes('AddinInternalService') === true);
  const forgetting = Actions.filter(({ ActionType }) => ActionType !== TRACE).every(
    ({ ActionType, Name }) =>
      (ActionType === METHOD && /^_Remove(All)?References?$/.test(Name ?? '')) || ActionType === 1,
  );
  const forgets = Actions.some(({ Name }) => /^_Remove(All)?References?$/.test(Name ?? ''));
  return own || (forgetting && forgets);
}
