/** The page behind the ribbon's buttons: it is never seen, and gives their functions to Excel. */
import { today } from '../pages/today';
import { openExcelWorkbook } from '../workbook/excel/open-excel-workbook';
import { showProblemWindow } from './problem-window';
import { RIBBON_COMMANDS } from './ribbon-commands';
import type { RibbonCommand } from './ribbon-command';
import { runCommand } from './run-command';

/** Two buttons pressed one after the other don't write at the same time. */
let earlier: Promise<void> = Promise.resolve();

function associate(name: string, command: RibbonCommand): void {
  Office.actions.associate(name, (button: Office.AddinCommands.Event) => {
    const world = {
      workbook: openExcelWorkbook(),
      today,
      showProblem: showProblemWindow,
    };
    earlier = earlier.then(() => runCommand(command, world, button));
  });
}

for (const [name, command] of Object.entries(RIBBON_COMMANDS)) {
  associate(name, command);
}
void Office.onReady();
