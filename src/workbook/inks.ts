/**
 * The colours of what is drawn: charts, bars and marks, in sheets and in the pane. After Okabe and Ito's palette
 * («Color Universal Design», jfly.uni-koeln.de/color), which colour-blind readers can tell apart; the lightness of plan
 * and fact, and of good and bad, differs enough to hold in grey print.
 */
export const INKS = {
  plan: 'A9B4BE',
  fact: '0072B2',
  good: '009E73',
  warn: 'E69F00',
  bad: 'D55E00',
  muted: 'C9CFD6',
  today: '1F2933',
} as const;

/** RRGGBB by what the colour means. */
export type Ink = keyof typeof INKS;
