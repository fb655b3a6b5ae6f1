import { Command, Option } from 'commander';
import type { CivilDate } from '../../calendar/civil-date';
import { COMMAND_TEXTS } from '../../text/cli';
import { CONCEPT_TEXTS } from '../../text/concept';
import { FILE_PROBLEMS } from '../../text/file-problems';
import { takeConcept } from '../../workflows/take-concept';
import { CliError } from '../cli-error';
import { WORKBOOK_FILES } from '../files';
import { findingLine } from '../findings';
import { readInput } from '../inputs';
import { loadDepartment } from '../load';
import { dateOption, forceOption, workbookOption } from '../options';
import { writeOutputs } from '../outputs';
import { renewed } from '../renew';
import { say } from '../say';

interface ConceptOptions {
  readonly workbook: string;
  readonly out?: string;
  readonly edition: string;
  readonly from: CivilDate;
  readonly act: string;
  readonly date?: CivilDate;
  readonly number?: string;
  readonly point?: string;
  readonly dryRun?: true;
  readonly force?: true;
}

export function conceptCommand(): Command {
  return new Command('concept')
    .description(COMMAND_TEXTS.concept)
    .argument('<таблица>', COMMAND_TEXTS.conceptTable)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(new Option('--edition <код>', COMMAND_TEXTS.editionCode).makeOptionMandatory())
    .addOption(dateOption('--from', COMMAND_TEXTS.editionFrom).makeOptionMandatory())
    .addOption(new Option('--act <название>', COMMAND_TEXTS.act).makeOptionMandatory())
    .addOption(dateOption('--date', COMMAND_TEXTS.actDate))
    .addOption(new Option('--number <номер>', COMMAND_TEXTS.actNumber))
    .addOption(new Option('--point <пункт>', COMMAND_TEXTS.actPoint))
    .addOption(new Option('--out <путь>', COMMAND_TEXTS.out))
    .addOption(new Option('--dry-run', COMMAND_TEXTS.conceptDryRun))
    .addOption(forceOption())
    .action(async (path: string, options: ConceptOptions) => {
      const { workbook, out, edition: code, from, act, date = null, number = null, point = null } = options;
      if (out === undefined && !options.dryRun) throw new CliError(COMMAND_TEXTS.outOrDryRun);
      const department = loadDepartment(workbook);
      const given = WORKBOOK_FILES.read(readInput(path));
      if (!given.ok) throw new CliError(`${path}: ${FILE_PROBLEMS[given.reason]}`);
      const edition = {
        code,
        title: CONCEPT_TEXTS.editionTitle(code),
        effectiveFrom: from,
        source: { act, date, number, point },
        provisional: false,
        note: '',
      };
      const result = takeConcept(department.programme, department.grid, given.grid, path, edition);
      if (!result.ok) throw new CliError(result.findings.map(findingLine).join('\n'));
      const { table, programme, notes, sheets } = result.taken;
      for (const row of table.rows)
        say(CONCEPT_TEXTS.row(row.code, row.name, CONCEPT_TEXTS.kinds[row.kind], row.unit));
      const isNew = ({ fromEdition }: { readonly fromEdition: string }): boolean => fromEdition === code;
      say(
        CONCEPT_TEXTS.taken(
          programme.indicators.filter(isNew).length,
          programme.targets.filter(isNew).length,
        ),
      );
      if (notes.length > 0)
        say([CONCEPT_TEXTS.notUnderstood, ...notes.map((note) => `  ${note}`)].join('\n'));
      if (options.dryRun || out === undefined) return;
      const bytes = await renewed(workbook, department.bytes, sheets);
      writeOutputs([{ path: out, bytes }], options.force ?? false, [workbook, path]);
      say(COMMAND_TEXTS.written(out));
    });
}
