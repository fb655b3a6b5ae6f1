/**
 * The looks of the product's cells, by name. Documents that are signed are set in Times New Roman (the rule of
 * Ivanovo Oblast for legal acts, 372-рп of 09.12.2009); working sheets in Arial. Colours hold in print and for
 * colour-blind readers: what matters is never said by colour alone.
 */

export interface Style {
  readonly font: 'Times New Roman' | 'Arial';
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** RRGGBB. */
  readonly color?: string;
  readonly fill?: string;
  readonly border?: 'all' | 'bottom';
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly wrap: boolean;
  /** A number format of en-US, as files hold it; «@» keeps «2.1» from becoming a date. */
  readonly format: string;
  /** May be changed in a protected sheet. */
  readonly unlocked?: true;
}

const INK = '1F2933';
const HEAD_FILL = 'DDE6EE';
const INPUT_FILL = 'FFF8DC';
const FIXED_FILL = 'F2F4F6';
const LINK = '0B5CAD';

const TEXT = '@';
const GENERAL = 'General';
const WHOLE = '#,##0';
const SHARE = '#,##0.0';
const DATE = 'dd.mm.yyyy';

const doc = {
  font: 'Times New Roman',
  size: 12,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  format: GENERAL,
} as const;
const docCell = { ...doc, border: 'all' } as const;
const work = {
  font: 'Arial',
  size: 10,
  color: INK,
  horizontal: 'left',
  vertical: 'top',
  wrap: true,
  format: GENERAL,
} as const;
const workCell = { ...work, border: 'all' } as const;
const input = { ...workCell, fill: INPUT_FILL, unlocked: true } as const;
const fixed = { ...workCell, fill: FIXED_FILL } as const;

const catalogue = {
  // Documents
  'doc-mark': { ...doc },
  'doc-title': { ...doc, bold: true, horizontal: 'center' },
  'doc-text': { ...doc },
  'doc-center': { ...doc, horizontal: 'center' },
  'doc-small': { ...doc, size: 10 },
  'doc-small-center': { ...doc, size: 10, horizontal: 'center' },
  'doc-right': { ...doc, horizontal: 'right' },
  'doc-draft': { ...doc, size: 16, bold: true, color: 'B42318', horizontal: 'center' },
  'doc-line': { ...doc, border: 'bottom', vertical: 'bottom' },
  'doc-head': { ...docCell, bold: true, horizontal: 'center', vertical: 'middle' },
  'doc-cell': { ...docCell, format: TEXT },
  'doc-cell-center': { ...docCell, horizontal: 'center', format: TEXT },
  'doc-cell-bold': { ...docCell, bold: true, format: TEXT },
  'doc-number': { ...docCell, horizontal: 'right', format: WHOLE },
  'doc-share': { ...docCell, horizontal: 'right', format: SHARE },
  'doc-date': { ...docCell, horizontal: 'center', format: DATE },
  'doc-input': { ...docCell, fill: INPUT_FILL, format: TEXT, unlocked: true },

  // Working sheets
  title: { ...work, size: 14, bold: true, wrap: false, vertical: 'middle' },
  'title-wrap': { ...work, size: 13, bold: true, vertical: 'middle' },
  subtitle: { ...work, size: 11, bold: true, wrap: false },
  text: { ...work },
  note: { ...work, size: 9, color: '52606D' },
  label: { ...workCell, fill: FIXED_FILL, bold: true },
  head: { ...workCell, bold: true, fill: HEAD_FILL, horizontal: 'center', vertical: 'middle' },
  cell: { ...workCell, format: TEXT },
  center: { ...workCell, horizontal: 'center', format: TEXT },
  number: { ...workCell, horizontal: 'right', format: WHOLE },
  'number-any': { ...workCell, horizontal: 'right' },
  share: { ...workCell, horizontal: 'right', format: SHARE },
  date: { ...workCell, horizontal: 'center', format: DATE },
  link: { ...workCell, color: LINK, underline: true, format: GENERAL },
  calc: { ...workCell, horizontal: 'center' },

  // Tables that officials edit; the sheets are not protected, the colour says what is theirs
  'edit-text': { ...input, format: TEXT },
  'edit-center': { ...input, horizontal: 'center', format: TEXT },
  'edit-number': { ...input, horizontal: 'right' },
  'edit-date': { ...input, horizontal: 'center', format: DATE },

  // The school's form
  'form-heading': { ...fixed, bold: true, format: TEXT },
  'form-text': { ...fixed, format: TEXT },
  'form-center': { ...fixed, horizontal: 'center', format: TEXT },
  'form-fixed': { ...fixed, horizontal: 'right', format: WHOLE },
  'form-calc': { ...fixed, horizontal: 'right', format: SHARE, italic: true },
  'form-na': { ...fixed, horizontal: 'center', color: '7B8794', format: TEXT },
  'form-input': { ...input, horizontal: 'right', format: WHOLE, size: 11 },
  'form-input-text': { ...input, format: TEXT },

  // Hidden stamps
  meta: { ...work, wrap: false, format: TEXT },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof catalogue;

export const STYLES: Readonly<Record<StyleName, Style>> = catalogue;

/** What a conditional format does to a cell. */
export const LOOKS = {
  bad: { fill: 'FDE0DC', color: '9B1C10', bold: true },
  warn: { fill: 'FDF0C8', color: '7A4D00', bold: true },
  good: { fill: 'DDF3E4', color: '14602F', bold: false },
  muted: { fill: 'ECEFF2', color: '7B8794', bold: false },
} as const;
