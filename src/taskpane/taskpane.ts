/** The task pane's page: colours, then Office, then the pane on the open workbook. */
import { showNotice } from '../pages/notice';
import { today } from '../pages/today';
import { waitForOffice } from '../pages/wait-for-office';
import { openExcelWorkbook } from '../workbook/excel/open-excel-workbook';
import { startApp } from './app';
import { readInWorker } from './read-in-worker';
import { saveFile } from './save-file';
import { applyStyles } from './styles';
import { applyTheme } from './theme';
import { themeOf } from './theme-of';
import { welcome, worldNotice } from './world';

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
  if (world !== 'excel') {
    worldNotice(root, world);
    return;
  }
  const recolour = (): void => applyTheme(themeOf(Office.context.officeTheme, dark.matches));
  recolour();
  dark.addEventListener('change', recolour);
  startApp(root, {
    workbook: openExcelWorkbook(),
    today,
    files: async () => (await import(/* webpackChunkName: "files" */ './files')).FILES,
    readForms: readInWorker,
    save: saveFile,
  });
}

void start();
