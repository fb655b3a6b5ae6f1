/** Annex 1: the schools' values of every indicator, in one block each, so that the report can sum them. */
import type { OperatorReport, SiteFigure } from '../../report/build-report';
import { quarterTitle } from '../../calendar/quarter';
import type { Entry } from '../../monitoring/submission';
import { REPORT_TEXTS } from '../../text/report';
import { cellAddress } from '../../workbook/grid';
import type { SheetSpec, SpecValue } from '../../workbook/spec';
import type { Indicator } from '../../programme/schema';
import { sheetBuilder, workingPrint } from '../builder';
import { completionFormula, deviationFormula, numberFormat } from '../formulas';
import { entryValue } from '../codecs';
import { completionOf, deviationOf } from '../figures';
import {
  SCHOOLS_ANNEX,
  SCHOOLS_COLUMNS,
  SCHOOLS_FIRST_ROW,
  schoolsColumn,
  type SchoolsColumnKey,
} from './report-columns';

export interface SchoolsAnnex {
  readonly spec: SheetSpec;
  /** First and last row of an indicator's block; undefined for headings. */
  block(code: string): readonly [number, number] | undefined;
}

export function schoolsAnnex(report: OperatorReport): SchoolsAnnex {
  const sheet = sheetBuilder(
    SCHOOLS_ANNEX,
    SCHOOLS_COLUMNS.map(({ width }) => width),
    10,
  );
  const last = SCHOOLS_COLUMNS.length;
  sheet.span(1, 1, last, 'Приложение 1', 'doc-right');
  sheet.span(2, 1, last, `Значения показателей по школам за ${quarterTitle(report.quarter)}`, 'doc-title');
  const headerRow = SCHOOLS_FIRST_ROW - 1;
  SCHOOLS_COLUMNS.forEach(({ title }, index) => sheet.put(headerRow, index + 1, title, 'doc-head'));
  const blocks = new Map<string, readonly [number, number]>();
  let row = SCHOOLS_FIRST_ROW;
  for (const { indicator, sites } of report.lines) {
    sheet.put(row, 1, indicator.code, 'doc-cell-center');
    sheet.span(
      row,
      2,
      last,
      indicator.unit === '' ? indicator.name : `${indicator.name}, ${indicator.unit}`,
      'doc-cell-bold',
    );
    row += 1;
    if (indicator.kind === 'heading') continue;
    blocks.set(indicator.code, [row, row + sites.length - 1]);
    for (const figure of sites) {
      for (const { key } of SCHOOLS_COLUMNS) {
        const { value, formula } = cellOf(key, indicator, figure, row);
        const format = key === 'percent' ? '#,##0.0' : numberFormat(indicator.decimals);
        const isNumber = typeof value === 'number' || formula !== undefined;
        const style = isNumber
          ? 'doc-number'
          : key === 'school' || key === 'reason'
            ? 'doc-cell'
            : 'doc-cell-center';
        sheet.put(row, schoolsColumn(key), value, style, {
          ...(formula === undefined ? {} : { formula }),
          ...(style === 'doc-number' ? { format } : {}),
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

function cellOf(
  key: SchoolsColumnKey,
  indicator: Indicator,
  figure: SiteFigure,
  row: number,
): { readonly value: SpecValue | null; readonly formula?: string } {
  const { site, plan, form, reason } = figure;
  const address = (column: SchoolsColumnKey): string => cellAddress(row, schoolsColumn(column));
  const compared = indicator.kind === 'count' || indicator.kind === 'percent';
  switch (key) {
    case 'row':
      return { value: indicator.code };
    case 'school':
      return { value: site.shortName };
    case 'plan':
      return { value: figure.state === 'not-open' ? 'х' : plan };
    case 'fact':
    case 'reached':
      return { value: shownValue(figure, figure[key]) };
    case 'deviation':
      if (!compared) return { value: 'х' };
      return {
        value: deviationOf(plan, figure.reached) ?? '',
        formula: deviationFormula(address('plan'), address('reached')),
      };
    case 'percent':
      if (!compared) return { value: 'х' };
      return {
        value: completionOf(plan, figure.reached) ?? '',
        formula: completionFormula(address('plan'), address('reached')),
      };
    case 'reason':
      return { value: reason || null };
    case 'revision':
      return { value: form ? String(form.submission.revision) : null };
  }
}

/** «х» for a school that is not open, «нет данных» for one that has not submitted; an empty value stays empty. */
function shownValue({ state }: SiteFigure, entry: Entry): SpecValue | null {
  if (state === 'not-open') return 'х';
  if (state === 'not-submitted') return REPORT_TEXTS.noData;
  return entryValue(entry);
}
