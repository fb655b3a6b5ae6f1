/** A person before the emulated Excel with the built pane: what they type into forms, and what they see. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { BUILT_PAGES } from '../host/client/built-pages';
import type { PageOptions } from '../host/client/chromium';
import type { EmulatedHost, HostOptions } from '../host/emulated-host';
import { cellAt, keyColumn, keyRow, styleAt } from '../host/model/cells';
import type { Sheet, Workbook } from '../host/model/workbook';
import { saveXlsx } from '../host/save-xlsx';
import { convertWithLibreOffice } from '../setup/programs';
import { openPane, type OpenedPane } from '../taskpane/open-pane';
import { cellAddress } from '../../src/workbook/grid';
import { cellsOf } from './workbooks';

/** What is not to be seen by then is not there. */
const ANSWER_MS = 15_000;

/** Pages of another build can be tried by naming their folder. */
const folder = process.env['PANE_PAGES'] ?? BUILT_PAGES;

export async function openBuiltPane(
  browser: Browser,
  excel: HostOptions = {},
  options: Omit<PageOptions, 'host' | 'folder'> = {},
): Promise<OpenedPane> {
  const pane = await openPane(browser, excel, { folder, ...options });
  pane.page.setDefaultTimeout(ANSWER_MS);
  return pane;
}

/** By row code: the quarter's fact. «3.1» is summed over the quarters, the others are counted anew. */
export type Facts = Readonly<Record<string, number>>;

/** The sheet that a person would open: the first whose name begins so. */
export function sheetNamed({ workbook }: Pick<EmulatedHost, 'workbook'>, start: string): Sheet {
  const found = workbook.sheets.find(({ name }) => name.startsWith(start));
  if (!found) throw new Error(`No sheet «${start}…» among ${sheetNames(workbook).join(', ')}.`);
  return found;
}

export function sheetNames(workbook: Workbook): readonly string[] {
  return workbook.sheets.map(({ name }) => name);
}

/** Where a text stands that begins so. */
export function placeOf(sheet: Sheet, start: string): { readonly row: number; readonly column: number } {
  for (const [key, { value }] of sheet.cells) {
    if (typeof value === 'string' && value.startsWith(start))
      return { row: keyRow(key), column: keyColumn(key) };
  }
  throw new Error(`«${start}…» does not stand on «${sheet.name}».`);
}

const TITLE = {
  Руководитель: 'Петров Пётр Петрович',
  Исполнитель: 'Иванова Анна Ивановна',
  Телефон: '(49331) 0-00-00',
};

/** Types names and telephone into the title. */
export function typeTitle(host: EmulatedHost, sheet: Sheet): void {
  for (const [label, text] of Object.entries(TITLE))
    host.user.type(sheet.name, titleAddress(sheet, label), text);
}

export function titleAddress(sheet: Sheet, label: string): string {
  const { row, column } = placeOf(sheet, label);
  return cellAddress(row, column + 1);
}

/** Types facts, and totals where the form asks for them, as the form's own headings say. Locked cells refuse. */
export function typeFacts(host: EmulatedHost, sheet: Sheet, facts: Facts): void {
  for (const [code, fact] of Object.entries(facts)) {
    for (const heading of ['Факт за квартал', 'Нарастающий итог с начала года']) {
      const address = figureAddress(sheet, code, heading);
      if (address !== null) host.user.type(sheet.name, address, fact);
    }
  }
}

/** What Excel would show for the share that the form itself calculates. */
export function giveShare({ user }: EmulatedHost, sheet: Sheet, code: string, share: number): void {
  const { row, column } = figurePlace(sheet, code, 'Факт за квартал');
  user.setResult(sheet.name, cellAddress(row, column), share);
}

/** Calculates as a spreadsheet does, for the emulated Excel does not: LibreOffice reads the saved workbook and works it out. */
export async function calculate(host: EmulatedHost, folder: string): Promise<void> {
  const file = join(folder, 'to-calculate.xlsx');
  writeFileSync(file, await saveXlsx(host.workbook));
  const [results] = cellsOf([convertWithLibreOffice(file, 'xlsx', join(folder, 'calculated'))], true);
  for (const { name, cells } of host.workbook.sheets) {
    for (const [key, { formula }] of cells) {
      const address = cellAddress(keyRow(key), keyColumn(key));
      if (formula !== undefined) host.user.setResult(name, address, results?.[name]?.[address] ?? '');
    }
  }
}

/** The cell of a row under a heading; null where it is locked. */
export function figureAddress(sheet: Sheet, code: string, heading: string): string | null {
  const { row, column } = figurePlace(sheet, code, heading);
  return styleAt(sheet, row, column).locked ? null : cellAddress(row, column);
}

function figurePlace(sheet: Sheet, code: string, heading: string): { row: number; column: number } {
  const header = placeOf(sheet, 'Код строки');
  const { column } = placeOf(sheet, heading);
  for (let row = header.row + 1; row < header.row + 100; row += 1) {
    if (cellAt(sheet, row, header.column)?.value === code) return { row, column };
  }
  throw new Error(`«${sheet.name}» has no row ${code}.`);
}

/** Everything that cells hold, sheet by sheet: what must not change when nothing was asked for. */
export function contentsOf(workbook: Workbook): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, contentsOfSheet(sheet)]));
}

export function contentsOfSheet({ cells }: Sheet): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...cells]
      .filter(([, { value, formula }]) => formula !== undefined || (value !== undefined && value !== ''))
      .map(([key, { value, formula }]) => [
        cellAddress(keyRow(key), keyColumn(key)),
        formula === undefined ? value : `=${formula}`,
      ]),
  );
}

export const viewText = ({ page }: OpenedPane): Promise<string> => page.locator('#view').innerText();
export const messageText = ({ page }: OpenedPane): Promise<string> => page.locator('#message').innerText();
