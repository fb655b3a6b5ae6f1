/** «Форма»: one school's rows for one quarter; inputs unlocked and coloured, all else locked. */
import { quarterTitle } from '../../calendar/quarter';
import type { FormRow, IssuedForm } from '../../monitoring/issue-form';
import { withShares } from '../../monitoring/shares';
import { EMPTY, type Entry, type SubmissionRow } from '../../monitoring/submission';
import { CHECK_TEXTS } from '../../text/check-sheet';
import { REPORT_TEXTS } from '../../text/report';
import { cellAddress } from '../../workbook/grid';
import type { SheetSpec, SpecValue, ValidationRule } from '../../workbook/spec';
import type { StyleName } from '../../workbook/styles';
import { sheetBuilder, type SheetBuilder, workingPrint } from '../builder';
import { entryValue } from '../codecs';
import { completionOf, deviationOf } from '../figures';
import { completionFormula, deviationFormula, numberFormat, shareFormula } from '../formulas';
import { formatStamp } from '../stamp';
import { editionText } from './edition-text';
import { FORM_COLUMN, FORM_COLUMNS, TEXT_LIMIT, type FormColumnKey } from './form-columns';
import {
  FORM_HEADER_ROW as HEADER_ROW,
  FORM_SHEET,
  formInputs,
  formRowNumbers,
  MARK,
  MARKS_NAME,
} from './form-layout';
import { inputMessage } from './input-message';
import { afterNeighbours, betweenNeighbours } from './steady-cells';

const LAST_COLUMN = FORM_COLUMNS.length;

/** The form as it is issued; `entries` puts values into its inputs (a form made again keeps what was entered). */
export function formSpec(form: IssuedForm, entries: readonly SubmissionRow[] = []): SheetSpec {
  const { site, quarter, edition } = form;
  const sheet = sheetBuilder(
    FORM_SHEET,
    FORM_COLUMNS.map(({ width }) => width),
  );
  sheet.span(
    1,
    1,
    LAST_COLUMN,
    'Форма ежеквартального мониторинга показателей школьного «Кванториума»',
    'title-wrap',
  );
  sheet.span(2, 1, LAST_COLUMN, `${site.name}, ${site.municipality}`, 'text');
  sheet.span(3, 1, LAST_COLUMN, `${quarterTitle(quarter)} · редакция: ${editionText(edition)}`, 'text');
  sheet.span(4, 1, LAST_COLUMN, hint(form), 'note');
  FORM_COLUMNS.forEach(({ title }, index) => sheet.put(HEADER_ROW, index + 1, title, 'head'));

  const rowNumbers = formRowNumbers(form);
  const indicators = form.rows.map(({ indicator }) => indicator);
  const shown = withShares(entries, indicators);
  for (const formRow of form.rows) {
    const entry = shown.find(({ row }) => row === formRow.indicator.code);
    putRow(sheet, formRow, rowNumbers, entry, form.controls);
  }
  formInputs(form).forEach(({ row, column }, index) => {
    const area = { top: row, left: column, bottom: row, right: column };
    const mark = `INDEX(${MARKS_NAME},${index + 1})`;
    sheet.highlight({ area, formula: `${mark}=${MARK.error}`, look: 'bad' });
    sheet.highlight({ area, formula: `${mark}=${MARK.warning}`, look: 'warn' });
  });
  const lastRow = HEADER_ROW + form.rows.length;
  sheet.span(lastRow + 2, 1, LAST_COLUMN, formatStamp(form.stamp), 'note');
  return sheet.build({
    print: workingPrint('landscape', HEADER_ROW),
    protection: { allow: ['formatColumns', 'formatRows'] },
    freeze: { rows: HEADER_ROW, columns: 2 },
    tab: 'input',
  });
}

function hint({ edition, planBases }: IssuedForm): string {
  return [
    'Заполняйте жёлтые ячейки. Пустая ячейка – не ноль: 0 вводят, только если за квартал ничего не было. «х» – значения здесь быть не может.',
    ...(edition.provisional ? ['Формулировки показателей предварительные.'] : []),
    ...(planBases.length > 0 ? [REPORT_TEXTS.planBases(planBases)] : []),
  ].join(' ');
}

function putRow(
  sheet: SheetBuilder,
  formRow: FormRow,
  rowNumbers: ReadonlyMap<string, number>,
  entry: SubmissionRow | undefined,
  controls: IssuedForm['controls'],
): void {
  const { indicator } = formRow;
  const row = rowNumbers.get(indicator.code) ?? 0;
  const put = (
    key: FormColumnKey,
    value: SpecValue | null,
    style: StyleName,
    extra?: { formula?: string; format?: string },
  ): void => sheet.put(row, FORM_COLUMN[key], value, style, extra);
  put('row', indicator.code, 'form-center');
  put('name', indicator.name, indicator.kind === 'heading' ? 'form-heading' : 'form-text');
  if (indicator.kind === 'heading') {
    for (const { key } of FORM_COLUMNS.slice(2)) put(key, null, 'form-heading');
    return;
  }
  put('unit', indicator.unit || null, 'form-center');
  put('okei', indicator.okei, 'form-center');

  const format = { format: numberFormat(indicator.decimals) };
  for (const key of ['planYear', 'plan', 'lastYear', 'previous', 'previousTotal'] as const) {
    const known = formRow[key];
    put(key, entryValue(known), known.kind === 'not-applicable' ? 'form-na' : 'form-fixed', format);
  }

  if (indicator.kind === 'percent') {
    const numerator = rowNumbers.get(indicator.numerator ?? '');
    const denominator = rowNumbers.get(indicator.denominator ?? '');
    for (const key of ['fact', 'total'] as const) {
      if (formRow.hasTotal || key === 'fact') {
        const [part, whole] = [numerator, denominator].map((number) =>
          betweenNeighbours(number ?? row, FORM_COLUMN[key]),
        );
        put(key, (entry && entryValue(entry[key])) ?? '', 'form-calc', {
          formula: shareFormula(part ?? '', whole ?? '', indicator.decimals),
          ...format,
        });
      } else put(key, 'х', 'form-na');
    }
  } else {
    putInput(sheet, formRow, row, 'fact', entry?.fact, controls);
    if (formRow.hasTotal) putInput(sheet, formRow, row, 'total', entry?.total, controls);
    else put('total', 'х', 'form-na');
  }

  if (indicator.kind === 'count' || indicator.kind === 'percent') {
    const reached = formRow.hasTotal
      ? afterNeighbours(row, FORM_COLUMN.total)
      : betweenNeighbours(row, FORM_COLUMN.fact);
    const plan = cellAddress(row, FORM_COLUMN.plan);
    const planned = formRow.plan.kind === 'number' ? formRow.plan.number : null;
    const value = entry?.[formRow.hasTotal ? 'total' : 'fact'] ?? EMPTY;
    put('deviation', deviationOf(planned, value) ?? '', 'form-calc', {
      formula: deviationFormula(plan, reached),
      ...format,
    });
    put('percent', completionOf(planned, value) ?? '', 'form-calc', {
      formula: completionFormula(plan, reached),
    });
  } else {
    put('deviation', 'х', 'form-na');
    put('percent', 'х', 'form-na');
  }
  for (const key of ['reason', 'evidence'] as const) {
    put(key, entry?.[key] === '' ? null : (entry?.[key] ?? null), 'form-input-text');
  }
  const [tooLong, atMost] = CHECK_TEXTS.input.text(TEXT_LIMIT);
  sheet.validate({
    area: { top: row, left: FORM_COLUMN.reason, bottom: row, right: FORM_COLUMN.evidence },
    rule: { kind: 'text', maxLength: TEXT_LIMIT },
    blank: true,
    level: 'stop',
    title: tooLong,
    message: atMost,
  });
}

function putInput(
  sheet: SheetBuilder,
  { indicator }: FormRow,
  row: number,
  key: 'fact' | 'total',
  entered: Entry | undefined,
  controls: IssuedForm['controls'],
): void {
  const column = FORM_COLUMN[key];
  const isText = indicator.kind === 'yesno' || indicator.kind === 'text';
  sheet.put(row, column, entered ? entryValue(entered) : null, isText ? 'form-input-text' : 'form-input', {
    ...(isText ? {} : { format: numberFormat(indicator.decimals) }),
  });
  const refuse = (rule: ValidationRule, [title, takes]: readonly [string, string]): void => {
    sheet.validate({
      area: { top: row, left: column, bottom: row, right: column },
      blank: true,
      level: 'stop',
      rule,
      title,
      message: inputMessage(takes, `${key} ${indicator.code}`, controls),
    });
  };
  const { input } = CHECK_TEXTS;
  const { decimals } = indicator;
  const kind = decimals === 0 ? 'whole' : 'decimal';
  // No bound that the form's own checks (F1–F5) do not have: what they let pass may be entered.
  if (indicator.kind === 'yesno') refuse({ kind: 'list', source: ['да', 'нет'] }, input.yesNo);
  else if (indicator.kind === 'text') refuse({ kind: 'text', maxLength: TEXT_LIMIT }, input.text(TEXT_LIMIT));
  else if (indicator.unit === '%') refuse({ kind, min: 0, max: 100 }, input.percent(decimals));
  else refuse({ kind, min: 0 }, kind === 'whole' ? input.whole : input.decimal(decimals));
}
