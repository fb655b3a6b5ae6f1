/** One school file, read in whatever thread this runs in; its bytes are not kept. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { formFinding } from '../controls/form-finding';
import { FILE_PROBLEMS } from '../text/file-problems';
import { PORTABLE_BYTES } from '../workbook/file/read/portable-bytes';
import { readWorkbookFile } from '../workbook/file/read-workbook';
import type { WorkbookFiles } from '../workbook/port';
import { readFile, unread, type ReadFile, type ReadingSource } from '../workflows/read-form';

const READER: Pick<WorkbookFiles, 'read'> = {
  read: (bytes, formulas) => readWorkbookFile(bytes, undefined, PORTABLE_BYTES, formulas),
};

/** A file that the browser can't read any more is a finding. */
export async function readSchoolFile(file: File, source: ReadingSource): Promise<ReadFile> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    const findings = [formFinding('unreadable', { reason: FILE_PROBLEMS.moved }, { file: file.name })];
    return { reading: unread(file.name, findings), sha256: '' };
  }
  const digest = bytesToHex(sha256(bytes));
  const given = { name: file.name, bytes, sha256: digest };
  return { reading: readFile(READER, given, source), sha256: digest };
}
