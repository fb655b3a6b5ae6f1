import { Command, Option } from 'commander';
import { COMMAND_TEXTS } from '../../text/cli';
import { createRoadmap } from '../../workflows/create-roadmap';
import { WORKBOOK_FILES } from '../files';
import { loadDepartment, loadProgramme } from '../load';
import { forceOption, outOption, todayOption, type CommonOptions } from '../options';
import { writeOutputs } from '../outputs';
import { say, warnOfDeadlines } from '../say';

interface RoadmapOptions extends CommonOptions {
  readonly out: string;
  readonly programme?: string;
  readonly workbook?: string;
}

export function roadmapCommand(): Command {
  return new Command('roadmap')
    .description(COMMAND_TEXTS.roadmap)
    .addOption(outOption())
    .addOption(new Option('--programme <файл>', COMMAND_TEXTS.programme).conflicts('workbook'))
    .addOption(new Option('--workbook <файл>', COMMAND_TEXTS.workbook))
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ out, programme: path, workbook, today, force }: RoadmapOptions) => {
      const programme = workbook === undefined ? loadProgramme(path) : loadDepartment(workbook).programme;
      warnOfDeadlines(programme);
      const bytes = await WORKBOOK_FILES.write(createRoadmap(programme, today));
      await writeOutputs([{ path: out, bytes }], force ?? false);
      say(COMMAND_TEXTS.written(out));
    });
}
