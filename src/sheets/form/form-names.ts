/** Names of a form's sheets and areas in a workbook that holds several forms. */
import { formatQuarter, romanNumeral, type Quarter } from '../../calendar/quarter';
import type { FormStamp } from '../../monitoring/issue-form';
import { freeSheetName } from '../../workbook/sheet-name';
import { CHECK_SHEET, FORM_SHEET, MARKS_NAME } from './form-layout';
import { TITLE_SHEET } from './title-sheet';

export interface FormSheetNames {
  readonly title: string;
  readonly form: string;
  readonly check: string;
  /** The area that says of each input whether it is concerned by an error or a warning; unique in the workbook. */
  readonly marks: string;
}

/** The names in a file that holds one form. */
export const FILE_NAMES: FormSheetNames = {
  title: TITLE_SHEET,
  form: FORM_SHEET,
  check: CHECK_SHEET,
  marks: MARKS_NAME,
};

/** Excel's 31 characters less «Проверка III.2021 ». */
const SCHOOL_LENGTH = 13;
const TAIL_LENGTH = 5;

/** Names such as «Форма III.2021 Кинешма № 8» that are free; all three with the same ending. */
export function freeFormNames(stamp: FormStamp, shortName: string, taken: readonly string[]): FormSheetNames {
  const ending = `${romanNumeral(stamp.quarter.number)}.${stamp.quarter.year} ${schoolLabel(shortName)}`;
  const marks = marksName(stamp);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` (${number})`;
    const name = (sheet: string): string => `${shortened(`${sheet} ${ending}`, 31 - suffix.length)}${suffix}`;
    const names = { title: name(TITLE_SHEET), form: name(FORM_SHEET), check: name(CHECK_SHEET) };
    const free = Object.values(names).every((wanted) => freeSheetName(wanted, taken) === wanted);
    if (free) return { ...names, marks };
  }
}

/** «Школа № 8, Кинешма» is short as «Кинешма № 8»; a longer name loses its middle, since numbers stand at the end. */
function schoolLabel(shortName: string): string {
  const [, number, place] = /^\p{L}+ (№ \S+), (.+)$/u.exec(shortName) ?? [];
  const label = (number === undefined ? shortName : `${place ?? ''} ${number}`)
    .replaceAll(/[\\/?*[\]:'\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  if (label.length <= SCHOOL_LENGTH) return label;
  const tail = label.slice(-TAIL_LENGTH).replace(/^[\uDC00-\uDFFF]/, '');
  const head = label.slice(0, SCHOOL_LENGTH - 1 - tail.length).replace(/[\uD800-\uDBFF]$/, '');
  return `${head.trimEnd()}…${tail.trimStart()}`;
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Different for different stamps, also where only case tells them apart, which names of areas do not know. */
export function marksName({ site, quarter, edition }: FormStamp): string {
  return [MARKS_NAME, periodPart(quarter), encoded(site), encoded(edition)].join('_');
}

function periodPart(quarter: Quarter): string {
  return formatQuarter(quarter).replace('-', '');
}

/** Codes hold letters, digits, points, dashes and underscores; names of areas no dashes. */
function encoded(code: string): string {
  return code.replaceAll(/[-_.\p{Lu}]/gu, (character) => {
    if (character === '-') return '_d';
    if (character === '_') return '_u';
    return character === '.' ? '_p' : `_c${character.toLowerCase()}`;
  });
}
