/** Protection of sheets and of the workbook's structure. */

import { ExcelFailure, accessDenied, invalidArgument } from '../failures';
import { describeClass } from '../host-object';
import {
  PROTECTION_OPTIONS,
  type ProtectionOption,
  type Sheet,
  type SheetProtection,
} from '../model/workbook';
import type { Workbook } from '../model/workbook';
import { flagOf, isRecord, oneOf, textOf } from '../parameters';
import { guardWorkbook } from './guards';

/** Office.js names them in small letters in options («allowSort»), and as the model does. */
function readOptions(given: unknown): Pick<SheetProtection, 'options' | 'selectionMode'> {
  const record = given === null || given === undefined ? {} : isRecord(given) ? given : invalidArgument();
  const { selectionMode, ...flags } = record;
  const known: readonly string[] = PROTECTION_OPTIONS;
  if (Object.keys(flags).some((key) => !known.includes(key))) {
    invalidArgument('There is no such protection option.');
  }
  const allowed = (option: ProtectionOption): boolean => flagOf(flags[option], false);
  return {
    options: {
      allowAutoFilter: allowed('allowAutoFilter'),
      allowDeleteColumns: allowed('allowDeleteColumns'),
      allowDeleteRows: allowed('allowDeleteRows'),
      allowEditObjects: allowed('allowEditObjects'),
      allowEditScenarios: allowed('allowEditScenarios'),
      allowFormatCells: allowed('allowFormatCells'),
      allowFormatColumns: allowed('allowFormatColumns'),
      allowFormatRows: allowed('allowFormatRows'),
      allowInsertColumns: allowed('allowInsertColumns'),
      allowInsertHyperlinks: allowed('allowInsertHyperlinks'),
      allowInsertRows: allowed('allowInsertRows'),
      allowPivotTables: allowed('allowPivotTables'),
      allowSort: allowed('allowSort'),
    },
    selectionMode:
      selectionMode === null || selectionMode === undefined
        ? 'Normal'
        : oneOf(['Normal', 'Unlocked', 'None'], selectionMode),
  };
}

function passwordOf(value: unknown): { password?: string } {
  return value === null || value === undefined || value === '' ? {} : { password: textOf(value) };
}

function checkPassword(protection: { readonly password?: string }, given: unknown): void {
  if (protection.password !== undefined && protection.password !== given) {
    throw new ExcelFailure('BadPassword', 'The password you supplied is incorrect.', 403);
  }
}

export const sheetProtectionClass = describeClass<Sheet>({
  name: 'WorksheetProtection',
  properties: {
    Protected: { get: ({ protection }) => protection !== null },
    Options: {
      get: ({ protection }) =>
        protection === null ? null : { ...protection.options, selectionMode: protection.selectionMode },
    },
  },
  methods: {
    Protect: (sheet, [options, password], excel) => {
      guardWorkbook(excel);
      if (sheet.protection !== null) {
        accessDenied('The sheet is protected already.');
      }
      sheet.protection = { ...readOptions(options), ...passwordOf(password) };
    },
    Unprotect: (sheet, [password], excel) => {
      guardWorkbook(excel);
      checkPassword(sheet.protection ?? {}, password);
      sheet.protection = null;
    },
  },
});

export const workbookProtectionClass = describeClass<Workbook>({
  name: 'WorkbookProtection',
  properties: { Protected: { get: ({ protection }) => protection !== null } },
  methods: {
    Protect: (workbook, [password], excel) => {
      guardWorkbook(excel);
      if (workbook.protection !== null) {
        accessDenied('The workbook is protected already.');
      }
      workbook.protection = passwordOf(password);
    },
    Unprotect: (workbook, [password], excel) => {
      guardWorkbook(excel);
      checkPassword(workbook.protection ?? {}, password);
      workbook.protection = null;
    },
  },
});
