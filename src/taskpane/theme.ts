/** Puts the colours of a theme on the page. */
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/set-theme.js';
import type { ThemeName } from './theme-of';

/** Draws the page in the theme. */
export function applyTheme(name: ThemeName): void {
  const themes = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };
  setTheme(themes[name]);
  document.documentElement.dataset['theme'] = name;
}
