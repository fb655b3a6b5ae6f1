/** The lines of «Проверка»: the form's own checks, the edition's controls, and the marks that they set on the form's inputs. */
import type { Cached } from '../../controls/node-formula';
import { runControl } from '../../controls/run-control';
import { references } from '../../controls/syntax';
import { controlFormulas, STATE_WORDS } from '../../controls/to-formula';
import type { ControlContext } from '../../controls/values';
import type { IssuedForm } from '../../monitoring/issue-form';
import type { SubmissionRow } from '../../monitoring/submission';
import type { ControlLevel } from '../../programme/schema';
import { CHECK_TEXTS } from '../../text/check-sheet';
import { LEVEL_WORDS } from '../../text/levels';
import { cellAddress } from '../../workbook/grid';
import { concernedInputs } from './input-message';
import { HIDDEN, inputValue, type CheckCells } from './check-cells';
import { type FaultCells } from './check-faults';
import { FORM_COLUMN } from './form-columns';
import { FORM_SHEET, formInputs, formRowNumbers, MARK } from './form-layout';
import { columnArea } from './steady-cells';
import {
  REQUIRED_TITLE_FIELDS,
  TITLE_FIELDS,
  TITLE_SHEET,
  titlePlace,
  type TitleEntries,
} from './title-sheet';

export const CHECK_COLUMN = {
  code: 1,
  level: 2,
  demand: 3,
  left: 4,
  right: 5,
  difference: 6,
  state: 7,
  link: 8,
} as const;

/** What a school has entered. */
export interface Entered {
  readonly title?: TitleEntries | undefined;
  readonly rows: readonly SubmissionRow[];
}

/** One line of the table. */
export interface Line {
  readonly code: string;
  readonly level: ControlLevel;
  readonly demand: string;
  readonly left: Shown;
  readonly right: Shown;
  readonly difference: Shown;
  readonly state: Shown;
  readonly link: { readonly sheet: string; readonly row: number; readonly column: number } | null;
}

export type Shown = { readonly formula: string; readonly cached: Cached } | number;

export interface ControlLine {
  readonly line: Line;
  readonly level: ControlLevel;
  /** The cell that holds the control's mark. */
  readonly outcome: string;
  readonly outcomeOf: (context: ControlContext) => number;
  /** Inputs concerned, by «source row»; and the row that has to give a reason. */
  readonly concerns: ReadonlySet<string>;
  readonly row: string | null;
}

export function controlLines(form: IssuedForm, cells: CheckCells, firstRow: number): readonly ControlLine[] {
  const rowNumbers = formRowNumbers(form);
  return form.controls.map((control, index): ControlLine => {
    const { code, level, sentence, compiled } = control;
    const row = firstRow + index;
    const formulas = controlFormulas(compiled, cells.ofRow(row));
    const sides = [...references(compiled.left), ...references(compiled.right)];
    const [first] = sides;
    const number = rowNumbers.get(first?.row ?? '');
    const state = cellAddress(row, CHECK_COLUMN.state);
    const mark = level === 'error' ? MARK.error : level === 'info' ? MARK.none : MARK.warning;
    const outcomeOf = (context: ControlContext): number => {
      const result = runControl(compiled, context);
      return result.state === 'failed' || result.state === 'not-computable' ? mark : MARK.none;
    };
    const failed = `OR(${state}="${LEVEL_WORDS[level]}",${state}="${STATE_WORDS.notComputable}")`;
    return {
      line: {
        code,
        level,
        demand: sentence,
        ...formulas,
        link:
          first && number !== undefined
            ? {
                sheet: FORM_SHEET,
                row: number,
                column: FORM_COLUMN[first.source === 'total' ? 'total' : 'fact'],
              }
            : null,
      },
      level,
      outcome: cells.put(row, HIDDEN.outcome, `IF(${failed},${mark},${MARK.none})`, outcomeOf),
      outcomeOf,
      concerns: concernedInputs(control),
      row: first?.row ?? null,
    };
  });
}

export function builtInLines(
  form: IssuedForm,
  cells: CheckCells,
  controls: readonly ControlLine[],
  faults: FaultCells,
  entered: Entered,
): readonly Line[] {
  const texts = CHECK_TEXTS.builtIn;
  const line = (
    code: string,
    demand: string,
    count: { formula: string; cached: Cached },
    link: Line['link'],
  ): Line => ({
    code,
    level: 'error',
    demand,
    left: count,
    right: 0,
    difference: count,
    state: {
      formula: `IF(${count.formula}=0,"${STATE_WORDS.passed}","${LEVEL_WORDS.error}")`,
      cached: (context) => (count.cached(context) === 0 ? STATE_WORDS.passed : LEVEL_WORDS.error),
    },
    link,
  });
  const blanks = REQUIRED_TITLE_FIELDS.map((field) => {
    const { row, column } = titlePlace(field);
    const [labels, values] = [column - 1, column].map((of) => columnArea(TITLE_SHEET, of, row));
    const label = `MATCH("${TITLE_FIELDS[field]}",${labels ?? ''},0)`;
    const value = `INDEX(${values ?? ''},${label})`;
    return `IF(ISERROR(${label}),1,IF(ISERROR(${value}),0,IF(TRIM(${value})="",1,0)))`;
  });
  const titleBlanks = REQUIRED_TITLE_FIELDS.filter(
    (field) => (entered.title?.[field] ?? '').trim() === '',
  ).length;
  const [firstField] = REQUIRED_TITLE_FIELDS;
  return [
    line(
      'T1',
      texts.T1,
      { formula: `(${blanks.join('+')})`, cached: () => titleBlanks },
      { sheet: TITLE_SHEET, ...titlePlace(firstField) },
    ),
    line('T3', texts.T3, { formula: cells.lostRows, cached: () => 0 }, null),
    ...faults.codes.map((code) => {
      const input = faults.first(code);
      return line(
        code,
        texts[code],
        faults.count(code),
        input ? { sheet: FORM_SHEET, row: input.row, column: input.column } : null,
      );
    }),
    line('C1', texts.C1(form.reasonMinLength), reasonCount(form, cells, controls, entered.rows), null),
  ];
}

/** Rows with a warning or a deviation whose reason is too short. */
function reasonCount(
  form: IssuedForm,
  cells: CheckCells,
  controls: readonly ControlLine[],
  entries: readonly SubmissionRow[],
): { readonly formula: string; readonly cached: Cached } {
  const lacks: Cached[] = [];
  for (const code of formRowNumbers(form).keys()) {
    const asking = controls.filter(
      ({ row, level }) => row === code && (level === 'warning' || level === 'deviation'),
    );
    if (asking.length === 0) continue;
    const reason = cells.onForm(code, 'reason') ?? '""';
    const given = entries.find(({ row }) => row === code)?.reason ?? '';
    const cached: Cached = (context) =>
      asking.some(({ outcomeOf }) => outcomeOf(context) > 0) && given.length < form.reasonMinLength ? 1 : 0;
    lacks.push(cached);
    const short = `IFERROR(LEN(TRIM(${reason})),0)<${form.reasonMinLength}`;
    cells.put(
      lacks.length,
      HIDDEN.reason,
      `IF(AND(${greatest(asking.map(({ outcome }) => outcome))}>0,${short}),1,0)`,
      cached,
    );
  }
  const range = `${cellAddress(1, HIDDEN.reason)}:${cellAddress(Math.max(1, lacks.length), HIDDEN.reason)}`;
  return {
    formula: `SUM(${range})`,
    cached: (context) => lacks.filter((each) => each(context) === 1).length,
  };
}

/** Of each input, the worst that its controls and its own content say. */
export function putMarks(
  form: IssuedForm,
  cells: CheckCells,
  controls: readonly ControlLine[],
  faults: FaultCells,
): void {
  formInputs(form).forEach((input, index) => {
    const key = `${input.key} ${input.indicator.code}`;
    const concerned = controls.filter(({ concerns }) => concerns.has(key));
    const own = faults.wrong(input);
    const value = inputValue(input.indicator.code, input.key);
    const parts = [
      ...concerned.map(({ outcome }) => outcome),
      ...own.map((cell) => `${MARK.error}*${cell}`),
      String(MARK.none),
    ];
    cells.put(index + 1, HIDDEN.mark, greatest(parts), (context) => {
      const wrong = faults.isWrong(input, value(context)) ? MARK.error : MARK.none;
      return Math.max(wrong, ...concerned.map(({ outcomeOf }) => outcomeOf(context)));
    });
  });
}

/** The greatest of any number of values; one MAX takes 255. */
function greatest(parts: readonly string[]): string {
  const groups: string[] = [];
  for (let start = 0; start < parts.length; start += 100) {
    groups.push(`MAX(${parts.slice(start, start + 100).join(',')})`);
  }
  return groups.length === 1 ? groups.join('') : `MAX(${groups.join(',')})`;
}
