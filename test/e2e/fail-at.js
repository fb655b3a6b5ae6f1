/*
 * Loaded before the command line: the call number FAIL_AT of those that change a disk fails with the code FAIL_HOW, or
 * kills the process («kill»), a write after half of its bytes. FAIL_ON: only calls of this name count.
 */
const fs = require('fs');

const { FAIL_AT, FAIL_HOW, FAIL_ON } = process.env;
const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fchmodSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'renameSync',
  'unlinkSync',
];
let left = Number(FAIL_AT);
let writable = new Set();

function concerns(name, [first, second]) {
  if (FAIL_ON !== undefined && FAIL_ON !== name) return false;
  if (name === 'openSync') return second !== undefined && second !== 'r';
  return typeof first !== 'number' || writable.has(first);
}

for (const name of CHANGING) {
  const real = fs[name];
  fs[name] = (...args) => {
    if (concerns(name, args)) {
      left -= 1;
      if (left === 0) {
        if (name === 'writeSync') real(args[0], args[1].subarray(0, args[1].length >> 1));
        if (FAIL_HOW === 'kill') process.kill(process.pid, 'SIGKILL');
        throw Object.assign(new Error(`${FAIL_HOW}: ${name}`), {
          code: FAIL_HOW,
          path: args[0],
          dest: args[1],
        });
      }
    }
    const result = real(...args);
    if (name === 'openSync' && concerns(name, args)) writable.add(result);
    if (name === 'closeSync') writable.delete(args[0]);
    return result;
  };
}
