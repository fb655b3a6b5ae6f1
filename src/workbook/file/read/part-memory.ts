/**
 * What small parts said before, found by their packed bytes: relations and styles are the same in nearly every file that
 * one program has saved of one form, and to unpack and scan them costs more than to see that they are the same.
 */
import type { ReadCaps } from './caps';
import { sameBytes } from './same-bytes';
import type { ZipEntry } from './zip-directory';

interface Known<Made> {
  readonly entry: ZipEntry;
  readonly packed: Uint8Array;
  readonly caps: ReadCaps;
  readonly made: Made;
}

export interface PartMemory<Made> {
  /** What was made of such an entry under the same caps; undefined where none was. */
  find(entry: ZipEntry, packed: Uint8Array, caps: ReadCaps): Made | undefined;
  keep(entry: ZipEntry, packed: Uint8Array, caps: ReadCaps, made: Made): void;
}

const MOST_PARTS = 64;
const MOST_BYTES = 32 * 1024;

/** `Made` must be nothing that anybody changes. */
export function partMemory<Made extends object>(): PartMemory<Made> {
  const known = new Map<string, Known<Made>>();
  return {
    find: (entry, packed, caps) => {
      const before = known.get(keyOf(entry));
      return before?.caps === caps && isSame(before, entry, packed) ? before.made : undefined;
    },
    keep: (entry, packed, caps, made) => {
      if (packed.length <= MOST_BYTES) {
        if (known.size === MOST_PARTS) {
          known.clear();
        }
        known.set(keyOf(entry), { entry, packed: packed.slice(), caps, made });
      }
    },
  };
}

function keyOf({ name, crc }: ZipEntry): string {
  return `${crc} ${name}`;
}

function isSame(known: Known<object>, entry: ZipEntry, packed: Uint8Array): boolean {
  const { method, encrypted, size } = known.entry;
  return (
    method === entry.method &&
    encrypted === entry.encrypted &&
    size === entry.size &&
    known.packed.length === packed.length &&
    sameBytes(known.packed, 0, packed, 0, packed.length)
  );
}
