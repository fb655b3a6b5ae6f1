/** Writing: never over what exists without --force, never half a file. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { CLI_TEXTS } from '../text/cli';
import { CliError } from './cli-error';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/** Writes all the files or, where one of them may not be written, none. */
export async function writeOutputs(files: readonly OutputFile[], force: boolean): Promise<void> {
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

/** The reason in Russian, by the system's error code. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CLI_TEXTS.systemErrors[code] ?? CLI_TEXTS.systemErrorUnknown(code);
}
