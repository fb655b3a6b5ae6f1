/** Functions of the sheet, called by themselves. Nothing is calculated here but a date. */

import { describeClass } from '../host-object';
import type { Workbook } from '../model/workbook';
import { wholeOf } from '../parameters';

const DAY_MS = 86_400_000;
/** 1 January 1970 in the system that counts from 1900, and how much less the days are in the one from 1904. */
const UNIX_DAY = 25_569;
const SHIFT_1904 = 1462;

const resultClass = describeClass<number>({
  name: 'FunctionResult<T>',
  properties: { Value: { get: (value) => value }, Error: { get: () => null } },
});

export const functionsClass = describeClass<Workbook>({
  name: 'Functions',
  methods: {
    Date: ({ date1904 }, [year, month, day], excel) => {
      const days = Date.UTC(wholeOf(year), wholeOf(month) - 1, wholeOf(day)) / DAY_MS + UNIX_DAY;
      return resultClass(date1904 ? days - SHIFT_1904 : days, excel);
    },
  },
});

export const functionClasses = [functionsClass, resultClass] as const;
