import fc from 'fast-check';
import { placesOf, rectanglesOf, type Place } from '../../src/workbook/rectangles';

const place = fc.record({ row: fc.integer({ min: 1, max: 8 }), column: fc.integer({ min: 1, max: 8 }) });
const key = ({ row, column }: Place): string => `${row}:${column}`;

it('covers each place exactly once, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const covered = rectanglesOf(places).flatMap((area) => [...placesOf(area)].map(key));
      expect(covered.length).toBe(new Set(covered).size);
      expect(new Set(covered)).toEqual(new Set(places.map(key)));
    }),
    { seed: 1, numRuns: 500 },
  );
});

it('does not depend on the order of the places', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 40 }), (places) => {
      expect(rectanglesOf([...places].reverse())).toEqual(rectanglesOf(places));
    }),
    { seed: 2 },
  );
});

it('makes one rectangle of one', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const area = {
        top: Math.min(a.row, b.row),
        left: Math.min(a.column, b.column),
        bottom: Math.max(a.row, b.row),
        right: Math.max(a.column, b.column),
      };
      expect(rectanglesOf(placesOf(area))).toEqual([area]);
    }),
    { seed: 3 },
  );
});

it('can’t join any two of its rectangles that stand on each other', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const areas = rectanglesOf(places);
      const stacked = areas.filter((upper) =>
        areas.some(
          (lower) =>
            lower.top === upper.bottom + 1 && lower.left === upper.left && lower.right === upper.right,
        ),
      );
      expect(stacked).toEqual([]);
    }),
    { seed: 4 },
  );
});
