/** Values of the single fields: of the document, of an indicator, of a measure, of a school, of who signs. */
import Big from 'big.js';
import { formatRussian } from '../calendar/civil-date';
import { firstDay, lastDay, quarterTitle, romanNumeral } from '../calendar/quarter';
import type { ExecutionLine } from '../monitoring/execution';
import { completion, deviation } from '../monitoring/shares';
import type { Entry } from '../monitoring/submission';
import { TEMPLATE_WORDS } from '../text/template';
import type { ReportLine, SiteFigure } from './build-report';
import {
  dateValue,
  MISSING,
  numberValue,
  textValue,
  type RepeatedSchool,
  type TemplateSource,
  type TemplateValue,
} from './template-source';

export type DocumentField = keyof typeof TEMPLATE_WORDS.subjects;
export type IndicatorField = keyof typeof TEMPLATE_WORDS.indicatorFields;
export type MeasureField = keyof typeof TEMPLATE_WORDS.measureFields;
export type SchoolField = keyof typeof TEMPLATE_WORDS.schoolFields;

const NOT_OPEN: TemplateValue = { kind: 'not-open' };

export function documentValue(field: DocumentField, source: TemplateSource): TemplateValue {
  const { report, today, reportDate } = source;
  const { programme, quarter, edition, revision } = report;
  switch (field) {
    case 'period':
      return textValue(quarterTitle(quarter));
    case 'quarter':
      return textValue(romanNumeral(quarter.number));
    case 'year':
      return numberValue(quarter.year);
    case 'firstDay':
      return dateValue(firstDay(quarter));
    case 'lastDay':
      return dateValue(lastDay(quarter));
    case 'region':
      return textValue(programme.region);
    case 'coordinator':
      return textValue(programme.coordinator);
    case 'operator':
      return textValue(programme.operator);
    case 'act': {
      const { kind, issuer, date, number } = programme.act;
      return textValue(`${kind} (${issuer}) от ${formatRussian(date)} № ${number}`);
    }
    case 'edition':
      return textValue(edition.title);
    case 'reportDate':
      return dateValue(reportDate);
    case 'today':
      return dateValue(today);
    case 'revision':
      return numberValue(revision);
    case 'accepted':
      return numberValue(report.forms.length);
    case 'expected':
      return numberValue(report.expected.length);
    case 'missing':
      return textValue(report.missing.map(({ shortName }) => shortName).join('; '));
  }
}

/** A figure of the region as a whole. */
export function regionValue(field: IndicatorField, line: ReportLine): TemplateValue {
  const { indicator, textual } = line;
  const isPercent = indicator.kind === 'percent';
  const number = (value: Big | null): TemplateValue => numberValue(value?.toNumber(), isPercent);
  switch (field) {
    case 'plan':
      return number(line.plan);
    case 'fact':
      return textual === null ? number(line.fact) : textValue(textual);
    case 'reached':
      return textual === null ? number(line.reached) : textValue(textual);
    case 'percent':
      return numberValue(line.percent?.toNumber(), true);
    case 'deviation':
      return number(line.deviation);
    case 'reason':
      return textValue(line.reasons.map(({ site, text }) => `${site.shortName}: ${text}`).join('\n'));
    case 'name':
    case 'unit':
    case 'okei':
    case 'code':
      return describing(field, line);
  }
}

/** A figure of one school; «х» where it is not open yet. */
export function siteValue(
  field: IndicatorField,
  line: ReportLine,
  figure: SiteFigure | undefined,
): TemplateValue {
  if (!figure) return MISSING;
  const isPercent = line.indicator.kind === 'percent';
  const plan = figure.plan === null ? null : new Big(figure.plan);
  const reached = figure.reached.kind === 'number' ? new Big(figure.reached.number) : null;
  const ofFigure = (value: TemplateValue): TemplateValue => (figure.state === 'not-open' ? NOT_OPEN : value);
  switch (field) {
    case 'plan':
      return ofFigure(numberValue(figure.plan, isPercent));
    case 'fact':
      return ofFigure(entryValue(figure.fact, isPercent));
    case 'reached':
      return ofFigure(entryValue(figure.reached, isPercent));
    case 'percent':
      return ofFigure(numberValue(completion(reached, plan)?.toNumber(), true));
    case 'deviation':
      return ofFigure(numberValue(deviation(reached, plan)?.toNumber(), isPercent));
    case 'reason':
      return ofFigure(textValue(figure.reason));
    case 'name':
    case 'unit':
    case 'okei':
    case 'code':
      return describing(field, line);
  }
}

/** A checkpoint of a measure of the roadmap; undefined: the measure has none in the year that is asked for. */
export function measureValue(
  field: MeasureField,
  line: ExecutionLine | undefined,
  { statusOf }: TemplateSource,
): TemplateValue {
  if (!line) return MISSING;
  const { checkpoint, actual, document, reason } = line;
  const { measure } = checkpoint;
  switch (field) {
    case 'name':
      return textValue(measure.text);
    case 'responsible':
      return textValue(measure.responsible);
    case 'outcome':
      return textValue(measure.outcome);
    case 'deadline':
      return textValue(measure.deadline);
    case 'planned':
      return dateValue(checkpoint.date);
    case 'actual':
      return dateValue(actual);
    case 'status':
      return textValue(statusOf(line));
    case 'document':
      return textValue(document);
    case 'reason':
      return textValue(reason);
  }
}

export function schoolValue(
  field: SchoolField,
  { site, number }: RepeatedSchool,
  { report }: TemplateSource,
): TemplateValue {
  switch (field) {
    case 'number':
      return numberValue(number);
    case 'name':
      return textValue(site.name);
    case 'shortName':
      return textValue(site.shortName);
    case 'code':
      return textValue(site.code);
    case 'municipality':
      return textValue(site.municipality);
    case 'openedOn':
      return dateValue(site.openedOn);
    case 'form': {
      const { accepted, awaited } = TEMPLATE_WORDS.formStates;
      if (!report.expected.includes(site)) return NOT_OPEN;
      return textValue(report.missing.includes(site) ? awaited : accepted);
    }
  }
}

function describing(field: 'name' | 'unit' | 'okei' | 'code', { indicator }: ReportLine): TemplateValue {
  return textValue(indicator[field]);
}

function entryValue(entry: Entry, isPercent: boolean): TemplateValue {
  switch (entry.kind) {
    case 'number':
      return numberValue(entry.number, isPercent);
    case 'text':
      return textValue(entry.text);
    case 'empty':
      return MISSING;
    case 'not-applicable':
      return NOT_OPEN;
  }
}
