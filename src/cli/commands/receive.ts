import { Command, Option } from 'commander';
import type { Quarter } from '../../calendar/quarter';
import type { CheckedFile } from '../../sheets/protocol-sheet';
import { COMMAND_TEXTS } from '../../text/cli';
import { COUNT_TEXTS } from '../../text/counts';
import { RESULT_WORDS } from '../../text/intake';
import { registerSheets } from '../../workflows/department-workbook';
import { protocolWorkbook } from '../../workflows/protocol-workbook';
import { receiveForms, type Received } from '../../workflows/receive-forms';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { protocolText } from '../findings';
import { collectFiles } from '../inputs';
import { loadDepartment } from '../load';
import {
  forceOption,
  periodOption,
  protocolOption,
  todayOption,
  workbookOption,
  workersOption,
  type CommonOptions,
} from '../options';
import { writeOutputs, type OutputFile } from '../outputs';
import { renewed } from '../renew';
import { progress } from '../progress';
import { readSchoolFiles } from '../read-school-files';
import { say } from '../say';

interface ReceiveOptions extends CommonOptions {
  readonly workbook: string;
  readonly out?: string;
  readonly period?: Quarter;
  readonly protocol?: string;
  readonly dryRun?: true;
  readonly workers?: number;
}

export function receiveCommand(): Command {
  return new Command('receive')
    .description(COMMAND_TEXTS.receive)
    .argument('<файлы...>', COMMAND_TEXTS.paths)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(new Option('--out <путь>', COMMAND_TEXTS.out))
    .addOption(periodOption(COMMAND_TEXTS.periodOnly))
    .addOption(new Option('--dry-run', COMMAND_TEXTS.dryRun))
    .addOption(protocolOption())
    .addOption(workersOption())
    .addOption(todayOption())
    .addOption(forceOption())
    .action(async (paths: readonly string[], options: ReceiveOptions) => {
      const { workbook, out, today, period, protocol, force } = options;
      if (out === undefined && !options.dryRun) {
        throw new CliError(COMMAND_TEXTS.outOrDryRun);
      }
      const department = loadDepartment(workbook);
      const files = collectFiles(paths);
      if (files.length === 0) throw new CliError(COMMAND_TEXTS.noFiles);
      const source = { ...department, today, ...(period === undefined ? {} : { expectedQuarter: period }) };
      const read = await readSchoolFiles(
        files,
        { ...source, judged: false },
        options.workers,
        progress(COMMAND_TEXTS.reading),
        (item) => item,
      );
      const unread = read.flatMap((item) => ('reading' in item ? [] : [item]));
      const received = receiveForms(
        read.flatMap((item) => ('reading' in item ? [item] : [])),
        source,
      );

      if (options.dryRun) {
        tell(unread, received);
        return;
      }

      const outputs: OutputFile[] = [];
      if (out !== undefined) {
        const bytes = received.changed
          ? await renewed(workbook, department.bytes, registerSheets({ ...department, ...received }, today))
          : department.bytes;
        outputs.push({ path: out, bytes });
      }
      if (protocol !== undefined) {
        outputs.push({
          path: protocol,
          bytes: await WORKBOOK_FILES.write(protocolWorkbook([...unread, ...received.files], today)),
        });
      }
      writeOutputs(outputs, force ?? false, [workbook, ...files]);
      tell(unread, received);
      for (const { path } of outputs) say(COMMAND_TEXTS.written(path));
    });
}

/** The protocol, then how many files were accepted, refused, repeated. */
function tell(unread: readonly CheckedFile[], { files }: Received): void {
  say(protocolText([...unread, ...files]));
  for (const result of Object.keys(RESULT_WORDS) as (keyof typeof RESULT_WORDS)[]) {
    const count = files.filter((file) => file.result === result).length;
    if (count > 0) say(`${RESULT_WORDS[result]}: ${COUNT_TEXTS.files(count)}`);
  }
}
