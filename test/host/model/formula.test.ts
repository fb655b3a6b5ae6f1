import fc from 'fast-check';
import { areaText, type Area } from './area';
import { mapReferences, referencesOf, type Shift, shiftArea, shiftReference } from './formula';

describe('references', () => {
  test.each([
    ['SUM(A1:B2)', [[null, 'A1:B2']]],
    [
      "'Форма III.2021'!$H$7+Лист1!B2",
      [
        ['Форма III.2021', '$H$7'],
        ['Лист1', 'B2'],
      ],
    ],
    ["'Д''Артаньян'!A:A", [["Д'Артаньян", 'A:A']]],
    ['IF("A1"="x",2:3,LOG10(5))', [[null, '2:3']]],
    ['Реестр[A1]', [[null, 'A1']]],
    ['MARKS_A1+A1_B2+X1Y', []],
    ['A1.B2', []],
  ])('%s', (formula, expected) => {
    expect(referencesOf(formula).map(({ sheet, place }) => [sheet, place])).toEqual(expected);
  });

  test('a formula whose references stay is the same text', () => {
    const formula = "IF('Лист 1'!$A$1>=Лист2!B2,\"'Лист 1'!A1\",1E5)";
    expect(mapReferences(formula, (reference) => reference)).toBe(formula);
  });
});

/** Cells of an area as they lie before, moved one by one: what is pushed stays together, what is cut out is gone. */
function bruteForce(lines: readonly number[], { at, count }: Shift): readonly number[] {
  return lines.flatMap((line) => {
    if (count < 0 && line >= at && line < at - count) {
      return [];
    }
    return [line >= at ? line + count : line];
  });
}

test('an area after a shift spans the cells it had, moved one by one', () => {
  const line = fc.integer({ min: 1, max: 30 });
  fc.assert(
    fc.property(
      line,
      line,
      line,
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.boolean(),
      (a, b, at, size, out, across) => {
        const [first, last] = [Math.min(a, b), Math.max(a, b)];
        const axis = across ? 'column' : 'row';
        const shift: Shift = { axis, at, count: out ? -size : size, from: 1, to: 100 };
        const place: Area = across
          ? { top: 5, bottom: 6, left: first, right: last }
          : { top: first, bottom: last, left: 5, right: 6 };
        const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index);
        const moved = bruteForce(lines, shift);
        const found = shiftArea(place, shift);
        const span = found === null ? null : across ? [found.left, found.right] : [found.top, found.bottom];
        expect(span).toEqual(moved.length === 0 ? null : [Math.min(...moved), Math.max(...moved)]);
        expect(shiftReference(areaText(place), shift)).toBe(found === null ? '#REF!' : areaText(found));
      },
    ),
    { seed: 1 },
  );
});

test('dollars stay where they were', () => {
  const shift: Shift = { axis: 'row', at: 2, count: 3, from: 1, to: 16_384 };
  expect(shiftReference('$A$2:B$3', shift)).toBe('$A$5:B$6');
  expect(shiftReference('A:B', shift)).toBe('A:B');
  expect(shiftReference('$2:4', shift)).toBe('$5:7');
});
