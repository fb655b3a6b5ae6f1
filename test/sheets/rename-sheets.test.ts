import { sheetBuilder, workingPrint } from '../../src/sheets/builder';
import { renameSheets } from '../../src/sheets/rename-sheets';
import type { SheetSpec } from '../../src/workbook/spec';

function sheet(formula: string): SheetSpec {
  const made = sheetBuilder('Форма', [10]);
  const area = { top: 1, left: 1, bottom: 1, right: 1 };
  made.put(1, 1, 0, 'cell', { formula });
  made.put(2, 1, 'H7', 'link', { link: "'Форма'!H7" });
  made.highlight({ area, formula: 'INDEX(form_marks,1)=2', look: 'bad' });
  made.validate({
    area,
    rule: { kind: 'list', source: "'Форма'!$A$1:$A$2" },
    blank: true,
    level: 'stop',
    title: '',
    message: '',
  });
  made.name({ name: 'form_marks', area });
  return made.build({ print: workingPrint('portrait') });
}

const renamed = (formula: string): SheetSpec | undefined =>
  renameSheets([sheet(formula)], {
    sheets: new Map([['Форма', "Форма д'Артаньян"]]),
    areas: new Map([['form_marks', 'form_marks_2']]),
  })[0];

test('formulas, links, lists, conditional formats and names of areas follow', () => {
  const made = renamed("SUM('Форма'!A1:A2)");
  expect(made?.name).toBe("Форма д'Артаньян");
  expect(made?.cells.map(({ formula, link }) => formula ?? link)).toEqual([
    "SUM('Форма д''Артаньян'!A1:A2)",
    "'Форма д''Артаньян'!H7",
  ]);
  expect(made?.conditionalFormats[0]?.formula).toBe('INDEX(form_marks_2,1)=2');
  expect(made?.validations[0]?.rule).toEqual({ kind: 'list', source: "'Форма д''Артаньян'!$A$1:$A$2" });
  expect(made?.names[0]?.name).toBe('form_marks_2');
});

test.each([
  ['a text', `IF(A1="'Форма'!A1",1,0)`],
  ['a text with quotes in it', `IF(A1="""'Форма'!form_marks",1,0)`],
  ['another sheet', "'Форма 2'!A1+'Моя Форма'!A1"],
  ['a longer name', 'INDEX(form_marks_all,1)+xform_marks'],
])('%s stays as it is', (_, formula) => {
  expect(renamed(formula)?.cells[0]?.formula).toBe(formula);
});
