/** Each built-in finding of a form has an example that brings it about, at its place, with its sides. */
import { civilDate } from '../../src/calendar/civil-date';
import type { Quarter } from '../../src/calendar/quarter';
import type { Finding } from '../../src/controls/finding';
import type { AcceptedForm, Register } from '../../src/monitoring/register';
import type { Programme } from '../../src/programme/schema';
import type { TitleEntries } from '../../src/sheets/form/title-sheet';
import { FORM_FINDINGS, type FormFindingId } from '../../src/text/form-findings';
import { checkFile, checkForm, type CheckSource } from '../../src/workflows/check-form';
import { createRoadmap } from '../../src/workflows/create-roadmap';
import { createDepartmentWorkbook, readDepartmentWorkbook } from '../../src/workflows/department-workbook';
import { readFiles } from '../../src/workflows/read-form';
import { receiveForms } from '../../src/workflows/receive-forms';
import { verifyFiles } from '../../src/workflows/verify-files';
import { takeConcept } from '../../src/workflows/take-concept';
import { checkOpenForms } from '../../src/workflows/open/check';
import { inspectWorkbook } from '../../src/workflows/open/inspect';
import type { Grid } from '../../src/workbook/grid';
import {
  addressOf,
  edited,
  inOrder,
  placeOf,
  rowCleared,
  rowsMoved,
  sheetOf,
  withSheet,
} from '../fixtures/edit-grid';
import { gridOf } from '../fixtures/grid-of-spec';
import { MEMORY_FILES, memoryFile } from '../fixtures/memory-files';
import { FIRST, SECOND, accepted, filledForm, programme, type Values } from './school';

const FILE = 'форма.xlsx';
const QUARTER: Quarter = { year: 2022, number: 3 };
const TODAY = civilDate(2022, 9, 30);
const PROGRAMME = programme();
const PAST: Register = [
  { year: 2021, number: 3 },
  { year: 2021, number: 4 },
  { year: 2022, number: 1 },
  { year: 2022, number: 2 },
].map((quarter) => accepted(PROGRAMME, quarter));
const OWN = accepted(PROGRAMME, QUARTER);

const form = (values: Values = {}, title: Partial<TitleEntries> = {}, quarter = QUARTER): Grid =>
  filledForm({ programme: PROGRAMME, register: PAST, quarter, values, title, today: TODAY });

function check(grid: Grid, source: Partial<CheckSource> = {}): readonly Finding[] {
  return checkForm(grid, FILE, { programme: PROGRAMME, register: PAST, today: TODAY, ...source }).findings;
}

function received(...grids: readonly Grid[]): readonly Finding[] {
  const given = grids.map((grid, index) => memoryFile(`файл ${index + 1}.xlsx`, grid));
  const source = { programme: PROGRAMME, register: PAST, log: [], today: TODAY };
  const read = readFiles(MEMORY_FILES, given, source);
  const once = receiveForms(read, source);
  const twice = receiveForms(read, { ...source, register: once.register, log: once.log });
  return [...once.files, ...twice.files].flatMap(({ findings }) => findings);
}

const SENT = memoryFile(FILE, form());
/** What comes of holding a register that was changed after intake against the file that was sent. */
function verified(change: (form: AcceptedForm) => AcceptedForm): readonly Finding[] {
  const source = { programme: PROGRAMME, register: PAST, log: [], today: TODAY };
  const taken = receiveForms(readFiles(MEMORY_FILES, [SENT], source), source).register.slice(PAST.length);
  return verifyFiles(MEMORY_FILES, { programme: PROGRAMME, register: taken.map(change) }, [SENT]).findings;
}

const department = gridOf(createDepartmentWorkbook(PROGRAMME, TODAY));
const ofDepartment = (grid: Grid): readonly Finding[] => {
  const reading = readDepartmentWorkbook(grid, FILE);
  return reading.ok ? [] : reading.findings;
};

const CONCEPT_TABLE = edited(
  { sheets: [{ name: 'Лист1', visibility: 'visible', cells: [] }], features: [] },
  'Лист1',
  {
    A1: '№ п/п',
    B1: 'Наименование индикатора/показателя',
    C1: 'Минимальное значение',
    A2: '1',
    B2: 'Численность детей (человек в год)',
    C2: 100,
  },
);
const conceptFindings = (workbook: Grid, given: Grid): readonly Finding[] => {
  const [last] = PROGRAMME.editions.slice(-1);
  if (!last) throw new Error('No edition');
  const taken = takeConcept(PROGRAMME, workbook, given, FILE, {
    ...last,
    code: '2023-3',
    effectiveFrom: civilDate(2023, 7, 1),
  });
  return taken.ok ? [] : taken.findings;
};

const editions = (from: string): Partial<Programme> => ({
  editions: PROGRAMME.editions.map((edition) => ({
    ...edition,
    effectiveFrom: edition.code === SECOND ? civilDate(2022, 7, 1) : edition.effectiveFrom,
    effectiveTo: edition.code === from ? civilDate(2022, 6, 30) : edition.effectiveTo,
  })),
});
const title = (grid: Grid, label: string): string => {
  const { row } = placeOf(addressOf(sheetOf(grid, 'Титул'), label));
  return `B${row}`;
};
/** What the check of the open workbook says of it. */
const inWorkbook = (grid: Grid): readonly Finding[] => {
  const state = {
    grid,
    name: FILE,
    readOnly: false,
    active: { sheet: 'Титул', cell: 'A1' },
    unfinished: [],
  };
  const checks = checkOpenForms(state, inspectWorkbook(state, TODAY), { kind: 'all' }, TODAY);
  return checks.flatMap(({ findings }) => findings);
};
const input = (edit: Parameters<typeof edited>[2]): Grid => edited(form(), 'Форма', edit);
const formula = (text: string, value?: number): Parameters<typeof edited>[2][string] => ({
  formula: text,
  ...(value === undefined ? {} : { value: { kind: 'number', number: value } }),
});

interface Example {
  readonly findings: () => readonly Finding[];
  readonly says: Partial<Finding>;
}

const at = (cell: string, row: string, rest: Partial<Finding> = {}): Partial<Finding> => ({
  file: FILE,
  sheet: 'Форма',
  cell,
  row,
  ...rest,
});

// Rows of the form stand in lines 7 to 19 («1» in 7, «6» in 18); fact in column I, running total in K, reason in N.
const EXAMPLES: Readonly<Record<FormFindingId, Example>> = {
  unreadable: {
    findings: () =>
      checkFile(
        MEMORY_FILES,
        { name: FILE, bytes: new Uint8Array(), sha256: '' },
        { programme: PROGRAMME, register: null, today: TODAY },
      ).findings,
    says: { file: FILE },
  },
  notForm: { findings: () => check({ sheets: [], features: [] }), says: { file: FILE } },
  ownDocument: { findings: () => check(gridOf(createRoadmap(PROGRAMME, TODAY))), says: { file: FILE } },
  stampLost: {
    findings: () => {
      const lost = withSheet(form(), '_meta', () => undefined);
      return check(edited(lost, 'Форма', { A21: null }));
    },
    says: { file: FILE, sheet: 'Форма' },
  },
  macros: { findings: () => check({ ...form(), features: ['macros'] }), says: { file: FILE } },
  externalLinks: { findings: () => check({ ...form(), features: ['external-links'] }), says: { file: FILE } },
  formSheetGone: {
    findings: () => inWorkbook(withSheet(form(), 'Форма', () => undefined)),
    says: { file: 'лист «Титул»', sheet: 'Титул' },
  },
  programmeNotCarried: {
    findings: () => inWorkbook(withSheet(form(), '_meta', () => undefined)),
    says: { file: 'лист «Форма»', sheet: 'Проверка' },
  },
  notDepartment: { findings: () => ofDepartment(form()), says: { file: FILE } },
  sheetMissing: {
    findings: () => ofDepartment(withSheet(department, 'Площадки', () => undefined)),
    says: { file: FILE },
  },
  programmeWrong: {
    findings: () => ofDepartment(edited(department, 'Площадки', { E6: '32.13.2021' })),
    says: { file: FILE, sheet: 'Площадки', cell: 'E6', left: '32.13.2021' },
  },
  cellWrong: {
    findings: () => ofDepartment(edited(department, 'Исполнение', { G6: 'вчера' })),
    says: { file: FILE, sheet: 'Исполнение', cell: 'G6', left: 'вчера' },
  },
  cellsBeside: {
    findings: () => conceptFindings(edited(department, 'Показатели', { Z7: 'моё' }), CONCEPT_TABLE),
    says: { sheet: 'Показатели', cell: 'Z7' },
  },
  noConceptTable: {
    findings: () => conceptFindings(department, { sheets: [], features: [] }),
    says: { file: FILE },
  },
  titleMissing: {
    findings: () => check(form({}, { executor: '' })),
    says: { file: FILE, sheet: 'Титул', cell: title(form(), 'Исполнитель (фамилия, имя, отчество)') },
  },
  titleSheetMissing: {
    findings: () => check(withSheet(form(), 'Титул', () => undefined)),
    says: { file: FILE },
  },
  wrongRevision: {
    findings: () =>
      check(edited(form(), 'Титул', { [title(form(), 'Номер корректировки (0 – первичная форма)')]: 1.5 })),
    says: { file: FILE, sheet: 'Титул', cell: title(form(), 'Номер корректировки (0 – первичная форма)') },
  },
  foreignProgramme: {
    findings: () => check(form(), { programme: programme({ code: 'другая-программа' }) }),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  unknownSite: {
    findings: () => check(form(), { programme: programme({ sites: PROGRAMME.sites.slice(1), targets: [] }) }),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  siteNotOpen: {
    findings: () =>
      check(
        filledForm({ programme: PROGRAMME, register: [], quarter: QUARTER, site: 'school-3', today: TODAY }),
      ),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  otherQuarter: {
    findings: () => check(form(), { expectedQuarter: { year: 2022, number: 2 } }),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  outsideProgramme: {
    findings: () => check(form({}, {}, { year: 2021, number: 2 })),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  quarterNotOver: {
    findings: () => check(form(), { today: civilDate(2022, 9, 29) }),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  titleContradicts: {
    findings: () => check(edited(form(), 'Титул', { [title(form(), 'Школа')]: 'Другая школа' })),
    says: { file: FILE, sheet: 'Титул', cell: title(form(), 'Школа') },
  },
  stampContradicts: {
    findings: () => {
      const other = form({}, {}, { year: 2022, number: 2 });
      return check(withSheet(form(), '_meta', () => sheetOf(other, '_meta')));
    },
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  otherEdition: {
    findings: () => check(form(), { programme: programme(editions(FIRST)) }),
    says: { file: FILE, sheet: 'Форма', cell: 'A21' },
  },
  sheetRenamed: {
    findings: () => check(withSheet(form(), 'Форма', (sheet) => ({ ...sheet, name: 'Лист1' }))),
    says: { file: FILE, sheet: 'Лист1' },
  },
  rowsMoved: {
    findings: () => check(withSheet(form(), 'Форма', (sheet) => rowsMoved(sheet, 9, 2))),
    says: { file: FILE, sheet: 'Форма', cell: 'A11', row: '2.1' },
  },
  rowMissing: {
    findings: () => check(withSheet(form(), 'Форма', (sheet) => rowCleared(sheet, 9))),
    says: { file: FILE, sheet: 'Форма', cell: null, row: '2.1' },
  },
  rowUnknown: { findings: () => check(input({ A20: '99' })), says: at('A20', '99') },
  rowByName: { findings: () => check(input({ A9: '99' })), says: at('A9', '2.1', { left: '99' }) },
  rowRepeated: { findings: () => check(input({ A20: '2.1' })), says: at('A20', '2.1') },
  columnsMissing: {
    findings: () => check(input({ K6: 'Итого' })),
    says: { file: FILE, sheet: 'Форма', cell: 'A6' },
  },
  formulaReplaced: { findings: () => check(input({ I14: 80 })), says: at('I14', '4') },
  formRepeated: {
    findings: () => {
      const grid = form();
      return check({ ...grid, sheets: [...grid.sheets, { ...sheetOf(grid, 'Форма'), name: 'Форма (2)' }] });
    },
    says: { file: FILE },
  },
  empty: { findings: () => check(form({ '6': { fact: null } })), says: at('I18', '6') },
  notNumber: { findings: () => check(input({ I7: '12 чел.' })), says: at('I7', '1', { left: '12 чел.' }) },
  dateNotNumber: {
    findings: () => check(input({ I7: { value: { kind: 'date', iso: '2022-04-03', serial: 44_654 } } })),
    says: at('I7', '1', { left: '2022-04-03' }),
  },
  errorValue: {
    findings: () => check(input({ I7: { value: { kind: 'error', error: '#REF!' } } })),
    says: at('I7', '1', { left: '#REF!' }),
  },
  formulaInInput: { findings: () => check(input({ I7: formula('50+50', 100) })), says: at('I7', '1') },
  externalFormula: { findings: () => check(input({ I7: formula('[1]Лист1!A1', 100) })), says: at('I7', '1') },
  notCalculated: { findings: () => check(input({ I7: formula('50+50') })), says: at('I7', '1') },
  linkInInput: {
    findings: () =>
      check(input({ I7: { value: { kind: 'number', number: 100 }, link: 'https://example.com/' } })),
    says: at('I7', '1'),
  },
  tooManyDecimals: { findings: () => check(input({ I18: 1.255 })), says: at('I18', '6', { left: 1.255 }) },
  negative: {
    findings: () => check(input({ I7: -1 })),
    says: at('I7', '1', { left: -1, right: 0, difference: -1 }),
  },
  shareOutOfRange: { findings: () => check(input({ I14: 100.1 })), says: at('I14', '4', { left: 100.1 }) },
  notYesNo: { findings: () => check(input({ I17: 'возможно' })), says: at('I17', '5', { left: 'возможно' }) },
  textTooLong: { findings: () => check(input({ N7: 'я'.repeat(1001) })), says: at('N7', '1') },
  changedWithoutRevision: {
    findings: () => check(form({ '1': { reason: 'другая причина' } }), { register: [...PAST, OWN] }),
    says: { file: FILE },
  },
  valueChanged: {
    findings: () => check(form({ '1': { fact: 101 } }), { register: [...PAST, OWN] }),
    says: at('I7', '1', { left: 101, right: 100, difference: 1 }),
  },
  revisionWithoutFirst: { findings: () => check(form({}, { revision: 1 })), says: { file: FILE } },
  prefilledDiffers: { findings: () => check(input({ H7: 99 })), says: at('H7', '1') },
  alreadyAccepted: { findings: () => received(form()), says: { file: 'файл 1.xlsx' } },
  conflict: {
    findings: () => received(form(), form({ '7': { fact: 'иное' } })),
    says: { file: 'файл 1.xlsx' },
  },
  laterPeriod: {
    findings: () =>
      check(form({}, { revision: 1 }), {
        register: [...PAST, OWN, accepted(PROGRAMME, { year: 2022, number: 4 })],
      }),
    says: { file: FILE },
  },
  reasonMissing: { findings: () => check(form({ '1': { fact: 501 } })), says: at('N7', '1') },
  late: {
    findings: () => check(form(), { today: civilDate(2022, 10, 4) }),
    says: { file: FILE, left: '2022-10-04', right: '2022-10-03', difference: 1 },
  },
  previousMissing: {
    findings: () => check(form(), { register: PAST.slice(0, -1) }),
    says: { file: FILE },
  },
  sourceMissing: {
    findings: () => verified((kept) => ({ ...kept, sha256: '0'.repeat(64) })),
    says: { file: FILE },
  },
  sourceOther: {
    findings: () => verified((kept) => ({ ...kept, submission: { ...kept.submission, revision: 1 } })),
    says: { file: FILE, sheet: 'Реестр' },
  },
  sourceDiffers: {
    findings: () =>
      verified((kept) => ({
        ...kept,
        submission: {
          ...kept.submission,
          rows: kept.submission.rows.map((row) =>
            row.row === '1' ? { ...row, fact: { kind: 'number', number: 77777 } } : row,
          ),
        },
      })),
    says: { file: FILE, sheet: 'Реестр', row: '1', left: '77777' },
  },
  stageSkipped: { findings: () => check(form({}, { head: '' })), says: { file: FILE } },
};

/** The findings of an id: by code, level and what to do, which no two ids share. */
function ofId(findings: readonly Finding[], id: FormFindingId): readonly Finding[] {
  const { code, level, action } = FORM_FINDINGS[id];
  return findings.filter(
    (finding) => finding.code === code && finding.level === level && finding.action === action,
  );
}

const IDS = Object.keys(FORM_FINDINGS) as FormFindingId[];

test('each finding has an example, and each example its finding', () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual([...IDS].sort());
});

test.each(IDS)('%s', (id) => {
  const found = ofId(EXAMPLES[id].findings(), id);
  const place = Object.keys(EXAMPLES[id].says) as (keyof Finding)[];
  expect(found.map((finding) => Object.fromEntries(place.map((key) => [key, finding[key]])))).toContainEqual(
    EXAMPLES[id].says,
  );
  for (const { message, action } of found) {
    expect(message).toMatch(/[а-яё].*\.$/iu);
    expect(`${message} ${action}`).not.toMatch(/undefined|null|NaN|\[object/);
  }
});

test('the form that the examples spoil has nothing wrong', () => {
  expect(check(form())).toEqual([]);
});

test('kinds of findings are those of the domain, and V for the register held against its files', () => {
  const known = [
    'V1',
    'V2',
    'V3',
    'T0',
    'T1',
    'T2',
    'T3',
    'F1',
    'F2',
    'F3',
    'F4',
    'F5',
    'P3',
    'P4',
    'C1',
    'D1',
  ];
  expect([...new Set(IDS.map((id) => FORM_FINDINGS[id].code))].sort()).toEqual(known.sort());
});

test('inOrder keeps reading order after an edit', () => {
  const { cells } = sheetOf(input({ B20: 'x' }), 'Форма');
  expect(cells).toEqual(inOrder(cells));
});

describe('what is at the boundary passes', () => {
  const silent: readonly (readonly [string, Grid, Partial<CheckSource>])[] = [
    ['F1: 0 is a value', form({ '6': { fact: 0 } }), {}],
    ['F3: as many decimals as allowed', input({ I18: 0.01 }), {}],
    ['F3: a number that binary holds badly', input({ I18: 1.1 }), {}],
    ['F5: a word in capitals', input({ I17: 'ДА' }), {}],
    ['F5: a text as long as allowed', input({ N7: 'я'.repeat(1000) }), {}],
    ['F1: an empty row that need not be filled', form({ '7': { fact: null } }), {}],
    ['T2: on the last day of the quarter', form(), { today: civilDate(2022, 9, 30) }],
    ['D1: on the working day after a Saturday', form(), { today: civilDate(2022, 10, 3) }],
    ['P4: the same values again', form(), { register: [...PAST, OWN] }],
    ['T3: a stamp on the form alone', withSheet(form(), '_meta', () => undefined), {}],
    ['T3: a stamp on the hidden sheet alone', input({ A21: null }), {}],
    ['T1: a revision in text', edited(form(), 'Титул', { B10: '0' }), {}],
  ];
  test.each(silent)('%s', (_, grid, source) => {
    expect(check(grid, source)).toEqual([]);
  });
});

describe('C1: a reason', () => {
  const { reasonMinLength } = PROGRAMME.settings;
  const with501 = (reason: string): readonly Finding[] =>
    ofId(check(form({ '1': { fact: 501, reason } })), 'reasonMissing');
  test('one character short is not enough', () => {
    expect(with501('п'.repeat(reasonMinLength - 1))).toHaveLength(1);
  });
  test('as long as asked is enough', () => {
    expect(with501('п'.repeat(reasonMinLength))).toEqual([]);
  });
  test('is not asked in an edition without the control', () => {
    const quarter = { year: 2022, number: 4 };
    const grid = filledForm({
      programme: PROGRAMME,
      register: [...PAST, OWN],
      quarter,
      values: { '1': { fact: 501 } },
      today: civilDate(2022, 12, 31),
    });
    expect(check(grid, { register: [...PAST, OWN], today: civilDate(2022, 12, 31) })).toEqual([]);
  });
});

describe('stages', () => {
  test('a form without its executor is not judged by its values', () => {
    const codes = check(form({ '6': { fact: null } }, { executor: '' })).map(({ code }) => code);
    expect(codes).toEqual(['T1', 'T0']);
  });
  test('a form with a format mistake is not judged by controls', () => {
    const codes = check(form({ '6': { fact: null }, '2': { fact: 11 } })).map(({ code }) => code);
    expect(codes).toEqual(['F1', 'T0']);
  });
});
