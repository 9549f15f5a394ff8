import { keepPreference } from './preference.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function isTheme(text: unknown): text is Theme {
  return text === 'auto' || text === 'light' || text === 'dark';
}

export function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return isTheme(theme) ? theme : 'auto';
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  keepPreference('theme', theme);
}
