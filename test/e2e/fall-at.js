/*
 * Loaded before the command line: a reading thread that opens the file FALL_AT falls, as FALL_HOW says: «exit», «memory»,
 * «later» (an error after its answer), or «used» (only a thread that has read other files).
 */
const fs = require('fs');
const { setImmediate } = require('timers');
const { isMainThread } = require('worker_threads');

const { FALL_AT, FALL_HOW } = process.env;
const real = fs.openSync;
let opened = 0;

function fall() {
  if (FALL_HOW === 'exit' || (FALL_HOW === 'used' && opened > 0)) process.exit(1);
  if (FALL_HOW === 'memory') for (const kept = []; ;) kept.push(new Array(1_000_000).fill(kept.length));
  if (FALL_HOW === 'later') {
    setImmediate(() => {
      throw new Error('later');
    });
  }
}

if (!isMainThread) {
  fs.openSync = (path, ...rest) => {
    if (String(path).endsWith(FALL_AT)) fall();
    if (String(path).endsWith('.xlsx')) opened += 1;
    return real(path, ...rest);
  };
}
