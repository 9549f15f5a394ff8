import type { ClientInit, HandleClientError } from '@sveltejs/kit/hooks';
import { fetchEnglish } from '#lib/i18n/english.svelte.js';
import { languageOfDevice } from '#lib/i18n/language.svelte.js';

/** The words are there before the first page is. A device that cannot have the English ones now starts in Lao. */
export const init: ClientInit = async () => {
  if (languageOfDevice() === 'en') await fetchEnglish().catch(() => undefined);
};

/** Without a network the browser reports an untyped error; the error page then says so instead of "500". */
export const handleError: HandleClientError = ({ error, kind }) => {
  if (kind === 'app') return error;
  if (!navigator.onLine || isUnreached(error)) return { status: 503, message: 'http.offline', code: 'http.offline' };
  if (kind === 'framework' && error.status === 404) return { ...error, code: 'http.not_found' };
  if (kind === 'unknown') console.error(error);
  return { code: 'http.unexpected' };
};

/** How browsers word a fetch or an import that got no answer; a network without internet still counts as "online". */
function isUnreached(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load|import/i.test(error.message);
}
