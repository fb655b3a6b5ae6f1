/** Borders of ranges: by the range's edges and insides, as Office.js names them. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import { describeClass, type Place } from '../host-object';
import { type Area, intersection } from '../model/area';
import { styleAt } from '../model/cells';
import { restyle } from '../model/restyle';
import type { CellEdge, CellStyle, Line } from '../model/style';
import { colorOf, numberOf, oneOf } from '../parameters';
import { guardSheet } from './guards';

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;
type Side = (typeof SIDES)[number];

const STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
const NO_LINE: Line = { style: 'None', weight: 'Thin', color: '#000000' };

interface Border {
  readonly place: Place;
  readonly side: Side;
}

/** A strip of cells, and the edge of them that a side of the range is drawn on. */
interface Strip {
  readonly area: Area;
  readonly edge: CellEdge;
}

/** A line between two cells is one line, whichever of them it was given to: it is kept at both. */
function strips({ top, left, bottom, right }: Area, side: Side): readonly Strip[] {
  const whole = { top, left, bottom, right };
  switch (side) {
    case 'EdgeTop':
      return [
        { area: { ...whole, bottom: top }, edge: 'top' },
        { area: { ...whole, top: top - 1, bottom: top - 1 }, edge: 'bottom' },
      ];
    case 'EdgeBottom':
      return [
        { area: { ...whole, top: bottom }, edge: 'bottom' },
        { area: { ...whole, top: bottom + 1, bottom: bottom + 1 }, edge: 'top' },
      ];
    case 'EdgeLeft':
      return [
        { area: { ...whole, right: left }, edge: 'left' },
        { area: { ...whole, left: left - 1, right: left - 1 }, edge: 'right' },
      ];
    case 'EdgeRight':
      return [
        { area: { ...whole, left: right }, edge: 'right' },
        { area: { ...whole, left: right + 1, right: right + 1 }, edge: 'left' },
      ];
    case 'InsideHorizontal':
      return [
        { area: { ...whole, bottom: bottom - 1 }, edge: 'bottom' },
        { area: { ...whole, top: top + 1 }, edge: 'top' },
      ];
    case 'InsideVertical':
      return [
        { area: { ...whole, right: right - 1 }, edge: 'right' },
        { area: { ...whole, left: left + 1 }, edge: 'left' },
      ];
    case 'DiagonalDown':
      return [{ area: whole, edge: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ area: whole, edge: 'diagonalUp' }];
  }
}

function isOwn(area: Area, strip: Strip): boolean {
  const shared = intersection(area, strip.area);
  return shared !== null;
}

/** The lines on the range's own cells at this side. */
function linesOf({ place, side }: Border): readonly Line[] {
  const found: Line[] = [];
  for (const area of place.areas) {
    for (const strip of strips(area, side)
      .filter((each) => isOwn(area, each))
      .slice(0, 1)) {
      for (let row = strip.area.top; row <= strip.area.bottom; row++) {
        for (let column = strip.area.left; column <= strip.area.right; column++) {
          found.push(styleAt(place.sheet, row, column).borders[strip.edge] ?? NO_LINE);
        }
      }
    }
  }
  return found;
}

function common(border: Border, key: keyof Line): string | null {
  const found = new Set(linesOf(border).map((line) => line[key]));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

function draw(excel: Excel, { place, side }: Border, change: (line: Line) => Line): void {
  guardSheet(excel, place.sheet, 'allowFormatCells');
  for (const area of place.areas) {
    for (const strip of strips(area, side)) {
      drawStrip(place, strip, change, isOwn(area, strip));
    }
  }
}

/** A neighbour outside the range has its side of the line replaced only where it had drawn one itself. */
function drawStrip(place: Place, { area, edge }: Strip, change: (line: Line) => Line, own: boolean): void {
  const exists = area.top >= 1 && area.left >= 1 && area.top <= area.bottom && area.left <= area.right;
  if (!exists) {
    return;
  }
  if (own) {
    restyle(place.sheet, area, (style) => withLine(style, edge, change(style.borders[edge] ?? NO_LINE)));
    return;
  }
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const line = styleAt(place.sheet, row, column).borders[edge];
      if (line !== undefined) {
        restyle(place.sheet, { top: row, bottom: row, left: column, right: column }, (style) =>
          withLine(style, edge, change(line)),
        );
      }
    }
  }
}

function withLine(style: CellStyle, edge: CellEdge, line: Line): CellStyle {
  const borders = { ...style.borders, [edge]: line };
  if (line.style === 'None') {
    Reflect.deleteProperty(borders, edge);
  }
  return { ...style, borders };
}

/** A colour or a weight given to no line makes one. */
function visible(line: Line): Line {
  return line.style === 'None' ? { ...line, style: 'Continuous' } : line;
}

const borderClass = describeClass<Border>({
  name: 'RangeBorder',
  identity: ({ side }) => ({ Id: side }),
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: {
      get: (border) => common(border, 'style'),
      set: (border, value, excel) => {
        const style = oneOf(STYLES, value);
        draw(excel, border, (line) => ({ ...line, style }));
      },
    },
    Weight: {
      get: (border) => common(border, 'weight'),
      set: (border, value, excel) => {
        const weight = oneOf(WEIGHTS, value);
        draw(excel, border, (line) => ({ ...visible(line), weight }));
      },
    },
    Color: {
      get: (border) => common(border, 'color'),
      set: (border, value, excel) => {
        const color = colorOf(value);
        draw(excel, border, (line) => ({ ...visible(line), color }));
      },
    },
  },
});

export const borderCollectionClass = describeClass<Place>({
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => SIDES.length } },
  items: (place, excel) => SIDES.map((side) => borderClass({ place, side }, excel)),
  item: (place, key, excel) => borderClass({ place, side: oneOf(SIDES, key) }, excel),
  methods: {
    GetItemAt: (place, [index], excel) =>
      borderClass({ place, side: SIDES[numberOf(index)] ?? invalidArgument() }, excel),
  },
});

export const borderClasses = [borderCollectionClass, borderClass] as const;
