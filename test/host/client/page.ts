/**
 * As much of a page as the client library needs to start in Node: no layout, no events of a user. Scripts that are put
 * into the document are read from the installed library and run in this realm.
 */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LIBRARY = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
const ADDRESS = 'https://localhost/dist/';

/** Names that the page puts into the global object; `removePage` takes them away again. */
const PAGE_NAMES = [
  'window',
  'self',
  'top',
  'parent',
  'opener',
  'name',
  'document',
  'location',
  'history',
  'navigator',
  'external',
  'sessionStorage',
  'localStorage',
  'addEventListener',
  'removeEventListener',
  'alert',
  'confirm',
  'prompt',
  'Office',
  'Excel',
  'OfficeExtension',
  'OfficeCore',
  'Microsoft',
  'OSF',
  'OSFLog',
  'OfficeExt',
  'Strings',
] as const;

const before = new Map<string, PropertyDescriptor | undefined>();

/** Puts a page with the host's object into the global object, and starts the debug build of the library in it. */
export function openPage(external: object): void {
  const scripts: { src: string }[] = [];
  const location = new URL('https://localhost/taskpane.html');
  const page = {
    document: pageDocument(scripts),
    location,
    history: { pushState: nothing, replaceState: nothing },
    navigator: { userAgent: 'emulated', language: 'ru-RU', languages: ['ru-RU'], platform: 'Win32' },
    external,
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: nothing,
    removeEventListener: nothing,
    name: '',
    opener: null,
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
  };
  for (const name of PAGE_NAMES) {
    before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
  }
  for (const [name, value] of Object.entries(page)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true, enumerable: true });
  }
  scripts.push({ src: `${ADDRESS}office.debug.js` });
  run('office.debug.js');
}

/** Takes the page and the library out of the global object. */
export function removePage(): void {
  for (const [name, descriptor] of before) {
    if (descriptor === undefined) {
      Reflect.deleteProperty(globalThis, name);
    } else {
      Object.defineProperty(globalThis, name, descriptor);
    }
  }
  before.clear();
}

function pageDocument(scripts: readonly { src: string }[]): object {
  const head = {
    appendChild: (script: ScriptElement): ScriptElement => {
      load(script);
      return script;
    },
  };
  return {
    head,
    body: head,
    documentElement: head,
    readyState: 'complete',
    activeElement: null,
    hasFocus: () => true,
    getElementById: () => null,
    getElementsByTagName: (tag: string) => (tag === 'script' ? scripts : [head]),
    createElement: (): ScriptElement => ({ src: '', setAttribute: nothing, onload: null, onerror: null }),
    createTextNode: () => ({}),
    addEventListener: nothing,
    removeEventListener: nothing,
    querySelector: () => null,
  };
}

interface ScriptElement {
  src: string;
  setAttribute: () => void;
  onload: (() => void) | null;
  onerror: (() => void) | null;
}

function load(script: ScriptElement): void {
  const file = script.src.split('/dist/')[1]?.toLowerCase() ?? '';
  setTimeout(() => {
    if (file !== '' && existsSync(path.join(LIBRARY, file))) {
      run(file);
      script.onload?.();
    } else {
      script.onerror?.();
    }
  }, 0);
}

/** As a script of the page: in the global scope and in this realm, so that its errors and arrays are this realm's. */
function run(file: string): void {
  const source = readFileSync(path.join(LIBRARY, file), 'utf8');
  const evaluate = globalThis.eval;
  evaluate(`${source}\n//# sourceURL=${file}`);
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
    clear: () => {
      items.clear();
    },
  };
}

function nothing(): void {
  // A page that nobody looks at.
}
