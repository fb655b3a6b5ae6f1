/** What goes from a sheet that is there already, before it is written again. */

import { placesOf, rectanglesOf } from '../rectangles';
import { cellAddress } from '../grid';
import type { AreaSpec, SheetSpec } from '../spec';
import { areaStep, type Step } from './step';

/**
 * Steps that take the product's own merged areas, rules and links from a sheet that is renewed, and empty the cells to
 * clear. Notes, and whatever stands outside the product's cells, are left alone.
 */
export function renewSteps(spec: SheetSpec, clear: readonly AreaSpec[], keep: ReadonlySet<string>): Step[] {
  const now = spec.cells.filter(({ row, column }) => !keep.has(cellAddress(row, column)));
  const ruled = [...spec.validations, ...spec.conditionalFormats, ...(spec.pictures ?? [])].map(
    ({ area }) => area,
  );
  const ours = rectanglesOf([
    ...spec.cells,
    ...[...spec.merges, ...ruled, ...clear].flatMap((area) => [...placesOf(area)]),
  ]);
  return [
    ...ours.map((area) =>
      areaStep(area, 5, (range) => {
        range.unmerge();
        range.dataValidation.clear();
        range.conditionalFormats.clearAll();
      }),
    ),
    ...clear.map((area) =>
      areaStep(area, 2, (range) => {
        range.clear('Contents');
        range.clear('Formats');
      }),
    ),
    ...rectanglesOf(now).map((area) =>
      areaStep(area, 1, (range) => {
        range.clear('Hyperlinks');
      }),
    ),
  ];
}
