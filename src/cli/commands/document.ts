/** Commands that print a document of the programme alone: the roadmap, the catalogue of controls. */
import { Command, Option } from 'commander';
import type { CivilDate } from '../../calendar/civil-date';
import type { Programme } from '../../programme/schema';
import { COMMAND_TEXTS } from '../../text/cli';
import type { WorkbookSpec } from '../../workbook/spec';
import { WORKBOOK_FILES } from '../files';
import { loadDepartment, loadProgramme } from '../load';
import { forceOption, outOption, todayOption, type CommonOptions } from '../options';
import { writeOutputs } from '../outputs';
import { say, warnOfDeadlines } from '../say';

interface DocumentOptions extends CommonOptions {
  readonly out: string;
  readonly programme?: string;
  readonly workbook?: string;
}

export function documentCommand(
  name: string,
  description: string,
  create: (programme: Programme, today: CivilDate) => WorkbookSpec,
): Command {
  return new Command(name)
    .description(description)
    .addOption(outOption())
    .addOption(new Option('--programme <файл>', COMMAND_TEXTS.programme).conflicts('workbook'))
    .addOption(new Option('--workbook <файл>', COMMAND_TEXTS.workbook))
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ out, programme: path, workbook, today, force }: DocumentOptions) => {
      const programme = workbook === undefined ? loadProgramme(path) : loadDepartment(workbook).programme;
      warnOfDeadlines(programme);
      const bytes = await WORKBOOK_FILES.write(create(programme, today));
      writeOutputs(
        [{ path: out, bytes }],
        force ?? false,
        [workbook, path].filter((input) => input !== undefined),
      );
      say(COMMAND_TEXTS.written(out));
    });
}
