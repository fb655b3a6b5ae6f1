/** What a placeholder stands for: its value, or the nearest one that is known. */
import { dateParts } from '../calendar/civil-date';
import type { ExecutionLine } from '../monitoring/execution';
import type { Site } from '../programme/schema';
import { TEMPLATE_WORDS } from '../text/template';
import type { ReportLine } from './build-report';
import { nearest } from './template-nearest';
import {
  MISSING,
  textValue,
  type RepeatedSchool,
  type TemplateSource,
  type TemplateValue,
} from './template-source';
import { plain, type Placeholder } from './template-syntax';
import { documentValue, measureValue, regionValue, schoolValue, siteValue } from './template-values';

export type Resolution =
  | { readonly kind: 'value'; readonly value: TemplateValue }
  /** `nearest`: the known placeholder that is most like it, with its braces. */
  | { readonly kind: 'unknown'; readonly nearest: string | null };

/** Which schools the row of a placeholder comes for; null: it does not repeat. */
export function repeatsFor({ subject, detail }: Placeholder): 'all' | 'open' | null {
  const words = [subject, plain(detail)];
  if (words.includes(TEMPLATE_WORDS.openSchool)) return 'open';
  return words.includes(TEMPLATE_WORDS.school) ? 'all' : null;
}

/** `school`: the one that the row is for; null where the row is for none. */
export function resolvePlaceholder(
  placeholder: Placeholder,
  source: TemplateSource,
  school: RepeatedSchool | null,
): Resolution {
  const { subject, code, field, detail } = placeholder;
  const { indicator, measure, signature, school: word, openSchool } = TEMPLATE_WORDS;
  switch (subject) {
    case indicator:
      return indicatorResolution(placeholder, source, school);
    case measure:
      return measureResolution(placeholder, source);
    case signature: {
      const key = keyOf(TEMPLATE_WORDS.signatureFields, field);
      if (key === undefined || code !== '' || detail !== '') {
        return unknown(subject, closest(TEMPLATE_WORDS.signatureFields, field));
      }
      return value(textValue(source.signature[key]));
    }
    case word:
    case openSchool: {
      // Without a field it only marks a row as one that repeats.
      if (field === '' && code === '' && detail === '') return value({ kind: 'text', text: '' });
      const key = keyOf(TEMPLATE_WORDS.schoolFields, field);
      if (key === undefined || code !== '' || detail !== '') {
        return unknown(subject, closest(TEMPLATE_WORDS.schoolFields, field));
      }
      return value(school ? schoolValue(key, school, source) : MISSING);
    }
    default: {
      const key = keyOf(TEMPLATE_WORDS.subjects, subject);
      if (key !== undefined && code === '' && field === '' && detail === '')
        return value(documentValue(key, source));
      return { kind: 'unknown', nearest: nearestOf(placeholder, source) };
    }
  }
}

/** All that may stand in braces, for help and for finding the nearest. */
export function knownPlaceholders({ report, execution }: TemplateSource): readonly string[] {
  const { subjects, indicator, indicatorFields, measure, measureFields, signature, signatureFields } =
    TEMPLATE_WORDS;
  const { school, openSchool, schoolFields } = TEMPLATE_WORDS;
  const measures = [...new Set(execution.map(({ checkpoint }) => checkpoint.measure.number))];
  const heads: readonly (readonly [string, readonly string[]])[] = [
    [signature, Object.values(signatureFields)],
    [school, Object.values(schoolFields)],
    [openSchool, Object.values(schoolFields)],
    ...report.lines.map(({ indicator: { code } }): [string, string[]] => [
      `${indicator} ${code}`,
      Object.values(indicatorFields),
    ]),
    ...measures.map((number): [string, string[]] => [`${measure} ${number}`, Object.values(measureFields)]),
  ];
  return [
    ...Object.values(subjects).map((subject) => braced(subject)),
    ...heads.flatMap(([head, fields]) => fields.map((field) => braced(`${head}: ${field}`))),
  ];
}

function indicatorResolution(
  { code, field, detail, written }: Placeholder,
  source: TemplateSource,
  school: RepeatedSchool | null,
): Resolution {
  const { lines, programme } = source.report;
  const line = lines.find(({ indicator }) => indicator.code === code);
  const key = keyOf(TEMPLATE_WORDS.indicatorFields, field);
  if (!line || key === undefined) {
    const codes = lines.map(({ indicator }) => indicator.code);
    const right = line ? code : (nearest(code, codes) ?? '');
    const tail = detail === '' ? '' : `; ${detail}`;
    const word = key === undefined ? closest(TEMPLATE_WORDS.indicatorFields, field) : field;
    return unknown(`${TEMPLATE_WORDS.indicator} ${right}`, `${word}${tail}`);
  }
  if (detail === '') return value(regionValue(key, line));
  const word = plain(detail);
  if (word === TEMPLATE_WORDS.school || word === TEMPLATE_WORDS.openSchool) {
    return value(school ? siteValue(key, line, figureOf(line, school.site)) : MISSING);
  }
  const site = siteNamed(detail, programme.sites);
  if (site) return value(siteValue(key, line, figureOf(line, site)));
  const closestSite = nearest(
    detail,
    programme.sites.map(({ shortName }) => shortName),
  );
  return {
    kind: 'unknown',
    nearest: closestSite === undefined ? null : written.replace(detail, closestSite),
  };
}

/** The checkpoint of a year: of the one that stands after the semicolon, else of the report's. */
function measureResolution({ code, field, detail }: Placeholder, source: TemplateSource): Resolution {
  const lines = source.execution.filter(({ checkpoint }) => String(checkpoint.measure.number) === code);
  const key = keyOf(TEMPLATE_WORDS.measureFields, field);
  const isYear = /^(\d{4})?$/.test(detail);
  if (lines.length === 0 || key === undefined || !isYear) {
    const numbers = source.execution.map(({ checkpoint }) => String(checkpoint.measure.number));
    const right = lines.length > 0 ? code : (nearest(code, [...new Set(numbers)]) ?? '');
    const word = key === undefined ? closest(TEMPLATE_WORDS.measureFields, field) : field;
    return unknown(`${TEMPLATE_WORDS.measure} ${right}`, word);
  }
  return value(measureValue(key, checkpointOf(lines, source, detail), source));
}

function checkpointOf(
  lines: readonly ExecutionLine[],
  { report, reportDate }: TemplateSource,
  asked: string,
): ExecutionLine | undefined {
  const year = asked === '' ? report.quarter.year : Number(asked);
  const yearOf = ({ checkpoint: { date } }: ExecutionLine): number | null => date && dateParts(date).year;
  const ofYear = lines.filter((line) => yearOf(line) === year);
  if (ofYear.length > 0 || asked !== '') {
    const due = ofYear.filter(({ checkpoint: { date } }) => date !== null && date <= reportDate);
    return due.at(-1) ?? ofYear[0];
  }
  // A measure that was due once, in a year before, and one without a date.
  return lines.filter((line) => (yearOf(line) ?? year) <= year).at(-1);
}

/** The school all of whose words stand in one site's names, in any order; undefined where none or several have them. */
function siteNamed(text: string, sites: readonly Site[]): Site | undefined {
  const wanted = wordsOf(text);
  const found = sites.filter((site) => {
    const own = new Set([
      site.code,
      ...wordsOf(`${site.code} ${site.name} ${site.shortName} ${site.municipality}`),
    ]);
    return wanted.length > 0 && wanted.every((word) => own.has(word));
  });
  return found.length === 1 ? found[0] : sites.find(({ code }) => code === text);
}

function wordsOf(text: string): readonly string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function figureOf({ sites }: ReportLine, site: Site): ReportLine['sites'][number] | undefined {
  return sites.find((figure) => figure.site.code === site.code);
}

function nearestOf({ written }: Placeholder, source: TemplateSource): string | null {
  const head = written.split('|')[0] ?? '';
  return nearest(head.endsWith('}}') ? head : `${head}}}`, knownPlaceholders(source)) ?? null;
}

function value(of: TemplateValue): Resolution {
  return { kind: 'value', value: of };
}

function unknown(head: string, field: string): Resolution {
  return { kind: 'unknown', nearest: braced(`${head}: ${field}`) };
}

function braced(text: string): string {
  return `{{${text}}}`;
}

function closest(fields: Readonly<Record<string, string>>, word: string): string {
  return nearest(word, Object.values(fields)) ?? '';
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string): Key | undefined {
  for (const key in words) if (plain(words[key]) === word) return key;
  return undefined;
}
