/**
 * Forms of a quarter as sheets of the open workbook. Each is known by the stamps on its sheets, whatever these are
 * called; a form that stands there already is renewed where it stands, with everything that was entered.
 */
import type { CivilDate } from '../../calendar/civil-date';
import { formatQuarter, quarterTitle, type Quarter } from '../../calendar/quarter';
import { expectedSites } from '../../monitoring/expected';
import { issueForm, type IssuedForm } from '../../monitoring/issue-form';
import { checkSpec } from '../../sheets/form/check-sheet';
import { findForms, sheetNames, type FormSheets } from '../../sheets/form/find-forms';
import { FILE_NAMES, freeFormNames, marksName, type FormSheetNames } from '../../sheets/form/form-names';
import { formSpec } from '../../sheets/form/form-sheet';
import { instructionSpec } from '../../sheets/form/instruction-sheet';
import { titleSpec } from '../../sheets/form/title-sheet';
import { renameSheets } from '../../sheets/rename-sheets';
import { formatStamp } from '../../sheets/stamp';
import { OPEN_TEXTS } from '../../text/open';
import type { Grid, GridSheet } from '../../workbook/grid';
import type { OpenState } from '../../workbook/port';
import type { Department } from '../department-workbook';
import type { FormEntries } from '../issue-forms';
import { isAtItsPlace, leavingInputs } from './form-places';
import { readEntries } from './form-entries';
import { planTargets, targetsOf, type Plan, type Target } from './plan';

/**
 * `siteCodes`: the schools chosen; those that do not report the quarter have no form, and a note says so. A form whose
 * rows were moved, or which was copied, is left as it is, with a note.
 */
export function planFormSheets(
  department: Pick<Department, 'programme' | 'register'>,
  quarter: Quarter,
  siteCodes: readonly string[],
  state: OpenState,
  today: CivilDate,
): Plan {
  const { programme, register } = department;
  const expected = expectedSites(programme, quarter);
  const chosen = programme.sites.filter(({ code }) => siteCodes.includes(code));
  const notes = chosen
    .filter((site) => !expected.includes(site))
    .map(({ shortName }) => OPEN_TEXTS.notExpected(shortName, quarterTitle(quarter)));
  const sites = chosen.filter((site) => expected.includes(site));
  if (sites.length === 0) return { changes: [], lost: [], notes: [...notes, OPEN_TEXTS.noSchools] };

  const found = findPlaces(state);
  const taken = state.grid.sheets.filter((sheet) => !found.halfMade.includes(sheet)).map(({ name }) => name);
  const targets: Target[] = [];
  const issued = sites.map((site) => issueForm(programme, register, site, quarter, today));
  for (const form of issued) {
    const placed = placeForm(form, found, taken);
    targets.push(...placed.targets);
    notes.push(...placed.notes);
    taken.push(...placed.targets.map(({ spec }) => spec.name));
  }
  const [first] = issued;
  if (targets.length === 0 || !first) return { changes: [], lost: [], notes };
  const instruction = targetsOf([instructionSpec(first, true)], state);
  const plan = planTargets([...targets, ...instruction.targets], state);
  return { ...plan, notes: [...notes, ...instruction.notes, ...plan.notes] };
}

/** What stands in the workbook where forms may go. */
interface Places {
  readonly grid: Grid;
  readonly forms: readonly FormSheets[];
  /** Sheets that an interrupted run left before their stamp was written; the same form takes them again. */
  readonly halfMade: readonly GridSheet[];
}

function findPlaces({ grid, unfinished }: OpenState): Places {
  const forms = findForms(grid);
  const stamped = new Set(forms.flatMap(sheetNames));
  const halfMade = grid.sheets.filter(({ name }) => unfinished.includes(name) && !stamped.has(name));
  return { grid, forms, halfMade };
}

interface PlacedForm {
  readonly targets: readonly Target[];
  readonly notes: readonly string[];
}

function placeForm(form: IssuedForm, found: Places, taken: readonly string[]): PlacedForm {
  const { grid, forms, halfMade } = found;
  const standing = forms.find(({ stamp }) => formatStamp(stamp) === formatStamp(form.stamp));
  if (standing) return renewForm(form, standing, found, taken);
  const names = freeFormNames(form.stamp, form.site.shortName, taken);
  const earlier = forms.find(
    ({ stamp }) =>
      stamp.site === form.stamp.site &&
      stamp.programme === form.stamp.programme &&
      formatQuarter(stamp.quarter) === formatQuarter(form.stamp.quarter),
  );
  const entries = earlier && readEntries(grid, earlier);
  const note = earlier && OPEN_TEXTS.entriesCarried(earlier.form ?? earlier.title ?? '', names.form);
  const targets = targetsIn(form, entries, names, halfMade);
  return { targets, notes: note === undefined ? [] : [note] };
}

function renewForm(
  form: IssuedForm,
  standing: FormSheets,
  { grid, halfMade }: Places,
  taken: readonly string[],
): PlacedForm {
  const label = standing.form ?? standing.title ?? standing.check ?? '';
  if (standing.copies.length > 0) {
    return { targets: [], notes: [OPEN_TEXTS.formCopied(label, standing.copies)] };
  }
  const own = [standing.title, standing.form, standing.check];
  const sheets = grid.sheets.filter(({ name }) => own.includes(name));
  const others = taken.filter((name) => !own.includes(name));
  const free = freeFormNames(form.stamp, form.site.shortName, others);
  const names: FormSheetNames = {
    title: standing.title ?? free.title,
    form: standing.form ?? free.form,
    check: standing.check ?? free.check,
    marks: marksName(form.stamp),
  };
  const targets = targetsIn(form, readEntries(grid, standing), names, [...sheets, ...halfMade]);
  const inputs = targets.filter(({ role }) => role !== FILE_NAMES.check);
  // What an interrupted run left has no rows yet that could stand elsewhere.
  const isWhereItWas = ({ spec, existing }: Target): boolean =>
    !existing || halfMade.includes(existing) || isAtItsPlace(spec, existing);
  return inputs.every(isWhereItWas)
    ? { targets, notes: [] }
    : { targets: [], notes: [OPEN_TEXTS.formKept(label)] };
}

function targetsIn(
  form: IssuedForm,
  entries: FormEntries | undefined,
  names: FormSheetNames,
  standing: readonly GridSheet[],
): readonly Target[] {
  const specs = [titleSpec(form, entries?.title), formSpec(form, entries?.rows), checkSpec(form, entries)];
  const sheets = new Map([
    [FILE_NAMES.title, names.title],
    [FILE_NAMES.form, names.form],
    [FILE_NAMES.check, names.check],
  ]);
  const renamed = renameSheets(specs, { sheets, areas: new Map([[FILE_NAMES.marks, names.marks]]) });
  return renamed.map((spec, index): Target => {
    const existing = standing.find(({ name }) => name === spec.name) ?? null;
    const role = specs[index]?.name ?? spec.name;
    return { spec: existing ? leavingInputs(spec, existing) : spec, role, existing };
  });
}
