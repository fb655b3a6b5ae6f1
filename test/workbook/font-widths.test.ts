import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { characterWidths, UNITS_PER_EM } from '../../src/workbook/font-widths';

const FOLDER = '/usr/share/fonts/truetype/liberation';
const FONTS = [
  ['Times New Roman', false, 'LiberationSerif-Regular.ttf'],
  ['Times New Roman', true, 'LiberationSerif-Bold.ttf'],
  ['Arial', false, 'LiberationSans-Regular.ttf'],
  ['Arial', true, 'LiberationSans-Bold.ttf'],
] as const;

/** Advance width of a character as a TrueType font says it: by `cmap` (format 4) to a glyph, by `hmtx` to its width. */
function widthReader(path: string): (character: string) => number {
  const bytes = readFileSync(path);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const u16 = (at: number) => view.getUint16(at);
  const table = (tag: string): number => {
    for (let at = 12; at < 12 + 16 * u16(4); at += 16) {
      if (bytes.toString('latin1', at, at + 4) === tag) {
        return view.getUint32(at + 8);
      }
    }
    throw new Error(`${path} has no ${tag}`);
  };
  const [head, hhea, hmtx, cmap] = [table('head'), table('hhea'), table('hmtx'), table('cmap')];
  expect(u16(head + 18)).toBe(UNITS_PER_EM);
  const records = Array.from({ length: u16(cmap + 2) }, (_, index) => cmap + 4 + 8 * index);
  const record = records.find((at) => u16(at) === 3 && u16(at + 2) === 1) ?? NaN;
  const map = cmap + view.getUint32(record + 4);
  const size = u16(map + 6);
  const glyph = (code: number): number => {
    for (let at = 0; at < size; at += 2) {
      const start = u16(map + 16 + size + at);
      if (u16(map + 14 + at) >= code) {
        if (start > code) {
          return 0;
        }
        const delta = u16(map + 16 + 2 * size + at);
        const offsetAt = map + 16 + 3 * size + at;
        const offset = u16(offsetAt);
        return ((offset === 0 ? code : u16(offsetAt + offset + 2 * (code - start))) + delta) & 0xffff;
      }
    }
    return 0;
  };
  return (character) => u16(hmtx + 4 * Math.min(glyph(character.charCodeAt(0)), u16(hhea + 34) - 1));
}

describe.each(FONTS)('%s, bold: %s', (font, bold, file) => {
  const path = join(FOLDER, file);
  (existsSync(path) ? it : it.skip)(`has the widths of ${file} (skipped where it is not installed)`, () => {
    const read = widthReader(path);
    const widths = characterWidths(font, bold);
    expect(Object.fromEntries(widths)).toEqual(
      Object.fromEntries([...widths.keys()].map((character) => [character, read(character)])),
    );
  });

  it('knows Russian, Latin, digits and the signs of documents', () => {
    const letters = 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ';
    const used = `${letters}${letters.toLowerCase()}ABCXYZabcxyz0123456789 .,;:!?()«»„“”–—-/№%§…\u00a0`;
    const widths = characterWidths(font, bold);
    expect(Array.from(used).filter((character) => !widths.has(character))).toEqual([]);
  });
});
