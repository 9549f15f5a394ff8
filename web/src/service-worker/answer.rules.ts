/** Where a request is answered from; null: the service worker stays out of it. */
export type AnswerSource = 'shell' | 'page' | 'build' | 'pack' | 'keys' | null;

/** The pages of modules and their pictures: neither ever changes under its address. */
const PACK = /^\/api\/v1\/(versions\/[^/]+\/modules|media)\/[^/]+$/;

export function answerFor(method: string, mode: string, url: URL, origin: string): AnswerSource {
  if (method !== 'GET' || url.origin !== origin) return null;
  if (mode === 'navigate')
    return /^\/(learn|teach)(\/|$)/.test(url.pathname) ? 'shell' : isDocument(url) ? null : 'page';
  if (url.pathname.startsWith('/_app/immutable/')) return 'build';
  if (PACK.test(url.pathname)) return 'pack';
  if (url.pathname === '/api/v1/certificate-keys') return 'keys';
  return null;
}

/** A file opened in the browser's tab, such as a PDF of the API, is no page of ours. */
function isDocument(url: URL): boolean {
  return url.pathname.startsWith('/api/');
}
