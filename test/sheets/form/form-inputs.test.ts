/** What the inputs of a form refuse and say, held against the Department's reading of the same values; the edition in print. */
import { civilDate } from '../../../src/calendar/civil-date';
import { LEVEL_WORDS } from '../../../src/text/levels';
import { issueForm, type IssuedForm } from '../../../src/monitoring/issue-form';
import { FORM_COLUMN } from '../../../src/sheets/form/form-columns';
import { formInputs } from '../../../src/sheets/form/form-layout';
import { readInput } from '../../../src/sheets/form/read-input';
import { formWorkbook } from '../../../src/workflows/issue-forms';
import type { SheetSpec, ValidationSpec } from '../../../src/workbook/spec';
import type { Programme } from '../../../src/programme/schema';
import { IVANOVO, OTHER_REGION, THIRD_REGION } from '../../programme/programmes';

const TODAY = civilDate(2024, 4, 1);
const QUARTER = { year: 2024, number: 1 } as const;

function issued(programme: Programme): IssuedForm {
  const [site] = programme.sites;
  if (!site) throw new Error('no site');
  const quarter =
    programme.years.to < QUARTER.year ? { year: programme.years.to, number: 2 as const } : QUARTER;
  return issueForm(programme, [], site, quarter, TODAY);
}

const FORMS = [IVANOVO, OTHER_REGION, THIRD_REGION].map((each) => [each.code, issued(each)] as const);

const sheetOf = (form: IssuedForm, name: string): SheetSpec => {
  const sheet = formWorkbook(form).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
};

function validationAt(sheet: SheetSpec, row: number, column: number): ValidationSpec | undefined {
  return sheet.validations.find(
    ({ area: { top, left, bottom, right } }) =>
      top <= row && row <= bottom && left <= column && column <= right,
  );
}

/** Whether an office program lets the value in. */
function letsIn({ rule, level }: ValidationSpec, value: number | string): boolean {
  if (level !== 'stop') return true;
  switch (rule.kind) {
    case 'whole':
    case 'decimal':
      return (
        typeof value === 'number' &&
        (rule.kind === 'decimal' || Number.isInteger(value)) &&
        value >= (rule.min ?? -Infinity) &&
        value <= (rule.max ?? Infinity)
      );
    case 'list':
      return Array.isArray(rule.source) && rule.source.includes(value);
    case 'text':
      return String(value).length <= rule.maxLength;
    case 'date':
      return false;
  }
}

const NUMBERS = [0, 1, 12, 99, 100, 101, 0.5, 1.25, 99.95, 100.1, -1, -0.01, 1e9, 1e12, 2_000_000_000];
const TEXTS = ['да', 'нет', 'проекты', 'а'.repeat(1000), 'а'.repeat(1001)];

describe.each(FORMS)('inputs of %s', (_code, form) => {
  const sheet = sheetOf(form, 'Форма');
  const inputs = formInputs(form).filter(({ indicator }) => indicator.kind !== 'percent');

  it('refuse nothing that the Department’s reading lets pass', () => {
    const place = { file: null, sheet: null, cell: null, row: null };
    for (const { indicator, row, column } of inputs) {
      const validation = validationAt(sheet, row, column);
      if (!validation) throw new Error(`no validation in row ${row}`);
      const isText = indicator.kind === 'text' || indicator.kind === 'yesno';
      for (const value of isText ? TEXTS : NUMBERS) {
        const cell = {
          row,
          column,
          value:
            typeof value === 'number'
              ? { kind: 'number' as const, number: value }
              : { kind: 'text' as const, text: value },
        };
        const { findings } = readInput(cell, indicator, 'Факт', place);
        const accepted = findings.every(({ level }) => level !== 'error');
        if (accepted)
          expect([indicator.code, value, letsIn(validation, value)]).toEqual([indicator.code, value, true]);
      }
    }
  });

  it('say which controls look at them, in the words of «Проверка», within what Excel shows', () => {
    const check = sheetOf(form, 'Проверка');
    const demandOf = (code: string): string => {
      const row = check.cells.find(({ column, value }) => column === 1 && value === code)?.row;
      const demand = check.cells.find((cell) => cell.row === row && cell.column === 3)?.value;
      return typeof demand === 'string' ? demand : 'no demand';
    };
    let named = 0;
    for (const { indicator, key, row, column } of inputs) {
      const { title = '', message = '' } = validationAt(sheet, row, column) ?? {};
      expect(title.length).toBeLessThanOrEqual(32);
      expect(message.length).toBeLessThanOrEqual(255);
      const reference = key === 'fact' ? `[${indicator.code}]` : `ИТОГ([${indicator.code}])`;
      const bare = (text: string): string =>
        text.replaceAll(/(ИТОГ|ПЛАН|МИНИМУМ|ПРЕД|АППГ|КВАРТАЛЫ)\((ИТОГ\()?\[[\d.]+\]\)*/g, '');
      const own = form.controls.filter(({ compiled: { control } }) =>
        [control.left, control.right].some((text) =>
          key === 'fact'
            ? bare(text).includes(reference)
            : text.replaceAll(/(ПРЕД|АППГ)\(ИТОГ/g, '').includes(reference),
        ),
      );
      for (const { code } of own) {
        const whole = `${code}: ${demandOf(code)}`;
        expect([
          message,
          message.includes(whole) ||
            message.includes('Остальные – на листе «Проверка»') ||
            message.endsWith('…'),
        ]).toEqual([message, true]);
        if (message.includes(whole)) named += 1;
      }
      // The worst come first.
      const levels = [...message.matchAll(/([A-Z]\d[\p{L}\d.]*): /gu)].map(([, code]) => {
        const level = form.controls.find((control) => control.code === code)?.level;
        return Object.keys(LEVEL_WORDS).indexOf(level ?? 'info');
      });
      expect(levels).toEqual([...levels].sort((a, b) => a - b));
    }
    expect(named).toBeGreaterThan(3);
  });

  it('leave reasons and documents a rule of their own', () => {
    for (const { row } of inputs) {
      expect(validationAt(sheet, row, FORM_COLUMN.reason)?.message).toBe('Не больше 1000 знаков.');
    }
  });
});

it.each(FORMS)('a form of %s names its edition, since when it is in force, and its act', (_code, form) => {
  const { edition } = form;
  const russian = (iso: string): string => iso.split('-').reverse().join('.');
  for (const name of ['Титул', 'Форма']) {
    const line = sheetOf(form, name).cells.find(
      ({ value }) => typeof value === 'string' && value.includes(edition.title),
    );
    expect(line?.value).toContain(edition.code);
    expect(line?.value).toContain(`действует с ${russian(edition.effectiveFrom)}`);
    expect(line?.value).toContain(edition.source.act);
    if (edition.source.date !== null) expect(line?.value).toContain(`от ${russian(edition.source.date)}`);
    if (edition.source.number !== null) expect(line?.value).toContain(`№ ${edition.source.number}`);
  }
});

/** In Excel since 2010 and in LibreOffice; none is volatile, none wants an array entry. */
const FUNCTIONS = new Set(
  'IF AND OR NOT ISNUMBER ISERROR IFERROR ABS ROUND TRUNC SUM MIN MAX COUNT COUNTIF COUNTIFS INT MOD LOG10 LEFT MID TRIM LEN LOWER INDEX MATCH SUMPRODUCT'.split(
    ' ',
  ),
);

it.each(FORMS)('the formulas of a form of %s are such as every office program knows', (_code, form) => {
  const formulas = formWorkbook(form).sheets.flatMap(({ cells, conditionalFormats }) => [
    ...cells.flatMap(({ formula }) => formula ?? []),
    ...conditionalFormats.map(({ formula }) => formula),
  ]);
  expect(formulas.length).toBeGreaterThan(50);
  for (const formula of formulas) {
    const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
    const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
    const names = [...bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !FUNCTIONS.has(name))).toEqual([]);
    expect([formula, formula.length <= 8192]).toEqual([formula, true]);
    expect(literals.filter((literal) => literal.length > 257)).toEqual([]);
  }
});
