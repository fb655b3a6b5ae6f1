/** Workbooks of one shape and growing size, to see whether cost stays linear. */
import { zipSync, strToU8 } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETS = 12;
const COLUMNS = Array.from('ABCDEFGHIJKLMNO');

/** Twelve sheets of `rows` rows, as a form has them: texts, numbers, empty cells with a style. */
export function workbookOf(rows: number): Uint8Array {
  const sheets = Array.from({ length: SHEETS }, (_, index) => index + 1);
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${sheets.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((n) => `<sheet name="Форма ${n}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${Array.from({ length: rows }, (_, row) => `<si><t>Показатель ${row}: численность детей</t></si>`).join('')}</sst>`,
  };
  for (const sheet of sheets) {
    parts[`xl/worksheets/sheet${sheet}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${Array.from({ length: rows }, (_, row) => rowXml(row, sheet)).join('')}</sheetData></worksheet>`;
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(`${HEAD}${xml}`)])),
  );
}

function rowXml(row: number, sheet: number): string {
  const cells = COLUMNS.map((column, index) => {
    const address = `${column}${row + 1}`;
    if (index === 0) return `<c r="${address}" t="s"><v>${row}</v></c>`;
    return index < 7
      ? `<c r="${address}" s="0"><v>${(row * 31 + index * 7 + sheet) % 1000}</v></c>`
      : `<c r="${address}" s="0"/>`;
  });
  return `<row r="${row + 1}" spans="1:15">${cells.join('')}</row>`;
}
