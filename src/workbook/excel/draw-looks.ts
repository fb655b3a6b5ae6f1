/**
 * Looks of cells, one property after the other: cells that share a font size, a fill or a border are one rectangle
 * wherever their other properties part, so that a sheet takes few requests.
 *
 * Several rectangles at once (`getRanges`) are not used: its separator follows the system's language (office-js #1167).
 */

import { borderColor, cellStyle } from '../cell-style';
import { cellAddress } from '../grid';
import { placesOf, rectanglesOf, type Place } from '../rectangles';
import type { AreaSpec, SheetSpec } from '../spec';
import type { Style } from '../styles';
import { areaStep, type Step } from './step';

interface Layer {
  /** What cells must share; `plain` is what a new cell has anyway. */
  readonly key: (style: Style) => string | number | boolean | undefined;
  readonly plain: string | number | boolean | undefined;
  readonly actions: number;
  readonly draw: (range: Excel.Range, style: Style, area: AreaSpec) => void;
}

const AUTOMATIC = '#000000';
const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const;
const VERTICAL = { top: 'Top', middle: 'Center', bottom: 'Bottom' } as const;
const LINES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideHorizontal',
  'InsideVertical',
] as const;
type LineName = (typeof LINES)[number];

const LAYERS: readonly Layer[] = [
  {
    // Always said: the workbook's own font is not known.
    key: ({ font, size }) => `${font} ${size}`,
    plain: undefined,
    actions: 2,
    draw: ({ format }, { font, size }) => {
      format.font.name = font;
      format.font.size = size;
    },
  },
  {
    key: ({ bold }) => bold === true,
    plain: false,
    actions: 1,
    draw: ({ format }, { bold }) => {
      format.font.bold = bold === true;
    },
  },
  {
    key: ({ italic }) => italic === true,
    plain: false,
    actions: 1,
    draw: ({ format }, { italic }) => {
      format.font.italic = italic === true;
    },
  },
  {
    key: ({ underline }) => underline === true,
    plain: false,
    actions: 1,
    draw: ({ format }, { underline }) => {
      format.font.underline = underline === true ? 'Single' : 'None';
    },
  },
  {
    key: ({ color }) => color,
    plain: undefined,
    actions: 1,
    draw: ({ format }, { color }) => {
      format.font.color = color === undefined ? AUTOMATIC : `#${color}`;
    },
  },
  {
    key: ({ fill }) => fill,
    plain: undefined,
    actions: 1,
    draw: ({ format }, { fill }) => {
      if (fill === undefined) {
        format.fill.clear();
      } else {
        format.fill.color = `#${fill}`;
      }
    },
  },
  {
    key: ({ horizontal }) => horizontal,
    plain: undefined,
    actions: 1,
    draw: ({ format }, { horizontal }) => {
      format.horizontalAlignment = HORIZONTAL[horizontal];
    },
  },
  {
    key: ({ vertical }) => vertical,
    plain: 'bottom',
    actions: 1,
    draw: ({ format }, { vertical }) => {
      format.verticalAlignment = VERTICAL[vertical];
    },
  },
  {
    key: ({ wrap }) => wrap,
    plain: false,
    actions: 1,
    draw: ({ format }, { wrap }) => {
      format.wrapText = wrap;
    },
  },
  {
    key: ({ unlocked }) => unlocked === true,
    plain: false,
    actions: 1,
    draw: ({ format }, { unlocked }) => {
      format.protection.locked = unlocked !== true;
    },
  },
  {
    key: (style) => (style.border === undefined ? undefined : `${style.border} ${borderColor(style)}`),
    plain: undefined,
    actions: 18,
    draw: drawBorder,
  },
];

/** Steps that give a sheet's cells their looks. `fresh`: the cells are new, and what they have anyway is not said. */
export function lookSteps(spec: SheetSpec, fresh: boolean): Step[] {
  const cells = styledCells(spec);
  return LAYERS.flatMap((layer) => {
    const groups = new Map<unknown, { style: Style; places: Place[] }>();
    for (const { style, place } of cells) {
      const key = layer.key(style);
      const group = groups.get(key) ?? { style, places: [] };
      group.places.push(place);
      groups.set(key, group);
    }
    // What is plain comes first: taking a border away takes it from the neighbours too, which are drawn after it.
    const ordered = [...groups].sort(([a], [b]) => Number(b === layer.plain) - Number(a === layer.plain));
    return ordered
      .filter(([key]) => !fresh || key !== layer.plain)
      .flatMap(([, { style, places }]) =>
        rectanglesOf(places).map((area) =>
          areaStep(area, layer.actions, (range) => {
            layer.draw(range, style, area);
          }),
        ),
      );
  });
}

/** Every cell of a merged area has the look of its first. */
function styledCells(spec: SheetSpec): { readonly place: Place; readonly style: Style }[] {
  const styled = new Map<string, { place: Place; style: Style }>();
  for (const cell of spec.cells) {
    const style = cellStyle(cell, spec.documentFontSize);
    styled.set(cellAddress(cell.row, cell.column), { place: cell, style });
  }
  for (const merge of spec.merges) {
    const first = styled.get(cellAddress(merge.top, merge.left));
    if (first !== undefined) {
      for (const place of placesOf(merge)) {
        styled.set(cellAddress(place.row, place.column), { place, style: first.style });
      }
    }
  }
  return [...styled.values()];
}

function drawBorder({ format }: Excel.Range, style: Style, area: AreaSpec): void {
  for (const line of linesOf(style.border, area)) {
    const border = format.borders.getItem(line);
    if (style.border === undefined) {
      border.style = 'None';
    } else {
      border.style = 'Continuous';
      border.weight = 'Thin';
      border.color = `#${borderColor(style)}`;
    }
  }
}

/** A single row has no line between rows, a single column none between columns: hosts refuse to set them. */
function linesOf(border: Style['border'], { top, left, bottom, right }: AreaSpec): readonly LineName[] {
  return LINES.filter((line) => {
    if (line === 'InsideHorizontal') return bottom > top;
    if (line === 'InsideVertical') return right > left && border !== 'bottom';
    return border !== 'bottom' || line === 'EdgeBottom';
  });
}
