/**
 * «Проверка»: the form's checks and the edition's controls by native formulas, so that a school without the add-in sees
 * what the Department's check will say. Helper cells stand in hidden columns.
 */
import { STATE_WORDS } from '../../controls/to-formula';
import type { ControlContext } from '../../controls/values';
import { formContext } from '../../monitoring/form-context';
import type { IssuedForm } from '../../monitoring/issue-form';
import { CHECK_TEXTS } from '../../text/check-sheet';
import { LEVEL_WORDS } from '../../text/levels';
import { quarterTitle } from '../../calendar/quarter';
import { cellAddress } from '../../workbook/grid';
import type { SheetSpec } from '../../workbook/spec';
import { placeOf, sheetBuilder, workingPrint, type SheetBuilder } from '../builder';
import { entryValue } from '../codecs';
import { formatStamp } from '../stamp';
import { HIDDEN, checkCells } from './check-cells';
import { faultCells, faultCodes } from './check-faults';
import {
  builtInLines,
  CHECK_COLUMN,
  controlLines,
  putMarks,
  type ControlLine,
  type Entered,
  type Line,
  type Shown,
} from './check-lines';
import { CHECK_SHEET, formInputs, MARK, MARKS_NAME } from './form-layout';
import { knownValues } from './known-values';

const WIDTHS = [17, 17, 54, 17, 17, 15, 17, 9];
const LAST_COLUMN = WIDTHS.length;
const HEADER_ROW = 6;
const VERDICT_ROW = 3;

/** The sheet of a form as it is issued; `entered`: what stands in its inputs. */
export function checkSpec(form: IssuedForm, entered: Entered = { rows: [] }): SheetSpec {
  const context = formContext(form, entered.rows);
  const known = knownValues(form);
  const inputs = formInputs(form);
  const lineCount = 3 + faultCodes(inputs).length + form.controls.length;
  const lastRow = HEADER_ROW + lineCount;
  const firstControlRow = lastRow - form.controls.length + 1;
  const knownHead = lastRow + 4;
  const cells = checkCells(
    form,
    new Map(known.map(({ key }, index) => [key, cellAddress(knownHead + 1 + index, CHECK_COLUMN.left)])),
  );
  const controls = controlLines(form, cells, firstControlRow);
  const faults = faultCells(inputs, cells);
  const builtIn = builtInLines(form, cells, controls, faults, entered);
  putMarks(form, cells, controls, faults);

  const steps = Math.max(HIDDEN.steps, ...cells.cells.map(({ column }) => column)) - LAST_COLUMN;
  const sheet = sheetBuilder(CHECK_SHEET, [
    ...WIDTHS,
    ...Array.from({ length: steps }, () => ({ width: 10, hidden: true }) as const),
  ]);
  putHead(sheet, form, context, builtIn, controls);
  const lines = [...builtIn, ...controls.map(({ line }) => line)];
  lines.forEach((line, index) => {
    putLine(sheet, HEADER_ROW + 1 + index, line, context);
  });
  putLooks(sheet, lastRow);
  if (known.length > 0) {
    const { title, note, columns } = CHECK_TEXTS.known;
    sheet.span(knownHead - 2, 1, LAST_COLUMN, title, 'subtitle');
    sheet.span(knownHead - 1, 1, LAST_COLUMN, note, 'note');
    columns.forEach((text, index) => {
      sheet.put(knownHead, index + 1, text, 'head');
    });
    known.forEach(({ of, kind, what, value }, index) => {
      const row = knownHead + 1 + index;
      sheet.put(row, CHECK_COLUMN.code, of, 'form-center');
      sheet.put(row, CHECK_COLUMN.level, CHECK_TEXTS.known.kinds[kind], 'form-center');
      sheet.put(row, CHECK_COLUMN.demand, what, 'form-text');
      sheet.put(row, CHECK_COLUMN.left, entryValue(value), 'form-fixed', { format: 'General' });
    });
  }
  sheet.span(sheet.lastRow() + 2, 1, LAST_COLUMN, formatStamp(form.stamp), 'note');
  const bottom = sheet.lastRow();
  for (const { row, column, formula, cached } of cells.cells) {
    sheet.put(row, column, cached(context), 'meta', { formula });
  }
  sheet.name({
    name: MARKS_NAME,
    area: { top: 1, left: HIDDEN.mark, bottom: Math.max(1, inputs.length), right: HIDDEN.mark },
  });
  return sheet.build({
    print: {
      ...workingPrint('landscape', HEADER_ROW),
      area: { top: 1, left: 1, bottom, right: LAST_COLUMN },
    },
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: HEADER_ROW, columns: 0 },
    tab: 'document',
  });
}

/** School, verdict and counts. */
function putHead(
  sheet: SheetBuilder,
  form: IssuedForm,
  context: ControlContext,
  builtIn: readonly Line[],
  controls: readonly ControlLine[],
): void {
  sheet.span(1, 1, LAST_COLUMN, CHECK_TEXTS.title, 'title-wrap');
  const place = `${form.site.name}, ${quarterTitle(form.quarter)} · редакция: ${form.edition.title}`;
  sheet.span(2, 1, LAST_COLUMN, place, 'text');

  const first = HEADER_ROW + 1;
  const range = (column: number, from: number, to: number): string =>
    `${cellAddress(from, column)}:${cellAddress(Math.max(from, to), column)}`;
  const firstControl = first + builtIn.length;
  const last = firstControl + controls.length - 1;
  const faults = `SUM(${range(CHECK_COLUMN.left, first, firstControl - 1)})`;
  const outcomes = range(HIDDEN.outcome, firstControl, last);
  const levels = range(CHECK_COLUMN.level, firstControl, last);
  const none = controls.length === 0;
  const errors = none ? faults : `${faults}+COUNTIF(${outcomes},${MARK.error})`;
  const ofLevel = (level: 'warning' | 'deviation'): string =>
    none ? '0' : `COUNTIFS(${levels},"${LEVEL_WORDS[level]}",${outcomes},${MARK.warning})`;
  const noData = none
    ? '0'
    : `COUNTIF(${range(CHECK_COLUMN.state, firstControl, last)},"${STATE_WORDS.noData}")`;

  const bad = (level: string): number =>
    controls.filter((control) => control.level === level && control.outcomeOf(context) > 0).length;
  const errorCount =
    builtIn.reduce((sum, { left }) => sum + Number(shownValue(left, context)), 0) + bad('error');
  const noDataCount = controls.filter(
    ({ line }) => shownValue(line.state, context) === STATE_WORDS.noData,
  ).length;
  sheet.span(
    VERDICT_ROW,
    1,
    LAST_COLUMN,
    errorCount === 0 ? CHECK_TEXTS.mayHandIn : CHECK_TEXTS.mayNot(errorCount),
    'title',
    { formula: verdictFormula(`(${errors})`) },
  );
  const { counts } = CHECK_TEXTS;
  const parts: readonly (readonly [string, string, number])[] = [
    [counts.errors, `(${errors})`, errorCount],
    [counts.warnings, ofLevel('warning'), bad('warning')],
    [counts.deviations, ofLevel('deviation'), bad('deviation')],
    [counts.noData, noData, noDataCount],
  ];
  sheet.span(4, 1, LAST_COLUMN, parts.map(([word, , count]) => `${word}${count}`).join(''), 'text', {
    formula: parts.map(([word, formula]) => `"${word}"&${formula}`).join('&'),
  });
  sheet.span(5, 1, LAST_COLUMN, CHECK_TEXTS.note, 'note');
  CHECK_TEXTS.columns.forEach((title, index) => {
    sheet.put(HEADER_ROW, index + 1, title, 'head');
  });
  const verdict = { top: VERDICT_ROW, left: 1, bottom: VERDICT_ROW, right: LAST_COLUMN };
  const cell = `$A$${VERDICT_ROW}`;
  sheet.highlight({ area: verdict, formula: `${cell}="${CHECK_TEXTS.mayHandIn}"`, look: 'good' });
  sheet.highlight({ area: verdict, formula: `${cell}<>"${CHECK_TEXTS.mayHandIn}"`, look: 'bad' });
}

/** «Нельзя: N ошибок» in the form that the number takes in Russian. */
function verdictFormula(count: string): string {
  const few = `AND(MOD(${count},10)>=2,MOD(${count},10)<=4,OR(MOD(${count},100)<12,MOD(${count},100)>14))`;
  const one = `AND(MOD(${count},10)=1,MOD(${count},100)<>11)`;
  const [phraseOne, phraseFew, phraseMany] = [1, 2, 5].map((number) =>
    CHECK_TEXTS.mayNot(number).split(String(number)),
  );
  const [before = '', after = ''] = phraseOne ?? [];
  const word = `IF(${one},"${after}",IF(${few},"${phraseFew?.[1] ?? ''}","${phraseMany?.[1] ?? ''}"))`;
  return `IF(${count}=0,"${CHECK_TEXTS.mayHandIn}","${before}"&${count}&${word})`;
}

function putLine(sheet: SheetBuilder, row: number, line: Line, context: ControlContext): void {
  sheet.put(row, CHECK_COLUMN.code, line.code, 'center');
  sheet.put(row, CHECK_COLUMN.level, LEVEL_WORDS[line.level], 'center');
  sheet.put(row, CHECK_COLUMN.demand, line.demand, 'cell');
  for (const key of ['left', 'right', 'difference', 'state'] as const) {
    const shown = line[key];
    const extra = typeof shown === 'number' ? {} : { formula: shown.formula };
    sheet.put(
      row,
      CHECK_COLUMN[key],
      shownValue(shown, context),
      key === 'state' ? 'calc' : 'number-any',
      extra,
    );
  }
  const { link } = line;
  if (!link) sheet.put(row, CHECK_COLUMN.link, null, 'center');
  else
    sheet.put(row, CHECK_COLUMN.link, cellAddress(link.row, link.column), 'link', {
      link: placeOf(link.sheet, link.row, link.column),
    });
}

function shownValue(shown: Shown, context: ControlContext): number | string {
  return typeof shown === 'number' ? shown : shown.cached(context);
}

/** The colours of the states; the words say the same. */
function putLooks(sheet: SheetBuilder, lastRow: number): void {
  const first = HEADER_ROW + 1;
  const area = { top: first, left: CHECK_COLUMN.state, bottom: lastRow, right: CHECK_COLUMN.state };
  const state = `$${cellAddress(first, CHECK_COLUMN.state)}`;
  const level = `$${cellAddress(first, CHECK_COLUMN.level)}`;
  const is = (word: string): string => `${state}="${word}"`;
  const { error, warning, deviation } = LEVEL_WORDS;
  const uncomputed = `AND(${is(STATE_WORDS.notComputable)},${level}="${error}")`;
  sheet.highlight({ area, formula: `OR(${is(error)},${uncomputed})`, look: 'bad' });
  sheet.highlight({
    area,
    formula: `OR(${is(warning)},${is(deviation)},${is(STATE_WORDS.notComputable)})`,
    look: 'warn',
  });
  sheet.highlight({ area, formula: is(STATE_WORDS.passed), look: 'good' });
  sheet.highlight({
    area,
    formula: `OR(${is(STATE_WORDS.noData)},${is(STATE_WORDS.notApplicable)})`,
    look: 'muted',
  });
}
