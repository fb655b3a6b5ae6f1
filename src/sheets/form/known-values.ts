/** The block of «Проверка» with what is known beforehand and has no column on «Форма»: written, and read back. */
import { describeNode } from '../../controls/describe';
import { leaves, type Reference, type SiteAttribute } from '../../controls/syntax';
import type { IssuedForm } from '../../monitoring/issue-form';
import { EMPTY, NOT_APPLICABLE, numberEntry, type Entry } from '../../monitoring/submission';
import { CHECK_TEXTS } from '../../text/check-sheet';
import type { Grid } from '../../workbook/grid';
import { findHeader, findSheet, lookup } from '../lookup';
import { CHECK_SHEET } from './form-layout';

const { kinds, columns } = CHECK_TEXTS.known;
type KnownKind = keyof typeof kinds;

export interface KnownValue {
  readonly key: string;
  readonly kind: KnownKind;
  /** A row's code, or an attribute's name. */
  readonly of: string;
  readonly what: string;
  readonly value: Entry;
}

export const knownKey = (kind: KnownKind, of: string): string => `${kind} ${of}`;

/** What the form's controls ask for and its table does not show, each once, in the order of the controls. */
export function knownValues(form: IssuedForm): readonly KnownValue[] {
  const all = form.controls.flatMap(({ compiled: { condition, left, right } }) =>
    [condition, left, right].flatMap((node) => (node ? leaves(node) : [])),
  );
  const made = all.flatMap((leaf) => knownValue(leaf, form));
  return [...new Map(made.map((value) => [value.key, value])).values()];
}

function knownValue(leaf: Reference | SiteAttribute, form: IssuedForm): readonly KnownValue[] {
  if (leaf.kind === 'site') {
    const value = numberEntry(form.site.attributes[leaf.attribute] ?? null);
    return [made('site', leaf.attribute, describeNode(leaf), value)];
  }
  const row = form.rows.find(({ indicator }) => indicator.code === leaf.row);
  switch (leaf.source) {
    case 'minimum':
    case 'lastYearTotal':
      return [made(leaf.source, leaf.row, describeNode(leaf), row?.[leaf.source] ?? EMPTY)];
    case 'quarters':
      return [made('quarters', leaf.row, CHECK_TEXTS.known.earlier(leaf.row), row?.earlierQuarters ?? EMPTY)];
    case 'fact':
    case 'total':
    case 'plan':
    case 'previousFact':
    case 'previousTotal':
    case 'lastYearFact':
      return [];
  }
}

function made(kind: KnownKind, of: string, what: string, value: Entry): KnownValue {
  return { key: knownKey(kind, of), kind, of, what, value };
}

export interface KnownReading {
  readonly lastYearTotals: ReadonlyMap<string, Entry>;
  readonly earlierQuarters: ReadonlyMap<string, Entry>;
}

/** The block's values by kind and row; empty where the sheet or the block is lost. */
export function readKnownValues(grid: Grid): KnownReading {
  const found = new Map<KnownKind, Map<string, Entry>>([
    ['lastYearTotal', new Map()],
    ['quarters', new Map()],
  ]);
  const [of, kind, , value] = columns;
  const sheet =
    findSheet(grid, CHECK_SHEET) ?? grid.sheets.map(lookup).find((each) => findHeader(each, of, columns));
  const header = sheet && findHeader(sheet, of, columns);
  if (sheet && header) {
    const column = (title: string): number => header.columns.get(title) ?? 0;
    for (let row = header.row + 1; row <= sheet.lastRow && sheet.text(row, column(kind)) !== ''; row += 1) {
      for (const [key, values] of found) {
        if (sheet.text(row, column(kind)) !== kinds[key]) continue;
        const cell = sheet.value(row, column(value));
        if (cell?.kind === 'number')
          values.set(sheet.text(row, column(of)), { kind: 'number', number: cell.number });
        else if (sheet.text(row, column(value)) === 'х')
          values.set(sheet.text(row, column(of)), NOT_APPLICABLE);
      }
    }
  }
  return {
    lastYearTotals: found.get('lastYearTotal') ?? new Map(),
    earlierQuarters: found.get('quarters') ?? new Map(),
  };
}
