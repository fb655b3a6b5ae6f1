/** What a cell shows in Russian Excel, for the formats that the product uses; other formats as «General». */

const DAY_MS = 86_400_000;
const EPOCH_DAYS = 25_569;
const DAYS_BETWEEN_SYSTEMS = 1462;

export function displayText(value: string | number | boolean, format: string, date1904 = false): string {
  if (typeof value === 'boolean') {
    return value ? 'ИСТИНА' : 'ЛОЖЬ';
  }
  if (typeof value === 'string') {
    return value;
  }
  const plain = format.replaceAll(/\[[^\]]*\]|"[^"]*"|\\./g, '');
  if (/[dy]/i.test(plain) && plain !== 'General') {
    return dateText(value + (date1904 ? DAYS_BETWEEN_SYSTEMS : 0));
  }
  const [, grouped, decimals = ''] = /^(#,##)?0(?:\.(0+))?%?$/.exec(plain) ?? [];
  if (!/^(#,##)?0(\.0+)?%?$/.test(plain)) {
    return String(value).replace('.', ',');
  }
  const percent = plain.endsWith('%');
  const text = (percent ? value * 100 : value).toFixed(decimals.length).replace('.', ',');
  const shown =
    grouped === undefined ? text : text.replaceAll(/\d(?=(?:\d{3})+(?!\d))(?<!,\d*)/g, '$&\u{a0}');
  return percent ? `${shown}%` : shown;
}

function dateText(serial: number): string {
  const iso = new Date((Math.floor(serial) - EPOCH_DAYS) * DAY_MS).toISOString();
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`;
}
