/**
 * A long table as an .xlsx file, made piece by piece: neither the rows nor the file are ever whole in memory. The sheet
 * is packed as it is written, so that sizes and checksums follow the data (APPNOTE 4.3.9). For Node only.
 */
import * as zlib from 'node:zlib';
import { columnLetters } from '../grid';
import { cellText } from './clean-text';
import { crc32 } from './read/crc32';
import { zipEnd, zipEntry, type PackedPiece, type ZipMember } from './stream-zip';

export interface TableColumn {
  readonly title: string;
  /** In characters of the default font. */
  readonly width: number;
}

/** An empty text is an empty cell. */
export type TableValue = string | number;

export interface LongTable {
  /** Name of the sheet; those that take what does not fit into one are numbered. */
  readonly sheet: string;
  readonly columns: readonly TableColumn[];
  readonly rows: Iterable<readonly TableValue[]>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Of a sheet, its header included. */
const MOST_ROWS = 1_048_576;
const CHUNK_LENGTH = 256 * 1024;
const HEADER_STYLE = 1;
/** Beyond it, packing takes much longer and the file hardly gets smaller. */
const LEVEL = 4;
// Node has its own from 20.15 and 22.2 on.
const CRC_32 = 'crc32' in zlib ? zlib.crc32 : crc32;

/** The bytes of the file, in order. Throws RangeError on a number that no cell can hold. `mostRows`: of one sheet. */
export function* tableFile(table: LongTable, mostRows = MOST_ROWS): Generator<Uint8Array> {
  const members: ZipMember[] = [];
  let offset = 0;
  const count = (piece: Uint8Array): Uint8Array => {
    offset += piece.length;
    return piece;
  };
  const rows = table.rows[Symbol.iterator]();
  let next = rows.next();
  const sheets: string[] = [];
  do {
    const number = sheets.length + 1;
    sheets.push(number === 1 ? table.sheet : `${table.sheet} (${number})`);
    const text = function* (): Generator<string> {
      yield sheetHead(table.columns);
      for (let row = 2; row <= mostRows && next.done !== true; row += 1) {
        yield rowXml(row, next.value, 0);
        next = rows.next();
      }
      yield '</sheetData></worksheet>';
    };
    const name = `xl/worksheets/sheet${number}.xml`;
    for (const piece of zipEntry(name, offset, packed(text()), members, CRC_32)) yield count(piece);
  } while (next.done !== true);
  for (const [name, xml] of smallParts(sheets)) {
    for (const piece of zipEntry(name, offset, packed([HEAD + xml]), members, CRC_32)) yield count(piece);
  }
  yield zipEnd(members, offset);
}

/** Packed pieces, each with what it was packed from; strung together they are one stream of deflate data. */
function* packed(text: Iterable<string>): Generator<PackedPiece> {
  let waiting = '';
  const pack = (finishFlush: number): PackedPiece => {
    const plain = Buffer.from(waiting);
    waiting = '';
    return { plain, packed: zlib.deflateRawSync(plain, { finishFlush, level: LEVEL }) };
  };
  for (const piece of text) {
    waiting += piece;
    // Ended so that what follows begins at a whole byte.
    if (waiting.length >= CHUNK_LENGTH) yield pack(zlib.constants.Z_SYNC_FLUSH);
  }
  yield pack(zlib.constants.Z_FINISH);
}

function sheetHead(columns: readonly TableColumn[]): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }) => title);
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${rowXml(1, titles, HEADER_STYLE)}`;
}

const LETTERS: string[] = [];

function rowXml(row: number, values: readonly TableValue[], style: number): string {
  const look = style === 0 ? '' : ` s="${style}"`;
  let xml = `<row r="${row}">`;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? '';
    if (value === '') continue;
    const cell = `<c r="${(LETTERS[index] ??= columnLetters(index + 1))}${row}"${look}`;
    if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new RangeError(`A cell can't hold ${value}.`);
      xml += `${cell}><v>${value}</v></c>`;
    } else {
      xml += `${cell} t="inlineStr"><is><t${EDGE_SPACE.test(value) ? ' xml:space="preserve"' : ''}>${textXml(value)}</t></is></c>`;
    }
  }
  return `${xml}</row>`;
}

const EDGE_SPACE = /^\s|\s$|\n/;
/** Nearly every text has none of these, and stands as it is. */
// eslint-disable-next-line no-control-regex
const NOT_PLAIN = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x/;
const LONG = 32_000;

function textXml(text: string): string {
  if (text.length < LONG && !NOT_PLAIN.test(text)) return text;
  return cellText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function smallParts(sheets: readonly string[]): readonly (readonly [name: string, xml: string])[] {
  const list = (piece: (name: string, number: number) => string): string =>
    sheets.map((name, index) => piece(name, index + 1)).join('');
  const quoted = (name: string): string => textXml(name).replaceAll('"', '&quot;');
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${list((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list((name, n) => `<sheet name="${quoted(name)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${list((_, n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font><font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}
