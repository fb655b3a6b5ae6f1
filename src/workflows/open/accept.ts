/**
 * Takes forms into the Department's workbook that is open: returned files, or forms that stand in the workbook itself.
 * The plan is made without writing anything, so it is also the trial run.
 */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { CivilDate } from '../../calendar/civil-date';
import type { Quarter } from '../../calendar/quarter';
import type { Programme } from '../../programme/schema';
import type { FormSheets } from '../../sheets/form/find-forms';
import type { OpenState } from '../../workbook/port';
import { registerSheets, type Department } from '../department-workbook';
import type { ReadFile, ReadingSource } from '../read-form';
import { receiveForms, type Received, type ReceivedFile } from '../receive-forms';
import { enteredText } from './entered';
import { planSheets, type Plan } from './plan';
import { registerBefore } from './register-before';
import { readOpenForm } from './read-open-forms';

export interface AcceptPlan extends Plan {
  /** What becomes of every file, and why: its findings; `changed`: whether there is anything to write. */
  readonly received: Received;
}

export interface AcceptOptions {
  /** The quarter asked for; absent: any that the programme reports. */
  readonly expectedQuarter?: Quarter;
}

/** Plan for files that were read with the same options. */
export function planAccept(
  read: readonly ReadFile[],
  department: Department,
  state: OpenState,
  today: CivilDate,
  options: AcceptOptions = {},
): AcceptPlan {
  const { programme, register, log, execution } = department;
  const source = { ...sourceOf({ programme }, today, options), register, log };
  const received = receiveForms(
    read.filter(({ sha256: digest }) => digest !== ''),
    source,
  );
  const shown = { ...received, files: [...read.flatMap(gone), ...received.files] };
  if (!received.changed) return { changes: [], lost: [], notes: [], received: shown };
  const after = { programme, register: received.register, log: received.log, execution };
  const specs = registerSheets(after, today, state.grid);
  return { ...planSheets(specs, state, registerBefore(department, state.grid)), received: shown };
}

/** A file that could not be read at all has no digest: it is named, but there is nothing to log. */
function gone({ reading, sha256: digest }: ReadFile): readonly ReceivedFile[] {
  return digest === '' ? [{ ...reading, sha256: digest, result: 'refused' }] : [];
}

/** Plan for forms of this workbook; what stands for a file's digest is that of what was entered. */
export function planAcceptSheets(
  forms: readonly FormSheets[],
  department: Department,
  state: OpenState,
  today: CivilDate,
  options: AcceptOptions = {},
): AcceptPlan {
  const source = sourceOf(department, today, options);
  const shares = shareCodes(department.programme);
  const read = forms.map((sheets): ReadFile => {
    const reading = readOpenForm(state.grid, sheets, source);
    const entered = enteredText(state.grid, sheets, shares);
    return { reading, sha256: bytesToHex(sha256(utf8ToBytes(entered))) };
  });
  return planAccept(read, department, state, today, options);
}

function sourceOf(
  { programme }: Pick<Department, 'programme'>,
  today: CivilDate,
  { expectedQuarter }: AcceptOptions,
): ReadingSource {
  return { programme, today, ...(expectedQuarter === undefined ? {} : { expectedQuarter }) };
}

/** Rows that are a share in every edition that has them. */
function shareCodes({ indicators }: Programme): ReadonlySet<string> {
  const others = new Set(indicators.filter(({ kind }) => kind !== 'percent').map(({ code }) => code));
  return new Set(indicators.map(({ code }) => code).filter((code) => !others.has(code)));
}
