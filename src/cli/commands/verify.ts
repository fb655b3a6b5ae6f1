import { Command, Option } from 'commander';
import { compareQuarters, quarterTitle } from '../../calendar/quarter';
import type { Finding } from '../../controls/finding';
import { registerDigest } from '../../monitoring/register-digest';
import { COMMAND_TEXTS } from '../../text/cli';
import { COUNT_TEXTS } from '../../text/counts';
import { VERIFY_TEXTS } from '../../text/merge';
import type { GivenFile } from '../../workflows/read-form';
import { verifyFiles } from '../../workflows/verify-files';
import { WORKBOOK_FILES } from '../files';
import { findingLine } from '../findings';
import { collectFiles, readSchoolFile } from '../inputs';
import { loadDepartment } from '../load';
import { workbookOption } from '../options';
import { progress } from '../progress';
import { say } from '../say';

interface VerifyOptions {
  readonly workbook: string;
  readonly files: string;
}

const EXIT_NOT_PROVED = 1;

export function verifyCommand(): Command {
  return new Command('verify')
    .description(COMMAND_TEXTS.verify)
    .addOption(workbookOption().makeOptionMandatory())
    .addOption(new Option('--files <папка>', COMMAND_TEXTS.verifyFiles).makeOptionMandatory())
    .action(({ workbook, files }: VerifyOptions) => {
      const department = loadDepartment(workbook);
      const { register } = department;
      const paths = collectFiles([files]);
      const report = progress(COMMAND_TEXTS.reading);
      const unread: Finding[] = [];
      const given = function* (): Generator<GivenFile> {
        for (const [index, path] of paths.entries()) {
          const file = readSchoolFile(path);
          if ('bytes' in file) yield file;
          else unread.push(...file.findings);
          report(index + 1, paths.length);
        }
      };
      const { proved, findings } = verifyFiles(WORKBOOK_FILES, department, given());
      for (const finding of [...unread, ...findings]) say(findingLine(finding));
      say(VERIFY_TEXTS.proved(COUNT_TEXTS.forms(proved), register.length));
      const quarters = register.map(({ submission }) => submission.quarter).sort(compareQuarters);
      const titles = new Map(quarters.map((quarter) => [quarterTitle(quarter), quarter]));
      for (const [title, quarter] of titles)
        say(VERIFY_TEXTS.digest(title, registerDigest(register, quarter)));
      if (register.length === 0) say(VERIFY_TEXTS.empty);
      process.exitCode = findings.length > 0 ? EXIT_NOT_PROVED : 0;
    });
}
