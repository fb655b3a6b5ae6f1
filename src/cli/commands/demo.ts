import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { formatQuarter } from '../../calendar/quarter';
import { CLI_TEXTS, COMMAND_TEXTS } from '../../text/cli';
import { DEMO_TEXTS } from '../../text/demo';
import { CliError } from '../cli-error';
import type { QuarterStory } from '../demo/quarter';
import { sampleProgramme } from '../../workflows/example/sample-programme';
import { tellStory } from '../demo/story';
import { WORKBOOK_FILES } from '../files';
import { loadProgramme } from '../load';
import { forceOption, outOption } from '../options';
import { writeOutputs } from '../outputs';
import { progress } from '../progress';
import { say } from '../say';

export function demoCommand(): Command {
  return new Command('demo')
    .description(COMMAND_TEXTS.demo)
    .addOption(outOption(COMMAND_TEXTS.outFolder))
    .addOption(forceOption())
    .action(async ({ out, force }: { readonly out: string; readonly force?: true }) => {
      if (existsSync(out) && !force) throw new CliError(CLI_TEXTS.outputExists(out));
      say(DEMO_TEXTS.intro);
      let count = 0;
      const stories = await tellStory(
        WORKBOOK_FILES,
        sampleProgramme(loadProgramme(undefined)),
        ({ path, bytes }) => {
          writeOutputs([{ path: join(out, path), bytes }], true);
          count += 1;
          return Promise.resolve();
        },
        progress(COMMAND_TEXTS.writing),
      );
      say(table([DEMO_TEXTS.columns, ...stories.map(lineOf)]));
      say(`${DEMO_TEXTS.made(count, out)}\n${DEMO_TEXTS.seeFirst}`);
    });
}

function lineOf({ quarter, plot, forms, received }: QuarterStory): readonly string[] {
  const findings = received.flatMap((file) => file.findings);
  const count = (level: string): string =>
    String(findings.filter((finding) => finding.level === level).length);
  const accepted = received.filter(({ result }) => result === 'accepted').length;
  return [
    formatQuarter(quarter),
    String(forms),
    DEMO_TEXTS.plots[plot],
    String(received.length),
    String(accepted),
    String(received.length - accepted),
    count('error'),
    count('deviation'),
  ];
}

/** Columns as wide as their longest text. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
