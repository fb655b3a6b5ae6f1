/** Names that Excel allows for a sheet. */

/** Excel allows no longer ones, in characters (UTF-16 units). */
const LONGEST = 31;

/** The name without what Excel refuses in it, shortened to what it allows. */
export function legalSheetName(name: string): string {
  const legal = name
    .replaceAll(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[' ]+|[' ]+$/gu, '');
  return shortened(legal === '' ? '–' : legal, LONGEST);
}

/** The name, or «name (2)», «name (3)»… where it is taken; case makes no difference, as in Excel. */
export function freeSheetName(wanted: string, taken: Iterable<string>): string {
  const used = new Set([...taken].map((name) => name.toLowerCase()));
  const base = legalSheetName(wanted);
  let name = base;
  for (let number = 2; used.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    name = `${shortened(base, LONGEST - suffix.length)}${suffix}`;
  }
  return name;
}

/** Whether `freeSheetName` may have given the name for the wanted one. */
export function isNameFor(wanted: string, name: string): boolean {
  const suffix = / \(\d+\)$/.exec(name)?.[0] ?? '';
  const base = legalSheetName(wanted);
  const given = [base, `${shortened(base, LONGEST - suffix.length)}${suffix}`];
  return given.some((one) => one.toLowerCase() === name.toLowerCase());
}

function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text
    .slice(0, length - 1)
    .replace(/\p{Surrogate}$/u, '')
    .trimEnd()}…`;
}
