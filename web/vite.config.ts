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
    areaFiles({ learn: '(learn)', teach: '(teach)' }),
  ],
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks() } } } } } },
  server: { proxy: { '/api': process.env.KHOU_API ?? 'http://127.0.0.1:3000' } },
});

/**
 * Two files that every signed-in page needs, in place of some thirty: on a weak signal each request costs more than
 * its bytes. What only some pages use stays in their own files.
 */
function chunks() {
  const used = /src[\\/]lib[\\/](api|session|shell|ui|i18n[\\/](?!messages)|i18n[\\/]messages[\\/](shell|failures))/;
  const rare = /[\\/]ui[\\/](Table|Tabs|Select|Facts|Steps|Choice)\./;
  const framework = /node_modules[\\/](svelte|@sveltejs|devalue|esm-env|clsx|openapi-fetch)[\\/]/;
  // Kit looks for the chunk that its entry imports, so the two entries stay apart.
  const entry = /[\\/]runtime[\\/]client[\\/](client-)?entry\.js/;
  return [
    { name: 'framework', test: (id: string) => framework.test(id) && !entry.test(id) },
    { name: 'khou', test: (id: string) => used.test(id) && !rare.test(id) },
  ];
}
