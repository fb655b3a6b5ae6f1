/** What a part has said before is taken for what it says only where it is the same part to its last byte. */
import { crc32 } from 'node:zlib';
import { readWorkbookFile } from '../../../src/workbook/file/read-workbook';
import { DEFAULT_CAPS } from '../../../src/workbook/file/read/caps';
import { cellTexts, reasonOf } from '../../fixtures/grid-text';
import { bytesOf, workbookParts } from '../../fixtures/raw-xlsx';
import { rawZip, type RawEntry } from '../../fixtures/raw-zip';

const STYLES = 'xl/styles.xml';
const parts = (format: number) =>
  workbookParts({
    styles: `<cellXfs><xf numFmtId="${format}"/></cellXfs>`,
    sheets: [{ rows: '<row r="1"><c r="A1"><v>44470</v></c></row>' }],
  });

/** A workbook whose styles are entered as said. */
function workbook(format: number, styles: Partial<RawEntry> = {}): Uint8Array {
  return rawZip(
    Object.entries(parts(format)).map(([name, content]) => ({
      name,
      data: bytesOf(content),
      ...(name === STYLES ? styles : {}),
    })),
  );
}

const [plain, dated] = [workbook(0), workbook(14)];

describe('a part that is known', () => {
  it('says the same in the next file, and nothing in a file that has another', () => {
    for (const round of [1, 2, 3]) {
      expect([round, cellTexts(readWorkbookFile(plain))]).toEqual([round, { A1: '44470' }]);
      expect([round, cellTexts(readWorkbookFile(dated))]).toEqual([round, { A1: 'дата 2021-10-01' }]);
    }
  });

  it('does not vouch for other bytes that claim its checksum', () => {
    readWorkbookFile(plain);
    const crc = crc32(bytesOf(parts(0)[STYLES] ?? ''));
    expect(reasonOf(readWorkbookFile(workbook(14, { crc })))).toBe('damaged');
    expect(reasonOf(readWorkbookFile(workbook(14, { crc, size: 5 })))).toBe('damaged');
  });

  it('does not vouch for its bytes under another size, method or lock', () => {
    readWorkbookFile(plain);
    expect(reasonOf(readWorkbookFile(workbook(0, { size: 5 })))).toBe('damaged');
    expect(reasonOf(readWorkbookFile(workbook(0, { flags: 1 })))).toBe('old-or-encrypted');
    expect(reasonOf(readWorkbookFile(workbook(0, { method: 12 })))).toBe('unreadable-part');
  });

  it('counts against the cap on all bytes as if it were read', () => {
    // Neither the types of content nor strings that no cell names are read.
    const unread = ['[Content_Types].xml', 'xl/sharedStrings.xml'];
    const read = Object.entries(parts(0))
      .filter(([name]) => !unread.includes(name))
      .reduce((sum, [, content]) => sum + bytesOf(content).length, 0);
    const enough = { ...DEFAULT_CAPS, totalBytes: read };
    const short = { ...DEFAULT_CAPS, totalBytes: read - 1 };
    for (const round of [1, 2]) {
      expect([round, reasonOf(readWorkbookFile(plain, enough))]).toEqual([round, 'прочитано']);
      expect([round, reasonOf(readWorkbookFile(plain, short))]).toEqual([round, 'too-large']);
    }
  });
});
