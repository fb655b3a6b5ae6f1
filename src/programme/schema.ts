/**
 * What a programme is: one JSON file per region. Every list is flat, so that it is also a table in the
 * Department's workbook. Facts carry their source; a number is called a minimum only beside its act.
 */
import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../calendar/civil-date';

// The pages' policy forbids functions made of texts, which zod would otherwise try to make.
z.config({ jitless: true });

const text = z.string().trim().min(1);
const date = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'дата в виде ГГГГ-ММ-ДД',
});
const year = z.int().min(2000).max(2100);

/** An indicator's number in the concept, which is also its row code in forms and controls: «2», «2.1». */
const rowCode = z.string().regex(/^\d{1,3}(\.\d{1,3}){0,2}$/, { error: 'код строки вида 2 или 2.1' });
const identifier = z.string().regex(/^[\p{L}\d][\p{L}\d._-]{0,63}$/u, {
  error: 'обозначение из букв, цифр, точек, дефисов (до 64 знаков)',
});

/** As the workbook's cell holds it: «контингент = 640; педагоги = 12». */
const attributeName = text.regex(/^[^;=\r\n]+$/);

export const ACT_SOURCE = z.strictObject({
  act: text,
  date: date.nullable(),
  number: text.nullable(),
  point: text.nullable(),
});

export const MEASURE = z.strictObject({
  number: z.int().min(1),
  /** Paragraphs are divided by line breaks, as in the act. */
  text,
  responsible: text,
  outcome: text,
  /** As the act prints it; its meaning is read by `calendar/deadline`. */
  deadline: text,
});

export const SITE = z.strictObject({
  code: identifier,
  name: text,
  shortName: z.string().trim().min(1).max(40),
  municipality: text,
  openedOn: date,
  openedOnSource: text,
  /** Attributes that controls may ask for with ПЛОЩАДКА("…"); null where nobody has said. */
  attributes: z.record(attributeName, z.number().nullable()),
  source: text,
});

/** From which edition to which (both inclusive; null: still) a row holds. */
const range = { fromEdition: identifier, toEdition: identifier.nullable() };

export const EDITION = z.strictObject({
  code: identifier,
  title: text,
  effectiveFrom: date,
  effectiveTo: date.nullable(),
  source: ACT_SOURCE,
  /** The wording was not checked against the act. */
  provisional: z.boolean(),
  note: z.string(),
});

export const INDICATOR_KINDS = ['count', 'percent', 'yesno', 'text', 'heading'] as const;
/** How a running total comes about: none · quarters add up · distinct people, reported by the school. */
export const ACCUMULATIONS = ['none', 'sum', 'distinct'] as const;

export const INDICATOR = z.strictObject({
  code: rowCode,
  ...range,
  name: text,
  unit: z.string(),
  /** Code of the unit by ОКЕИ; null for headings and texts. */
  okei: z
    .string()
    .regex(/^\d{3}$/, { error: 'три цифры ОКЕИ' })
    .nullable(),
  kind: z.enum(INDICATOR_KINDS),
  /** For «percent»: rows whose ratio × 100 it is. */
  numerator: rowCode.nullable(),
  denominator: rowCode.nullable(),
  accumulation: z.enum(ACCUMULATIONS),
  direction: z.enum(['notLess', 'notMore']),
  decimals: z.int().min(0).max(6),
  required: z.boolean(),
  source: text,
});

export const TARGET = z.strictObject({
  ...range,
  indicator: rowCode,
  /** A site's code, or «*» for the region as a whole. */
  site: z.string().regex(/^(\*|[\p{L}\d][\p{L}\d._-]{0,63})$/u, {
    error: 'код площадки или «*» (регион в целом)',
  }),
  /** Of the quarter; for the year as a whole, the year in which the year base starts. */
  year,
  /** Null: for the year as a whole. */
  quarter: z.int().min(1).max(4).nullable(),
  minimum: z.number().nullable(),
  target: z.number().nullable(),
  /** The act that sets it; for samples the word «пример». */
  basis: text,
});

export const CONTROL_LEVELS = ['error', 'warning', 'deviation', 'info'] as const;
export const CONTROL_OPERATORS = ['=', '<>', '<', '<=', '>', '>=', 'парность', 'исключение'] as const;
export const EMPTY_POLICIES = [
  'пропустить, если пусто любое',
  'пропустить, если пусты все',
  'считать нулём',
] as const;

export const CONTROL = z.strictObject({
  code: z.string().regex(/^[A-Z]\d(\.[\p{L}\d]+)*$/u, { error: 'код вида A1 или L1.2.1' }),
  ...range,
  level: z.enum(CONTROL_LEVELS),
  /** In the control language; null: always. */
  condition: text.nullable(),
  left: text,
  operator: z.enum(CONTROL_OPERATORS),
  right: text,
  tolerance: z.number().min(0),
  empty: z.enum(EMPTY_POLICIES),
  /** «все» or quarters in Roman numerals: «I», «II, IV». */
  periods: z
    .string()
    .regex(/^(все|(I|II|III|IV)(, (I|II|III|IV)){0,3})$/, { error: '«все» или кварталы: I, IV' }),
  basis: text,
  message: text.nullable(),
});

export const SETTINGS = z.strictObject({
  /** In which year running totals start anew: on 1 January, or on 1 September. */
  yearBase: z.enum(['calendar', 'school']),
  /** How a yearly target splits into quarters: not at all (compared in the last quarter only) or into equal shares. Own splits are rows of targets with a quarter. */
  quarterlyPlan: z.enum(['none', 'equal']),
  /** Whether the quarter that ends with the programme, due after it, is reported. */
  reportLastQuarter: z.boolean(),
  /** Working days before the Department's date by which a school hands in its form; 0: the same day. */
  schoolDaysBefore: z.int().min(0).max(60),
  /** Shortest reason for a deviation, in characters. */
  reasonMinLength: z.int().min(0).max(500),
  /** Days moved by the yearly decree of the Government: made non-working, or made working. */
  extraDaysOff: z.array(date),
  extraWorkingDays: z.array(date),
  tableNumberRow: z.boolean(),
  tableFontSize: z.int().min(10).max(14),
});

export const PROGRAMME = z.strictObject({
  schemaVersion: z.literal(1),
  code: identifier,
  region: text,
  act: z.strictObject({
    issuer: text,
    kind: text,
    date,
    /** As printed, such as «160 -рп». */
    number: text,
    place: text,
    title: text,
    signatoryPosition: text,
    signatoryName: text,
    /** Lines at the top right of the roadmap. */
    attachmentMark: text,
    source: text,
  }),
  roadmap: z.strictObject({
    /** Lines of the title, the first in capitals. */
    title: text,
    headers: z.tuple([text, text, text, text, text]),
  }),
  years: z.strictObject({ from: year, to: year }),
  /** Number of the measure that is the quarterly monitoring; its deadline gives the reporting dates. */
  monitoringMeasure: z.int().min(1),
  coordinator: text,
  operator: text,
  responsibles: z.array(z.strictObject({ name: text, role: text, source: text })).min(1),
  measures: z.array(MEASURE).min(1),
  sites: z.array(SITE),
  editions: z.array(EDITION).min(1),
  indicators: z.array(INDICATOR).min(1),
  targets: z.array(TARGET),
  controls: z.array(CONTROL),
  settings: SETTINGS,
});

export type Programme = z.infer<typeof PROGRAMME>;
export type Measure = z.infer<typeof MEASURE>;
export type Site = z.infer<typeof SITE>;
export type Edition = z.infer<typeof EDITION>;
export type Indicator = z.infer<typeof INDICATOR>;
export type Target = z.infer<typeof TARGET>;
export type Control = z.infer<typeof CONTROL>;
export type Settings = z.infer<typeof SETTINGS>;
export type ControlLevel = Control['level'];
export type ControlOperator = Control['operator'];
