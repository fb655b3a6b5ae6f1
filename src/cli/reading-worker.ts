/** A thread that reads school files: paths in, readings or findings out; of a file's bytes nothing is kept. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { checkedFile, checkFile } from '../workflows/check-form';
import { readFile, type ReadFile, type ReadingSource } from '../workflows/read-form';
import { readSchoolFile } from './inputs';
import { READER } from './reader';

export interface PathSource extends ReadingSource {
  /** A form is judged where it is read; only where no register is asked, which is too large to be in every thread. */
  readonly judged: boolean;
}

export function readPath(path: string, source: PathSource): ReadFile | CheckedFile {
  const given = readSchoolFile(path);
  if (!('bytes' in given)) return given;
  if (source.judged) return checkedFile(checkFile(READER, given, { ...source, register: null }));
  return { reading: readFile(READER, given, source), sha256: given.sha256 };
}

parentPort?.on('message', (paths: readonly string[]) => {
  parentPort?.postMessage(paths.map((path) => readPath(path, workerData as PathSource)));
});
