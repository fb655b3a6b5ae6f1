/**
 * How much of a file is read before it is refused as too large. Every cap is counted while reading, never taken from
 * what the file says about itself. Each stands well above what spreadsheet programs write for the sheets of this
 * programme, and low enough that a file made to harm costs seconds and some hundred megabytes, not the process.
 */
export interface ReadCaps {
  /** Bytes of the file itself. A form has 60 KB; a workbook full of scanned pictures may have tens of megabytes. */
  readonly fileBytes: number;
  /** Entries of the zip. A workbook has some dozens, with pictures some hundreds. */
  readonly entries: number;
  /** Bytes of one inflated part. A million styled empty rows, as Excel writes them, take about 95 MB. */
  readonly partBytes: number;
  /** Bytes of all inflated parts, so that many middling parts cost no more than two large ones. */
  readonly totalBytes: number;
  /** Bytes of a part of relations: Excel keeps at most 65,530 links of a sheet, some 100 bytes each. */
  readonly relationBytes: number;
  /** Inflated bytes per packed byte, once a part is past `ratioFrom`. XML of real sheets packs 10 to 60 times. */
  readonly ratio: number;
  readonly ratioFrom: number;
  /** Elements within elements. The parts that are read nest 7 deep, their extensions some 20. */
  readonly depth: number;
  /** Attributes of one element. The richest element in use (`row`, `sheetView`) has about 20. */
  readonly attributes: number;
  /** Sheets of the workbook. */
  readonly sheets: number;
  /** Cells that hold something, in all sheets. Each costs some 150 bytes; a region's register has 400,000. */
  readonly cells: number;
  /** Merged areas, areas of array formulas and links, in all sheets. */
  readonly areas: number;
  /** Formats, named styles and the like. Excel allows 65,490 cell formats. */
  readonly styles: number;
  /** UTF-16 units of one text as it stands in the file. A cell holds 32,767, each at most 7 units long (`_x000D_`). */
  readonly textLength: number;
}

const MIB = 1024 * 1024;

export const DEFAULT_CAPS: ReadCaps = {
  fileBytes: 100 * MIB,
  entries: 10_000,
  partBytes: 128 * MIB,
  totalBytes: 256 * MIB,
  relationBytes: 16 * MIB,
  ratio: 400,
  ratioFrom: 8 * MIB,
  depth: 100,
  attributes: 256,
  sheets: 1000,
  cells: 1_000_000,
  areas: 100_000,
  styles: 100_000,
  textLength: 7 * 32_767,
};
