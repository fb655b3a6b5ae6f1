/** What an expression can come to. Missing, not applicable and not computable are values, never 0 and never an exception. */
import type Big from 'big.js';

export type Value =
  | { readonly kind: 'number'; readonly number: Big }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** Left empty, or not known to us (no accepted form for that quarter). */
  | { readonly kind: 'missing' }
  /** «х»: there can be no value here. */
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'division-by-zero' }
  /** A text where a number is needed, and the like. */
  | { readonly kind: 'wrong-type' };

/** Where the references of a control find their values: one form, seen with its plan and its history. */
export interface ControlContext {
  /** `[2.1]` */
  fact(row: string): Value;
  /** `ИТОГ([2.1])` */
  total(row: string): Value;
  /** `ПЛАН([2.1])` */
  plan(row: string): Value;
  /** `МИНИМУМ([2.1])` */
  minimum(row: string): Value;
  /** `ПРЕД([2.1])`: fact of the previous quarter. */
  previousFact(row: string): Value;
  /** `ПРЕД(ИТОГ([2.1]))`: running total at the end of the previous quarter; 0 in the first quarter of a year base. */
  previousTotal(row: string): Value;
  /** `АППГ([2.1])`: fact of the same quarter a year ago. */
  lastYearFact(row: string): Value;
  /** `АППГ(ИТОГ([2.1]))` */
  lastYearTotal(row: string): Value;
  /** `КВАРТАЛЫ([2.1])`: sum of the quarters' facts in accepted forms since the start of the year base, this one included. */
  quarters(row: string): Value;
  /** `ПЛОЩАДКА("контингент")` */
  site(attribute: string): Value;
}
