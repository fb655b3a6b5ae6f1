/** Whether `length` bytes of `a` and of `b`, each from its own place, are the same. */
export function sameBytes(
  a: Uint8Array,
  fromA: number,
  b: Uint8Array,
  fromB: number,
  length: number,
): boolean {
  for (let at = 0; at < length; at += 1) {
    if (a[fromA + at] !== b[fromB + at]) {
      return false;
    }
  }
  return true;
}
