/** A small window over Excel, for what can't be written into the workbook: it is read-only, or it refuses everything. */
import type { HostProblem } from '../workbook/host-error';

/** How long the host may take to open the window. */
const OPENING_MS = 5000;
/** How long the button waits for the window to be closed; the page of the buttons must live as long as its window. */
const READING_MS = 60_000;

/** Resolves when the user has closed the window, when it has been there long enough, or where the host shows none. */
export function showProblemWindow(problem: HostProblem): Promise<void> {
  return new Promise((resolve) => {
    const url = new URL('problem.html', window.location.href);
    url.searchParams.set('problem', problem);
    let limit = setTimeout(resolve, OPENING_MS);
    const options = { height: 30, width: 30, displayInIframe: true };
    Office.context.ui.displayDialogAsync(url.href, options, ({ status, value }) => {
      clearTimeout(limit);
      if (status === Office.AsyncResultStatus.Failed) {
        resolve();
        return;
      }
      limit = setTimeout(resolve, READING_MS);
      value.addEventHandler(Office.EventType.DialogEventReceived, () => {
        clearTimeout(limit);
        resolve();
      });
    });
  });
}
