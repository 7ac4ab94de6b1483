// The dependency rule of the house, held by a machine. The order of the libs is the order in which they may be built upon.
const order = [
  'quantities',
  'platform',
  'identity',
  'candidates',
  'requisitions',
  ['rubric', 'task-bank'],
  'grading',
  'attempts',
  'panels',
  'insights',
].map((layer) => [layer].flat());

/** Libs that a lib of this layer may not import: its own neighbours and everything that stands after it. */
const laterThan = (index, lib) =>
  order
    .slice(index)
    .flat()
    .filter((other) => other !== lib)
    .concat(lib === 'notifications' ? [] : ['notifications']);

const layerRules = order.flatMap((layer, index) =>
  layer.map((lib) => ({
    name: `${lib}-stands-before`,
    comment: `${lib} may import only libs that stand before it.`,
    severity: 'error',
    from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$|/testing\\.ts$' },
    to: { path: `^libs/(${laterThan(index, lib).join('|')})/` },
  })),
);

module.exports = {
  forbidden: [
    ...layerRules,
    { name: 'no-circle', comment: 'There is never a circle.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-by-the-door',
      comment: 'Another lib is entered by its index.ts alone.',
      severity: 'error',
      from: { path: '^(apps|migrations|libs/([^/]+))/', pathNot: '\\.spec\\.ts$|/testing\\.ts$' },
      to: { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index\\.ts$', '^libs/$2/'] },
    },
    {
      name: 'nothing-depends-on-an-app',
      severity: 'error',
      from: { path: '^(libs|migrations)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-are-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'A domain folder depends on the language, its own lib, pure quantities and the one error type alone.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/$1/', '^libs/quantities/index\\.ts$', '^libs/platform/(index|domain-error)\\.ts$'] },
    },
    {
      name: 'domain-takes-only-types',
      comment: 'From the rest of its own lib a domain folder takes types alone.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/$1/', pathNot: '^libs/$1/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'quantities-are-pure',
      comment: 'The site runs quantities in the browser: they depend on the language alone.',
      severity: 'error',
      from: { path: '^libs/quantities/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/quantities/' },
    },
    {
      name: 'site-takes-what-is-pure',
      comment: 'Of the libs the site imports quantities alone, by their door.',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: '^libs/quantities/index\\.ts$' },
    },
    {
      name: 'notifications-for-the-worker-alone',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^(apps/worker|libs/notifications)/' },
      to: { path: '^libs/notifications/' },
    },
    {
      name: 'sandbox-stands-alone',
      comment: 'The sandbox runs from the command line without a database or a framework.',
      severity: 'error',
      from: { path: '^libs/(grading|task-bank)/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg|bull)/' },
    },
    {
      name: 'dtos-live-in-the-api',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/(nestjs-zod|@nestjs/swagger)/' },
    },
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { pathNot: '(\\.spec\\.ts|/testing\\.ts)$|^test/' },
      to: { path: '(\\.spec|/testing)\\.ts$|^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '^dist/' },
  },
};
