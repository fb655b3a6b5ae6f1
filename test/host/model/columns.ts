/** Widths of columns: pixels of the model, points of Office.js, digits of the file. */

const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;

export function pixelsOfPoints(points: number): number {
  return Math.round(points / POINTS_PER_PIXEL);
}

export function pointsOfPixels(pixels: number): number {
  return pixels * POINTS_PER_PIXEL;
}

/** The width that a file holds, to a 1/256 of a digit. */
export function fileWidthOfPixels(pixels: number): number {
  return Math.trunc((pixels / DIGIT_PIXELS) * 256) / 256;
}

/** Inverse of the above, as ECMA-376 (18.3.1.13) has it. */
export function pixelsOfFileWidth(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
}
