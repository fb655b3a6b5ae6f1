/** Numbers as Russian text: decimal comma, no grouping, whatever the machine's locale is. */

/** «0,16» for 0.16. Takes a number or anything whose text is a plain decimal, such as a Big. */
export function formatNumber(value: number | { toFixed(): string }): string {
  const text = typeof value === 'number' ? plainDecimal(value) : value.toFixed();
  return text.replace('.', ',');
}

/** The shortest decimal that is the number, without an exponent. */
function plainDecimal(value: number): string {
  const text = String(value);
  const [, sign = '', digits = '', fraction = '', exponent] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const point = digits.length + Number(exponent);
  const all = digits + fraction;
  return point <= 0
    ? `${sign}0.${'0'.repeat(-point)}${all}`
    : `${sign}${all.padEnd(point, '0').slice(0, point)}${all.length > point ? `.${all.slice(point)}` : ''}`;
}
