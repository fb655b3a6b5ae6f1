/** `compare`: two quarters of a Department's workbook beside each other, as a workbook of its own. */
import { Command, InvalidArgumentError, Option } from 'commander';
import { formatQuarter, parseQuarter, quarterTitle, type Quarter } from '../../calendar/quarter';
import { isReported } from '../../monitoring/expected';
import { COMMAND_TEXTS } from '../../text/cli';
import { COMPARISON_TEXTS } from '../../text/comparison';
import { createComparison } from '../../workflows/create-comparison';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { loadDepartment } from '../load';
import { forceOption, outOption, todayOption, workbookOption, type CommonOptions } from '../options';
import { writeOutputs } from '../outputs';
import { say } from '../say';

interface CompareOptions extends CommonOptions {
  readonly workbook: string;
  readonly quarters: readonly Quarter[];
  readonly out: string;
}

export function compareCommand(): Command {
  return new Command('compare')
    .description(COMPARISON_TEXTS.command)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(quartersOption())
    .addOption(outOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async ({ workbook, quarters, out, today, force }: CompareOptions) => {
      const [first, second, ...rest] = quarters;
      if (!first || !second || rest.length > 0) throw new CliError(COMPARISON_TEXTS.wrongCount);
      if (formatQuarter(first) === formatQuarter(second)) throw new CliError(COMPARISON_TEXTS.same);
      const department = loadDepartment(workbook);
      for (const quarter of quarters) {
        if (!isReported(department.programme, quarter)) {
          throw new CliError(COMMAND_TEXTS.notReported(quarterTitle(quarter)));
        }
      }
      const bytes = await WORKBOOK_FILES.write(createComparison(department, first, second, today));
      writeOutputs([{ path: out, bytes }], force ?? false, [workbook]);
      say(COMMAND_TEXTS.written(out));
    });
}

function quartersOption(): Option {
  const option = new Option('--quarters <квартал> <квартал>', COMPARISON_TEXTS.quarters);
  // The library sees several values in a flag of Latin letters only.
  option.variadic = true;
  return option.argParser(addQuarter).makeOptionMandatory();
}

/** One of the texts after the option, added to those before it. */
function addQuarter(text: string, before: readonly Quarter[] | undefined): readonly Quarter[] {
  const quarter = parseQuarter(text);
  if (!quarter) throw new InvalidArgumentError(COMMAND_TEXTS.wrongPeriod(text));
  return [...(before ?? []), quarter];
}
