/** Data bars and icon sets drawn with exceljs, which knows them as conditional formats. */

import type { ConditionalFormattingRule, Worksheet } from 'exceljs';
import { areaAddress } from '../area';
import { INKS } from '../inks';
import type { CellPictureSpec } from '../spec';
import { argb } from './draw-style';

export function drawPicture(sheet: Worksheet, picture: CellPictureSpec, priority: number): void {
  sheet.addConditionalFormatting({
    ref: areaAddress(picture.area),
    rules: [picture.kind === 'bar' ? barRule(picture, priority) : iconRule(picture, priority)],
  });
}

type Picture<Kind extends CellPictureSpec['kind']> = Extract<CellPictureSpec, { readonly kind: Kind }>;

function barRule({ min, max, ink }: Picture<'bar'>, priority: number): ConditionalFormattingRule {
  // Its colour is written by exceljs, although its types don't name it.
  const color = { color: { argb: argb(INKS[ink]) } };
  return {
    type: 'dataBar',
    priority,
    gradient: false,
    border: false,
    minLength: 0,
    maxLength: 100,
    cfvo: [
      { type: 'num', value: min },
      { type: 'num', value: max },
    ],
    ...color,
  };
}

function iconRule({ middle, high }: Picture<'icons'>, priority: number): ConditionalFormattingRule {
  return {
    type: 'iconSet',
    priority,
    iconSet: '3Symbols2',
    showValue: false,
    cfvo: [
      { type: 'percent', value: 0 },
      { type: 'num', value: middle },
      { type: 'num', value: high },
    ],
  };
}
