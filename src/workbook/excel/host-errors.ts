/** From the host's own errors to the product's vocabulary: by code alone, since messages are in the host's language. */
import { HostError, type HostProblem } from '../host-error';

/**
 * Codes of `Excel.ErrorCodes` and `OfficeExtension.ErrorCodes`. What is missing here can't be explained to a user by
 * its code and is «unknown».
 */
const PROBLEMS: ReadonlyMap<string, HostProblem> = new Map([
  ['InvalidOperationInCellEditMode', 'cell-edit'],

  ['AccessDenied', 'access-denied'],
  ['Unauthenticated', 'access-denied'],
  ['BadPassword', 'protected'],

  ['MergedRangeConflict', 'merged-range'],

  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['OperationCellsExceedLimit', 'too-large'],
  ['RangeExceedsLimit', 'too-large'],
  ['MemoryLimitReached', 'too-large'],

  ['ApiNotFound', 'unsupported'],
  ['ApiNotAvailable', 'unsupported'],
  ['UnsupportedFeature', 'unsupported'],
  ['UnsupportedOperation', 'unsupported'],
  ['UnsupportedSheet', 'unsupported'],
  ['NotImplemented', 'unsupported'],

  ['ItemNotFound', 'not-found'],
  ['InvalidReference', 'not-found'],
  ['InvalidBinding', 'not-found'],

  ['ConnectionFailure', 'network'],
  ['ServiceNotAvailable', 'network'],
  ['InvalidOrTimedOutSession', 'network'],

  ['Timeout', 'no-answer'],
  ['ActivityLimitReached', 'no-answer'],
  // A window with a question is open.
  ['WriteNotSupportedWhenModalDialogOpen', 'no-answer'],

  ['RequestAborted', 'cancelled'],
] satisfies readonly (readonly [string, HostProblem])[]);

/**
 * The product's error for whatever an Office.js call threw. A `HostError` stays what it is. The host's message is not
 * taken over: it is in the host's language and not meant for users.
 */
export function toHostError(thrown: unknown): HostError {
  if (thrown instanceof HostError) {
    return thrown;
  }
  const code = textOf(thrown, 'code');
  const problem = PROBLEMS.get(code) ?? 'unknown';
  return new HostError(problem, detailOf(thrown, code));
}

/** Code and place, such as «ItemNotFound Worksheet.getRange»; for what is no host error, its name and message. */
function detailOf(thrown: unknown, code: string): string {
  const info = propertyOf(thrown, 'debugInfo');
  const place = textOf(info, 'errorLocation');
  if (code !== '') {
    return place === '' ? code : `${code} ${place}`;
  }
  return thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string {
  const found = propertyOf(value, name);
  return typeof found === 'string' ? found : '';
}
