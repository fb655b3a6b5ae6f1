/** The task pane's page: colours, then Office, then the pane on the open workbook. */
import { showNotice } from '../pages/notice';
import { today } from '../pages/today';
import { waitForOffice } from '../pages/wait-for-office';
import { openExcelWorkbook } from '../workbook/excel/open-excel-workbook';
import { startApp, type AppParts } from './app';
import { formWorkInWorker } from './form-work-in-worker';
import { readInWorker } from './read-in-worker';
import { saveFile } from './save-file';
import { applyStyles } from './styles';
import { applyTheme } from './theme';
import { themeOf } from './theme-of';
import { unreachable, welcome } from './world';

async function start(): Promise<void> {
  const root = document.getElementById('pane');
  if (!root) return;
  applyStyles();
  const dark = matchMedia('(prefers-color-scheme: dark)');
  applyTheme(themeOf(undefined, dark.matches));
  welcome(root);
  const world = await waitForOffice();
  if (world === 'too-old') {
    showNotice('too-old');
    return;
  }
  const colours = world === 'excel' ? () => Office.context.officeTheme : () => undefined;
  const recolour = (): void => applyTheme(themeOf(colours(), dark.matches));
  recolour();
  dark.addEventListener('change', recolour);
  if (world === 'excel') {
    startApp(root, { ...PARTS, workbook: openExcelWorkbook(), openGuide: openInBrowser });
  } else if (world === 'no-host') await withoutExcel(root);
  else unreachable(root, () => void withoutExcel(root));
}

const PARTS: Omit<AppParts, 'workbook'> = {
  today,
  write: async (workbook) => {
    // In a chunk of its own, for exceljs is large.
    const { writeWorkbookFile } = await import(
      /* webpackChunkName: "files" */ '../workbook/file/write-workbook'
    );
    return writeWorkbookFile(workbook);
  },
  readForms: readInWorker,
  formWork: formWorkInWorker,
  save: saveFile,
  openGuide: () => false,
};

/** Some hosts would open a link inside the pane. */
function openInBrowser(address: string): boolean {
  if (!Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) return false;
  Office.context.ui.openBrowserWindow(new URL(address, location.href).href);
  return true;
}

/** An ordinary browser, or no way to Office: the pane works on a file. */
async function withoutExcel(root: HTMLElement): Promise<void> {
  try {
    const { startBrowser } = await import(/* webpackChunkName: "browser" */ './browser/start');
    startBrowser(root, PARTS);
  } catch {
    showNotice('files-missing');
  }
}

void start();
