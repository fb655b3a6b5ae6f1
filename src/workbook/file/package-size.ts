/** Whether all parts of a workbook fit into memory: files come from outside, and reading looks at some of their parts only. */
import { unzipSync } from 'fflate';
import { DEFAULT_CAPS } from './read/caps';

/**
 * Whether the parts are said to be larger than what is read of a file; a part that is larger than it is said to be is
 * not unpacked past that. Throws on what is no zip.
 */
export function isHuge(bytes: Uint8Array): boolean {
  let total = 0;
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      total += originalSize;
      return false;
    },
  });
  return total > DEFAULT_CAPS.totalBytes;
}
