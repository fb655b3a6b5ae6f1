/** The pages as `npm run build` leaves them, and the library beside them, for a browser that asks for them by address. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '../../..');
const LIBRARY = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');

export const BUILT_PAGES = path.join(ROOT, 'dist/pages');
export const LIBRARY_HOST = 'appsforoffice.microsoft.com';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

export interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

/** Where the manifest says the pages live, such as `https://localhost:3000`. */
export function manifestOrigin(): string {
  const manifest = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
  const address = /<SourceLocation DefaultValue="([^"]+)"/.exec(manifest)?.[1];
  if (address === undefined) {
    throw new Error('The manifest has no SourceLocation.');
  }
  return new URL(address).origin;
}

/** A file of the built pages; null where there is none. */
export function pageFile(folder: string, pathname: string): ServedFile | null {
  return served(folder, decodeURIComponent(pathname));
}

/** A file of Office.js by the path at its own address; null where there is none. `debug` takes the readable build. */
export function libraryFile(pathname: string, debug: boolean): ServedFile | null {
  const name = pathname.replace(/^.*\/hosted\//, '').toLowerCase();
  return served(LIBRARY, debug && name === 'office.js' ? 'office.debug.js' : name);
}

function served(folder: string, name: string): ServedFile | null {
  const file = path.join(folder, name);
  const contentType = TYPES[path.extname(file)];
  return contentType === undefined || !file.startsWith(folder) || !existsSync(file)
    ? null
    : { path: file, contentType };
}
