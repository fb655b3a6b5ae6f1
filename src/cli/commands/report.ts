import { join } from 'node:path';
import { Command, Option } from 'commander';
import { compareQuarters, type Quarter } from '../../calendar/quarter';
import { reportedQuarters } from '../../monitoring/expected';
import { tidyHistory, tidyTotals, tidyValues } from '../../report/tidy';
import { COMMAND_TEXTS } from '../../text/cli';
import { REPORT_TEXTS } from '../../text/report';
import { EXPORT_TEXTS } from '../../text/summary';
import { createReport } from '../../workflows/create-report';
import { CliError } from '../cli-error';
import { csvPieces } from '../../report/csv';
import { WORKBOOK_FILES } from '../files';
import { loadReporting } from '../load';
import {
  forceOption,
  outOption,
  periodOption,
  revisionOption,
  todayOption,
  workbookOption,
  type CommonOptions,
} from '../options';
import { writeOutputs, type OutputFile } from '../outputs';
import { say } from '../say';
import { listOption, registersOption, writeSummary } from './summary-part';
import { valuesFile } from '../values-file';

interface ReportOptions extends CommonOptions {
  readonly workbook?: string;
  readonly registers?: string;
  readonly programme?: string;
  readonly period: Quarter;
  readonly out: string;
  readonly revision: number;
  readonly csv?: string;
  readonly values?: string;
}

export function reportCommand(): Command {
  return new Command('report')
    .description(COMMAND_TEXTS.report)
    .addOption(workbookOption().conflicts(['registers', 'programme']))
    .addOption(registersOption().conflicts(['revision', 'values']))
    .addOption(listOption())
    .addOption(periodOption().makeOptionMandatory())
    .addOption(outOption())
    .addOption(new Option('--csv <папка>', COMMAND_TEXTS.csv))
    .addOption(new Option('--values <файл>', COMMAND_TEXTS.values))
    .addOption(revisionOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async (options: ReportOptions) => {
      const { workbook, registers, period, out, csv, values, revision, today, force } = options;
      if (registers !== undefined) return writeSummary({ ...options, registers });
      if (workbook === undefined) throw new CliError(EXPORT_TEXTS.whichInput);
      const department = loadReporting(workbook, period);
      const { report, workbook: spec } = createReport(department, period, revision, today);
      const outputs: OutputFile[] = [{ path: out, bytes: await WORKBOOK_FILES.write(spec) }];
      if (csv !== undefined) {
        outputs.push({ path: join(csv, 'values.csv'), bytes: csvPieces(tidyValues(report)) });
        outputs.push({ path: join(csv, 'totals.csv'), bytes: csvPieces(tidyTotals(report)) });
      }
      if (values !== undefined) {
        const quarters = reportedQuarters(department.programme).filter(
          (quarter) => compareQuarters(quarter, period) <= 0,
        );
        outputs.push(valuesFile(values, tidyHistory(department, quarters)));
      }
      writeOutputs(outputs, force ?? false, [workbook]);
      if (report.draft) {
        const missing = report.missing.map(({ shortName }) => shortName);
        say(`${REPORT_TEXTS.draft}: ${REPORT_TEXTS.draftReasons(missing, report.problems.length)}`);
      }
      for (const { path } of outputs) say(COMMAND_TEXTS.written(path));
    });
}
