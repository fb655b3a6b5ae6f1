/** Which theme Office shows itself in. */
export type ThemeName = 'light' | 'dark' | 'contrast';

/** What Office says of its colours; on the web it may say nothing. */
export interface OfficeColours {
  readonly bodyBackgroundColor?: string;
  readonly bodyForegroundColor?: string;
  readonly isDarkTheme?: boolean;
}

/** `prefersDark`: the system's own wish, for hosts that don't tell theirs. */
export function themeOf(colours: OfficeColours | undefined, prefersDark: boolean): ThemeName {
  const back = colours?.bodyBackgroundColor?.toLowerCase();
  const fore = colours?.bodyForegroundColor?.toLowerCase();
  if (back === undefined || !/^#[0-9a-f]{6}$/.test(back)) return prefersDark ? 'dark' : 'light';
  // Only high-contrast themes put pure colours on pure black; Office's own black theme is dark grey.
  if (back === '#000000' && fore !== undefined && /^#(00|ff){3}$/.test(fore)) return 'contrast';
  return (colours?.isDarkTheme ?? luminance(back) < 128) ? 'dark' : 'light';
}

function luminance(colour: string): number {
  const part = (from: number): number => Number.parseInt(colour.slice(from, from + 2), 16);
  return 0.299 * part(1) + 0.587 * part(3) + 0.114 * part(5);
}
