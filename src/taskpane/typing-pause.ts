/** Typing goes on: a check waits until this many milliseconds have passed since the last edit. */
export const TYPING_PAUSE_MS = 600;
