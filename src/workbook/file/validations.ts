/**
 * Data validations as XML of a sheet. Written here and not by exceljs, which wants an object for every cell of an area.
 */

import type { ValidationRule, ValidationSpec } from '../spec';
import { areaAddress } from '../area';
import { limitedText } from './clean-text';
import { dateSerial } from '../date-serial';
import { HIGHEST, inlineList, LONGEST_MESSAGE, LONGEST_TITLE, LOWEST } from '../validation-limits';
import { escapeXml } from './xml';

interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly formulas: readonly string[];
}

/** The `dataValidations` element, or nothing. Throws on a list that must stand in a range, being too long for a rule. */
export function validationsXml(validations: readonly ValidationSpec[]): string {
  const items = validations.map(validationXml).join('');
  return items === '' ? '' : `<dataValidations count="${validations.length}">${items}</dataValidations>`;
}

function validationXml(spec: ValidationSpec): string {
  const { type, operator, formulas } = rule(spec.rule);
  const attributes: Record<string, string | undefined> = {
    type,
    errorStyle: spec.level,
    operator,
    allowBlank: spec.blank ? '1' : undefined,
    showErrorMessage: '1',
    errorTitle: limitedText(spec.title, LONGEST_TITLE),
    error: limitedText(spec.message, LONGEST_MESSAGE),
    sqref: areaAddress(spec.area),
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeXml(value ?? '')}"`);
  const inner = formulas.map(
    (formula, index) => `<formula${index + 1}>${escapeXml(formula)}</formula${index + 1}>`,
  );
  return `<dataValidation${written.join('')}>${inner.join('')}</dataValidation>`;
}

function rule(rule: ValidationRule): Rule {
  switch (rule.kind) {
    case 'list':
      return {
        type: 'list',
        formulas: [typeof rule.source === 'string' ? rule.source : quotedList(rule.source)],
      };
    case 'date':
      return { type: 'date', ...bounds(dateSerial(rule.min), dateSerial(rule.max)) };
    case 'text':
      return { type: 'textLength', ...bounds(undefined, rule.maxLength) };
    case 'whole':
    case 'decimal':
      return { type: rule.kind, ...bounds(rule.min, rule.max) };
  }
}

function bounds(min: number | undefined, max: number | undefined): Omit<Rule, 'type'> {
  if (min === undefined) {
    return max === undefined
      ? { formulas: [LOWEST, HIGHEST] }
      : { operator: 'lessThanOrEqual', formulas: [String(max)] };
  }
  return max === undefined
    ? { operator: 'greaterThanOrEqual', formulas: [String(min)] }
    : { formulas: [String(min), String(max)] };
}

function quotedList(values: readonly string[]): string {
  return `"${inlineList(values).replaceAll('"', '""')}"`;
}
