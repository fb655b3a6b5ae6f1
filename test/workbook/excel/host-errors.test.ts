import { HostError, type HostProblem } from '../../../src/workbook/host-error';
import { toHostError } from '../../../src/workbook/excel/host-errors';
import { HOST_PROBLEMS } from '../../../src/text/host-problems';

/** Codes as Microsoft documents them, and what each means to a user. */
const CODES: readonly (readonly [string, HostProblem])[] = [
  ['InvalidOperationInCellEditMode', 'cell-edit'],
  ['AccessDenied', 'access-denied'],
  ['MergedRangeConflict', 'merged-range'],
  ['RequestPayloadSizeLimitExceeded', 'too-large'],
  ['ResponsePayloadSizeLimitExceeded', 'too-large'],
  ['ApiNotFound', 'unsupported'],
  ['UnsupportedFeature', 'unsupported'],
  ['ItemNotFound', 'not-found'],
  ['ConnectionFailure', 'network'],
  ['ActivityLimitReached', 'no-answer'],
  ['RequestAborted', 'cancelled'],
  ['GeneralException', 'unknown'],
  ['SomethingNew', 'unknown'],
];

function hostError(code: string): Error {
  return Object.assign(new Error('Текст на языке Excel'), {
    code,
    debugInfo: { errorLocation: 'Range.values' },
  });
}

test.each(CODES)('the code %s is the problem %s', (code, problem) => {
  const error = toHostError(hostError(code));
  expect(error).toBeInstanceOf(HostError);
  expect(error.problem).toBe(problem);
  expect(error.detail).toBe(`${code} Range.values`);
});

test('what is no host error keeps its message for support; a host error of ours stays', () => {
  expect(toHostError(new TypeError('x is undefined')).detail).toBe('TypeError: x is undefined');
  expect(toHostError('странное').detail).toBe('странное');
  const known = new HostError('cancelled', 'by the user');
  expect(toHostError(known)).toBe(known);
});

test('every problem has a Russian text that says what, why and what next', () => {
  const problems: Record<HostProblem, true> = {
    'cell-edit': true,
    protected: true,
    'read-only': true,
    'merged-range': true,
    'too-large': true,
    unsupported: true,
    'access-denied': true,
    'not-found': true,
    network: true,
    'no-answer': true,
    cancelled: true,
    unknown: true,
  };
  expect(Object.keys(HOST_PROBLEMS).sort()).toEqual(Object.keys(problems).sort());
  for (const { what, why, next } of Object.values(HOST_PROBLEMS)) {
    expect(what).toMatch(/^(?:Excel|[А-ЯЁ]).*[^.]$/);
    expect(why).toMatch(/^[А-ЯЁ].*\.$/);
    expect(next).toMatch(/^[А-ЯЁ].*\.$/);
    expect(`${what}${why}${next}`.replaceAll(/Excel|Enter|Esc|Microsoft/g, '')).not.toMatch(/[A-Za-z]/);
  }
});
