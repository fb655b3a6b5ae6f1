/**
 * The script that puts `window.external` into a page before anything else runs there. Its object is made by the very
 * code that makes it in Node (`external.ts`); what the page asks goes over to the test's process.
 */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import type { HostSettings } from '../external';

/** Functions that the test's process gives to the page. */
export const REQUEST = '__hostRequest';
export const COMPLETED = '__hostCommandCompleted';
export const VIOLATION = '__policyViolation';
/** What the page keeps for the test's process: `emit` and `runCommand` of the seam. */
export const SEAM = '__hostSeam';

/** Puts the host behind `window.external`. */
export function seamScript(settings: HostSettings): string {
  const source = readFileSync(path.join(__dirname, '../external.ts'), 'utf8');
  const { outputText } = transpileModule(source, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2020 },
  });
  return `(() => {
    const exports = {};
    ${outputText}
    const seam = exports.createExternal(${JSON.stringify(settings)}, {
      request: async (request) => JSON.parse(await window.${REQUEST}(request)),
      commandCompleted: (parameters) => void window.${COMPLETED}(JSON.stringify(parameters ?? null)),
    });
    Object.defineProperty(window, 'external', { value: seam.object, configurable: true });
    Object.defineProperty(window, '${SEAM}', { value: seam });
  })();`;
}

/** Tells of everything that the page's policy refuses. */
export const WATCH_POLICY = `document.addEventListener('securitypolicyviolation', (event) => {
  void window.${VIOLATION}(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile);
});`;
