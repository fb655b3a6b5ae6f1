/** A thread that reads school files: paths in, readings out; of a file's bytes nothing is kept. */
import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedFile } from '../sheets/protocol-sheet';
import { readFile, type ReadFile, type ReadingSource } from '../workflows/read-form';
import { readSchoolFile } from './inputs';
import { READER } from './reader';

export function readPath(path: string, source: ReadingSource): ReadFile | CheckedFile {
  const given = readSchoolFile(path);
  if (!('bytes' in given)) return given;
  return { reading: readFile(READER, given, source), sha256: given.sha256 };
}

parentPort?.on('message', (path: string) => {
  parentPort?.postMessage(readPath(path, workerData as ReadingSource));
});
