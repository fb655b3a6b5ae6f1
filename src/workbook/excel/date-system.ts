/** From which day the open workbook counts its dates: workbooks from old Macs count from 1904. */

import { SHIFT_1904 } from '../serial-date';

/**
 * Asks for it by a function that gives a date, since it has no property; `daysToTakeOff` of the answer is known after the
 * next `sync`.
 */
export function askDateSystem(workbook: Excel.Workbook): Excel.FunctionResult<number> {
  return workbook.functions.date(1904, 1, 1).load('value');
}

/** What is taken off a serial number of the 1900 system, so that it means the same day in the workbook. */
export function daysToTakeOff(answer: Excel.FunctionResult<number>): number {
  // 1 January 1904 is day 0 of the system that counts from it.
  return answer.value === 0 ? SHIFT_1904 : 0;
}
