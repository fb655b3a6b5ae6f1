import { Command } from 'commander';
import { quarterTitle } from '../../calendar/quarter';
import { COMMAND_TEXTS } from '../../text/cli';
import { COUNT_TEXTS } from '../../text/counts';
import { MERGE_TEXTS } from '../../text/merge';
import { registerSheets } from '../../workflows/department-workbook';
import { mergeWorkbooks } from '../../workflows/merge-workbooks';
import { CliError } from '../cli-error';
import { loadDepartment } from '../load';
import { forceOption, outOption, todayOption, type CommonOptions } from '../options';
import { writeOutputs } from '../outputs';
import { renewed } from '../renew';
import { say } from '../say';

interface MergeOptions extends CommonOptions {
  readonly out: string;
}

const EXIT_CONFLICTS = 1;

export function mergeCommand(): Command {
  return new Command('merge')
    .description(COMMAND_TEXTS.merge)
    .argument('<книга>', COMMAND_TEXTS.mergeFirst)
    .argument('<другая книга>', COMMAND_TEXTS.mergeSecond)
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async (first: string, second: string, { out, today, force }: MergeOptions) => {
      const [a, b] = [loadDepartment(first), loadDepartment(second)];
      const merged = mergeWorkbooks(a, b);
      if (!merged.ok) throw new CliError(MERGE_TEXTS.programmesDiffer(merged.differ));
      const { intake, execution, watched } = merged;
      const sheets = registerSheets({ ...a, ...intake }, today);
      const bytes = await renewed(first, a.bytes, sheets);
      writeOutputs([{ path: out, bytes }], force ?? false, [first, second]);
      say(MERGE_TEXTS.forms(COUNT_TEXTS.forms(intake.register.length), COUNT_TEXTS.lines(intake.log.length)));
      for (const group of intake.conflicts) {
        const [form] = group;
        if (!form) continue;
        const { site, quarter, revision } = form.submission;
        const school = a.programme.sites.find(({ code }) => code === site)?.shortName ?? site;
        const files = group.map(({ file, sha256 }) => `«${file}» (SHA-256 ${sha256.slice(0, 12)}…)`);
        say(MERGE_TEXTS.conflict(school, quarterTitle(quarter), revision, files));
      }
      if (execution.length > 0) say(MERGE_TEXTS.execution(execution));
      if (watched.length > 0) say(MERGE_TEXTS.watched(watched));
      say(COMMAND_TEXTS.written(out));
      process.exitCode = intake.conflicts.length > 0 ? EXIT_CONFLICTS : 0;
    });
}
