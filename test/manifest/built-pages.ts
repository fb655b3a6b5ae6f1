/** The manifest's surroundings as they stand in the built pages (`npm run build`). */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { version } from '../../package.json';
import type { ManifestSurroundings } from './check-manifest';

export const PAGES = join(__dirname, '../../dist/pages');

/** Bytes of a built page or of what stands beside it; undefined: there is no such file. */
export function pageFile(path: string): Uint8Array | undefined {
  const file = join(PAGES, path);
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** Scripts of a page, in its order, without Office.js. */
export function pageScripts(page: string): string[] {
  const html = readFileSync(join(PAGES, page), 'utf8');
  return [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)]
    .flatMap(([, source]) => source ?? [])
    .filter((source) => !source.startsWith('https:'));
}

/** Names that the built commands' scripts give to Office, which calls them when a button is pressed. */
export function associatedFunctions(): string[] {
  const names: string[] = [];
  const context = {
    Office: {
      onReady: () => new Promise(() => undefined),
      actions: { associate: (name: string) => names.push(name) },
    },
    document: { documentElement: { dataset: {} } },
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    setInterval: () => 0,
    clearInterval: () => undefined,
  };
  Object.assign(context, { self: context, window: context, globalThis: context });
  for (const script of pageScripts('commands.html').filter((name) => !name.startsWith('guard.js'))) {
    run(script, context);
  }
  return names;
}

/** An error in the script is told without the script's own text, which is one long line. */
function run(script: string, context: object): void {
  try {
    runInNewContext(readFileSync(join(PAGES, script), 'utf8'), context);
  } catch (error) {
    throw new Error(`${script} does not run: ${String(error)}`);
  }
}

export function builtSurroundings(address: string): ManifestSurroundings {
  return { version, address, file: pageFile, functions: associatedFunctions() };
}
