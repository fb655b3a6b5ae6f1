/** What an eye would see wrong with a page: texts that are cut, overlaid or sideways out of sight, and English. */
import type { Page } from 'playwright-core';

/** Texts of which a part is outside the window, or outside the box that they belong to. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const ROUNDING = 1.5;
    const cut: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = (node.textContent ?? '').trim();
      const parent = node.parentElement;
      // Lists of choices are drawn by the system; what is for readers of screens only is not drawn.
      if (words === '' || !parent || parent.closest('.unseen, select, script, style, [hidden]')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
      let box: Element | null = parent;
      while (box && ['inline', 'contents'].includes(getComputedStyle(box).display)) box = box.parentElement;
      // A long text is shortened on purpose where it says so itself: the whole of it is its title.
      const shortened = parent.closest('[title]');
      const whole = shortened?.getAttribute('title')?.includes(words) === true;
      const bounds = box?.getBoundingClientRect();
      const isOutside = ({ left, right }: DOMRect): boolean =>
        left < -ROUNDING || right > document.documentElement.clientWidth + ROUNDING;
      const outside = whole
        ? isOutside(shortened.getBoundingClientRect())
        : rects.some(
            (rect) =>
              isOutside(rect) ||
              (bounds !== undefined &&
                (rect.left < bounds.left - ROUNDING ||
                  rect.right > bounds.right + ROUNDING ||
                  rect.top < bounds.top - ROUNDING * 2 ||
                  rect.bottom > bounds.bottom + ROUNDING * 2)),
          );
      if (outside) cut.push(words);
    }
    return cut;
  });
}

/** Words in Latin letters, without names of files, keys and products that have no other. */
export function latinWords(text: string): readonly string[] {
  const known =
    /\b(?:Excel|Office(?:\.js)?|Microsoft(?: 365)?|Ctrl|Enter|Esc|SHA-256|CSV|appsforoffice\.microsoft\.com)\b|\.(?:xlsx|zip)\b|\S+\.xlsx|\b[0-9a-f]{16}…|<[^>]*>/g;
  // Codes of schools («kineshma-8»), of findings («A1.4»), cells («H7»), editions («2020-1»), quarters («III квартал») and sheets («III.2021»).
  const codes = /\b[a-z]+-\d+\b|\b[A-Z]{1,2}\d+(?:\.\d+)?\b|\b[IVX]+\b/g;
  return (
    text
      .replace(known, ' ')
      .replace(codes, ' ')
      .match(/[A-Za-z]{2,}/g) ?? []
  );
}
