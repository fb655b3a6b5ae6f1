/**
 * Edits as people make them by hand, done by LibreOffice itself: it shifts and breaks references as an office program does,
 * which no library for files can show. A Basic macro in a profile of its own makes them and saves.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from './programs';

export type HandEdit =
  /** Typed: a number, a text, or a formula when it starts with «=». */
  | { readonly do: 'type'; readonly sheet: string; readonly cell: string; readonly content: number | string }
  /** Cut and pasted; `to`: the upper left cell. */
  | { readonly do: 'cut'; readonly sheet: string; readonly from: string; readonly to: string }
  | { readonly do: 'copy'; readonly sheet: string; readonly from: string; readonly to: string }
  | { readonly do: 'insertRows'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly do: 'deleteRows'; readonly sheet: string; readonly at: number; readonly count: number }
  | { readonly do: 'unprotect'; readonly sheet: string };

export interface EditedFile {
  readonly file: string;
  readonly out: string;
  readonly edits: readonly HandEdit[];
}

const TIMEOUT_MS = 120_000;

/** Opens each file, makes its edits, recalculates everything and saves it as .xlsx. */
export function editWithLibreOffice(files: readonly EditedFile[]): void {
  const profile = mkdtempSync(join(tmpdir(), 'kvantorium-edits-'));
  try {
    // The first start fills the profile; the macro's module takes the place of the empty one that it finds there.
    run(profile, '--terminate_after_init');
    const standard = join(profile, 'user/basic/Standard');
    const said = join(profile, 'said.txt');
    const list = readFileSync(join(standard, 'script.xlb'), 'utf8');
    writeFileSync(join(standard, 'script.xlb'), list.replace('"Module1"', '"Edits"'));
    writeFileSync(join(standard, 'Edits.xba'), moduleXml(program(files, said)));
    run(profile, 'macro:///Standard.Edits.Main');
    const answer = existsSync(said) ? readFileSync(said, 'utf8').trim() : 'nothing';
    if (answer !== 'done') throw new Error(`LibreOffice's macro said: ${answer}`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

function run(profile: string, what: string): void {
  const office = findProgram('soffice');
  if (office === undefined) throw new Error('This machine has no soffice.');
  const user = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const { error } = spawnSync(office, [user, '--headless', '--norestore', what], { timeout: TIMEOUT_MS });
  if (error) throw error;
}

function program(files: readonly EditedFile[], said: string): string {
  const lines = files.flatMap(({ file, out, edits }) => [
    `document = StarDesktop.loadComponentFromURL(${quoted(pathToFileURL(file).href)}, "_blank", 0, hidden)`,
    ...edits.flatMap(editLines),
    'document.calculateAll()',
    `document.storeToURL(${quoted(pathToFileURL(out).href)}, asXlsx)`,
    'document.close(True)',
  ]);
  return [
    'Sub Main()',
    'Dim document, sheet',
    'Dim hidden(0) As New com.sun.star.beans.PropertyValue',
    'Dim asXlsx(0) As New com.sun.star.beans.PropertyValue',
    'hidden(0).Name = "Hidden"',
    'hidden(0).Value = True',
    'asXlsx(0).Name = "FilterName"',
    'asXlsx(0).Value = "Calc MS Excel 2007 XML"',
    'On Error GoTo Failed',
    ...lines,
    'Say "done"',
    'StarDesktop.terminate()',
    'Exit Sub',
    'Failed:',
    'Say Error & " in line " & Erl',
    'StarDesktop.terminate()',
    'End Sub',
    'Sub Say(what)',
    `Open ${quoted(said)} For Output As #1`,
    'Print #1, what',
    'Close #1',
    'End Sub',
  ].join('\n');
}

function editLines(edit: HandEdit): readonly string[] {
  const sheet = `sheet = document.Sheets.getByName(${quoted(edit.sheet)})`;
  const range = (address: string): string => `sheet.getCellRangeByName(${quoted(address)})`;
  switch (edit.do) {
    case 'type': {
      const { content } = edit;
      const text = typeof content === 'string' && !content.startsWith('=');
      return [sheet, `${range(edit.cell)}.${text ? 'String' : 'Formula'} = ${quoted(String(content))}`];
    }
    case 'cut':
    case 'copy':
      return [
        sheet,
        `sheet.${edit.do === 'cut' ? 'moveRange' : 'copyRange'}(${range(edit.to)}.CellAddress, ${range(edit.from)}.RangeAddress)`,
      ];
    case 'insertRows':
      return [sheet, `sheet.Rows.insertByIndex(${edit.at - 1}, ${edit.count})`];
    case 'deleteRows':
      return [sheet, `sheet.Rows.removeByIndex(${edit.at - 1}, ${edit.count})`];
    case 'unprotect':
      return [sheet, 'sheet.unprotect("")'];
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function moduleXml(source: string): string {
  const escaped = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">
${escaped}
</script:module>
`;
}
