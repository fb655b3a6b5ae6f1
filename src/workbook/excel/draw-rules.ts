/** Validations, conditional formats, and bars and icons in cells. */

import { cleanText } from '../clean-text';
import { dateSerial } from '../date-serial';
import { INKS } from '../inks';
import type {
  CellPictureSpec,
  ConditionalFormatSpec,
  DateText,
  SheetSpec,
  ValidationRule,
  ValidationSpec,
} from '../spec';
import { LOOKS } from '../styles';
import { HIGHEST, inlineList, LONGEST_MESSAGE, LONGEST_TITLE, LOWEST } from '../validation-limits';
import { areaStep, type Step } from './step';

const LEVELS = { stop: 'Stop', warning: 'Warning' } as const;

/** `daysOff`: what the workbook counts less than the 1900 system. */
export function ruleSteps(
  { validations, conditionalFormats, pictures = [] }: SheetSpec,
  daysOff: number,
): Step[] {
  return [
    ...validations.map((validation) => validationStep(validation, daysOff)),
    // A host puts each new one before all others, and the first has the last word.
    ...[...pictures].reverse().map(pictureStep),
    ...[...conditionalFormats].reverse().map(conditionalFormatStep),
  ];
}

function validationStep({ area, rule, blank, level, title, message }: ValidationSpec, daysOff: number): Step {
  const hostRule = validationRule(rule, daysOff);
  const alert = {
    title: cleanText(title, LONGEST_TITLE),
    message: cleanText(message, LONGEST_MESSAGE),
    style: LEVELS[level],
    showAlert: true,
  };
  const draw = ({ dataValidation }: Excel.Range): void => {
    dataValidation.rule = hostRule;
    dataValidation.ignoreBlanks = blank;
    dataValidation.errorAlert = alert;
  };
  return areaStep(area, 4, draw, [hostRule, alert]);
}

function validationRule(rule: ValidationRule, daysOff: number): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list': {
      // Values of a list are parted by commas in every language (office-js #2128).
      const source = typeof rule.source === 'string' ? `=${rule.source}` : inlineList(rule.source);
      return { list: { inCellDropDown: true, source } };
    }
    case 'date': {
      // As numbers, which no language reads in another way.
      const day = (date: DateText): string => `=${dateSerial(date) - daysOff}`;
      return { date: { operator: 'Between', formula1: day(rule.min), formula2: day(rule.max) } };
    }
    case 'text':
      return { textLength: { operator: 'LessThanOrEqualTo', formula1: rule.maxLength } };
    case 'whole':
      return { wholeNumber: bounds(rule.min, rule.max) };
    case 'decimal':
      return { decimal: bounds(rule.min, rule.max) };
  }
}

function bounds(min: number | undefined, max: number | undefined): Excel.BasicDataValidation {
  if (min === undefined) {
    return max === undefined
      ? { operator: 'Between', formula1: Number(LOWEST), formula2: Number(HIGHEST) }
      : { operator: 'LessThanOrEqualTo', formula1: max };
  }
  return max === undefined
    ? { operator: 'GreaterThanOrEqualTo', formula1: min }
    : { operator: 'Between', formula1: min, formula2: max };
}

function conditionalFormatStep({ area, formula, look }: ConditionalFormatSpec): Step {
  const { fill, color, bold } = LOOKS[look];
  const draw = (range: Excel.Range): void => {
    const { custom } = range.conditionalFormats.add('Custom');
    custom.rule.formula = `=${formula}`;
    custom.format.fill.color = `#${fill}`;
    custom.format.font.color = `#${color}`;
    if (bold) {
      custom.format.font.bold = true;
    }
  };
  return areaStep(area, 8, draw, formula);
}

function pictureStep(picture: CellPictureSpec): Step {
  return picture.kind === 'bar'
    ? areaStep(picture.area, 10, (range) => {
        drawBar(range.conditionalFormats.add('DataBar').dataBar, picture);
      })
    : areaStep(picture.area, 6, (range) => {
        drawIcons(range.conditionalFormats.add('IconSet').iconSet, picture);
      });
}

function drawBar(
  bar: Excel.DataBarConditionalFormat,
  { min, max, ink }: Extract<CellPictureSpec, { kind: 'bar' }>,
): void {
  bar.barDirection = 'LeftToRight';
  bar.lowerBoundRule = { type: 'Number', formula: `=${min}` };
  bar.upperBoundRule = { type: 'Number', formula: `=${max}` };
  bar.positiveFormat.fillColor = `#${INKS[ink]}`;
  bar.positiveFormat.gradientFill = false;
}

function drawIcons(
  icons: Excel.IconSetConditionalFormat,
  { middle, high }: Extract<CellPictureSpec, { kind: 'icons' }>,
): void {
  icons.style = 'ThreeSymbols2';
  icons.showIconOnly = true;
  // The host passes over the first one: it holds for whatever is below the second.
  icons.criteria = [0, middle, high].map((from) => ({
    type: 'Number',
    operator: 'GreaterThanOrEqual',
    formula: `=${from}`,
  }));
}
