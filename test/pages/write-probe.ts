/**
 * Built as a page's script: writes a workbook in the browser, by the way that the task pane goes. It begins by itself,
 * since the policy does not hold for what a debugger calls.
 */
import { chartedWorkbook } from '../workbook/chart-sheet';

export interface Probe {
  /** Name of the error with which the browser refused to make a function of a text. */
  readonly refusal: string;
  readonly bytes: readonly number[];
}

declare global {
  interface Window {
    probe?: Probe;
  }
}

function refusalOfMadeFunctions(): string {
  try {
    // Asked for on purpose.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval
    new Function('return 1');
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown';
  }
}

async function run(): Promise<void> {
  const { writeWorkbookFile } = await import('../../src/workbook/file/write-workbook');
  const bytes = [...(await writeWorkbookFile(chartedWorkbook))];
  window.probe = { refusal: refusalOfMadeFunctions(), bytes };
}

void run();
