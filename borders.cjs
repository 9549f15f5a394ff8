// Who may use whom. The order of `features` is the table of allowed friends: a feature may use those before it, through
// their index.ts. A new friend is a reviewed line here. Checked by `npm run borders`.
const machineRoom = ['db', 'jobs', 'http', 'storage', 'audit', 'typeset', 'document'];
const features = [
  'access',
  'places',
  'people',
  'programme',
  'format',
  'curricula',
  'authoring',
  'module-facts',
  'translation',
  'question-exchange',
  'courses',
  'products',
  'delivery',
  'assessment',
  'cascade',
  'certificates',
  'evaluation',
  'reporting',
];

const folder = (names) => `^api/src/(${names.join('|')})/`;
const spec = '[.]spec[.]ts$';

const oneWay = features.slice(0, -1).map((name, place) => ({
  name: `${name}-knows-no-later-feature`,
  comment: `Features depend on those to their left: ${features.join(' → ')}.`,
  severity: 'error',
  from: { path: folder([name]), pathNot: spec },
  to: { path: folder(features.slice(place + 1)) },
}));

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'kernel-imports-nothing',
      comment: 'The kernel is pure: it uses only itself and what Node computes without touching the world.',
      severity: 'error',
      from: { path: folder(['kernel']), pathNot: spec },
      to: { pathNot: ['^api/src/kernel/', '^(node:)?(crypto|util|assert)$'] },
    },
    {
      name: 'machine-room-knows-no-feature',
      severity: 'error',
      from: { path: folder(machineRoom), pathNot: spec },
      to: { path: [folder(features), '^api/src/(commands/|app[.]module|main[.]ts)'] },
    },
    {
      name: 'features-do-not-know-the-doors',
      comment: 'Commands and the application use features, never the other way round.',
      severity: 'error',
      from: { path: folder(features), pathNot: [spec, '[.]command[.]ts$'] },
      to: { path: '^api/src/(commands/|app[.]module|main[.]ts)' },
    },
    {
      name: 'through-the-front-door',
      comment:
        'Another feature is used through its index.ts, so that its inside can change. A *.command.ts is a door of its own.',
      severity: 'error',
      from: { path: '^api/src/([^/]+)/', pathNot: spec },
      to: { path: folder(features), pathNot: ['^api/src/$1/', '^api/src/[^/]+/index[.]ts$', '[.]command[.]ts$'] },
    },
    {
      name: 'no-own-front-door',
      comment: 'index.ts is a door for others: inside a feature, import from the file.',
      severity: 'error',
      from: { path: '^api/src/([^/]+)/', pathNot: spec },
      to: { path: '^api/src/$1/index[.]ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Facts in, verdict out: a rule reads neither clock, database, network nor files.',
      severity: 'error',
      from: { path: '[.]rules[.]ts$' },
      to: {
        path: [
          'node_modules/(@nestjs|typeorm|pg|bull|ioredis|fastify|@fastify|rxjs)/',
          '^(node:)?(fs|net|http|https|tls|dns|child_process|worker_threads|timers|process|os)(/|$)',
          '^api/src/(db|jobs|http|storage|audit)/',
          '[.](service|store|rows|controller|module|jobs)[.]ts$',
        ],
      },
    },
    {
      name: 'database-only-in-stores-and-services',
      comment: 'A route has one line; what it asks of the database stands in a service or store.',
      severity: 'error',
      from: { path: '[.](controller|contract|failures)[.]ts$' },
      to: { path: ['node_modules/(typeorm|pg)/', '[.](store|rows)[.]ts$'] },
    },
    {
      name: 'no-cycles',
      comment:
        'A cycle through an import that is awaited is one of calling, not of loading: a case shows its parts as questions.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: { path: '^api/src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'primitives-know-no-training',
      comment: 'web/src/lib/ui would fit any product: it gets what it shows as properties.',
      severity: 'error',
      from: { path: '^web/src/lib/ui/' },
      to: { path: '^web/src/(lib/(api|offline|session)|routes)/' },
    },
    {
      name: 'library-knows-no-route',
      severity: 'error',
      from: { path: '^web/src/lib/' },
      to: { path: '^web/src/routes/' },
    },
    {
      name: 'web-and-api-meet-in-the-contract',
      comment: 'The browser knows the API by openapi.json alone. A spec may hold a rule of both against each other.',
      severity: 'error',
      from: { path: '^web/', pathNot: spec },
      to: { path: '^api/' },
    },
    {
      name: 'api-knows-no-web',
      severity: 'error',
      from: { path: '^api/src/' },
      to: { path: '^web/src/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '/build/', '[.]svelte-kit/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'api/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json', '.svelte', '.svelte.ts', '.d.ts'],
    },
  },
};
