/** First stage of reading: is it ours, and where in the workbook do the form, its title and its stamp stand? */
import type { Finding } from '../../controls/finding';
import { formFinding } from '../../controls/form-finding';
import type { FormStamp } from '../../monitoring/issue-form';
import { cellAddress, type Grid } from '../../workbook/grid';
import { findSheet, lookup, sameWords, type HeaderPlace, type SheetLookup } from '../lookup';
import { DOCUMENT_WORDS } from '../../text/documents';
import { META_SHEET, readMeta, workbookKind } from '../meta-sheet';
import { formatStamp, parseStamp, stampsOf } from '../stamp';
import { FORM_COLUMNS, columnTitle, formHeader, type FormColumnKey } from './form-columns';
import { FORM_SHEET } from './form-layout';
import { TITLE_FIELDS, TITLE_SHEET, titleCell } from './title-sheet';

export interface LocatedForm {
  readonly stamp: FormStamp;
  /** Where the stamp stands; on «_meta» alone it has no cell that a person sees. */
  readonly stampPlace: { readonly sheet: string; readonly cell: string | null };
  readonly form: SheetLookup;
  readonly headerRow: number;
  /** Column number of each column that the form has. */
  readonly columns: ReadonlyMap<FormColumnKey, number>;
  readonly title: SheetLookup;
}

const NEEDED: readonly FormColumnKey[] = ['row', 'name', 'fact', 'total', 'reason', 'evidence'];

/**
 * The places, or undefined where the workbook can't be read as a form; the findings say why, and what is odd.
 * `shared`: the form was taken out of a workbook that holds several, where the sheets' names are free.
 */
export function locateForm(
  grid: Grid,
  file: string,
  shared = false,
): { readonly located: LocatedForm | undefined; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const fail = (finding: Finding): { located: undefined; findings: Finding[] } => ({
    located: undefined,
    findings: [...findings, finding],
  });
  if (grid.features.includes('macros')) findings.push(formFinding('macros', {}, { file }));
  if (grid.features.includes('external-links')) findings.push(formFinding('externalLinks', {}, { file }));

  const kind = workbookKind(grid);
  if (kind !== undefined && kind !== 'form') {
    return fail(formFinding('ownDocument', { kind: DOCUMENT_WORDS[kind] }, { file }));
  }

  const forms = grid.sheets
    .filter(({ name }) => !sameWords(name, META_SHEET))
    .map(lookup)
    .map((sheet) => ({ sheet, header: formHeader(sheet) }))
    .filter((found): found is { sheet: SheetLookup; header: HeaderPlace } => found.header !== undefined);
  const [first] = forms;
  if (!first) return fail(formFinding('notForm', {}, { file }));
  if (forms.length > 1) {
    return fail(
      formFinding(
        'formRepeated',
        { sheets: forms.map(({ sheet }) => `«${sheet.name}»`).join(', ') },
        { file },
      ),
    );
  }
  const { sheet: form, header } = first;

  const onForm = stampsOf(form.sheet);
  const onMeta = parseStamp(readMeta(grid).get('stamp') ?? '');
  const stamp = onForm[0]?.stamp ?? onMeta;
  if (!stamp) return fail(formFinding('stampLost', {}, { file, sheet: form.name }));
  const other = [...onForm.map((found) => found.stamp), ...(onMeta ? [onMeta] : [])].find(
    (candidate) => formatStamp(candidate) !== formatStamp(stamp),
  );
  if (other) {
    return fail(
      formFinding(
        'stampContradicts',
        { found: formatStamp(stamp), expected: formatStamp(other) },
        { file, sheet: form.name, cell: onForm[0]?.cell ?? null },
      ),
    );
  }

  if (!shared && !sameWords(form.name, FORM_SHEET)) {
    findings.push(
      formFinding('sheetRenamed', { found: form.name, expected: FORM_SHEET }, { file, sheet: form.name }),
    );
  }
  const missing = NEEDED.filter((key) => !header.columns.has(columnTitle(key)));
  if (missing.length > 0) {
    const columns = missing.map((key) => `«${columnTitle(key)}»`).join(', ');
    return fail(
      formFinding(
        'columnsMissing',
        { columns },
        { file, sheet: form.name, cell: cellAddress(header.row, 1) },
      ),
    );
  }

  const title = findSheet(grid, TITLE_SHEET) ?? titleByLabels(grid);
  if (!title || !titleCell(title, 'executor')) return fail(formFinding('titleSheetMissing', {}, { file }));
  if (!shared && !sameWords(title.name, TITLE_SHEET)) {
    findings.push(
      formFinding('sheetRenamed', { found: title.name, expected: TITLE_SHEET }, { file, sheet: title.name }),
    );
  }
  const columns = new Map(
    FORM_COLUMNS.flatMap(({ key, title: text }) => {
      const column = header.columns.get(text);
      return column === undefined ? [] : [[key, column] as const];
    }),
  );
  const stampPlace = { sheet: form.name, cell: onForm[0]?.cell ?? null };
  return { located: { stamp, stampPlace, form, headerRow: header.row, columns, title }, findings };
}

function titleByLabels(grid: Grid): SheetLookup | undefined {
  return grid.sheets
    .map(lookup)
    .find(
      (sheet) =>
        titleCell(sheet, 'executor') &&
        sheet.sheet.cells.some(({ value }) => value?.kind === 'text' && value.text === TITLE_FIELDS.revision),
    );
}
