/** The small window over Excel, on a host that shows it, one that refuses it, and one that says nothing. */
import { showProblemWindow } from '../../src/commands/problem-window';

type Opened = (result: {
  status: string;
  value: { addEventHandler: (type: string, closed: () => void) => void };
}) => void;

let asked: string | undefined;
let close: (() => void) | undefined;

function host(answer: (opened: Opened) => void): void {
  const displayDialogAsync = (url: string, _options: object, opened: Opened): void => {
    asked = url;
    answer(opened);
  };
  Object.assign(globalThis, {
    window: { location: { href: 'https://pages.test/commands.html' } },
    Office: {
      AsyncResultStatus: { Failed: 'failed' },
      EventType: { DialogEventReceived: 'dialogEventReceived' },
      context: { ui: { displayDialogAsync } },
    },
  });
}

const answerWith = (status: string) => (opened: Opened) =>
  opened({ status, value: { addEventHandler: (_type, closed) => (close = closed) } });

/** Whether the wait for the window is over by now. */
async function isOver(waiting: Promise<void>): Promise<boolean> {
  const pending = Symbol('pending');
  await jest.advanceTimersByTimeAsync(0);
  return (await Promise.race([waiting, Promise.resolve(pending)])) !== pending;
}

beforeEach(() => {
  jest.useFakeTimers();
  asked = undefined;
  close = undefined;
});

afterEach(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'Office');
  Reflect.deleteProperty(globalThis, 'window');
});

it('names the problem to a page of ours, and waits until the user closes it', async () => {
  host(answerWith('succeeded'));
  const waiting = showProblemWindow('read-only');
  expect(asked).toBe('https://pages.test/problem.html?problem=read-only');
  expect(await isOver(waiting)).toBe(false);
  close?.();
  expect(await isOver(waiting)).toBe(true);
});

it('does not wait for ever for a window that nobody closes', async () => {
  host(answerWith('succeeded'));
  const waiting = showProblemWindow('protected');
  await jest.advanceTimersByTimeAsync(59_000);
  expect(await isOver(waiting)).toBe(false);
  await jest.advanceTimersByTimeAsync(1000);
  expect(await isOver(waiting)).toBe(true);
});

it('goes on at once where the host refuses the window', async () => {
  host(answerWith('failed'));
  expect(await isOver(showProblemWindow('protected'))).toBe(true);
});

it('goes on after five seconds where the host says nothing', async () => {
  host(() => undefined);
  const waiting = showProblemWindow('protected');
  await jest.advanceTimersByTimeAsync(4900);
  expect(await isOver(waiting)).toBe(false);
  await jest.advanceTimersByTimeAsync(100);
  expect(await isOver(waiting)).toBe(true);
});
