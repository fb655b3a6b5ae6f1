/** What openpyxl finds in a workbook file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { runPython } from '../../setup/programs';

const description = z.object({
  names: z.record(z.string(), z.string()),
  sheets: z.record(
    z.string(),
    z.looseObject({
      contents: z.record(z.string(), z.tuple([z.string(), z.unknown()])),
      notes: z.record(z.string(), z.string()),
      heights: z.record(z.string(), z.number()),
    }),
  ),
});

export type WorkbookDescription = z.infer<typeof description>;

/** Contents, looks, rules, pages and the rest of each sheet, and the workbook's names. */
export function describeWorkbook(bytes: Uint8Array): WorkbookDescription {
  const folder = mkdtempSync(join(tmpdir(), 'kvantorium-describe-'));
  try {
    const file = join(folder, 'book.xlsx');
    writeFileSync(file, bytes);
    return description.parse(JSON.parse(runPython(join(__dirname, 'describe-workbook.py'), [file])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
