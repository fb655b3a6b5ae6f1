import { Command } from 'commander';
import { COMMAND_TEXTS } from '../../text/cli';
import { createDepartmentWorkbook } from '../../workflows/department-workbook';
import { WORKBOOK_FILES } from '../files';
import { loadProgramme } from '../load';
import { forceOption, outOption, programmeOption, todayOption, type CommonOptions } from '../options';
import { writeOutputs } from '../outputs';
import { say, warnOfDeadlines } from '../say';

interface InitOptions extends CommonOptions {
  readonly out: string;
  readonly programme?: string;
}

export function initCommand(): Command {
  return new Command('init')
    .description(COMMAND_TEXTS.init)
    .addOption(outOption())
    .addOption(programmeOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ out, programme: path, today, force }: InitOptions) => {
      const programme = loadProgramme(path);
      warnOfDeadlines(programme);
      const bytes = await WORKBOOK_FILES.write(createDepartmentWorkbook(programme, today));
      writeOutputs([{ path: out, bytes }], force ?? false, path === undefined ? [] : [path]);
      say(COMMAND_TEXTS.written(out));
    });
}
