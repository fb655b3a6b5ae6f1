/** Fills a form as a school would, with sample values that follow from the school, the row and the quarter alone. */
import type { CivilDate } from '../../calendar/civil-date';
import { formatQuarter } from '../../calendar/quarter';
import type { FormRow, IssuedForm } from '../../monitoring/issue-form';
import { EMPTY, NOT_APPLICABLE, type Entry, type SubmissionRow } from '../../monitoring/submission';
import type { FormEntries } from '../issue-forms';

const REASON = 'пример: работа кружков началась позже, набор продолжен в следующем квартале';

/** `reasons`: rows for which the school gives a reason. */
export function fillForm(
  form: IssuedForm,
  filled: CivilDate,
  revision: number,
  reasons: ReadonlySet<string>,
): FormEntries {
  const wholes = new Map(
    form.rows.map(({ indicator }) => [indicator.numerator ?? '', indicator.denominator ?? '']),
  );
  const facts = new Map<string, number>();
  for (const row of form.rows) facts.set(row.indicator.code, factOf(row, form));
  for (const [part, whole] of wholes) {
    const number = facts.get(whole);
    if (part !== '' && number !== undefined)
      facts.set(part, Math.max(1, number - 1 - (hash(form, part) % 3)));
  }
  const rows = form.rows
    .filter(({ indicator }) => indicator.kind !== 'heading')
    .map((row): SubmissionRow => {
      const { code, kind } = row.indicator;
      const fact = facts.get(code) ?? 0;
      return {
        row: code,
        fact: kind === 'percent' ? EMPTY : { kind: 'number', number: fact },
        total: !row.hasTotal ? NOT_APPLICABLE : kind === 'percent' ? EMPTY : totalOf(row, fact),
        reason: reasons.has(code) ? REASON : '',
        evidence: kind === 'count' ? 'пример: приказ школы, журнал учёта' : '',
      };
    });
  return {
    title: {
      revision,
      head: 'Пример Руководитель Школы',
      executor: 'Пример Исполнитель Формы',
      phone: '(0000) 00-00-00 пример',
      email: '',
      filled,
    },
    rows,
  };
}

/** Teachers by the dozen, events in single figures, children by the hundred. */
function factOf({ indicator }: FormRow, form: IssuedForm): number {
  const noise = hash(form, indicator.code);
  if (indicator.unit === 'ед.') return 4 + (noise % 3);
  return indicator.accumulation === 'none' ? 8 + (hash(form, '') % 2) : 210 + (noise % 60);
}

/** Events add up; of the children of a quarter some were counted before. */
function totalOf({ indicator, previousTotal }: FormRow, fact: number): Entry {
  const before = previousTotal.kind === 'number' ? previousTotal.number : 0;
  const added = indicator.accumulation === 'sum' || before === 0 ? fact : Math.round(fact / 4);
  return { kind: 'number', number: before + added };
}

/** A small number that depends on nothing but names: FNV-1a over site, quarter and row. */
function hash({ stamp }: IssuedForm, row: string): number {
  let value = 0x811c9dc5;
  for (const character of `${stamp.site} ${formatQuarter(stamp.quarter)} ${row}`) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return value;
}
