import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { areaFiles } from './area-files.plugin.ts';
import { withoutDoors } from './doors.plugin.ts';
import { farPages } from './far-pages.plugin.ts';
import { namedLoads } from './named-loads.plugin.ts';
import { stylesFirst } from './styles-first.plugin.ts';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      compilerOptions: { runes: true },
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
    inPlaceOf('devalue', 'src/lib/kit/plain-devalue.ts'),
    // Who learns never opens these; who teaches or administers fetches one file more, once.
    farPages(/src[\\/]routes[\\/]\((admin|teach)\)[\\/]/),
    namedLoads(),
    stylesFirst(),
    withoutDoors(),
    // A test, a result and a certificate have nothing to show before a network was there once: their pages are kept when
    // they are first opened, so that a first visit does not pay for them.
    areaFiles({
      learn: /src[\\/]routes[\\/]\(learn\)[\\/](?!learn[\\/](tests|results|certificates)[\\/])/,
      teach:
        /src[\\/]routes[\\/]\(teach\)[\\/](?!teach[\\/]curricula[\\/](drafts|\[version\][\\/]compare)[\\/])|khou-far-pages$/,
      english: /messages[\\/]english\.ts$/,
      questions: /src[\\/]lib[\\/]questions[\\/]RareQuestion\.svelte$/,
      verify: /src[\\/]routes[\\/]\(public\)[\\/]v[\\/]/,
    }),
  ],
  // What a page imports it asks for itself; a list of it for every page of every area would come with the first one.
  build: { modulePreload: { resolveDependencies: (_file, needed) => needed.filter((name) => name.endsWith('.css')) } },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks() } } } } } },
  server: { proxy: { '/api': process.env.KHOU_API ?? 'http://127.0.0.1:3000' } },
});

/** A module of ours for a package in the program of the browser; the server keeps the package. */
function inPlaceOf(name: string, file: string): Plugin {
  return {
    name: `khou-${name}`,
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    resolveId: (id) => (id === name ? fileURLToPath(new URL(file, import.meta.url)) : null),
  };
}

/**
 * Few files in place of some thirty: on a weak signal each request costs more than its bytes. What only some pages use
 * stays in their own files. A group takes along what its parts import and no group before it has taken.
 */
function chunks() {
  // Kit looks for the chunk that its entry imports, so the two entries stay apart.
  const framework =
    /src[\\/]lib[\\/]kit[\\/]|node_modules[\\/](svelte|@sveltejs|esm-env|clsx)[\\/](?!.*runtime[\\/]client[\\/](client-)?entry\.js)/;
  const khou =
    /src[\\/](lib[\\/](api|session[\\/](?!admitted)|shell[\\/](?!ChangeDialog)|i18n[\\/](?!messages)|i18n[\\/]messages[\\/](shell|public|failures\.(core|svelte))(?!\.en))|routes[\\/](\(public\)[\\/])?(\+|sign-in[\\/]))/;
  const basic =
    /[\\/]ui[\\/](\w+\.css|Band|Bar|Button|Card|Dialog|Empty|Field|Icon|icons|Labelled|Mark|Name|Notice|Pill|Skeleton|Toasts|toasts)\b/;
  const english = /messages[\\/](english|(failures\.core|learn|public|reader|saves|shell)\.en)\.ts$/;
  const offline = /src[\\/]lib[\\/](offline[\\/]|i18n[\\/]messages[\\/]saves)/;
  // Today, the lessons and the reader: what a learner opens on the first day, in one file.
  const lessons =
    /messages[\\/](learn|reader)|lib[\\/]reader[\\/](Prose|SectionBlocks)|routes[\\/]\(learn\)[\\/](?!learn[\\/](tests|results|certificates)[\\/])/;
  // Kit's entry imports these two, and whatever shares their chunk then runs before Kit is told its version: in one chunk with
  // the framework, every failed load would be taken for a new deployment and reload the page for ever.
  const begin = /vite[\\/]preload-helper|runtime[\\/]client[\\/]payload\.js/;
  return [
    { name: 'begin', test: begin },
    { name: 'framework', test: framework },
    { name: 'khou', test: (id: string) => khou.test(id) || basic.test(id) },
    { name: 'english', test: english },
    { name: 'offline', test: offline },
    { name: 'lessons', test: lessons },
  ];
}
