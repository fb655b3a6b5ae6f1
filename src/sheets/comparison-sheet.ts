/** «Сравнение»: two quarters beside each other, the region and its schools, indicator by indicator. */
import type Big from 'big.js';
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { quarterTitle, shortQuarter } from '../calendar/quarter';
import type { OperatorReport } from '../report/build-report';
import { comparisonNotes } from '../report/comparison-notes';
import type {
  ComparedFigures,
  ComparedRow,
  ComparedSide,
  QuarterComparison,
} from '../report/compare-quarters';
import { COMPARISON_SHEET, COMPARISON_TEXTS } from '../text/comparison';
import type { SheetSpec } from '../workbook/spec';
import { sheetBuilder, workingPrint, type SheetBuilder } from './builder';
import { numberFormat } from './formulas';

const { columns } = COMPARISON_TEXTS;

/** Columns of one quarter. */
const SIDE = ['plan', 'fact', 'reached', 'percent'] as const;
const FIRST = 3;
const SECOND = FIRST + SIDE.length;
const DIFFERENCE = SECOND + SIDE.length;
const POINTS = DIFFERENCE + 1;
const REMARK = POINTS + 1;
const WIDTHS = [42, 12, ...[...SIDE, ...SIDE].map(() => 12.5), 12, 14, 34];
const HEAD_ROW = 4;
const SHARE_FORMAT = '#,##0.0';

export function comparisonSpec({ first, second, rows }: QuarterComparison, today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(COMPARISON_SHEET, WIDTHS);
  const titles = [quarterTitle(first.quarter), quarterTitle(second.quarter)] as const;
  sheet.span(1, 1, REMARK, COMPARISON_TEXTS.title(...titles), 'title-wrap');
  sheet.span(2, 1, REMARK, `${first.programme.region}. ${formatRussian(today)}`, 'note');
  putHead(sheet, HEAD_ROW, titles);
  let row = HEAD_ROW + 2;
  for (const compared of rows) row = putRow(sheet, row, compared, first, second);
  comparisonNotes({ first, second }).forEach((line, index) =>
    sheet.span(row + 1 + index, 1, REMARK, line, 'note'),
  );
  return sheet.build({
    print: { ...workingPrint('landscape'), titleRows: [HEAD_ROW, HEAD_ROW + 1] },
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: HEAD_ROW + 1, columns: 1 },
    tab: 'document',
  });
}

function putHead(sheet: SheetBuilder, row: number, titles: readonly [string, string]): void {
  const tall = (column: number, title: string): void => {
    sheet.put(row, column, title, 'head');
    sheet.put(row + 1, column, null, 'head');
    sheet.merge({ top: row, left: column, bottom: row + 1, right: column });
  };
  tall(1, columns.name);
  tall(2, columns.unit);
  [FIRST, SECOND].forEach((left, index) => {
    sheet.span(row, left, left + SIDE.length - 1, titles[index] ?? '', 'head');
    SIDE.forEach((key, offset) => sheet.put(row + 1, left + offset, columns[key], 'head'));
  });
  tall(DIFFERENCE, columns.difference);
  tall(POINTS, columns.points);
  tall(REMARK, columns.remark);
}

/** Gives the row after the indicator's last one. */
function putRow(
  sheet: SheetBuilder,
  top: number,
  { indicator, relation, figures }: ComparedRow,
  first: OperatorReport,
  second: OperatorReport,
): number {
  const remark = COMPARISON_TEXTS.relations[relation];
  const title = `${indicator.code} ${indicator.name}`;
  sheet.span(top, 1, indicator.kind === 'heading' ? REMARK : REMARK - 1, title, 'label');
  if (indicator.kind !== 'heading') sheet.put(top, REMARK, remark || null, 'cell');
  figures.forEach((one, index) => {
    const row = top + 1 + index;
    sheet.put(row, 1, one.site?.shortName ?? COMPARISON_TEXTS.region, one.site ? 'cell' : 'label');
    sheet.put(row, 2, indicator.unit || null, 'center');
    const format = numberFormat(indicator.decimals);
    putSide(sheet, row, FIRST, one.first, format);
    putSide(sheet, row, SECOND, one.second, format);
    putNumber(sheet, row, DIFFERENCE, one.difference, format);
    putNumber(sheet, row, POINTS, one.points, SHARE_FORMAT);
    sheet.put(row, REMARK, remarkOf(one, first, second) || null, 'cell');
  });
  return top + 1 + figures.length;
}

function putSide(
  sheet: SheetBuilder,
  row: number,
  left: number,
  side: ComparedSide | null,
  format: string,
): void {
  SIDE.forEach((key, offset) => {
    const text = key === 'fact' ? side?.text : null;
    if (text) sheet.put(row, left + offset, text, 'center');
    else putNumber(sheet, row, left + offset, side?.[key] ?? null, key === 'percent' ? SHARE_FORMAT : format);
  });
}

function putNumber(
  sheet: SheetBuilder,
  row: number,
  column: number,
  value: Big | null,
  format: string,
): void {
  sheet.put(row, column, value?.toNumber() ?? null, 'number-any', { format });
}

/** Why a side has nothing: «III кв. 2021: форма не сдана». */
function remarkOf({ first, second }: ComparedFigures, before: OperatorReport, after: OperatorReport): string {
  return [[first, before] as const, [second, after] as const]
    .flatMap(([side, { quarter }]) => {
      const state = side ? COMPARISON_TEXTS.states[side.state] : '';
      return state === '' ? [] : [COMPARISON_TEXTS.stateAt(shortQuarter(quarter), state)];
    })
    .join('; ');
}
