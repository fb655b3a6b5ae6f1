/** Of the styles only this: which cell formats show their number as a date (18.8). */
import type { ReadCaps } from './caps';
import { isBuiltInDateFormat, isDateFormat } from '../../date-format';
import { within } from './failure';
import type { Package } from './package';
import { partMemory } from './part-memory';

/** By the index of a cell format (attribute `s`): whether it is one of dates. */
export type DateStyles = readonly boolean[];

const STYLES = partMemory<DateStyles>();

/** Without a part there are no formats of dates. */
export function readDateStyles(parts: Package, part: string | undefined, caps: ReadCaps): DateStyles {
  return part === undefined || !parts.has(part)
    ? []
    : parts.once(part, STYLES, () => scanDateStyles(parts, part, caps));
}

function scanDateStyles(parts: Package, part: string, caps: ReadCaps): DateStyles {
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
  return formats.map((id) => codes.get(id) ?? isBuiltInDateFormat(id));
}
