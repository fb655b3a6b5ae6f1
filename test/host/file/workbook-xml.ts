/** Names and protection of a workbook, which exceljs writes cell by cell or not at all, as elements of the workbook's part. */

import { columnLetters, quoteSheetName } from '../../../src/workbook/grid';
import { absoluteText } from '../model/area';
import type { Sheet, Workbook } from '../model/workbook';
import { element } from './xml-text';

export function definedNamesXml({ names, sheets }: Workbook): string {
  const entries = [
    ...names.map(({ name, sheet, formula, comment, visible }) =>
      definedName(name, formula, {
        comment: comment === '' ? undefined : comment,
        localSheetId: sheet === null ? undefined : sheets.indexOf(sheet),
        hidden: visible ? undefined : true,
      }),
    ),
    ...sheets.flatMap((sheet, localSheetId) => [
      ...builtIn('_xlnm.Print_Area', printAreas(sheet), localSheetId),
      ...builtIn('_xlnm.Print_Titles', printTitles(sheet), localSheetId),
    ]),
  ];
  return entries.length === 0 ? '' : element('definedNames', {}, entries.join(''));
}

export function workbookProtectionXml({ protection }: Workbook): string {
  return protection === null ? '' : element('workbookProtection', { lockStructure: true });
}

function definedName(
  name: string,
  formula: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>>,
): string {
  const content = formula.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return element('definedName', { name, ...attributes }, content);
}

function builtIn(name: string, formula: string, localSheetId: number): readonly string[] {
  return formula === '' ? [] : [definedName(name, formula, { localSheetId })];
}

function printAreas({ name, layout }: Sheet): string {
  return layout.printAreas.map((area) => `${quoteSheetName(name)}!${absoluteText(area)}`).join(',');
}

/** Columns come before rows. */
function printTitles({ name, layout: { titleColumns, titleRows } }: Sheet): string {
  const sheet = quoteSheetName(name);
  return [
    ...(titleColumns === null
      ? []
      : [`${sheet}!$${columnLetters(titleColumns[0])}:$${columnLetters(titleColumns[1])}`]),
    ...(titleRows === null ? [] : [`${sheet}!$${titleRows[0]}:$${titleRows[1]}`]),
  ].join(',');
}
