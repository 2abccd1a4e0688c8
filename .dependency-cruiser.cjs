/**
 * The import law: which part may know which. What is not listed here is forbidden; every rule has a
 * planted violation in test/architecture/import-law.spec.ts.
 */
const ARROWS = {
  domain: [],
  contracts: [],
  platform: [],
  client: [],
  catalogue: ['domain', 'platform'],
  'event-log': ['domain', 'platform'],
  projections: ['domain', 'catalogue', 'event-log', 'platform'],
  recording: ['domain', 'catalogue', 'event-log', 'projections', 'platform'],
  advice: ['domain', 'catalogue', 'projections', 'event-log', 'platform'],
  access: ['domain', 'event-log', 'projections', 'platform'],
  demo: ['domain', 'catalogue', 'event-log', 'projections', 'access', 'platform'],
  integrations: ['domain', 'contracts', 'recording', 'projections', 'event-log', 'platform'],
};

/** Specs stand beside their sources but are no part of the product. */
const SPEC = '\\.spec\\.tsx?$';
const any = (names) => `(${names.join('|')})`;

const arrows = Object.entries(ARROWS).map(([lib, allowed]) => ({
  name: `arrows-of-${lib}`,
  comment: `libs/${lib} may import ${allowed.join(', ') || 'no other lib'}.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: SPEC },
  to: { path: '^libs/', pathNot: `^libs/${any([lib, ...allowed])}/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'faces-only',
      comment: 'A lib is reached by its face, src/index.ts, and by nothing else.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)|apps|test|bench)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'known-libs-only',
      comment: 'A new lib gets its arrows here first.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/${any(Object.keys(ARROWS))}/` },
      to: {},
    },
    {
      name: 'domain-is-pure',
      comment: 'The domain imports nothing: no package, nothing of Node.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: SPEC },
      to: { pathNot: '^libs/' },
    },
    {
      name: 'contracts-only-schemas',
      comment: 'The contracts import the schema library and nothing else.',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: SPEC },
      to: { pathNot: ['^libs/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'apps-apart',
      comment: 'Apps share libs, not each other.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-know-no-app',
      comment: 'Apps are built from libs; a lib knows no app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'outside-is-a-client',
      comment: 'The dashboard and the command line know the contracts and the client only.',
      severity: 'error',
      from: { path: '^apps/(web|cli)/' },
      to: { path: '^libs/', pathNot: '^libs/(contracts|client)/' },
    },
    {
      name: 'pages-carry-no-schemas',
      comment: 'The schemas weigh more than a page; the client has their types.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^libs/contracts/' },
    },
    {
      name: 'product-knows-no-test',
      comment: 'What runs for users imports no spec and nothing of test/ or bench/.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: SPEC },
      to: { path: [SPEC, '^(test|bench)/'] },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'Packages that the product imports stand under "dependencies".',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: [SPEC, '/vite\\.config\\.ts$', '^apps/cli/(bundle|pack)\\.mjs$'],
      },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-cycles',
      comment: 'Nothing imports itself by way of others.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'What is imported must exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
