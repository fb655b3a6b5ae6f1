/** From which day the open workbook counts its dates: workbooks from old Macs count from 1904. */

/** 1 January 1904 in the system that counts from 1900; in the other it is day 0. */
const FIRST_DAY_1904 = 1462;

/** Asks for it; `daysToTakeOff` of the answer is known after the next `sync`. */
export function askDateSystem(workbook: Excel.Workbook): Excel.FunctionResult<number> {
  return workbook.functions.date(1904, 1, 1).load('value');
}

/** What is taken off a serial number of the 1900 system, so that it means the same day in the workbook. */
export function daysToTakeOff(answer: Excel.FunctionResult<number>): number {
  return FIRST_DAY_1904 - answer.value;
}
