import { join } from 'node:path';
import { Command, Option } from 'commander';
import { quarterTitle, type Quarter } from '../../calendar/quarter';
import { isReported } from '../../monitoring/expected';
import { tidyTotals, tidyValues } from '../../report/tidy';
import { COMMAND_TEXTS } from '../../text/cli';
import { REPORT_TEXTS } from '../../text/report';
import { createReport } from '../../workflows/create-report';
import { CliError } from '../cli-error';
import { csvOf } from '../../report/csv';
import { WORKBOOK_FILES } from '../files';
import { loadDepartment } from '../load';
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

interface ReportOptions extends CommonOptions {
  readonly workbook: string;
  readonly period: Quarter;
  readonly out: string;
  readonly revision: number;
  readonly csv?: string;
}

export function reportCommand(): Command {
  return new Command('report')
    .description(COMMAND_TEXTS.report)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(periodOption().makeOptionMandatory())
    .addOption(outOption())
    .addOption(new Option('--csv <папка>', COMMAND_TEXTS.csv))
    .addOption(revisionOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ workbook, period, out, csv, revision, today, force }: ReportOptions) => {
      const department = loadDepartment(workbook);
      if (!isReported(department.programme, period))
        throw new CliError(COMMAND_TEXTS.notReported(quarterTitle(period)));
      const { report, workbook: spec } = createReport(department, period, revision, today);
      const outputs: OutputFile[] = [{ path: out, bytes: await WORKBOOK_FILES.write(spec) }];
      if (csv !== undefined) {
        outputs.push({ path: join(csv, 'values.csv'), bytes: csvOf(tidyValues(report)) });
        outputs.push({ path: join(csv, 'totals.csv'), bytes: csvOf(tidyTotals(report)) });
      }
      await writeOutputs(outputs, force ?? false, [workbook]);
      if (report.draft) {
        const missing = report.missing.map(({ shortName }) => shortName);
        say(`${REPORT_TEXTS.draft}: ${REPORT_TEXTS.draftReasons(missing, report.problems.length)}`);
      }
      for (const { path } of outputs) say(COMMAND_TEXTS.written(path));
    });
}
