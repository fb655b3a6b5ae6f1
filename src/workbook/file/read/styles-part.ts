/** Of the styles only this: which cell formats show their number as a date (18.8). */
import type { ReadCaps } from './caps';
import { isBuiltInDateFormat, isDateFormat } from '../../date-format';
import { within } from './failure';
import type { Package } from './package';

/** Tells whether the cell format of an index (attribute `s`) is one of dates. Without a part there are none. */
export function readDateStyles(
  parts: Package,
  part: string | undefined,
  caps: ReadCaps,
): (style: number) => boolean {
  if (part === undefined || !parts.has(part)) {
    return () => false;
  }
  const codes = new Map<number, boolean>();
  const formats: number[] = [];
  let section = '';
  parts.scan(part, {
    open: (name, attributes, depth) => {
      if (depth === 2) {
        section = name;
      } else if (depth === 3 && section === 'numFmts' && name === 'numFmt') {
        const code = attributes.get('formatCode') ?? '';
        within(codes.size, caps.styles, 'number formats');
        codes.set(Number(attributes.get('numFmtId')), code.length <= caps.textLength && isDateFormat(code));
      } else if (depth === 3 && section === 'cellXfs' && name === 'xf') {
        within(formats.length, caps.styles, 'cell formats');
        formats.push(Number(attributes.get('numFmtId') ?? 0));
      }
    },
  });
  const dates = formats.map((id) => codes.get(id) ?? isBuiltInDateFormat(id));
  return (style) => dates[style] ?? false;
}
