/** Annex 1: the regions' values of every indicator, in one block each, so that the summary can sum them. */
import type Big from 'big.js';
import { quarterTitle } from '../../calendar/quarter';
import type { Indicator } from '../../programme/schema';
import type { RegionFigures, RegionLine, Summary } from '../../report/summary';
import { SUMMARY_TEXTS } from '../../text/summary';
import { cellAddress } from '../../workbook/grid';
import type { SheetSpec, SpecValue } from '../../workbook/spec';
import type { StyleName } from '../../workbook/styles';
import { sheetBuilder, workingPrint } from '../builder';
import { completionFormula, deviationFormula, numberFormat, shareFormula } from '../formulas';
import {
  REGIONS_ANNEX,
  REGIONS_FIRST_ROW,
  REGION_COLUMNS,
  regionColumn,
  type RegionColumnKey,
} from './summary-columns';

export interface RegionsAnnex {
  readonly spec: SheetSpec;
  /** First and last row of an indicator's block; undefined for headings. */
  block(code: string): readonly [number, number] | undefined;
}

interface Shown {
  readonly value: SpecValue | null;
  readonly formula?: string;
}

/** Where a block begins: the rows of the blocks are known before any of them is drawn, since shares point to others. */
type Blocks = ReadonlyMap<string, readonly [number, number]>;

export function regionsAnnex({ lines, regions, quarter }: Summary): RegionsAnnex {
  const sheet = sheetBuilder(
    REGIONS_ANNEX,
    REGION_COLUMNS.map(({ width }) => width),
    10,
  );
  const last = REGION_COLUMNS.length;
  sheet.span(1, 1, last, SUMMARY_TEXTS.annexes.regions, 'doc-right');
  sheet.span(2, 1, last, SUMMARY_TEXTS.regionsTitle(quarterTitle(quarter)), 'doc-title');
  const headerRow = REGIONS_FIRST_ROW - 1;
  REGION_COLUMNS.forEach(({ title }, index) => sheet.put(headerRow, index + 1, title, 'doc-head'));
  const blocks = blocksOf(
    lines.map(({ indicator }) => indicator),
    regions.length,
  );
  let row = REGIONS_FIRST_ROW;
  for (const { indicator, regions: rows } of lines) {
    sheet.put(row, 1, indicator.code, 'doc-cell-center');
    const heading = indicator.unit === '' ? indicator.name : `${indicator.name}, ${indicator.unit}`;
    sheet.span(row, 2, last, heading, 'doc-cell-bold');
    row += 1;
    if (indicator.kind === 'heading') continue;
    for (const [index, region] of regions.entries()) {
      const line = rows[index];
      if (!line) continue;
      for (const { key } of REGION_COLUMNS) {
        const { value, formula } = cellOf(key, indicator, region, line, { row, index, blocks });
        const isNumber = typeof value === 'number' || formula !== undefined;
        sheet.put(row, regionColumn(key), value, styleOf(key, isNumber), {
          ...(formula === undefined ? {} : { formula }),
          ...(isNumber ? { format: key === 'percent' ? '#,##0.0' : numberFormat(indicator.decimals) } : {}),
        });
      }
      row += 1;
    }
  }
  const spec = sheet.build({
    print: workingPrint('landscape', headerRow),
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: headerRow, columns: 0 },
    tab: 'document',
  });
  return { spec, block: (code) => blocks.get(code) };
}

function blocksOf(indicators: readonly Indicator[], regions: number): Blocks {
  const blocks = new Map<string, readonly [number, number]>();
  let row = REGIONS_FIRST_ROW;
  for (const { code, kind } of indicators) {
    if (kind !== 'heading') blocks.set(code, [row + 1, row + regions]);
    row += kind === 'heading' ? 1 : regions + 1;
  }
  return blocks;
}

function styleOf(key: RegionColumnKey, isNumber: boolean): StyleName {
  return isNumber ? 'doc-number' : key === 'region' ? 'doc-cell' : 'doc-cell-center';
}

interface Place {
  readonly row: number;
  /** Of the region. */
  readonly index: number;
  readonly blocks: Blocks;
}

function cellOf(
  key: RegionColumnKey,
  indicator: Indicator,
  region: RegionFigures,
  line: RegionLine,
  { row, index, blocks }: Place,
): Shown {
  if (key === 'row') return { value: indicator.code };
  if (key === 'region') return { value: region.region };
  if (region.expected === 0) return { value: 'х' };
  if (key === 'reported') return { value: SUMMARY_TEXTS.ofAll(line.reported, region.expected) };
  if (indicator.kind === 'yesno' && key === 'fact')
    return { value: line.answers === 0 ? missing(region) : SUMMARY_TEXTS.yes(line.yes, line.answers) };
  if (indicator.kind !== 'count' && indicator.kind !== 'percent') return { value: 'х' };
  const at = (column: RegionColumnKey): string => cellAddress(row, regionColumn(column));
  switch (key) {
    case 'plan':
      return { value: known(line.plan) };
    case 'fact':
    case 'reached': {
      if (indicator.kind === 'count') return { value: known(line[key]) ?? missing(region) };
      const [part, whole] = [indicator.numerator, indicator.denominator].map((code) => {
        const [top = row] = blocks.get(code ?? '') ?? [];
        return cellAddress(top + index, regionColumn(key));
      });
      return {
        value: known(line[key]) ?? '',
        formula: shareFormula(part ?? '', whole ?? '', indicator.decimals),
      };
    }
    case 'deviation':
      return { value: known(line.deviation) ?? '', formula: deviationFormula(at('plan'), at('reached')) };
    case 'percent':
      return { value: known(line.percent) ?? '', formula: completionFormula(at('plan'), at('reached')) };
  }
}

/** Nobody has reported, or nothing stands in the forms that were accepted. */
function missing({ accepted }: RegionFigures): SpecValue | null {
  return accepted === 0 ? SUMMARY_TEXTS.noData : null;
}

function known(value: Big | null): number | null {
  return value?.toNumber() ?? null;
}
