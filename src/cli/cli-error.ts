/** The command could not run; the message is for the user. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
