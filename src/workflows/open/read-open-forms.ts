/** Reads forms that stand in the open workbook, each as if it stood in a file of its own. */
import { formFinding } from '../../controls/form-finding';
import { formatStamp } from '../../sheets/stamp';
import { gridOfForm, unstampedForms, type FormSheets } from '../../sheets/form/find-forms';
import { OPEN_TEXTS } from '../../text/open';
import type { Grid } from '../../workbook/grid';
import { readForm, unread, type FormReading, type ReadingSource } from '../read-form';

/** What stands for the name of a file in findings, protocol and log: «лист «Форма III.2021 Шуя № 9»». */
export function formLabel({ form, title, check, stamp }: FormSheets): string {
  return OPEN_TEXTS.sheetOf(form ?? title ?? check ?? formatStamp(stamp));
}

export function readOpenForm(grid: Grid, sheets: FormSheets, source: ReadingSource): FormReading {
  const file = formLabel(sheets);
  const { stamp, form, copies } = sheets;
  const known = { site: stamp.site, quarter: stamp.quarter, edition: stamp.edition };
  if (form === null) {
    const at = { file, sheet: sheets.title ?? sheets.check };
    return { ...unread(file, [formFinding('formSheetGone', {}, at)]), ...known };
  }
  if (copies.length > 0) {
    const all = [form, ...copies].map((name) => `«${name}»`).join(', ');
    const finding = formFinding('formRepeated', { sheets: all }, { file, sheet: copies[0] ?? form });
    return { ...unread(file, [finding]), ...known };
  }
  return readForm(gridOfForm(grid, sheets), file, source, true);
}

/** Forms whose stamp is gone: named, but not read. */
export function readUnstamped(grid: Grid, source: ReadingSource): readonly FormReading[] {
  return unstampedForms(grid).map((sheet) =>
    readForm({ sheets: [sheet], features: grid.features }, OPEN_TEXTS.sheetOf(sheet.name), source, true),
  );
}
