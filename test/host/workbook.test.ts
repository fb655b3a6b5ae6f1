/** What requests do to the workbook of the emulated Excel. */

import { createEmulatedHost } from './emulated-host';
import { startEmulatedExcel, type EmulatedExcel } from './client/main-realm';
import { cellAt, styleAt } from './model/cells';
import { readArea } from './model/area';
import type { Cell, Sheet } from './model/workbook';
import type { CellStyle } from './model/style';

let excel: EmulatedExcel;

beforeEach(async () => {
  excel = await startEmulatedExcel();
});
afterEach(async () => {
  await excel.close();
});

async function run(batch: (sheet: Excel.Worksheet, context: Excel.RequestContext) => void): Promise<void> {
  await Excel.run(async (context) => {
    batch(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
}

function sheet(index = 0): Sheet {
  const found = excel.workbook.sheets[index];
  if (found === undefined) {
    throw new Error(`No sheet ${index}.`);
  }
  return found;
}

function at(address: string): readonly [number, number] {
  const place = readArea(address);
  return [place?.top ?? 0, place?.left ?? 0];
}

function cell(address: string): Cell | undefined {
  return cellAt(sheet(), ...at(address));
}

function style(address: string): CellStyle {
  return styleAt(sheet(), ...at(address));
}

describe('contents', () => {
  test('null leaves a cell alone, an empty text empties it', async () => {
    excel.user.type('Лист1', 'A1:C1', [['а', 'б', 'в']]);
    await run((active) => {
      active.getRange('A1:C1').values = [[null, '', 'г']];
    });
    expect([cell('A1')?.value, cell('B1'), cell('C1')?.value]).toEqual(['а', undefined, 'г']);
  });

  test('numbers become text in cells of the text format, texts become dates elsewhere', async () => {
    await run((active) => {
      active.getRange('A1').numberFormat = [['@']];
      active.getRange('A1:B1').values = [[5, '07.12.2020']];
    });
    expect([cell('A1')?.value, cell('B1')?.value, style('B1').numberFormat]).toEqual([
      '5',
      44_172,
      'm/d/yyyy',
    ]);
  });

  test('a formula in Russian has a result that says so', async () => {
    await run((active) => {
      active.getRange('A1').formulas = [['=СУММ(B1,B2)']];
    });
    expect(cell('A1')).toMatchObject({ formula: 'СУММ(B1,B2)', value: { error: '#NAME?' } });
  });

  test('a result that a test knows is what Excel shows', async () => {
    await run((active) => {
      active.getRange('A1').formulas = [['=B1*2']];
    });
    excel.user.setResult('Лист1', 'A1', 84);
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets
        .getActiveWorksheet()
        .getRange('A1')
        .load('values,formulas,text');
      await context.sync();
      return [range.values, range.formulas, range.text];
    });
    expect(values).toEqual([[[84]], [['=B1*2']], [['84']]]);
  });

  test('the hidden cells of a merged area take nothing', async () => {
    await run((active) => {
      active.getRange('A1:B1').merge();
      active.getRange('A1:B1').values = [['первая', 'вторая']];
    });
    expect([cell('A1')?.value, cell('B1')?.value]).toEqual(['первая', undefined]);
  });
});

describe('looks', () => {
  test('of a whole column hold for cells that come later, of a row go before them', async () => {
    await run((active) => {
      active.getRange('B:B').format.protection.locked = false;
      active.getRange('3:3').format.font.italic = true;
      active.getRange('B:B').format.font.bold = true;
    });
    expect([style('B2').locked, style('B2').font.bold, style('B3').font]).toMatchObject([
      false,
      true,
      { italic: true, bold: true },
    ]);
    expect(style('C3').font).toMatchObject({ italic: true, bold: false });
  });

  test('what cells have in common is told, what they have not is null', async () => {
    const told = await Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange('A1').format.font.bold = true;
      active.getRange('A1:A2').format.fill.color = '#ffeecc';
      const { font, fill } = active.getRange('A1:A2').format;
      font.load('bold,size');
      fill.load('color');
      await context.sync();
      return [font.bold, font.size, fill.color];
    });
    expect(told).toEqual([null, 11, '#FFEECC']);
  });

  test('a line between two cells is one line', async () => {
    await run((active) => {
      for (const side of ['EdgeTop', 'EdgeBottom', 'InsideHorizontal'] as const) {
        active.getRange('A1:A2').format.borders.getItem(side).style = 'Continuous';
      }
      active.getRange('A2').format.borders.getItem('EdgeTop').style = 'None';
    });
    expect(Object.keys(style('A1').borders)).toEqual(['top']);
    expect(Object.keys(style('A2').borders)).toEqual(['bottom']);
  });

  test('of many cells go in one list, and are read as one', async () => {
    const told = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      range.setCellProperties([
        [
          { format: { font: { bold: true }, borders: { bottom: { style: 'Double' } } } },
          { format: { fill: { color: '#FF0000' } } },
        ],
      ]);
      const read = range.getCellProperties({
        address: true,
        format: { font: { bold: true }, fill: { color: true } },
      });
      await context.sync();
      return read.value;
    });
    expect(told).toEqual([
      [
        { address: 'Лист1!A1', format: { font: { bold: true }, fill: { color: '#FFFFFF' } } },
        { address: 'Лист1!B1', format: { font: { bold: false }, fill: { color: '#FF0000' } } },
      ],
    ]);
    expect(style('A1').borders.bottom?.style).toBe('Double');
  });
});

describe('rules', () => {
  test('a new conditional format stands before the others; clearing cuts areas', async () => {
    await run((active) => {
      for (const formula of ['=A1=1', '=A1=2']) {
        active.getRange('A1:A10').conditionalFormats.add('Custom').custom.rule.formula = formula;
      }
      active.getRange('A4:A5').conditionalFormats.clearAll();
    });
    expect(sheet().conditionalFormats.map(({ formulas, areas }) => [formulas[0], areas.length])).toEqual([
      ['A1=2', 2],
      ['A1=1', 2],
    ]);
  });

  test('a validation over a part of another cuts it, and is read back as it was given', async () => {
    const rule = { list: { inCellDropDown: true, source: 'да,нет' } };
    const read = await Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      active.getRange('A1:A9').dataValidation.rule = {
        wholeNumber: { formula1: 0, formula2: 9, operator: 'Between' },
      };
      active.getRange('A5').dataValidation.rule = rule;
      const validations = ['A1', 'A5', 'A1:A9', 'B1'].map((address) =>
        active.getRange(address).dataValidation.load('rule,type'),
      );
      await context.sync();
      return validations.map((validation) => [validation.type, validation.rule]);
    });
    expect(read).toEqual([
      ['WholeNumber', { wholeNumber: { formula1: 0, formula2: 9, operator: 'Between' } }],
      ['List', rule],
      ['Inconsistent', {}],
      ['None', {}],
    ]);
  });
});

describe('rows that are inserted and deleted', () => {
  beforeEach(async () => {
    excel.user.addSheet('Сводка');
    await run((active, { workbook }) => {
      active.getRange('A5:B7').values = [
        ['код', 'факт'],
        ['2.1', 12],
        ['2.2', 15],
      ];
      active.getRange('B8').formulas = [['=SUM(B6:B7)']];
      active.tables.add('A5:B7', true).name = 'Факты';
      active.getRange('A1:B1').merge();
      active.getRange('B6:B7').dataValidation.rule = {
        decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' },
      };
      active.pageLayout.setPrintArea('A1:B8');
      workbook.names.add('факты_квартала', active.getRange('B6:B7'));
      workbook.worksheets.getItem('Сводка').getRange('A1').formulas = [["=Лист1!B6+'Лист1'!$B$8"]];
    });
  });

  const state = () => ({
    sum: [...sheet().cells.values()].flatMap(({ formula }) => formula ?? [])[0],
    other: [...sheet(1).cells.values()][0]?.formula,
    table: sheet().tables[0]?.area,
    name: excel.workbook.names[0]?.formula,
    rule: sheet().validations[0]?.areas,
    print: sheet().layout.printAreas,
    merges: sheet().merges.length,
  });

  test('everything follows an insertion', () => {
    excel.user.insertRows('Лист1', '3:4');
    expect(state()).toEqual({
      sum: 'SUM(B8:B9)',
      other: "Лист1!B8+'Лист1'!$B$10",
      table: { top: 7, bottom: 9, left: 1, right: 2 },
      name: 'Лист1!$B$8:$B$9',
      rule: [{ top: 8, bottom: 9, left: 2, right: 2 }],
      print: [{ top: 1, bottom: 10, left: 1, right: 2 }],
      merges: 1,
    });
  });

  test('what is deleted is missed', () => {
    excel.user.deleteRows('Лист1', '6:6');
    expect(state()).toMatchObject({
      sum: 'SUM(B6:B6)',
      other: "Лист1!#REF!+'Лист1'!$B$7",
      table: { top: 5, bottom: 6 },
      name: 'Лист1!$B$6',
    });
  });

  test('a sheet that is renamed is followed, one that is deleted is missed', () => {
    excel.user.renameSheet('Лист1', "Д'Артаньян 1");
    expect(state()).toMatchObject({
      other: "'Д''Артаньян 1'!B6+'Д''Артаньян 1'!$B$8",
      name: "'Д''Артаньян 1'!$B$6:$B$7",
    });
    excel.user.deleteSheet("Д'Артаньян 1");
    expect([...sheet().cells.values()][0]?.formula).toBe('#REF!+#REF!');
    expect(excel.workbook.names[0]?.formula).toBe('#REF!');
  });
});

test('tables grow in place where the host can resize them', async () => {
  await run((active) => {
    active.getRange('A1:B2').values = [
      ['код', 'код'],
      [1, 2],
    ];
    const table = active.tables.add('A1:B2', true);
    table.name = 'Реестр';
    table.resize('A1:C5');
  });
  expect(sheet().tables.map(({ name, area }) => ({ name, area }))).toEqual([
    { name: 'Реестр', area: { top: 1, bottom: 5, left: 1, right: 3 } },
  ]);
  expect(['A1', 'B1', 'C1'].map((address) => cell(address)?.value)).toEqual(['код', 'код2', 'Столбец3']);
});

test('rows of a table push down what stands below it', async () => {
  excel.user.type('Лист1', 'A1:A4', [['код'], [1], [2], ['ниже']]);
  await run((active) => {
    active.tables.add('A1:A3', true).rows.add(undefined, [[3]]);
  });
  expect(['A1', 'A2', 'A3', 'A4', 'A5'].map((address) => cell(address)?.value)).toEqual([
    'код',
    1,
    2,
    3,
    'ниже',
  ]);
  expect(sheet().tables[0]?.area.bottom).toBe(4);
});

test('page set-up is kept as it was given', async () => {
  await run((active) => {
    active.pageLayout.orientation = 'Landscape';
    active.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    active.pageLayout.topMargin = 56.7;
    active.pageLayout.setPrintTitleRows('$3:$4');
    active.pageLayout.headersFooters.state = 'FirstAndDefault';
    active.pageLayout.headersFooters.defaultForAllPages.centerHeader = '&P';
    active.freezePanes.freezeAt('A1:B3');
  });
  expect(sheet().layout).toMatchObject({
    orientation: 'Landscape',
    zoom: { fitWidth: 1, fitHeight: 0 },
    margins: { top: 56.7 },
    titleRows: [3, 4],
    headersFooters: { state: 'FirstAndDefault', defaultForAllPages: { centerHeader: '&P' } },
  });
  expect(sheet().freeze).toEqual({ rows: 3, columns: 2 });
});

test('settings, properties of sheets and areas of several ranges', async () => {
  const told = await Excel.run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    context.workbook.settings.add('вид', { тёмный: true });
    active.customProperties.add('вид', 'форма');
    const setting = context.workbook.settings.getItem('вид').load('value');
    const property = active.customProperties.getItemOrNullObject('ВИД').load('value');
    const areas = active.getRanges('A1:B2,D4').load('address,areaCount');
    areas.format.font.bold = true;
    await context.sync();
    const value: unknown = setting.value;
    return [value, property.value, areas.address, areas.areaCount];
  });
  expect(told).toEqual([{ тёмный: true }, 'форма', 'Лист1!A1:B2,Лист1!D4', 2]);
  expect([style('B2').font.bold, style('D4').font.bold, style('C3').font.bold]).toEqual([true, true, false]);
});

test('copies take their relative references along', async () => {
  await run((active) => {
    active.getRange('A1:B1').formulas = [[5, '=A1*$A$1']];
    active.getRange('A3:B4').copyFrom('A1:B1');
  });
  expect([cell('B3')?.formula, cell('B4')?.formula]).toEqual(['A3*$A$1', 'A4*$A$1']);
});

test('a host alone answers a request of the protocol', async () => {
  const host = createEmulatedHost();
  const reply = await host.request({
    body: JSON.stringify({
      ObjectPaths: {
        1: { ObjectPathType: 1 },
        2: { ObjectPathType: 4, Name: 'Worksheets', ParentObjectPathId: 1 },
        3: { ObjectPathType: 3, Name: 'Add', ParentObjectPathId: 2, ArgumentInfo: { Arguments: ['Лист1'] } },
      },
      Actions: [
        { Id: 4, ActionType: 1, ObjectPathId: 2 },
        { Id: 5, ActionType: 1, ObjectPathId: 3 },
      ],
    }),
    flags: 0,
  });
  expect('body' in reply ? (JSON.parse(reply.body) as unknown) : reply).toEqual({
    Results: [{ ActionId: 4, Value: {} }],
    Error: {
      Code: 'ItemAlreadyExists',
      Message: 'A resource with the same name or identifier already exists.',
      Location: 'WorksheetCollection.add',
      ActionIndex: 1,
      HttpStatusCode: 409,
    },
  });
});
