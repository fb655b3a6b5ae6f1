/** `export`: registers as a data set in Parquet, partitioned by region and quarter. */
import { existsSync, readdirSync, rmSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { UNPLACED, hasErrors, type Finding } from '../../controls/finding';
import { NotExactError } from '../../report/data-table';
import { DATA_TABLES, dataParts, type DataPart } from '../../report/data-parts';
import { COMMAND_TEXTS } from '../../text/cli';
import { formatNumber } from '../../text/numbers';
import { EXPORT_TEXTS, SUMMARY_TEXTS } from '../../text/summary';
import type { Department } from '../../workflows/department-workbook';
import { CliError } from '../cli-error';
import { findingLine } from '../findings';
import { forceOption, workbookOption } from '../options';
import { writeOutputs } from '../outputs';
import { parquetOf } from '../parquet';
import { readRegisters, registerFiles } from '../read-registers';
import { remark, say } from '../say';
import { registersOption } from './summary-part';

interface ExportOptions {
  readonly workbook?: string;
  readonly registers?: string;
  readonly parquet: string;
  readonly force?: true;
}

const EXIT_LEFT_OUT = 1;
const PART = 'part-0.parquet';

export function exportCommand(): Command {
  return new Command('export')
    .description(EXPORT_TEXTS.command)
    .addOption(workbookOption().conflicts('registers'))
    .addOption(registersOption())
    .addOption(new Option('--parquet <папка>', EXPORT_TEXTS.parquet).makeOptionMandatory())
    .addOption(forceOption())
    .action(({ workbook, registers, parquet, force }: ExportOptions) => {
      const paths = registers === undefined ? workbook && [workbook] : registerFiles(registers);
      if (!paths) throw new CliError(EXPORT_TEXTS.whichInput);
      if (paths.length === 0) throw new CliError(COMMAND_TEXTS.noFiles);
      if (!force && DATA_TABLES.some((table) => existsSync(join(parquet, table))))
        throw new CliError(EXPORT_TEXTS.notEmpty(parquet));
      const findings: Finding[] = [];
      const fileOf = new Map<string, string>();
      let files = 0;
      for (const reading of readRegisters(paths, registers)) {
        const parts = reading.ok ? partsOf(reading.department, reading.file, fileOf) : reading;
        if (!parts.ok) {
          for (const finding of parts.findings) remark(findingLine(finding));
          findings.push(...parts.findings);
          continue;
        }
        fileOf.set(parts.code, reading.file);
        files += writeParts(parts.parts, parquet, parts.code, paths);
      }
      if (fileOf.size === 0) throw new CliError(EXPORT_TEXTS.nothing);
      say(EXPORT_TEXTS.written(parquet, files, fileOf.size));
      process.exitCode = hasErrors(findings) ? EXIT_LEFT_OUT : 0;
    });
}

type PartsReading =
  | { readonly ok: true; readonly code: string; readonly parts: readonly DataPart[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** `fileOf`: the workbooks that were exported before, by the codes of their programmes. */
function partsOf(department: Department, file: string, fileOf: ReadonlyMap<string, string>): PartsReading {
  const { code } = department.programme;
  const fail = (id: string, message: string, action: string): PartsReading => ({
    ok: false,
    findings: [{ ...UNPLACED, code: id, level: 'error', file, message, action }],
  });
  const { sameCode, notExact } = SUMMARY_TEXTS.findings;
  const before = fileOf.get(code);
  if (before !== undefined) return fail('S4', sameCode.message(code, before), sameCode.action);
  try {
    return { ok: true, code, parts: dataParts(department) };
  } catch (error) {
    if (!(error instanceof NotExactError)) throw error;
    return fail('S5', notExact.message(formatNumber(error.number), error.place), notExact.action);
  }
}

/** Puts a region's parts in place of those that an earlier export left; other regions' stay. Returns how many. */
function writeParts(
  parts: readonly DataPart[],
  folder: string,
  code: string,
  inputs: readonly string[],
): number {
  const outputs = parts.map(({ table, folders }) => ({
    path: join(folder, ...folders, PART),
    bytes: parquetOf(table),
  }));
  writeOutputs(outputs, true, inputs);
  const written = new Set(outputs.map(({ path }) => path));
  for (const table of DATA_TABLES)
    for (const path of partsBelow(join(folder, table, `region=${code}`)))
      if (!written.has(path)) rmSync(path);
  return outputs.length;
}

/** The parts of one region's partition: in its folder, or in those of its quarters. */
function partsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent): string[] => {
    if (entry.isDirectory() && entry.name.startsWith('quarter=')) {
      const path = join(folder, entry.name, PART);
      return existsSync(path) ? [path] : [];
    }
    return entry.name === PART ? [join(folder, PART)] : [];
  });
}
