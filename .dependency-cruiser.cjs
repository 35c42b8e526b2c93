// The arrows of docs/architecture.md, as rules. tests/unit/boundaries.test.ts proves each of them with a violation.

/** Pure helpers of the platform: what rules, schemas and components may use. */
const PURE_PLATFORM = '^lib/platform/(adresse|csv|dates|nombres|ref|typographie|strict)[.]ts$'
/** What the screens' code may also know of the platform: the shape of an answer. */
const SCREEN_PLATFORM = '^lib/platform/resultat[.]ts$'
/** Files of a domain by what they hold; a long one is cut in several, `rules-periodes.ts` beside `rules.ts`. */
const PURE = '(rules|schema|types)[^/]*([.]ts|/.*)$'
const DATABASE = '^lib/(generated|platform/db)|(^|/)node_modules/(@prisma/(client|adapter-pg)|pg)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'app-arrows',
      comment: 'app → components, lib: an address reads the URL, calls one query, renders one component.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(prisma|scripts|tests)/' },
    },
    {
      name: 'app-without-database',
      comment: 'A page reads through queries and writes through actions, where the walls are.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: DATABASE },
    },
    {
      name: 'components-without-data',
      comment: 'A component takes data and never fetches it: from lib, it knows schemas, rules, pure helpers and the actions it submits to.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^lib/',
        pathNot: [`^lib/(?!platform/)[^/]+/(${PURE}|actions[^/]*([.]ts|/.*)$)`, PURE_PLATFORM, SCREEN_PLATFORM],
        // The types of a query’s answer are what a component takes: they vanish when compiled.
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'components-without-database',
      comment: 'Not even the types of the tables: a component shows what a query made for its screen.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: DATABASE },
    },
    {
      name: 'components-arrows',
      comment: 'components → lib: a component knows no address, and no tool.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|prisma|scripts|tests)/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment: 'The design system knows no convention.',
      severity: 'error',
      from: { path: '^components/ui/' },
      to: { path: '^lib/', pathNot: [PURE_PLATFORM, SCREEN_PLATFORM] },
    },
    {
      name: 'lib-arrows',
      comment: 'lib knows neither screens nor tools.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|prisma|scripts|tests)/' },
    },
    {
      name: 'domain-through-its-door',
      comment: 'A domain uses another through its queries, rules or schema, never its tables nor its actions; what a decision changes there, through its effets.',
      severity: 'error',
      from: { path: '^lib/(?!platform/|generated/)([^/]+)/' },
      to: {
        path: '^lib/(?!platform/|generated/)[^/]+/',
        pathNot: ['^lib/$1/', '^lib/tableurs/', `^lib/[^/]+/(${PURE}|(queries|effets)[^/]*([.]ts|/.*)$)`],
      },
    },
    {
      name: 'effets-through-effets',
      comment: 'What a decision changes in another domain is written there, and called by nobody but the effects of decisions.',
      severity: 'error',
      from: { path: '^lib/(?!platform/|generated/)([^/]+)/(?!effets[^/]*[.]ts$)' },
      to: { path: '^lib/[^/]+/effets[^/]*[.]ts$', pathNot: '^lib/$1/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'lib/platform would serve any other product.',
      severity: 'error',
      from: { path: '^lib/platform/' },
      to: { path: '^lib/(?!platform/|generated/)' },
    },
    {
      name: 'tableurs-know-no-domain',
      comment: 'lib/tableurs reads and writes spreadsheets, whatever they say: any domain may use it, it uses none.',
      severity: 'error',
      from: { path: '^lib/tableurs/' },
      to: { path: '^lib/(?!platform/|tableurs/)' },
    },
    {
      name: 'pure-files',
      comment: 'Rules and schemas follow from data and `today` alone: zod, pure helpers, and their like in the same domain.',
      severity: 'error',
      from: { path: '^lib/(?!platform/|generated/)([^/]+)/(rules|schema)[^/]*([.]ts|/.*)$' },
      to: { pathNot: [`^lib/$1/${PURE}`, PURE_PLATFORM, '(^|/)node_modules/zod/'] },
    },
    {
      name: 'generated-client-in-lib',
      comment: 'The Prisma client belongs to lib: whoever else needs data has queries and actions.',
      severity: 'error',
      from: { pathNot: '^lib/' },
      to: { path: '^lib/generated/' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one, or hide a third.',
      severity: 'error',
      from: { pathNot: '^lib/generated/' },
      to: { circular: true },
    },
    {
      name: 'no-tool-in-product',
      comment: 'What is served must run without development dependencies.',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[.]css$' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^lib/generated/'] },
    exclude: { path: '^([.]next|[.]data)/|[.]css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
