/** A workbook of the emulated Excel that has some of everything that files can hold. */

import { area } from './model/area';
import { cellKey, ensureCell } from './model/cells';
import { addSheet, createWorkbook } from './model/create';
import { NORMAL_STYLE, type CellStyle, type Line } from './model/style';
import type { CellValue, ProtectionOption, Sheet, SheetProtection, Workbook } from './model/workbook';

const THIN: Line = { style: 'Continuous', weight: 'Thin', color: '#A8B3BD' };

const HEAD: CellStyle = {
  ...NORMAL_STYLE,
  numberFormat: '@',
  font: {
    ...NORMAL_STYLE.font,
    name: 'Times New Roman',
    size: 12.5,
    bold: true,
    italic: true,
    underline: 'Double',
    strikethrough: true,
    color: '#9B1C10',
  },
  fill: '#DDE6EE',
  borders: {
    top: THIN,
    bottom: { style: 'Double', weight: 'Thick', color: '#000000' },
    left: { style: 'Dash', weight: 'Medium', color: '#0B5CAD' },
    right: { style: 'Continuous', weight: 'Hairline', color: '#14602F' },
    diagonalUp: THIN,
  },
  horizontal: 'Center',
  vertical: 'Top',
  wrap: true,
  indent: 0,
};
const INPUT: CellStyle = { ...NORMAL_STYLE, numberFormat: '#,##0.00', fill: '#FFF8DC', locked: false };
const DATE: CellStyle = { ...NORMAL_STYLE, numberFormat: 'dd.mm.yyyy', horizontal: 'Right', indent: 2 };
const SECRET: CellStyle = { ...NORMAL_STYLE, formulaHidden: true, rotation: 45, shrink: true };
const COLUMN: CellStyle = { ...NORMAL_STYLE, numberFormat: '0.0%', readingOrder: 'LeftToRight' };

const PROTECTED: SheetProtection = {
  options: allowing('allowFormatRows', 'allowSort'),
  selectionMode: 'Unlocked',
};

export function richWorkbook(): Workbook {
  const workbook = createWorkbook(['Форма «№ 8»', "О'Нил & <Ко>"], 'Проба.xlsx');
  workbook.properties.set('title', 'Проба & «сохранение»');
  workbook.properties.set('author', 'Департамент');
  workbook.protection = {};
  const [form, other] = workbook.sheets;
  if (form === undefined || other === undefined) {
    throw new Error('Two sheets were asked for.');
  }
  fillForm(form);
  fillOther(other);
  const hidden = addSheet(workbook, '_meta');
  hidden.visibility = 'VeryHidden';
  ensureCell(hidden, 1, 1).value = 'stamp';
  workbook.names.push(
    {
      name: 'Факт',
      sheet: null,
      formula: "'Форма «№ 8»'!$B$3:$B$5",
      comment: 'значения & единицы',
      visible: true,
    },
    { name: 'Местное', sheet: other, formula: "'О''Нил & <Ко>'!$A$1", comment: '', visible: false },
    { name: 'Ставка', sheet: null, formula: '0.13', comment: '', visible: true },
  );
  workbook.selection = { sheet: form, areas: [area(4, 2)] };
  return workbook;
}

function fillForm(sheet: Sheet): void {
  put(sheet, 1, 1, 'Заголовок, объединённый', HEAD);
  put(sheet, 1, 2, undefined, HEAD);
  put(sheet, 2, 1, 'Показатель', HEAD);
  put(sheet, 2, 2, 'Факт', HEAD);
  put(sheet, 2, 3, 'Дата', HEAD);
  put(sheet, 3, 1, '2.1', { ...NORMAL_STYLE, numberFormat: '@' });
  put(sheet, 3, 2, 412.5, INPUT);
  put(sheet, 3, 3, 44_470, DATE);
  put(sheet, 4, 1, '=не формула', { ...NORMAL_STYLE, numberFormat: '@' });
  put(sheet, 4, 2, undefined, INPUT);
  put(sheet, 5, 1, 'строка\nещё одна <b>& _x0041_ ', NORMAL_STYLE);
  put(sheet, 5, 2, true, NORMAL_STYLE);
  put(sheet, 5, 3, { error: '#N/A' }, NORMAL_STYLE);
  formula(sheet, 6, 1, 'SUM(B3:B5)*2', 825);
  formula(sheet, 6, 2, 'IF(B3<>"";"";"<нет>")'.replaceAll(';', ','), '');
  formula(sheet, 6, 3, 'B3/0', { error: '#DIV/0!' });
  formula(sheet, 7, 1, 'A6&"!"', '825!');
  formula(sheet, 7, 2, 'TODAY()', undefined);
  formula(sheet, 7, 3, 'B3>1', true);
  ensureCell(sheet, 8, 1).value = 'ссылка';
  ensureCell(sheet, 8, 1).link = { documentReference: "'О''Нил & <Ко>'!B2", screenTip: 'туда' };
  ensureCell(sheet, 8, 2).value = 'наружу';
  ensureCell(sheet, 8, 2).link = { address: 'https://example.org/?a=1&b=2' };
  put(sheet, 9, 1, 7, SECRET);
  sheet.merges = [area(1, 1, 1, 3), area(10, 1, 11, 2)];
  sheet.columns.set(1, { pixels: 205 });
  sheet.columns.set(2, { pixels: 63 });
  sheet.columns.set(5, { pixels: 90, hidden: true });
  sheet.columns.set(7, { pixels: 64, style: COLUMN });
  sheet.rows.set(1, { points: 37.5 });
  sheet.rows.set(12, { hidden: true });
  sheet.validations = [
    {
      areas: [area(3, 2, 5, 2), area(3, 4)],
      type: 'decimal',
      operator: 'GreaterThanOrEqualTo',
      formulas: ['0'],
      dropDown: true,
      ignoreBlanks: true,
      error: { show: true, style: 'Warning', title: 'Значение', message: 'Не меньше «0» & целое' },
      prompt: { show: true, title: 'Ввод', message: 'Две строки\nподсказки' },
    },
    {
      areas: [area(20, 1, 400, 1)],
      type: 'list',
      formulas: ['"да,нет"'],
      dropDown: true,
      ignoreBlanks: false,
      error: { show: true, style: 'Stop', title: '', message: '' },
      prompt: { show: false, title: '', message: '' },
    },
  ];
  sheet.conditionalFormats = [
    {
      id: '{1}',
      areas: [area(3, 1, 9, 3), area(20, 1)],
      type: 'Custom',
      formulas: ['AND($B3<1,$A3<>"")'],
      stopIfTrue: true,
      look: { fill: '#FDE0DC', fontColor: '#9B1C10', bold: true },
    },
    {
      id: '{2}',
      areas: [area(3, 2, 5, 2)],
      type: 'CellValue',
      operator: 'NotBetween',
      formulas: ['1', '10'],
      stopIfTrue: false,
      look: { italic: true, underline: 'Single', fill: '#DDF3E4' },
    },
    {
      id: '{3}',
      areas: [area(3, 1, 9, 1)],
      type: 'DataBar',
      formulas: [],
      stopIfTrue: false,
      look: {},
      bar: {
        lower: { type: 'Number', formula: '0' },
        upper: { type: 'Automatic' },
        direction: 'LeftToRight',
        barOnly: true,
        fill: '#A9B4BE',
        gradient: false,
      },
    },
    {
      id: '{4}',
      areas: [area(3, 3, 9, 3), area(12, 1)],
      type: 'IconSet',
      formulas: [],
      stopIfTrue: true,
      look: {},
      icons: {
        style: 'ThreeSymbols2',
        iconOnly: true,
        reversed: false,
        from: [
          { type: 'Number', formula: '0.5', orEqual: false },
          { type: 'Percent', formula: '80', orEqual: true },
        ],
      },
    },
  ];
  sheet.pageBreaks = [5, 9];
  sheet.protection = PROTECTED;
  sheet.freeze = { rows: 2, columns: 1 };
  sheet.showGridlines = false;
  sheet.tabColor = '#F2C94C';
  sheet.notes.set(cellKey(3, 2), { author: 'Проверка', text: 'Мало & <мало>' });
  sheet.notes.set(cellKey(4, 2), { author: 'Область', text: 'пусто' });
  Object.assign(sheet.layout, {
    orientation: 'Landscape',
    zoom: { fitWidth: 1, fitHeight: 0 },
    margins: { top: 56.7, bottom: 42.5, left: 85.05, right: 28.35, header: 28.35, footer: 21.25 },
    centerHorizontally: true,
    printAreas: [area(1, 1, 9, 3)],
    titleRows: [1, 2],
    titleColumns: [1, 1],
    firstPageNumber: 3,
    printErrors: 'Dash',
  });
  Object.assign(sheet.layout.headersFooters, { state: 'FirstAndDefault' });
  Object.assign(sheet.layout.headersFooters.defaultForAllPages, {
    centerHeader: '&12&P',
    leftFooter: 'мелко && ясно',
  });
  Object.assign(sheet.layout.headersFooters.firstPage, { leftFooter: 'первая' });
}

function fillOther(sheet: Sheet): void {
  ['Код', 'Школа', 'Дата'].forEach((name, index) => {
    put(sheet, 1, index + 1, name, HEAD);
  });
  put(sheet, 2, 1, 1, NORMAL_STYLE);
  put(sheet, 2, 2, 'Кинешма № 8', NORMAL_STYLE);
  formula(sheet, 3, 1, 'A2+1', 2);
  sheet.tables.push({
    id: '1',
    name: 'tblSites',
    area: area(1, 1, 4, 3),
    showHeaders: true,
    showTotals: false,
    style: 'TableStyleLight9',
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
  });
  sheet.layout.zoom = { scale: 85 };
}

function put(
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue | undefined,
  style: CellStyle,
): void {
  const cell = ensureCell(sheet, row, column);
  if (value !== undefined) {
    cell.value = value;
  }
  if (style !== NORMAL_STYLE) {
    cell.style = style;
  }
}

function formula(
  sheet: Sheet,
  row: number,
  column: number,
  text: string,
  result: CellValue | undefined,
): void {
  const cell = ensureCell(sheet, row, column);
  cell.formula = text;
  if (result !== undefined) {
    cell.value = result;
  }
}

/** Nothing is allowed but what is named. */
function allowing(...allowed: readonly ProtectionOption[]): Record<ProtectionOption, boolean> {
  const may = (option: ProtectionOption): boolean => allowed.includes(option);
  return {
    allowAutoFilter: may('allowAutoFilter'),
    allowDeleteColumns: may('allowDeleteColumns'),
    allowDeleteRows: may('allowDeleteRows'),
    allowEditObjects: may('allowEditObjects'),
    allowEditScenarios: may('allowEditScenarios'),
    allowFormatCells: may('allowFormatCells'),
    allowFormatColumns: may('allowFormatColumns'),
    allowFormatRows: may('allowFormatRows'),
    allowInsertColumns: may('allowInsertColumns'),
    allowInsertHyperlinks: may('allowInsertHyperlinks'),
    allowInsertRows: may('allowInsertRows'),
    allowPivotTables: may('allowPivotTables'),
    allowSort: may('allowSort'),
  };
}
