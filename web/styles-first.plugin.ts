import type { Plugin } from 'vite';

const VITE_HELPER = '\0vite/preload-helper.js';

/**
 * What Vite puts around each `import()` so that the styles of a page are there before the page. Its own also preloads
 * scripts, which the build leaves to the pages, finds relative addresses, and announces failures that nobody listens to:
 * half a kilobyte that would come before everything else.
 */
const HELPER = `
const asked = {};
const linked = (href) =>
  (asked[href] ??= new Promise((done, failed) => {
    if (document.querySelector('link[rel=stylesheet][href="' + href + '"]')) return done();
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = done;
    link.onerror = () => {
      link.remove();
      delete asked[href];
      failed(new TypeError('Failed to load ' + href));
    };
    document.head.append(link);
  }));
export const __vitePreload = (load, styles = []) => Promise.all(styles.map(linked)).then(load);
`;

export function stylesFirst(): Plugin {
  return {
    name: 'khou-styles-first',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    load: { filter: { id: new RegExp(`^${VITE_HELPER}$`) }, handler: () => HELPER },
  };
}
