/**
 * Marks of a check: conditional formats laid over the cells, which change neither contents nor formats and go without
 * a trace. A formula that is always true and names the product tells them from those of people and of the sheets.
 */
import type { CellMark } from '../port';
import { LOOKS } from '../styles';
import { askHost, type Sync } from './host-requests';
import { askProtection, keptProtection, unprotected, type KeptProtection } from './protection-options';

const SIGNATURE = 'kvantorium_mark';
const FORMULA = `=N("${SIGNATURE}")=0`;
/** A mark takes some 1.5 KB of a request. */
const MARKS_AT_ONCE = 400;

interface MarkedSheet {
  readonly sheet: Excel.Worksheet;
  readonly kept: KeptProtection;
  readonly old: readonly Excel.ConditionalFormat[];
  readonly marks: readonly CellMark[];
}

/**
 * Removes all marks of the workbook, those of an interrupted run too, and shows these. Three requests; one more for
 * every further 400 marks. Marks on sheets that are gone are passed over.
 */
export async function showMarks(marks: readonly CellMark[]): Promise<void> {
  /** Sheets whose protection was taken off by a request that has not been answered yet. */
  let open: readonly { readonly id: string; readonly kept: Excel.WorksheetProtectionOptions }[] = [];
  try {
    await askHost({ whileTyping: 'refuse' }, async (context, sync) => {
      const sheets = await readMarkedSheets(context, marks, sync);
      for (const part of slices(sheets)) {
        open = part.flatMap(({ sheet, kept }) => (kept === null ? [] : [{ id: sheet.id, kept }]));
        for (const { sheet, kept, old, marks: fresh } of part) {
          unprotected(sheet, kept, () => {
            old.forEach((format) => format.delete());
            fresh.forEach((mark) => addMark(sheet, mark));
          });
        }
        await sync();
        open = [];
      }
    });
  } finally {
    if (open.length > 0) {
      await protectAgain(open);
    }
  }
}

async function readMarkedSheets(
  { workbook }: Excel.RequestContext,
  marks: readonly CellMark[],
  sync: Sync,
): Promise<MarkedSheet[]> {
  const worksheets = workbook.worksheets.load('items/id,items/name');
  await sync();
  const asked = worksheets.items.map((sheet) => ({
    sheet,
    protection: askProtection(sheet),
    formats: sheet
      .getRange()
      .conditionalFormats.load('items/id,items/type,items/customOrNullObject/rule/formula'),
  }));
  await sync();
  const bySheet = marksBySheet(marks);
  return asked
    .map(({ sheet, protection, formats }) => ({
      sheet,
      kept: keptProtection(protection),
      old: formats.items.filter(isMark),
      marks: bySheet.get(sheet.name.toLowerCase()) ?? [],
    }))
    .filter(({ old, marks: fresh }) => old.length > 0 || fresh.length > 0);
}

/** One mark a cell, the graver one; names of sheets have no case to Excel. */
function marksBySheet(marks: readonly CellMark[]): ReadonlyMap<string, readonly CellMark[]> {
  const bySheet = new Map<string, Map<string, CellMark>>();
  for (const mark of marks) {
    const key = mark.sheet.toLowerCase();
    const cells = bySheet.get(key) ?? new Map<string, CellMark>();
    if (cells.get(mark.cell)?.look !== 'bad') {
      cells.set(mark.cell, mark);
    }
    bySheet.set(key, cells);
  }
  return new Map([...bySheet].map(([key, cells]) => [key, [...cells.values()]]));
}

function isMark(format: Excel.ConditionalFormat): boolean {
  const custom = format.customOrNullObject;
  return !custom.isNullObject && custom.rule.formula.includes(SIGNATURE);
}

function addMark(sheet: Excel.Worksheet, { cell, look }: CellMark): void {
  const { rule, format } = sheet
    .getRange(cell)
    .conditionalFormats.add(Excel.ConditionalFormatType.custom).custom;
  const { fill, color, bold } = LOOKS[look];
  rule.formula = FORMULA;
  format.fill.color = `#${fill}`;
  format.font.color = `#${color}`;
  format.font.bold = bold;
}

/** Sheets, a sheet's marks divided where they are many, in groups that one request can hold. */
function slices(sheets: readonly MarkedSheet[]): MarkedSheet[][] {
  const groups: MarkedSheet[][] = [];
  let size = Number.POSITIVE_INFINITY;
  const put = (sheet: MarkedSheet): void => {
    const weight = sheet.marks.length + sheet.old.length;
    if (size + weight > MARKS_AT_ONCE) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(sheet);
    size += weight;
  };
  for (const sheet of sheets) {
    for (let at = 0; at < sheet.old.length; at += MARKS_AT_ONCE) {
      put({ ...sheet, old: sheet.old.slice(at, at + MARKS_AT_ONCE), marks: [] });
    }
    for (let at = 0; at < sheet.marks.length; at += MARKS_AT_ONCE) {
      put({ ...sheet, old: [], marks: sheet.marks.slice(at, at + MARKS_AT_ONCE) });
    }
  }
  return groups;
}

/** After a request that failed half-way. What fails here too is put right by the next renewal of the sheet. */
async function protectAgain(
  sheets: readonly { readonly id: string; readonly kept: Excel.WorksheetProtectionOptions }[],
): Promise<void> {
  const work = askHost({ whileTyping: 'wait', answerMs: 10_000 }, async ({ workbook }, sync) => {
    const worksheets = workbook.worksheets.load('items/id,items/protection/protected');
    await sync();
    for (const { id, kept } of sheets) {
      const sheet = worksheets.items.find((item) => item.id === id);
      if (sheet !== undefined && !sheet.protection.protected) {
        sheet.protection.protect(kept);
      }
    }
    await sync();
  });
  await work.catch(() => undefined);
}
