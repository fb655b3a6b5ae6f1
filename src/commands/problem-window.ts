/** A small window over Excel, for what can't be written into the workbook: it is read-only, or it refuses everything. */
import type { HostProblem } from '../workbook/host-error';

/** Resolves when the user has closed the window, or at once where the host can't show one. */
export function showProblemWindow(problem: HostProblem): Promise<void> {
  return new Promise((resolve) => {
    const url = new URL('problem.html', window.location.href);
    url.searchParams.set('problem', problem);
    const options = { height: 30, width: 30, displayInIframe: true };
    Office.context.ui.displayDialogAsync(url.href, options, ({ status, value }) => {
      if (status === Office.AsyncResultStatus.Failed) {
        resolve();
      } else {
        value.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
      }
    });
  });
}
