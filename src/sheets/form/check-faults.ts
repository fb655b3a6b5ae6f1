/** The form's own checks as formulas: what is empty, no number, too fine, out of range (T1, F1–F5), and lacks a reason (C1). */
import type { Cached } from '../../controls/node-formula';
import { TEXT_MARK, TOKEN } from '../../controls/formula-tokens';
import type { Value } from '../../controls/values';
import { cellAddress } from '../../workbook/grid';
import { HIDDEN, inputValue, type CheckCells } from './check-cells';
import { TEXT_LIMIT } from './form-columns';
import type { FormInput } from './form-layout';

const FAULT_CODES = ['F1', 'F2', 'F3', 'F4', 'F5'] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

interface Fault {
  readonly code: FaultCode;
  /** Whether it can befall an input at all. */
  readonly befalls: (input: FormInput) => boolean;
  /** 1 or 0, from the cell with the input's value. */
  readonly formula: (cell: string, input: FormInput) => string;
  readonly holds: (value: Value, input: FormInput) => boolean;
}

const isNumeric = ({ indicator: { kind } }: FormInput): boolean => kind === 'count';
const isShare = ({ indicator: { kind, unit } }: FormInput): boolean => kind === 'percent' || unit === '%';

/** The same faults as the Department's reading of a form finds; a share is calculated, so that only its formula's failure and its range are judged. */
const FAULTS: readonly Fault[] = [
  {
    code: 'F1',
    befalls: ({ indicator }) => indicator.required && indicator.kind !== 'percent',
    formula: (cell) => `IF(${cell}="${TOKEN.missing}",1,0)`,
    holds: ({ kind }) => kind === 'missing',
  },
  {
    code: 'F2',
    befalls: (input) => isNumeric(input) || input.indicator.kind === 'percent',
    formula: (cell) => `IF(OR(ISNUMBER(${cell}),${cell}="${TOKEN.missing}"),0,1)`,
    holds: ({ kind }) => kind !== 'number' && kind !== 'missing',
  },
  {
    code: 'F3',
    befalls: isNumeric,
    formula: (cell, { indicator }) =>
      `IF(ISNUMBER(${cell}),IF(ROUND(${cell},${indicator.decimals})=${cell},0,1),0)`,
    holds: (value, { indicator }) =>
      value.kind === 'number' && !value.number.round(indicator.decimals).eq(value.number),
  },
  {
    code: 'F4',
    befalls: (input) => isNumeric(input) || isShare(input),
    formula: (cell, input) => {
      const wrong = isShare(input) ? `OR(${cell}<0,${cell}>100)` : `${cell}<0`;
      return `IF(ISNUMBER(${cell}),IF(${wrong},1,0),0)`;
    },
    holds: (value, input) =>
      value.kind === 'number' && (value.number.lt(0) || (isShare(input) && value.number.gt(100))),
  },
  {
    code: 'F5',
    befalls: ({ indicator: { kind } }) => kind === 'yesno' || kind === 'text',
    formula: (cell, { indicator }) =>
      indicator.kind === 'yesno'
        ? `IF(OR(${cell}="${TOKEN.missing}",LOWER(${cell})="${TEXT_MARK}да",LOWER(${cell})="${TEXT_MARK}нет"),0,1)`
        : `IF(LEN(${cell})>${TEXT_LIMIT + TEXT_MARK.length},1,0)`,
    holds: (value, { indicator }) =>
      indicator.kind === 'yesno'
        ? !(value.kind === 'missing' || (value.kind === 'text' && /^(да|нет)$/i.test(value.text)))
        : value.kind === 'text' && value.text.length > TEXT_LIMIT,
  },
];

/** The codes that can befall any of the inputs. */
export function faultCodes(inputs: readonly FormInput[]): readonly FaultCode[] {
  return FAULT_CODES.filter((code) =>
    inputs.some((input) => FAULTS.some((fault) => fault.code === code && fault.befalls(input))),
  );
}

/** Cells of each input that hold 1 where a fault befalls it; by code, and by input. */
export interface FaultCells {
  readonly codes: readonly FaultCode[];
  /** Of one input, its fault cells but for emptiness, which is not shown by colour. */
  readonly wrong: (input: FormInput) => readonly string[];
  readonly isWrong: (input: FormInput, value: Value) => boolean;
  /** How many inputs a fault befalls: formula and result. */
  readonly count: (code: FaultCode) => { readonly formula: string; readonly cached: Cached };
  readonly first: (code: FaultCode) => FormInput | undefined;
}

export function faultCells(inputs: readonly FormInput[], cells: CheckCells): FaultCells {
  const wrong = new Map<string, string[]>();
  const keyOf = ({ key, indicator }: FormInput): string => `${key} ${indicator.code}`;
  inputs.forEach((input, index) => {
    const row = index + 1;
    const cell = cellAddress(row, HIDDEN.value);
    for (const { code, formula, holds } of FAULTS.filter((fault) => fault.befalls(input))) {
      const value = inputValue(input.indicator.code, input.key);
      const address = cells.put(row, HIDDEN[code], formula(cell, input), (context) =>
        holds(value(context), input) ? 1 : 0,
      );
      if (code !== 'F1') wrong.set(keyOf(input), [...(wrong.get(keyOf(input)) ?? []), address]);
    }
  });
  const of = (code: FaultCode): Fault | undefined => FAULTS.find((fault) => fault.code === code);
  return {
    codes: faultCodes(inputs),
    wrong: (input) => wrong.get(keyOf(input)) ?? [],
    isWrong: (input, value) =>
      FAULTS.some(({ code, befalls, holds }) => code !== 'F1' && befalls(input) && holds(value, input)),
    count: (code) => ({
      formula: `SUM(${cellAddress(1, HIDDEN[code])}:${cellAddress(Math.max(1, inputs.length), HIDDEN[code])})`,
      cached: (context) => {
        const fault = of(code);
        return inputs.filter(
          (input) =>
            fault?.befalls(input) && fault.holds(inputValue(input.indicator.code, input.key)(context), input),
        ).length;
      },
    }),
    first: (code) => inputs.find((input) => of(code)?.befalls(input)),
  };
}
