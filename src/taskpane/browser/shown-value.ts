/** What a cell shows and what is made of what a person types, as a Russian Excel would have it. */
import Big from 'big.js';
import { isCivilDate, formatRussian } from '../../calendar/civil-date';
import { formatNumber } from '../../text/numbers';
import { BROWSER_TEXTS } from '../../text/pane-browser';
import type { GridCell, GridValue } from '../../workbook/grid';
import type { SpecValue } from '../../workbook/spec';

const NO_BREAK = '\u00a0';
const HALF_UP = 1;

/** The text of a cell; empty for a formula that nobody has calculated yet. */
export function shownValue(cell: Pick<GridCell, 'value'> | undefined, format: string): string {
  const value = cell?.value;
  switch (value?.kind) {
    case undefined:
      return '';
    case 'text':
      return value.text;
    case 'boolean':
      return value.boolean ? BROWSER_TEXTS.yes : BROWSER_TEXTS.no;
    case 'error':
      return value.error;
    case 'date':
      return shownDate(value.iso);
    case 'number':
      return shownNumber(value.number, format);
  }
}

/** What an entry begins with when a cell is opened for typing: the value itself, not its rounded look. */
export function typedText(value: GridValue | undefined): string {
  return value?.kind === 'number' ? formatNumber(value.number) : shownValue(value && { value }, 'General');
}

/** `asText`: the cell is of text format and takes everything as it is. Null: a formula, which can't be typed here. */
export function typedValue(text: string, asText: boolean, asDate: boolean): SpecValue | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  if (trimmed.startsWith('=')) return null;
  if (asText) return text;
  if (asDate) {
    const date = typedDate(trimmed);
    if (date !== null) return { date };
  }
  const plain = trimmed
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : text;
}

function typedDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(iso) ? iso : null;
}

function shownDate(iso: string): string {
  return isCivilDate(iso) ? formatRussian(iso) : iso;
}

/** Grouping, decimals and per cent of a format; what else it asks for is left to Excel. */
function shownNumber(number: number, format: string): string {
  const [pattern = ''] = format.split(';');
  if (!/[0#]/.test(pattern)) return formatNumber(number);
  const percent = pattern.includes('%');
  const [, fixed = '', optional = ''] = /\.(0*)(#*)/.exec(pattern) ?? [];
  const value = percent ? new Big(number).times(100) : new Big(number);
  const [whole = '', fraction = ''] = value.toFixed(fixed.length + optional.length, HALF_UP).split('.');
  const kept = fraction.slice(0, fixed.length) + fraction.slice(fixed.length).replace(/0+$/, '');
  const grouped = /[#0],[#0]/.test(pattern) ? whole.replaceAll(/\B(?=(\d{3})+$)/g, NO_BREAK) : whole;
  return `${grouped}${kept === '' ? '' : `,${kept}`}${percent ? '%' : ''}`;
}
