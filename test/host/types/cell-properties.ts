/** `getCellProperties` and `setCellProperties`: looks and addresses of many cells in one go. */

import type { Excel } from '../excel';
import { invalidArgument } from '../failures';
import type { HostObject, Place } from '../host-object';
import { isRecord } from '../parameters';
import { fullAddress, soleArea } from './addresses';
import { gridOf } from './contents';
import { rangeFormatClass } from './format';
import { rangeProperties } from './range-properties';

const LINES = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  horizontal: 'InsideHorizontal',
  vertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
} as const;

/** A list of rows of objects with the members asked for by `true`, such as `{ format: { font: { bold: true } } }`. */
export function getCellProperties(place: Place, [asked]: readonly unknown[], excel: Excel): unknown {
  if (!isRecord(asked)) {
    return invalidArgument();
  }
  const rows = gridOf(place, (sheet, row, column) => {
    const cell: Place = { sheet, areas: [{ top: row, bottom: row, left: column, right: column }] };
    return cellAnswer(cell, asked, excel);
  });
  return rows;
}

function cellAnswer(cell: Place, asked: Readonly<Record<string, unknown>>, excel: Excel): object {
  return Object.fromEntries(
    Object.entries(asked)
      .filter(([, wanted]) => wanted !== false && wanted !== null)
      .map(([key, wanted]) => {
        if (key === 'format' && isRecord(wanted)) {
          return [key, looks(rangeFormatClass(cell, excel), wanted)];
        }
        if (key === 'address' || key === 'addressLocal') {
          return [key, fullAddress(cell)];
        }
        const property = rangeProperties[wireName(key)];
        return [
          key,
          property === undefined ? invalidArgument(`No cell property «${key}».`) : property.get(cell, excel),
        ];
      }),
  );
}

function looks(object: HostObject, asked: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(asked).map(([key, wanted]) => {
      const wire = wireName(key);
      if (isRecord(wanted)) {
        const inner = object.object(wire) ?? invalidArgument(`No cell property «${key}».`);
        return [key, key === 'borders' ? lines(inner, wanted) : looks(inner, wanted)];
      }
      return [
        key,
        object.has('get', wire) ? object.get(wire) : invalidArgument(`No cell property «${key}».`),
      ];
    }),
  );
}

function lines(borders: HostObject, asked: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.keys(LINES).map((key) => [key, looks(borders.item(sideOf(key)) ?? invalidArgument(), asked)]),
  );
}

/** A list of rows of exactly the range's size; empty objects leave a cell alone. */
export function setCellProperties(place: Place, [given]: readonly unknown[], excel: Excel): void {
  const { top, left, bottom, right } = soleArea(place);
  if (!Array.isArray(given) || given.length !== bottom - top + 1) {
    return invalidArgument('The list has another size than the range.');
  }
  given.forEach((row: unknown, rowIndex) => {
    if (!Array.isArray(row) || row.length !== right - left + 1) {
      invalidArgument('The list has another size than the range.');
    } else {
      row.forEach((look: unknown, columnIndex) => {
        const [r, c] = [top + rowIndex, left + columnIndex];
        const cell: Place = { sheet: place.sheet, areas: [{ top: r, bottom: r, left: c, right: c }] };
        putCell(cell, look, excel);
      });
    }
  });
  return undefined;
}

function putCell(cell: Place, look: unknown, excel: Excel): void {
  if (look === null || look === undefined) {
    return;
  }
  if (!isRecord(look)) {
    return invalidArgument();
  }
  for (const [key, value] of Object.entries(look)) {
    if (key === 'format' && isRecord(value)) {
      put(rangeFormatClass(cell, excel), value);
    } else {
      const set = rangeProperties[wireName(key)]?.set ?? invalidArgument(`No cell property «${key}».`);
      set(cell, value, excel);
    }
  }
  return undefined;
}

function put(object: HostObject, values: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(values)) {
    const wire = wireName(key);
    if (isRecord(value)) {
      const inner = object.object(wire) ?? invalidArgument(`No cell property «${key}».`);
      if (key === 'borders') {
        putLines(inner, value);
      } else {
        put(inner, value);
      }
    } else if (object.has('set', wire)) {
      object.set(wire, value);
    } else {
      invalidArgument(`No cell property «${key}».`);
    }
  }
}

function putLines(borders: HostObject, values: Readonly<Record<string, unknown>>): void {
  for (const [key, line] of Object.entries(values)) {
    put(borders.item(sideOf(key)) ?? invalidArgument(), isRecord(line) ? line : invalidArgument());
  }
}

function sideOf(key: string): string {
  const found = Object.entries(LINES).find(([name]) => name === key)?.[1];
  return found ?? invalidArgument(`No border «${key}».`);
}

function wireName(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1);
}
