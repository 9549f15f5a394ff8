import { redirect } from '@sveltejs/kit';
import { isLanguage } from '#lib/i18n/language.svelte.js';
import { ownPath, PREFERENCE_COOKIE } from '#lib/shell/preference.js';
import { isTheme } from '#lib/shell/theme.js';
import type { RequestHandler } from './$types.js';

/** Language and theme for a browser without scripts; with them the page changes by itself. */
export const POST: RequestHandler = async ({ request, cookies }) => {
  const form = await request.formData();
  const [lang, theme] = [form.get('lang'), form.get('theme')];
  if (isLanguage(lang)) cookies.set('lang', lang, PREFERENCE_COOKIE);
  if (isTheme(theme)) cookies.set('theme', theme, PREFERENCE_COOKIE);
  redirect(303, ownPath(form.get('back')) ?? '/');
};
