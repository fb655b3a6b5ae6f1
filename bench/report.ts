/** The results as a table in Markdown and a plot in SVG. */

export interface Line {
  readonly what: string;
  /** Null where it could not be measured. */
  readonly each: number | null;
  readonly note: string;
}

export interface Section {
  readonly title: string;
  readonly unit: string;
  /** Head of the notes. */
  readonly head?: string;
  readonly lines: readonly Line[];
  /** Goals, each with what came of it. */
  readonly goals: readonly string[];
}

/** What was asked for, what came out, and by how much and why it is missed if it is. */
export function goal(what: string, ratio: number, bound: number, atLeast: boolean, why = ''): string {
  const met = atLeast ? ratio >= bound : ratio <= bound;
  const miss = atLeast ? bound / ratio : ratio / bound;
  const reason = why === '' ? '' : ` ${why}`;
  return `Goal: ${what}. Found: ${ratio.toFixed(2)} ×. ${met ? 'Met.' : `Missed by ${Math.round((miss - 1) * 100)} %.${reason}`}`;
}

const DIGITS = 3;
const format = (value: number): string => value.toPrecision(DIGITS).replace(/e\+?(-?\d+)/, '·10^$1');

export function markdown(sections: readonly Section[], machine: string): string {
  return [
    '# Bench',
    '',
    `Made by \`npm run bench\` on ${machine}. Each figure of (a), (d) and (e) is processor time, the best of five rounds after one of warming up, in (a) and (e) of three processes; those of (b) and (c) are by the clock, in (b) the faster of two runs of check.`,
    '',
    ...sections.flatMap(({ title, unit, head, lines, goals }) => [
      `## ${title}`,
      '',
      `| what | ${unit} | ${head ?? 'against the first'} |`,
      '|---|---:|---|',
      ...lines.map(
        ({ what, each, note }) => `| ${what} | ${each === null ? 'not installed' : format(each)} | ${note} |`,
      ),
      '',
      ...goals.map((goal) => `- ${goal}`),
      '',
    ]),
  ].join('\n');
}

const [WIDTH, BAR, GAP, LEFT] = [840, 22, 8, 330];

/** Bars of every section, each section to its own scale. */
export function svg(sections: readonly Section[]): string {
  const pieces: string[] = [];
  let top = 16;
  const text = (x: number, y: number, words: string, rest = ''): string =>
    `<text x="${x}" y="${y}"${rest}>${words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
  for (const { title, unit, lines } of sections) {
    pieces.push(text(8, top + 12, `${title}, ${unit}`, ' font-weight="bold"'));
    top += 24;
    const most = Math.max(...lines.map(({ each }) => each ?? 0));
    for (const { what, each } of lines) {
      const width = Math.max(1, ((each ?? 0) / most) * (WIDTH - LEFT - 80));
      pieces.push(text(LEFT - 8, top + 15, what, ' text-anchor="end"'));
      pieces.push(
        `<rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" fill="#2f6f9f"/>`,
      );
      pieces.push(text(LEFT + width + 6, top + 15, each === null ? '–' : format(each)));
      top += BAR + GAP;
    }
    top += 16;
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/>${pieces.join('')}</svg>\n`;
}
