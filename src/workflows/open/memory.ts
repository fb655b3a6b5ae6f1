/**
 * What the product has written into a workbook, so that a later run knows its own cells from a person's: which sheets
 * are its own, and a short digest of every cell that it filled. It stands as lines of the hidden sheet «_meta».
 */
import { readMeta, SHEET_KEY } from '../../sheets/meta-sheet';
import { addressPlace, cellAddress, type Grid } from '../../workbook/grid';
import type { Contents } from './content';

/** A sheet of the product as it was written. */
export interface WrittenSheet {
  /** The name that the product calls the sheet by, such as «Отчёт»; the sheet itself may stand under another. */
  readonly role: string;
  /** Digest by address. */
  readonly cells: ReadonlyMap<string, string>;
}

/** Sheets by the names under which they stand. */
export type Memory = ReadonlyMap<string, WrittenSheet>;

const CELLS_KEY = 'cells:';
/** Characters in a cell of «_meta»; a cell holds 32,767. */
const CHUNK = 30_000;
const DIGEST_LENGTH = 3;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const memories = new WeakMap<Grid, Memory>();

/** What a workbook remembers; read once for each grid. */
export function memoryOf(grid: Grid): Memory {
  const known = memories.get(grid);
  if (known) return known;
  const made = readMemory(readMeta(grid));
  memories.set(grid, made);
  return made;
}

/** What the lines of «_meta» remember. */
export function readMemory(lines: ReadonlyMap<string, string>): Memory {
  return new Map(
    [...lines].flatMap(([key, role]) => {
      if (!key.startsWith(SHEET_KEY)) return [];
      const name = key.slice(SHEET_KEY.length);
      const chunks: string[] = [];
      for (let part = 1; lines.has(cellsKey(name, part)); part += 1) {
        chunks.push(lines.get(cellsKey(name, part)) ?? '');
      }
      return [[name, { role, cells: decoded(chunks.join('')) }] as const];
    }),
  );
}

/** The memory as lines of «_meta», key and value. */
export function memoryLines(memory: Memory): readonly (readonly [string, string])[] {
  return [...memory].flatMap(([name, { role, cells }]) => {
    const text = encoded(cells);
    const parts = Array.from(
      { length: Math.ceil(text.length / CHUNK) },
      (_, index) => [cellsKey(name, index + 1), text.slice(index * CHUNK, (index + 1) * CHUNK)] as const,
    );
    return [[`${SHEET_KEY}${name}`, role] as const, ...parts];
  });
}

/** Whether a line of «_meta» belongs to the memory. */
export function isMemoryLine(key: string): boolean {
  return key.startsWith(SHEET_KEY) || key.startsWith(CELLS_KEY);
}

/** Digests of what a sheet holds. */
export function digests(contents: Contents): ReadonlyMap<string, string> {
  return new Map([...contents].map(([address, content]) => [address, digestOf(content)]));
}

/** 18 bits of FNV-1a, in three characters: an edit goes unseen once in 262,144. */
export function digestOf(content: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < content.length; index += 1) {
    hash = Math.imul(hash ^ content.charCodeAt(index), 0x01000193) >>> 0;
  }
  const folded = (hash >>> 18) ^ (hash & 0x3ffff);
  return [12, 6, 0].map((shift) => ALPHABET.charAt((folded >>> shift) & 63)).join('');
}

function cellsKey(name: string, part: number): string {
  return `${CELLS_KEY}${part}:${name}`;
}

/** «A5=abcdefghi;A6=…»: a first cell, and the digests of the cells from there to the right. */
function encoded(cells: ReadonlyMap<string, string>): string {
  const runs: string[] = [];
  let expected = '';
  const placed = [...cells].map(([address, digest]) => ({ address, digest, ...addressPlace(address) }));
  for (const { address, digest, row, column } of placed.sort(
    (a, b) => a.row - b.row || a.column - b.column,
  )) {
    if (address === expected) runs.push(`${runs.pop() ?? ''}${digest}`);
    else runs.push(`${address}=${digest}`);
    expected = cellAddress(row, column + 1);
  }
  return runs.join(';');
}

function decoded(text: string): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const run of text.split(';')) {
    const [first = '', digests = ''] = run.split('=');
    const { row, column } = addressPlace(first);
    if (row === 0) continue;
    for (let at = 0; at * DIGEST_LENGTH < digests.length; at += 1) {
      const digest = digests.slice(at * DIGEST_LENGTH, (at + 1) * DIGEST_LENGTH);
      cells.set(cellAddress(row, column + at), digest);
    }
  }
  return cells;
}
