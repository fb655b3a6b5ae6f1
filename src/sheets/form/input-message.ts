/** What a form says when an input refuses a value: what it takes, then the controls that look at it, in their own words. */
import { references } from '../../controls/syntax';
import type { IssuedForm } from '../../monitoring/issue-form';
import type { ControlLevel } from '../../programme/schema';
import { CHECK_TEXTS } from '../../text/check-sheet';
import { LONGEST_MESSAGE } from '../../workbook/validation-limits';

type IssuedControl = IssuedForm['controls'][number];

const ORDER: readonly ControlLevel[] = ['error', 'warning', 'deviation', 'info'];

/** The inputs of a form whose values a control compares, as «fact 2.1» and «total 2.1»; its condition is not among them. */
export function concernedInputs({ compiled }: IssuedControl): ReadonlySet<string> {
  const sides = [...references(compiled.left), ...references(compiled.right)];
  return new Set(
    sides.flatMap(({ source, row }) => {
      switch (source) {
        case 'total':
          return [`total ${row}`];
        case 'fact':
        case 'quarters':
          return [`fact ${row}`];
        case 'plan':
        case 'minimum':
        case 'previousFact':
        case 'previousTotal':
        case 'lastYearFact':
        case 'lastYearTotal':
          return [];
      }
    }),
  );
}

/** `takes`: what the input takes. As many whole controls follow, errors first, as Excel has room for. */
export function inputMessage(takes: string, input: string, controls: readonly IssuedControl[]): string {
  const { alsoChecked, others } = CHECK_TEXTS.input;
  const said = controls
    .filter((control) => concernedInputs(control).has(input))
    .sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level))
    .map(({ code, sentence }) => `${code}: ${sentence}.`);
  const message = (count: number): string =>
    [takes, alsoChecked, ...said.slice(0, count), ...(count < said.length ? [others] : [])].join(' ');
  const fitting = said
    .map((_, index) => said.length - index)
    .find((count) => message(count).length <= LONGEST_MESSAGE);
  if (fitting !== undefined || said.length === 0) return fitting === undefined ? takes : message(fitting);
  return `${[takes, alsoChecked, ...said].join(' ').slice(0, LONGEST_MESSAGE - 1)}…`;
}
