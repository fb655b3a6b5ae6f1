/** The looks of a workbook's cells, as its style sheet has them (18.8): for whoever shows cells, and for what may be typed where. */
import { isBuiltInDateFormat, isDateFormat } from '../date-format';
import { childElement, childElements, createLike, documentOf, type Element } from './xml';

export interface Look {
  readonly locked: boolean;
  /** Code of the number format in en-US, such as «#,##0.0». */
  readonly format: string;
  readonly isDate: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  /** Points. */
  readonly size: number;
  readonly font: string;
  /** RRGGBB; undefined: the default. */
  readonly color: string | undefined;
  readonly fill: string | undefined;
  /** Colours of the lines around the cell, RRGGBB; undefined: none. */
  readonly borders: Readonly<Record<Side, string | undefined>>;
  readonly horizontal: string;
  readonly vertical: string;
  readonly wrap: boolean;
}

export type Side = 'left' | 'right' | 'top' | 'bottom';

const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd.mm.yyyy'],
  [49, '@'],
]);
const DATE_ID = 14;

/** Looks by the index that cells name (attribute `s`). */
export function lookTable(styles: Element): readonly Look[] {
  const items = (name: string): Element[] => {
    const section = childElement(styles, name);
    return section === undefined ? [] : childElements(section);
  };
  const formats = new Map(
    items('numFmts').map((item) => [
      Number(item.getAttribute('numFmtId')),
      item.getAttribute('formatCode') ?? '',
    ]),
  );
  const [fonts, fills, borders] = [items('fonts'), items('fills'), items('borders')];
  return items('cellXfs').map((xf): Look => {
    const at = (name: string): number => Number(xf.getAttribute(name) ?? '0');
    const id = at('numFmtId');
    const format = formats.get(id) ?? BUILT_IN.get(id) ?? 'General';
    const alignment = childElement(xf, 'alignment');
    const locked = childElement(xf, 'protection')?.getAttribute('locked') ?? '1';
    return {
      locked: isOn(locked),
      format,
      isDate: formats.has(id) ? isDateFormat(format) : isBuiltInDateFormat(id),
      ...fontOf(fonts[at('fontId')]),
      fill: fillOf(fills[at('fillId')]),
      borders: bordersOf(borders[at('borderId')]),
      horizontal: alignment?.getAttribute('horizontal') ?? 'general',
      vertical: alignment?.getAttribute('vertical') ?? 'bottom',
      wrap: isOn(alignment?.getAttribute('wrapText') ?? '0'),
    };
  });
}

/** Index of a look that is like another but shows dates; added to the style sheet where it is not there. */
export function datedLook(styles: Element, look: number): number {
  const section = childElement(styles, 'cellXfs');
  const known = section === undefined ? [] : childElements(section);
  if (section === undefined) return look;
  const like = known[look] ?? createLike(section, 'xf');
  const copy = documentOf(section).importNode(like, true);
  copy.setAttribute('numFmtId', String(DATE_ID));
  copy.setAttribute('applyNumberFormat', '1');
  section.appendChild(copy);
  section.setAttribute('count', String(known.length + 1));
  return known.length;
}

function fontOf(font: Element | undefined) {
  const has = (name: string): boolean => {
    const found = font && childElement(font, name);
    return found !== undefined && isOn(found.getAttribute('val') ?? '1');
  };
  const value = (name: string): string | undefined =>
    (font && childElement(font, name))?.getAttribute('val') ?? undefined;
  return {
    bold: has('b'),
    italic: has('i'),
    underline: font !== undefined && childElement(font, 'u') !== undefined,
    size: Number(value('sz') ?? '11'),
    font: value('name') ?? 'Arial',
    color: colorOf(font && childElement(font, 'color')),
  };
}

function fillOf(fill: Element | undefined): string | undefined {
  const pattern = fill && childElement(fill, 'patternFill');
  return pattern?.getAttribute('patternType') === 'solid'
    ? colorOf(childElement(pattern, 'fgColor'))
    : undefined;
}

function bordersOf(border: Element | undefined): Look['borders'] {
  const line = (side: Side): string | undefined => {
    const found = border && childElement(border, side);
    const style = found?.getAttribute('style') ?? 'none';
    return found === undefined || style === 'none'
      ? undefined
      : (colorOf(childElement(found, 'color')) ?? '000000');
  };
  return { left: line('left'), right: line('right'), top: line('top'), bottom: line('bottom') };
}

/** Colours of themes and palettes are left to the default. */
function colorOf(color: Element | undefined): string | undefined {
  const rgb = color?.getAttribute('rgb') ?? '';
  return /^[0-9A-Fa-f]{8}$/.test(rgb) ? rgb.slice(2).toUpperCase() : undefined;
}

function isOn(value: string): boolean {
  return value === '1' || value === 'true';
}
