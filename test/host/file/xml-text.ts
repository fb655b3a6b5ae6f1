/** XML as text: attributes and elements from plain values. */

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Text for an attribute or an element. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}

/** An element; attributes without a value are left out, and booleans are 1 and 0. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'boolean' ? Number(value) : escaped(String(value))}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** The element around a list of others, or nothing around nothing. */
export function counted(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : element(name, { count: items.length }, items.join(''));
}

/** The sequence «_x0041_» means a character in files; where a text has it itself, its first underscore is written so. */
export function protectEscapes(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
