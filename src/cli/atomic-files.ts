/**
 * Files that appear whole or not at all, several of them together: each is written beside its place, and only when all
 * are safely on the disk are they put in place. What a killed process leaves behind, the next one takes away.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';

/** In pieces: only one of them is in memory. */
export type Content = Uint8Array | string | Iterable<Uint8Array | string>;

export interface StagedFile {
  readonly target: string;
  /** Where its content stands already. */
  readonly temporary: string;
}

/** A name says whose a temporary file is: of this machine, of a process. No other program names files so. */
const OWN = `.kvantorium-${createHash('sha256').update(hostname()).digest('hex').slice(0, 12)}`;
const OWN_NAME = new RegExp(`^\\${OWN}-(\\d+)-\\d+\\.tmp$`);

const inUse = new Set<string>();
let made = 0;

/** Writes the content beside the target, and waits until the disk has it. Throws the system's error; nothing is left then. */
export function stageFile(target: string, content: Content): StagedFile {
  const temporary = temporaryName(target);
  const mode = modeOf(target);
  try {
    const file = openSync(temporary, 'wx');
    try {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) writeWhole(file, piece);
      if (mode !== undefined) fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    discard(temporary);
    throw error;
  }
  return { target, temporary };
}

/** Puts staged files in place. Where one can't be, those before it are taken back, and the system's error is thrown. */
export function placeFiles(files: readonly StagedFile[]): void {
  const undo: (() => void)[] = [];
  const saved: string[] = [];
  try {
    for (const { target, temporary } of files) {
      const isNew = modeOf(target) === undefined;
      // A second name for what stands there, so that it can be put back.
      const before = isNew || files.length === 1 ? undefined : secondName(target);
      if (before !== undefined) saved.push(before);
      renameSync(temporary, target);
      inUse.delete(temporary);
      if (before !== undefined) undo.push(() => renameSync(before, target));
      else if (isNew) undo.push(() => unlinkSync(target));
    }
  } catch (error) {
    for (const step of undo.reverse()) quietly(step);
    files.forEach(({ temporary }) => discard(temporary));
    throw error;
  } finally {
    saved.forEach(discard);
  }
  new Set(files.map(({ target }) => dirname(target))).forEach(syncFolder);
}

/** Takes away staged files that are not to be placed. */
export function discardFiles(files: readonly StagedFile[]): void {
  files.forEach(({ temporary }) => discard(temporary));
}

/** Takes away what processes of this machine that no longer run have left in a folder. */
export function removeStale(folder: string): void {
  quietly(() => {
    for (const name of readdirSync(folder)) {
      const [, id] = OWN_NAME.exec(name) ?? [];
      const path = join(folder, name);
      if (id !== undefined && !inUse.has(path) && !runs(Number(id))) quietly(() => unlinkSync(path));
    }
  });
}

function temporaryName(target: string): string {
  made += 1;
  const name = join(dirname(target), `${OWN}-${process.pid}-${made}.tmp`);
  inUse.add(name);
  return name;
}

/** Undefined where the file system has no second names: then what was replaced can't be put back. */
function secondName(target: string): string | undefined {
  const name = temporaryName(target);
  try {
    linkSync(target, name);
    return name;
  } catch {
    inUse.delete(name);
    return undefined;
  }
}

function writeWhole(file: number, piece: Uint8Array | string): void {
  const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/** Undefined where there is no such file. */
function modeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mode;
}

/** A process of the same number as ours, but before us, runs no more. */
function runs(id: number): boolean {
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

function discard(path: string): void {
  inUse.delete(path);
  quietly(() => unlinkSync(path));
}

/** So that the new names survive a power cut; not every system lets a folder be opened. */
function syncFolder(folder: string): void {
  quietly(() => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** What only tidies up must not hide what went wrong before. */
function quietly(step: () => void): void {
  try {
    step();
  } catch {
    return;
  }
}
