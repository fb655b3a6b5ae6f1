/** Writing: never over what exists without --force, never half a file. */
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CLI_TEXTS } from '../text/cli';
import { CliError } from './cli-error';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Writes all the files or, where one of them may not be written, none. `inputs`: what the command has read; no output
 * falls on one of them, whatever `force` says.
 */
export async function writeOutputs(
  files: readonly OutputFile[],
  force: boolean,
  inputs: readonly string[] = [],
): Promise<void> {
  const taken = new Set(inputs.map(realPath));
  for (const { path } of files) {
    if (taken.has(realPath(path))) throw new CliError(CLI_TEXTS.outputTaken(path));
    taken.add(realPath(path));
  }
  if (!force) {
    const existing = files.find(({ path }) => existsSync(path));
    if (existing) throw new CliError(CLI_TEXTS.outputExists(existing.path));
  }
  for (const { path, bytes } of files) {
    try {
      mkdirSync(dirname(resolve(path)), { recursive: true });
      await writeFileAtomic(path, typeof bytes === 'string' ? bytes : Buffer.from(bytes));
    } catch (error) {
      throw new CliError(CLI_TEXTS.cannotWrite(path, systemReason(error)));
    }
  }
}

/** Where a path leads, through links; a file that is not there yet stands where it is named. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The reason in Russian, by the system's error code. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CLI_TEXTS.systemErrors[code] ?? CLI_TEXTS.systemErrorUnknown(code);
}
