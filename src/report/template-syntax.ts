/**
 * Placeholders in the cells of a form that somebody else has made: `{{показатель 2.1: факт; школа № 8|нет данных}}`,
 * that is subject, field, more about it, and what stands there when there is no value. Case, «ё» and spaces don't matter.
 */

export interface Placeholder {
  /** As it is written, with its braces. */
  readonly written: string;
  /** Its place in the cell's text, in UTF-16 units; `end` is not included. */
  readonly start: number;
  readonly end: number;
  /** «показатель», «период»: the words before the colon without the number, plain (see `plain`). */
  readonly subject: string;
  /** «2.1»: the number or code that follows the subject; empty where none does. */
  readonly code: string;
  /** After the colon, plain; empty where there is none. */
  readonly field: string;
  /** After the semicolon, as it is written, without spaces at its ends. */
  readonly detail: string;
  /** What the form's author wants for a missing value; null: nothing is said, the place stays empty. */
  readonly fallback: string | null;
}

const BRACES = /\{\{([^{}]*)\}\}/g;
const CODE = /^(.*?)\s+(\d+(?:\.\d+)*)$/;

/** All placeholders of a text, in order. */
export function placeholdersIn(text: string): readonly Placeholder[] {
  return Array.from(text.matchAll(BRACES), (match) => {
    const [written, inside = ''] = match;
    const [head = '', ...rest] = inside.split('|');
    const [subject = '', ...fields] = head.split(':');
    const [field = '', ...details] = fields.join(':').split(';');
    const [, name = plain(subject), code = ''] = CODE.exec(plain(subject)) ?? [];
    return {
      written,
      start: match.index,
      end: match.index + written.length,
      subject: name,
      code,
      field: plain(field),
      detail: details.join(';').trim(),
      fallback: rest.length === 0 ? null : rest.join('|').trim(),
    };
  });
}

/** Whether a text has braces that open a placeholder and are not closed, or close one that was not opened. */
export function hasLooseBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(BRACES, ''));
}

/** Words as they are compared: small letters, «е» for «ё», single spaces. */
export function plain(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();
}
