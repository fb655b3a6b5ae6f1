/** Waits for Office.js and for the host behind it, but never for ever; says in which of the possible worlds a page stands. */

export type HostWorld =
  /** Excel, with everything that the product needs. */
  | 'excel'
  /** Office.js, or its host's answer, did not come in time: no network, or its address is closed. */
  | 'unreachable'
  /** The page was opened outside Excel. */
  | 'no-host'
  | 'too-old';

const LIMIT_MS = 10_000;
const POLL_MS = 50;
/** What the product can't do without; the manifest asks for the same. */
const NEEDED = ['ExcelApi', '1.9'] as const;

/**
 * Settles within `limitMs` and never rejects. Needs `guard.ts` on the page, which marks an Office.js that failed to load
 * before anyone could listen.
 */
export function waitForOffice(limitMs: number = LIMIT_MS): Promise<HostWorld> {
  return new Promise((resolve) => {
    let asked = false;
    const poll = setInterval(look, POLL_MS);
    const limit = setTimeout(() => answer('unreachable'), limitMs);
    look();

    function answer(world: HostWorld): void {
      clearInterval(poll);
      clearTimeout(limit);
      resolve(world);
    }

    function look(): void {
      if (document.documentElement.dataset['office'] === 'failed') {
        answer('unreachable');
      } else if (!asked && 'Office' in globalThis) {
        asked = true;
        Office.onReady().then(
          ({ host }) => answer(worldOf(host)),
          () => answer('unreachable'),
        );
      }
    }
  });
}

function worldOf(host: Office.HostType | null): HostWorld {
  if (host !== Office.HostType.Excel) return 'no-host';
  return Office.context.requirements.isSetSupported(...NEEDED) ? 'excel' : 'too-old';
}
