/**
 * Runs before everything else on a page, in browsers of any age (it is built as ES5 and calls nothing younger): tells a
 * browser that can't run the product's scripts from one that can, and remembers what failed to load while nobody else
 * could listen yet.
 */
import { showNotice } from './notice';

/** What the product's scripts ask of a browser. Syntax can't be tried here: the policy forbids functions made of texts. */
const ASKED: readonly (readonly [owner: object | undefined, name: string])[] = [
  [window, 'Promise'],
  [window, 'BigInt'],
  [window, 'globalThis'],
  [window, 'customElements'],
  [window.Promise, 'allSettled'],
  [Object, 'fromEntries'],
  [Object, 'hasOwn'],
  [String.prototype, 'matchAll'],
  [String.prototype, 'replaceAll'],
  [Array.prototype, 'at'],
];

function browserIsNewEnough(): boolean {
  return ASKED.every(([owner, name]) => owner !== undefined && name in owner);
}

/** Address of the script that failed to load; empty for any other error. */
function failedScript(event: Event): string {
  const { target } = event;
  return target instanceof HTMLScriptElement ? target.src : '';
}

function onError(event: Event): void {
  const script = failedScript(event);
  if (script.split('/')[2] === 'appsforoffice.microsoft.com') {
    document.documentElement.setAttribute('data-office', 'failed');
  } else if (script !== '') {
    showNotice('files-missing');
  } else if (event instanceof ErrorEvent && /\bSyntaxError\b/.test(event.message)) {
    // A script of ours that the browser can't even read.
    showNotice('too-old');
  }
}

// Errors of loading don't bubble; they are seen on their way down.
window.addEventListener('error', onError, true);

if (!browserIsNewEnough()) {
  document.addEventListener('DOMContentLoaded', () => showNotice('too-old'));
}
