/** «Перечень контролей»: all controls in words and in notation, to be sent to schools on paper. */
import { formatRussian, type CivilDate } from '../calendar/civil-date';
import { describeControl } from '../controls/describe';
import { parseControl } from '../controls/parse';
import type { Control, Programme } from '../programme/schema';
import { BUILT_IN_DEMANDS, kindTitle } from '../text/kinds';
import { LEVEL_WORDS } from '../text/levels';
import { formatNumber } from '../text/numbers';
import type { SheetSpec } from '../workbook/spec';
import type { StyleName } from '../workbook/styles';
import { sheetBuilder, workingPrint } from './builder';

export const CATALOGUE_SHEET = 'Перечень контролей';

/** Columns as in Rosstat's tables of controls. */
const COLUMNS: readonly { readonly title: string; readonly width: number; readonly style: StyleName }[] = [
  { title: 'Код', width: 16, style: 'doc-cell-center' },
  { title: 'Тип контроля', width: 24, style: 'doc-cell' },
  { title: 'Уровень', width: 17, style: 'doc-cell-center' },
  { title: 'Описание', width: 50, style: 'doc-cell' },
  { title: 'Формула', width: 40, style: 'doc-cell' },
  { title: 'Допуск', width: 9, style: 'doc-cell-center' },
  { title: 'Пустые значения', width: 18, style: 'doc-cell' },
  { title: 'Периоды', width: 11, style: 'doc-cell-center' },
  { title: 'Редакции', width: 15, style: 'doc-cell-center' },
  { title: 'Основание', width: 44, style: 'doc-cell' },
];
const HEADER_ROW = 4;

/** `today`: the day it is printed for. */
export function catalogueSpec({ act, controls }: Programme, today: CivilDate): SheetSpec {
  const sheet = sheetBuilder(
    CATALOGUE_SHEET,
    COLUMNS.map(({ width }) => width),
    10,
  );
  const last = COLUMNS.length;
  sheet.span(1, 1, last, 'ПЕРЕЧЕНЬ КОНТРОЛЕЙ', 'doc-title');
  sheet.span(2, 1, last, `${act.title} (на ${formatRussian(today)})`, 'doc-center');
  COLUMNS.forEach(({ title }, index) => sheet.put(HEADER_ROW, index + 1, title, 'doc-head'));
  const lines = [
    ...BUILT_IN_DEMANDS.map(([kind, level, demand]) => [
      kind,
      kindTitle(kind),
      LEVEL_WORDS[level],
      demand,
      'встроенный',
      '',
      '',
      'все',
      'все',
      'Порядок проверки программы',
    ]),
    ...controls.map(lineOf),
  ];
  lines.forEach((line, index) => {
    COLUMNS.forEach(({ style }, column) =>
      sheet.put(
        HEADER_ROW + 1 + index,
        column + 1,
        line[column] === '' ? null : (line[column] ?? null),
        style,
      ),
    );
  });
  return sheet.build({
    print: workingPrint('landscape', HEADER_ROW),
    protection: { allow: ['formatColumns', 'formatRows', 'autoFilter', 'sort'] },
    freeze: { rows: HEADER_ROW, columns: 1 },
    tab: 'document',
  });
}

function lineOf(control: Control): readonly string[] {
  const parsed = parseControl(control);
  const { code, level, condition, left, operator, right, tolerance, empty, periods, basis, message } =
    control;
  const { fromEdition, toEdition } = control;
  return [
    code,
    kindTitle(code),
    LEVEL_WORDS[level],
    message ?? (parsed.ok ? describeControl(parsed.control) : ''),
    `${condition === null ? '' : `если ${condition}: `}${left} ${operator} ${right}`,
    formatNumber(tolerance),
    empty,
    periods,
    toEdition === null ? `с ${fromEdition}` : `${fromEdition} – ${toEdition}`,
    basis,
  ];
}
