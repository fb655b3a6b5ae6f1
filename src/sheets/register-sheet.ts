/** «Реестр»: a tidy table, one line per accepted value; corrected forms stay below the ones in force. */
import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import { formatQuarter, parseQuarter, quarterTitle } from '../calendar/quarter';
import { compareForms, currentForm, formKey, type AcceptedForm, type Register } from '../monitoring/register';
import type { SubmissionRow } from '../monitoring/submission';
import { editionView } from '../programme/edition';
import type { Programme } from '../programme/schema';
import { COLUMN_NEEDS } from '../text/intake';
import type { GridSheet } from '../workbook/grid';
import type { SheetSpec } from '../workbook/spec';
import { codeCell, dateCell, entryCell, numberCell, textCell, yesNoCell } from './codecs';
import { readTable, tableSpec, wrongCells, type TableSheet, type WrongCell } from './table-sheet';

export const REGISTER_SHEET = 'Реестр';

const TABLE: TableSheet = {
  sheet: REGISTER_SHEET,
  table: 'register',
  note: 'Принятые значения. Ведёт программа; исправление – только корректировкой формы. «Действует: нет» – значение заменено следующей корректировкой.',
  spareRows: 0,
  locked: true,
  columns: [
    { key: 'quarter', title: 'Квартал', width: 10, codec: codeCell },
    { key: 'period', title: 'Отчётный период', width: 20, codec: codeCell },
    { key: 'site', title: 'Код площадки', width: 16, codec: codeCell },
    { key: 'school', title: 'Школа', width: 24, codec: textCell },
    { key: 'row', title: 'Код строки', width: 8, codec: codeCell },
    { key: 'indicator', title: 'Показатель', width: 44, codec: textCell },
    { key: 'unit', title: 'Единица', width: 10, codec: codeCell },
    { key: 'fact', title: 'Факт за квартал', width: 11, codec: entryCell },
    { key: 'total', title: 'Нарастающий итог', width: 13, codec: entryCell },
    { key: 'reason', title: 'Причина отклонения', width: 26, codec: textCell },
    { key: 'evidence', title: 'Подтверждающий документ', width: 22, codec: textCell },
    { key: 'edition', title: 'Редакция', width: 11, codec: codeCell },
    { key: 'revision', title: '№ корректировки', width: 14, codec: numberCell },
    { key: 'current', title: 'Действует', width: 10, codec: yesNoCell },
    { key: 'receivedOn', title: 'Принято', width: 12, codec: dateCell },
    { key: 'file', title: 'Файл', width: 28, codec: textCell },
    { key: 'sha256', title: 'SHA-256', width: 30, codec: textCell },
  ],
};

interface RegisterLine extends SubmissionRow {
  readonly [key: string]: unknown;
  readonly quarter: string;
  readonly site: string;
  readonly edition: string;
  readonly revision: number;
  readonly receivedOn: CivilDate;
  readonly file: string;
  readonly sha256: string;
}

/** `standing`: a sheet whose lines keep their rows; new ones follow them. */
export function registerSpec(register: Register, programme: Programme, standing?: GridSheet): SheetSpec {
  const lines = [...register].sort(compareForms).flatMap((form) => linesOf(form, register, programme));
  const rows = new Map<string, number>(
    standing
      ? readTable(TABLE, standing)?.records.map((record, index) => [
          lineKey(record as unknown as RegisterLine),
          index,
        ])
      : [],
  );
  const rowOf = (line: RegisterLine): number => rows.get(lineKey(line)) ?? rows.size;
  return tableSpec(
    TABLE,
    lines.sort((a, b) => rowOf(a) - rowOf(b)),
  );
}

function lineKey({ quarter, site, revision, row }: RegisterLine): string {
  return JSON.stringify([quarter, site, revision, row]);
}

function linesOf(form: AcceptedForm, register: Register, programme: Programme): RegisterLine[] {
  const { submission, sha256, file, receivedOn } = form;
  const { quarter, site, edition, revision } = submission;
  const { indicators } = editionView(programme, edition);
  const current = currentForm(register, site, quarter) === form;
  return submission.rows.map((row) => {
    const indicator = indicators.find(({ code }) => code === row.row);
    return {
      ...row,
      quarter: formatQuarter(quarter),
      period: quarterTitle(quarter),
      site,
      school: programme.sites.find(({ code }) => code === site)?.shortName ?? '',
      indicator: indicator?.name ?? '',
      unit: indicator?.unit ?? '',
      edition,
      revision,
      current,
      receivedOn,
      file,
      sha256,
    };
  });
}

/** The register that a sheet holds; undefined where its table can't be found. Lines of no readable quarter are left out; `registerProblems` names them. */
export function readRegister(gridSheet: GridSheet, programme: Programme): Register | undefined {
  const reading = readTable(TABLE, gridSheet);
  if (!reading) return undefined;
  const forms = new Map<string, AcceptedForm & { readonly submission: { readonly rows: SubmissionRow[] } }>();
  for (const record of reading.records as readonly RegisterLine[]) {
    const quarter = parseQuarter(record.quarter);
    if (!quarter) continue;
    const key = `${formKey(record.site, quarter)} ${record.revision}`;
    const form = forms.get(key) ?? {
      submission: {
        programme: programme.code,
        site: record.site,
        quarter,
        edition: record.edition,
        revision: record.revision,
        rows: [],
      },
      sha256: record.sha256,
      file: record.file,
      receivedOn: record.receivedOn,
    };
    form.submission.rows.push({
      row: record.row,
      fact: record.fact,
      total: record.total,
      reason: record.reason,
      evidence: record.evidence,
    });
    forms.set(key, form);
  }
  return [...forms.values()];
}

/** Cells that keep a sheet from being read as a register of this programme; none where there is no table. */
export function registerProblems(gridSheet: GridSheet, { sites, editions }: Programme): readonly WrongCell[] {
  const reading = readTable(TABLE, gridSheet);
  if (!reading) return [];
  return wrongCells(TABLE, reading, {
    quarter: [
      (value) => typeof value === 'string' && parseQuarter(value) !== undefined,
      COLUMN_NEEDS.quarter,
    ],
    site: [(value) => sites.some(({ code }) => code === value), COLUMN_NEEDS.site],
    edition: [(value) => editions.some(({ code }) => code === value), COLUMN_NEEDS.edition],
    revision: [(value) => Number.isInteger(value) && Number(value) >= 0, COLUMN_NEEDS.revision],
    receivedOn: [(value) => typeof value === 'string' && isCivilDate(value), COLUMN_NEEDS.date],
  });
}
