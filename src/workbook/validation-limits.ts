/** What Excel allows in a validation, whoever writes it. */

/** Excel takes a workbook with a longer list in a validation for damaged. */
const LONGEST_LIST = 255;
export const LONGEST_TITLE = 32;
export const LONGEST_MESSAGE = 255;
/** Any number that Excel can hold is between these two: where there are no bounds, only the type matters. */
export const LOWEST = '-1E+300';
export const HIGHEST = '1E+300';

/** Values of a list that stands in the validation itself. Throws where it must stand in a range, being too long for a rule. */
export function inlineList(values: readonly string[]): string {
  const list = values.join(',');
  if (list.length > LONGEST_LIST || values.some((value) => value.includes(','))) {
    throw new RangeError(`A list of ${list.length} characters or with commas must stand in a range: ${list}`);
  }
  return list;
}
