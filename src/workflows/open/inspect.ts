/** What the product is opened in. */
import { daysBetween, type CivilDate } from '../../calendar/civil-date';
import { quarterTitle } from '../../calendar/quarter';
import type { Finding } from '../../controls/finding';
import { schoolDue } from '../../monitoring/due';
import type { FormStamp } from '../../monitoring/issue-form';
import type { Programme } from '../../programme/schema';
import { findForms, type FormSheets } from '../../sheets/form/find-forms';
import { lookup } from '../../sheets/lookup';
import { titleCell } from '../../sheets/form/title-sheet';
import { MESSAGE_SHEET } from '../../sheets/message-sheet';
import { findMeta, workbookKind, type WorkbookKind } from '../../sheets/meta-sheet';
import type { Grid } from '../../workbook/grid';
import type { OpenState } from '../../workbook/port';
import { readDepartmentWorkbook, type Department } from '../department-workbook';
import { readFormProgramme } from '../form-programme';
import { memoryOf } from './memory';

export type { FormSheets, WorkbookKind };

export type Situation =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'department';
      readonly department: Department;
      /** Forms that stand in this workbook. */
      readonly forms: readonly FormSheets[];
    }
  | { readonly kind: 'department-broken'; readonly findings: readonly Finding[] }
  | OpenForm
  | { readonly kind: 'own-document'; readonly document: Exclude<WorkbookKind, 'department' | 'form'> }
  | { readonly kind: 'foreign' };

/** A school's own form. */
export interface OpenForm {
  readonly kind: 'form';
  readonly stamp: FormStamp;
  readonly sheets: FormSheets;
  /** The school's name and the quarter, as the title shows them. */
  readonly site: string;
  readonly quarter: string;
  /** The day by which it is handed in and the days until then (negative: late); null where the form does not say. */
  readonly due: CivilDate | null;
  readonly daysLeft: number | null;
  /** What the form was issued by; null in a form of an older product. */
  readonly programme: Programme | null;
}

/** Pure; `today` is for what the form's school has left. That the workbook may not be changed is `state.readOnly`. */
export function inspectWorkbook({ grid, name, unfinished }: OpenState, today: CivilDate): Situation {
  const kind = workbookKind(grid);
  switch (kind) {
    case 'department': {
      const read = readDepartmentWorkbook(grid, name);
      return read.ok
        ? { kind, department: read.department, forms: findForms(grid) }
        : { kind: 'department-broken', findings: read.findings };
    }
    case 'form':
      return formSituation(grid, today) ?? { kind: 'foreign' };
    case 'roadmap':
    case 'report':
    case 'protocol':
    case 'catalogue':
    case 'comparison':
      return { kind: 'own-document', document: kind };
    case undefined:
      if (grid.sheets.every((sheet) => holdsNothing(sheet, grid, unfinished))) return { kind: 'empty' };
      // A form whose hidden sheet was deleted is still a form.
      return formSituation(grid, today) ?? { kind: 'foreign' };
  }
}

/** Nothing of a person's: no cell, what an interrupted run left (it is begun anew), or the product's own message. */
function holdsNothing(
  { name, cells }: Grid['sheets'][number],
  grid: Grid,
  unfinished: readonly string[],
): boolean {
  if (cells.length === 0 || unfinished.includes(name)) return true;
  const memory = memoryOf(grid);
  return memory.get(name)?.role === MESSAGE_SHEET || (memory.size > 0 && findMeta(grid)?.name === name);
}

function formSituation(grid: Grid, today: CivilDate): OpenForm | undefined {
  const [sheets] = findForms(grid);
  if (!sheets) return undefined;
  const { stamp } = sheets;
  const programme = readFormProgramme(grid);
  const title = grid.sheets.find(({ name }) => name === sheets.title);
  const shown = title && titleCell(lookup(title), 'site')?.text;
  const due = programme && schoolDue(programme, stamp.quarter);
  return {
    kind: 'form',
    stamp,
    sheets,
    site: shown === undefined || shown === '' ? stamp.site : shown,
    quarter: quarterTitle(stamp.quarter),
    due,
    daysLeft: due && daysBetween(today, due),
    programme,
  };
}
