/** Widths of columns, as Excel counts them with a default font whose widest digit is 7 pixels at 96 dpi: Calibri 11, Arial 10. */

const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;

/** Pixels at 96 dpi of a column that holds so many characters; a pixel is 0.75 points. */
export function columnPixels(characters: number): number {
  return (
    Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS) + PADDING_PIXELS
  );
}

/** Width as files hold it, in digits with the padding included, to a 1/256: 8 → 8.7109375. */
export function columnFileWidth(characters: number): number {
  return Math.trunc((columnPixels(characters) / DIGIT_PIXELS) * 256) / 256;
}
