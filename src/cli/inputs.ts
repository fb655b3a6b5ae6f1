/** Reading: single files, and folders with all the workbooks in them. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { formFinding } from '../controls/form-finding';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { CLI_TEXTS } from '../text/cli';
import type { GivenFile } from '../workflows/read-form';
import { CliError } from './cli-error';
import { systemReason } from './outputs';

/** More than the reader takes: of a larger file only so much is kept, which is enough to refuse it. */
const KEPT_BYTES = 128 * 1024 * 1024;
/** Files are read through it, one after another: to make a block for each costs more than to read a form. */
const block = Buffer.allocUnsafeSlow(1024 * 1024);

const WORKBOOKS = new Set(['.xlsx', '.xlsm', '.xls', '.xlsb', '.ods']);

export function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliError(CLI_TEXTS.cannotRead(path, systemReason(error)));
  }
}

/** Files as given, and for a folder every workbook in it and below; lock files of open workbooks («~$…») are left out. */
export function collectFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    try {
      return statSync(path).isDirectory() ? workbooksIn(path) : [path];
    } catch (error) {
      throw new CliError(CLI_TEXTS.cannotRead(path, systemReason(error)));
    }
  });
}

function workbooksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return workbooksIn(path);
      return WORKBOOKS.has(extname(entry.name).toLowerCase()) && !entry.name.startsWith('~$') ? [path] : [];
    });
}

/**
 * A school's file with its digest; one that the system does not let us read comes back as checked, with the finding that
 * says why, so that it stops no other. However large a file is, memory holds no more than what the reader may be given.
 */
export function readSchoolFile(path: string): GivenFile | CheckedFile {
  const hash = createHash('sha256');
  const blocks: Buffer[] = [];
  let kept = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (;;) {
        const length = readSync(file, block);
        if (length === 0) break;
        hash.update(block.subarray(0, length));
        if (kept < KEPT_BYTES) blocks.push(Buffer.from(block.subarray(0, length)));
        kept += length;
      }
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return notRead(path, systemReason(error));
  }
  const [first = Buffer.alloc(0), ...rest] = blocks;
  const bytes = rest.length === 0 ? first : Buffer.concat(blocks);
  return { name: path, bytes, sha256: hash.digest('hex') };
}

/** A file that could not be read at all, as the protocol shows it. */
export function notRead(path: string, reason: string): CheckedFile {
  const finding = formFinding('unreadable', { reason }, { file: path });
  return { file: path, subject: null, edition: null, findings: [finding] };
}
