/** The Department's workbook as actions need it: read anew, so that nothing is written over what changed meanwhile. */
import { HostError } from '../../workbook/host-error';
import type { OpenState } from '../../workbook/port';
import type { FormSheets } from '../../workflows/open/inspect';
import type { PaneContext } from '../context';
import type { Desk } from '../state';
import { readBook } from './read';

export interface FreshDesk {
  readonly state: OpenState;
  readonly desk: Desk;
  /** Forms that stand in the workbook. */
  readonly forms: readonly FormSheets[];
}

/** Throws a `HostError` where the workbook is no Department's any more: its sheets were deleted or damaged meanwhile. */
export async function freshDesk(context: PaneContext): Promise<FreshDesk> {
  const { state, desk, situation } = await readBook(context);
  if (!desk || situation.kind !== 'department') throw new HostError('not-found', 'department workbook');
  return { state, desk, forms: situation.forms };
}
