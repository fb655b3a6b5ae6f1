import { join } from 'node:path';
import { Command } from 'commander';
import { quarterTitle, type Quarter } from '../../calendar/quarter';
import { COMMAND_TEXTS } from '../../text/cli';
import { issueForms } from '../../workflows/issue-forms';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { loadReporting } from '../load';
import {
  forceOption,
  outOption,
  periodOption,
  todayOption,
  workbookOption,
  type CommonOptions,
} from '../options';
import { writeOutputs, type OutputFile } from '../outputs';
import { progress } from '../progress';
import { say } from '../say';

interface FormsOptions extends CommonOptions {
  readonly out: string;
  readonly workbook: string;
  readonly period: Quarter;
}

export function formsCommand(): Command {
  return new Command('forms')
    .description(COMMAND_TEXTS.forms)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(periodOption().makeOptionMandatory())
    .addOption(outOption(COMMAND_TEXTS.outFolder))
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ out, workbook, period, today, force }: FormsOptions) => {
      const department = loadReporting(workbook, period);
      const issued = issueForms(department, period, today);
      if (issued.length === 0) throw new CliError(COMMAND_TEXTS.noOpenSchools(quarterTitle(period)));
      const files: OutputFile[] = [];
      const report = progress(COMMAND_TEXTS.writing);
      for (const file of issued) {
        files.push({ path: join(out, file.name), bytes: await WORKBOOK_FILES.write(file.workbook) });
        report(files.length, issued.length);
      }
      writeOutputs(files, force ?? false, [workbook]);
      for (const { path } of files) say(COMMAND_TEXTS.written(path));
    });
}
