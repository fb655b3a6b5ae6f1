import { Command, Option } from 'commander';
import type { Quarter } from '../../calendar/quarter';
import { hasErrors } from '../../controls/finding';
import { COMMAND_TEXTS } from '../../text/cli';
import { checkedFile, judgeForm } from '../../workflows/check-form';
import { protocolWorkbook } from '../../workflows/protocol-workbook';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { findingsJson, protocolText } from '../findings';
import { collectFiles } from '../inputs';
import { loadDepartment, loadProgramme } from '../load';
import {
  forceOption,
  periodOption,
  programmeOption,
  protocolOption,
  todayOption,
  workbookOption,
  workersOption,
  type CommonOptions,
} from '../options';
import { writeOutputs } from '../outputs';
import { progress } from '../progress';
import { readSchoolFiles } from '../read-school-files';
import { remark, say } from '../say';

interface CheckOptions extends CommonOptions {
  readonly workbook?: string;
  readonly programme?: string;
  readonly period?: Quarter;
  readonly protocol?: string;
  readonly json?: true;
  readonly workers?: number;
}

const EXIT_ERRORS = 1;

export function checkCommand(): Command {
  return new Command('check')
    .description(COMMAND_TEXTS.check)
    .argument('<файлы...>', COMMAND_TEXTS.paths)
    .addOption(workbookOption())
    .addOption(programmeOption().conflicts('workbook'))
    .addOption(periodOption(COMMAND_TEXTS.periodOnly))
    .addOption(new Option('--json', COMMAND_TEXTS.json))
    .addOption(protocolOption())
    .addOption(workersOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { workbook, today, period, protocol } = options;
      const department = workbook === undefined ? undefined : loadDepartment(workbook);
      const source = {
        programme: department?.programme ?? loadProgramme(options.programme),
        register: department?.register ?? null,
        today,
        ...(period === undefined ? {} : { expectedQuarter: period }),
      };
      const files = collectFiles(paths);
      if (files.length === 0) throw new CliError(COMMAND_TEXTS.noFiles);
      const checks = await readSchoolFiles(
        files,
        { ...source, judged: source.register === null },
        options.workers,
        progress(COMMAND_TEXTS.reading),
        (item) => ('reading' in item ? checkedFile(judgeForm(item.reading, source)) : item),
      );
      const findings = checks.flatMap((check) => check.findings);
      if (protocol !== undefined) {
        const bytes = await WORKBOOK_FILES.write(protocolWorkbook(checks, today));
        writeOutputs([{ path: protocol, bytes }], options.force ?? false, [
          ...files,
          ...[workbook, options.programme].filter((path) => path !== undefined),
        ]);
        remark(COMMAND_TEXTS.written(protocol));
      }
      say(options.json ? findingsJson(findings) : protocolText(checks));
      process.exitCode = hasErrors(findings) ? EXIT_ERRORS : 0;
    });
}
