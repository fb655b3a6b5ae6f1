/** Waits for Office.js and for the host behind it, but never for ever. */

/** The newest object model that the product can't do without; the manifest asks for the same. */
const FLOOR = '1.9';
const LIMIT_MS = 10_000;
const POLL_MS = 50;

export type OfficeStart =
  | 'ready'
  /** Office.js didn't come, or its host didn't answer, within the limit. */
  | 'office-unreachable'
  /** The page is open in a browser, outside Excel. */
  | 'no-host'
  | 'too-old';

/**
 * How the page stands to Excel; settles within `limitMs`. Needs `guard.ts` on the page, which marks an Office.js that
 * failed to load before anyone could listen. Never rejects.
 */
export function startOffice(limitMs: number = LIMIT_MS): Promise<OfficeStart> {
  return new Promise((resolve) => {
    const poll = setInterval(look, POLL_MS);
    const limit = setTimeout(() => settle('office-unreachable'), limitMs);
    let asked = false;

    function settle(start: OfficeStart): void {
      clearInterval(poll);
      clearTimeout(limit);
      resolve(start);
    }

    function look(): void {
      if (document.documentElement.dataset['office'] === 'failed') {
        settle('office-unreachable');
      } else if (!asked && typeof (globalThis as { Office?: unknown }).Office !== 'undefined') {
        asked = true;
        Office.onReady().then(
          ({ host }) => settle(standingOf(host)),
          () => settle('office-unreachable'),
        );
      }
    }

    look();
  });
}

function standingOf(host: Office.HostType | null): OfficeStart {
  if (host !== Office.HostType.Excel) {
    return 'no-host';
  }
  return Office.context.requirements.isSetSupported('ExcelApi', FLOOR) ? 'ready' : 'too-old';
}
