import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { areaFiles } from './area-files.plugin.ts';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Kit's announcer and Svelte's `style:` directives write style attributes; style elements stay forbidden.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'manifest-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
      // The cached shell is served for pages at any depth, so links to the build must not be relative.
      paths: { relative: false },
      // Registered by the learn and teach areas themselves, after sign-in.
      serviceWorker: { register: false },
    }),
    // A test, a result and a certificate have nothing to show before a network was there once: their pages are kept when
    // they are first opened, so that a first visit does not pay for them.
    areaFiles({
      learn: /src[\\/]routes[\\/]\(learn\)[\\/](?!learn[\\/](tests|results|certificates)[\\/])/,
      teach: /src[\\/]routes[\\/]\(teach\)[\\/]/,
      verify: /src[\\/]routes[\\/]\(public\)[\\/]v[\\/]/,
    }),
  ],
  // What a page imports it asks for itself; a list of it for every page of every area would come with the first one.
  build: { modulePreload: { resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')) } },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks() } } } } } },
  server: { proxy: { '/api': process.env.KHOU_API ?? 'http://127.0.0.1:3000' } },
});

/**
 * Few files in place of some thirty: on a weak signal each request costs more than
 * its bytes. What only some pages use stays in their own files.
 */
function chunks() {
  const used =
    /src[\\/]lib[\\/](api|session|shell|i18n[\\/](?!messages)|i18n[\\/]messages[\\/](shell|failures\.(core|svelte)))/;
  const basic =
    /[\\/]ui[\\/](\w+\.css|Band|Bar|Button|Card|Dialog|Empty|Field|Icon|icons|Labelled|Mark|Name|Notice|Pill|Skeleton|Toasts|toasts)\b/;
  const framework = /node_modules[\\/](svelte|@sveltejs|devalue|esm-env|clsx|openapi-fetch)[\\/]/;
  const offline = /src[\\/]lib[\\/](offline[\\/](?!SavedWork)|i18n[\\/]messages[\\/]saves)/;
  // Today, the lessons and the reader: what a learner opens on the first day, in one file.
  const lessons =
    /messages[\\/](learn|reader)|lib[\\/]reader[\\/](Prose|SectionBlocks)|routes[\\/]\(learn\)[\\/](?!learn[\\/](tests|results|certificates|saves)[\\/])/;
  // Kit looks for the chunk that its entry imports, so the two entries stay apart.
  const entry = /[\\/]runtime[\\/]client[\\/](client-)?entry\.js/;
  return [
    { name: 'framework', test: (id: string) => framework.test(id) && !entry.test(id) },
    { name: 'khou', test: (id: string) => used.test(id) || basic.test(id) },
    { name: 'offline', test: (id: string) => offline.test(id) },
    { name: 'lessons', test: (id: string) => lessons.test(id) },
  ];
}
