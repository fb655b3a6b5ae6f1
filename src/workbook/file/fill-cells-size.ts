/** Whether all parts of a workbook fit into memory: a form comes from outside, and only some of its parts were read before. */
import { unzipSync } from 'fflate';
import { FILE_PROBLEMS } from '../../text/file-problems';
import { DEFAULT_CAPS } from './read/caps';
import { ReplaceSheetsError } from './target-package';

/**
 * Throws `ReplaceSheetsError` where the parts are said to be larger than what is read of a file; a part that is larger
 * than it is said to be is not unpacked past that.
 */
export function refuseHuge(bytes: Uint8Array): void {
  let total = 0;
  const refuse = (): never => {
    throw new ReplaceSheetsError(FILE_PROBLEMS['too-large']);
  };
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        return total > DEFAULT_CAPS.totalBytes ? refuse() : false;
      },
    });
  } catch (error) {
    if (error instanceof ReplaceSheetsError) throw error;
    throw new ReplaceSheetsError(FILE_PROBLEMS.damaged, { cause: error });
  }
}
