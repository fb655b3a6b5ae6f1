import { Command, Option } from 'commander';
import type { Quarter } from '../../calendar/quarter';
import { byLevel, hasErrors } from '../../controls/finding';
import { COMMAND_TEXTS } from '../../text/cli';
import { FILE_PROBLEMS } from '../../text/file-problems';
import { TEMPLATE_TEXTS } from '../../text/template';
import type { FormFiles } from '../../workbook/fill';
import { bracesElsewhere } from '../../workbook/file/fill-cells-elsewhere';
import { fillCells } from '../../workbook/file/fill-cells';
import { ReplaceSheetsError } from '../../workbook/file/target-package';
import { fillTemplate, templateSource, type FilledTemplate } from '../../workflows/fill-template';
import { reportStops } from '../../workflows/open/report';
import { findingLine } from '../findings';
import { readInput } from '../inputs';
import { loadReporting, refusedWorkbook } from '../load';
import {
  forceOption,
  outOption,
  periodOption,
  revisionOption,
  todayOption,
  workbookOption,
  type CommonOptions,
} from '../options';
import { writeOutputs } from '../outputs';
import { READER } from '../reader';
import { remark, say } from '../say';

interface FillOptions extends CommonOptions {
  readonly workbook: string;
  readonly template: string;
  readonly period: Quarter;
  readonly out: string;
  readonly revision: number;
  readonly position: string;
  readonly signer: string;
  readonly executor: string;
  readonly phone: string;
}

const EXIT_ERRORS = 1;
const FORM_FILES: FormFiles = {
  ...READER,
  fill: fillCells,
  bracesElsewhere,
};

export function fillCommand(): Command {
  const text = (flag: string, what: string): Option => new Option(`${flag} <текст>`, what).default('');
  return new Command('fill')
    .description(TEMPLATE_TEXTS.fill)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(new Option('--template <файл>', TEMPLATE_TEXTS.template).makeOptionMandatory())
    .addOption(periodOption().makeOptionMandatory())
    .addOption(outOption())
    .addOption(revisionOption())
    .addOption(text('--position', TEMPLATE_TEXTS.position))
    .addOption(text('--signer', TEMPLATE_TEXTS.signer))
    .addOption(text('--executor', TEMPLATE_TEXTS.executor))
    .addOption(text('--phone', TEMPLATE_TEXTS.phone))
    .addOption(todayOption())
    .addOption(forceOption())
    .action((options: FillOptions) => {
      const { workbook, template, period, out, revision, force, today } = options;
      const department = loadReporting(workbook, period);
      const { position, signer, executor, phone } = options;
      const signature = { position, name: signer, executor, phone };
      const source = templateSource(department, period, revision, signature, today);
      const filled = fill(template, source);
      for (const stop of reportStops(source.report)) remark(stop);
      for (const finding of byLevel(filled.findings)) say(findingLine(finding));
      if (filled.bytes) {
        const outputs = [{ path: out, bytes: filled.bytes }];
        writeOutputs(outputs, force ?? false, [workbook, template]);
        say(TEMPLATE_TEXTS.filled(filled.filled));
        say(COMMAND_TEXTS.written(out));
      }
      process.exitCode = hasErrors(filled.findings) ? EXIT_ERRORS : 0;
    });
}

function fill(
  template: string,
  source: Parameters<typeof fillTemplate>[2],
): Extract<FilledTemplate, { readonly ok: true }> {
  try {
    const filled = fillTemplate(FORM_FILES, readInput(template), source);
    if (!filled.ok) throw refusedWorkbook(template, [FILE_PROBLEMS[filled.reason]]);
    return filled;
  } catch (error) {
    if (error instanceof ReplaceSheetsError) throw refusedWorkbook(template, [error.message]);
    throw error;
  }
}
