/** The command line: arguments in, exit code out. Nothing of the product's logic lives here. */
import { Command, CommanderError } from 'commander';
import { COMMAND_TEXTS } from '../text/cli';
import { PRODUCT_VERSION } from '../text/product';
import { TEMPLATE_TEXTS } from '../text/template';
import { createCatalogue } from '../workflows/create-catalogue';
import { createRoadmap } from '../workflows/create-roadmap';
import { createReadinessForm } from '../workflows/fill-template-example';
import { CliError } from './cli-error';
import { checkCommand } from './commands/check';
import { compareCommand } from './commands/compare';
import { conceptCommand } from './commands/concept';
import { demoCommand } from './commands/demo';
import { documentCommand } from './commands/document';
import { fillCommand } from './commands/fill';
import { exportCommand } from './commands/export';
import { formsCommand } from './commands/forms';
import { initCommand } from './commands/init';
import { mergeCommand } from './commands/merge';
import { programmeCommand } from './commands/programme';
import { receiveCommand } from './commands/receive';
import { reportCommand } from './commands/report';
import { verifyCommand } from './commands/verify';

const EXIT_CANNOT_RUN = 2;

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': COMMAND_TEXTS.usage,
  'Commands:': COMMAND_TEXTS.commands,
  'Options:': COMMAND_TEXTS.options,
  'Arguments:': COMMAND_TEXTS.arguments,
};

function argumentsOf(command: Command): string {
  const commands = command.commands.length > 0 ? [COMMAND_TEXTS.commandTerm] : [];
  const files = command.registeredArguments.map(
    (argument) => `<${argument.name()}${argument.variadic ? '…' : ''}>`,
  );
  return [COMMAND_TEXTS.optionsTerm, ...commands, ...files].map((term) => ` ${term}`).join('');
}

function inRussian(command: Command): Command {
  return command
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (subcommand) => `${subcommand.name()}${argumentsOf(subcommand)}`,
      commandUsage: (shown) =>
        [shown.parent?.name(), `${shown.name()}${argumentsOf(shown)}`].filter(Boolean).join(' '),
      optionDescription: ({ description, defaultValue, mandatory }) =>
        `${description}${mandatory ? ' (обязательно)' : ''}${typeof defaultValue === 'number' ? ` (по умолчанию ${defaultValue})` : ''}`,
    })
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', COMMAND_TEXTS.help)
    .exitOverride();
}

const program = inRussian(new Command('kvantorium'))
  .description(COMMAND_TEXTS.description)
  .version(PRODUCT_VERSION, '-V, --version', COMMAND_TEXTS.version)
  .helpCommand('help [команда]', COMMAND_TEXTS.helpCommand);

for (const command of [
  initCommand(),
  documentCommand('roadmap', COMMAND_TEXTS.roadmap, createRoadmap),
  documentCommand('catalogue', COMMAND_TEXTS.catalogue, createCatalogue),
  documentCommand('readiness', TEMPLATE_TEXTS.readiness, createReadinessForm),
  formsCommand(),
  checkCommand(),
  receiveCommand(),
  reportCommand(),
  compareCommand(),
  fillCommand(),
  verifyCommand(),
  mergeCommand(),
  conceptCommand(),
  programmeCommand(),
  exportCommand(),
  demoCommand(),
]) {
  program.addCommand(inRussian(command));
}

/** What the parser of arguments has to say, in Russian; a message of our own is already. */
function argumentMessage({ code, message }: CommanderError): string {
  if (code === 'commander.invalidArgument') return message.replace(/^error: .*? is invalid\. /s, '');
  const detail = /'([^']+)'/.exec(message)?.[1] ?? '';
  return COMMAND_TEXTS.errors[code]?.(detail) ?? COMMAND_TEXTS.errorUnknown;
}

async function run(): Promise<number> {
  try {
    await program.parseAsync(process.argv);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Without a command the help has been printed instead.
      if (error.code === 'commander.help') return EXIT_CANNOT_RUN;
      process.stderr.write(`${argumentMessage(error)}\n${COMMAND_TEXTS.seeHelp}\n`);
    } else if (error instanceof CliError) {
      process.stderr.write(`${error.message}\n`);
    } else {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`${COMMAND_TEXTS.fault}\n${detail}\n`);
    }
    return EXIT_CANNOT_RUN;
  }
}

void run().then((code) => {
  process.exitCode = code;
});
