/** Shows a cell to the user. */
import { HostError } from '../host-error';
import type { CellPlace } from '../port';
import { askHost } from './host-requests';

/** Goes to a cell; «not-found» where its sheet is gone or hidden. */
export async function selectCell({ sheet, cell }: CellPlace): Promise<void> {
  await askHost({ whileTyping: 'refuse' }, async ({ workbook }, sync) => {
    const worksheet = workbook.worksheets.getItem(sheet).load('visibility');
    await sync();
    if (worksheet.visibility !== Excel.SheetVisibility.visible) {
      throw new HostError('not-found', `the sheet ${sheet} is hidden`);
    }
    worksheet.activate();
    worksheet.getRange(cell).select();
    await sync();
  });
}
