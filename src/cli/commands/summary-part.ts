/** `report --registers`: one summary over the workbooks of many regions. */
import { join } from 'node:path';
import { Option } from 'commander';
import type { CivilDate } from '../../calendar/civil-date';
import type { Quarter } from '../../calendar/quarter';
import { hasErrors } from '../../controls/finding';
import { csvPieces } from '../../report/csv';
import { tidyCompleteness, tidyRegions, tidySummary } from '../../report/summary-tidy';
import { COMMAND_TEXTS } from '../../text/cli';
import { EXPORT_TEXTS, SUMMARY_TEXTS } from '../../text/summary';
import { createSummary, readRegion, type RegionReading } from '../../workflows/summary-report';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { findingLine } from '../findings';
import { loadProgramme } from '../load';
import { writeOutputs, type OutputFile } from '../outputs';
import { readRegisters, registerFiles } from '../read-registers';
import { remark, say } from '../say';

const EXIT_LEFT_OUT = 1;

export const registersOption = (): Option => new Option('--registers <папка>', EXPORT_TEXTS.registers);
export const listOption = (): Option => new Option('--programme <файл>', EXPORT_TEXTS.list);

export interface SummaryOptions {
  readonly registers: string;
  readonly period: Quarter;
  readonly out: string;
  readonly csv?: string;
  readonly programme?: string;
  readonly today: CivilDate;
  readonly force?: true;
}

/** Exit code 1 where a workbook had to be left out; the summary is written all the same, as a draft. */
export async function writeSummary(options: SummaryOptions): Promise<void> {
  const { registers, period, out, csv, today, force } = options;
  const paths = registerFiles(registers);
  const wanted = options.programme === undefined ? {} : { programme: loadProgramme(options.programme) };
  const readings: RegionReading[] = [];
  for (const reading of readRegisters(paths, registers))
    readings.push(reading.ok ? readRegion(reading.department, period, reading.file) : reading);
  const { made, findings } = createSummary({ readings, quarter: period, today, ...wanted });
  for (const finding of findings) remark(findingLine(finding));
  if (!made) throw new CliError(paths.length === 0 ? COMMAND_TEXTS.noFiles : EXPORT_TEXTS.nothing);
  const { summary, workbook } = made;
  const outputs: OutputFile[] = [{ path: out, bytes: await WORKBOOK_FILES.write(workbook) }];
  if (csv !== undefined) {
    outputs.push({ path: join(csv, 'regions.csv'), bytes: csvPieces(tidyRegions(summary)) });
    outputs.push({ path: join(csv, 'totals.csv'), bytes: csvPieces(tidySummary(summary)) });
    outputs.push({ path: join(csv, 'completeness.csv'), bytes: csvPieces(tidyCompleteness(summary)) });
  }
  writeOutputs(outputs, force ?? false, paths);
  if (summary.draft) {
    const incomplete = summary.regions.filter(({ draft }) => draft).map(({ region }) => region);
    say(`${SUMMARY_TEXTS.draft}: ${SUMMARY_TEXTS.draftReasons(incomplete, summary.leftOut)}`);
  }
  for (const { path } of outputs) say(COMMAND_TEXTS.written(path));
  process.exitCode = hasErrors(findings) ? EXIT_LEFT_OUT : 0;
}
