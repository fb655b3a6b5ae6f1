import { Command } from 'commander';
import { COMMAND_TEXTS } from '../../text/cli';
import { loadDepartment } from '../load';
import { forceOption, outOption, workbookOption } from '../options';
import { writeOutputs } from '../outputs';
import { say } from '../say';

interface ProgrammeOptions {
  readonly workbook: string;
  readonly out: string;
  readonly force?: true;
}

export function programmeCommand(): Command {
  return new Command('programme')
    .description(COMMAND_TEXTS.exportProgramme)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(outOption())
    .addOption(forceOption())
    .action(({ workbook, out, force }: ProgrammeOptions) => {
      const { programme } = loadDepartment(workbook);
      writeOutputs([{ path: out, bytes: `${JSON.stringify(programme, null, 2)}\n` }], force ?? false, [
        workbook,
      ]);
      say(COMMAND_TEXTS.written(out));
    });
}
