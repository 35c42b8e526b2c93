// The arrows of docs/architecture.md, as rules. tests/unit/house/boundaries.test.ts proves each of them with a violation.

/**
 * The rooms of lib, from the ground to the roof: an arrow goes down this list, never up.
 * Rooms of one line know nothing of each other.
 */
const ROOMS = [
  ['platform'],
  ['documents', 'tableurs'],
  ['competences', 'notation'],
  ['convention'],
  ['cooperation'],
  ['plan-action'],
  ['gouvernance'],
  ['dossier'],
  ['pilotage'],
  ['journal', 'utilisateurs'],
]

/** Pure helpers of the platform: what rules, schemas and components may use. */
const PURE_PLATFORM =
  '^lib/platform/(adresse|csv|dates|heures|mots|nettoyage|nombres|ref|saisie|strict|texte|typographie)[.]ts$'
/** What the screens' code may also know of the platform: the shape of an answer. */
const SCREEN_PLATFORM = '^lib/platform/resultat[.]ts$'

/** What a document or a spreadsheet is, whatever it says. */
const PURE_FILES = '^lib/(documents/types|tableurs/(types|nombres|grille))[.]ts$'

/** A file of a room, by its furniture: `rules.ts`, or a file of the folder `rules/` it became, in the room or in a wing. */
const furniture = (names, room = '[^/]+') => [
  `^lib/${room}/(${names})([.]ts$|/)`,
  `^lib/${room}/[^/]+/(${names})([.]ts$|/)`,
]
const DOMAINS = ROOMS.slice(2).flat()
const DOMAIN = `(${DOMAINS.join('|')})`
/** What follows from data alone. */
const PURE = 'schema|rules|words|types'
/** What another room may use: all but what writes. */
const DOORS = `${PURE}|sql|read|queries|mapping|effets`
const DATABASE = '^lib/(generated|platform/db)|(^|/)node_modules/(@prisma/(client|adapter-pg)|pg)/'

/** For each room: the rooms beside it and above it. */
const goDown = ROOMS.flatMap((line, i) =>
  line.map((room) => {
    const closed = [...line.filter((other) => other !== room), ...ROOMS.slice(i + 1).flat()]
    return {
      name: `rooms-go-down-from-${room}`,
      comment: `lib/${room} knows nothing of the rooms beside it or above it.`,
      severity: 'error',
      from: { path: `^lib/${room}/` },
      to: { path: closed.length > 0 ? `^lib/(${closed.join('|')})/` : '^$' },
    }
  }),
)

/** The pictures that the chart library draws. */
const EXPLORED = '^components/ui/explorer/(series|bandes)[.]tsx$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...goDown,
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
      comment:
        'A component takes data and never fetches it: from lib, it knows schemas, rules, words, pure helpers and the actions it submits to.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^lib/',
        pathNot: [...furniture(`${PURE}|actions`, DOMAIN), PURE_PLATFORM, SCREEN_PLATFORM],
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
      name: 'chart-library-in-explorer',
      comment:
        'The chart library weighs more than a page: it draws what one asks to explore, and nothing else (record 43).',
      severity: 'error',
      from: { path: '^(app|components|lib)/', pathNot: EXPLORED },
      to: { path: '(^|/)node_modules/recharts/' },
    },
    {
      name: 'explored-on-demand',
      comment: 'What uses the chart library is fetched when somebody asks for it, never with a page.',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: EXPLORED, dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'lib-arrows',
      comment: 'lib knows neither screens nor tools.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|prisma|scripts|tests)/' },
    },
    {
      name: 'room-through-its-door',
      comment:
        'A room uses another through its rules, schemas, words, statements, reads and queries, never through what writes; what a decision changes there, through its effets.',
      severity: 'error',
      from: { path: `^lib/${DOMAIN}/` },
      to: { path: `^lib/${DOMAIN}/`, pathNot: ['^lib/$1/', ...furniture(DOORS)] },
    },
    {
      name: 'effets-by-what-writes',
      comment:
        'What a room changes in another is written there, in its effets, and called by what writes: an action, a write, or an effet.',
      severity: 'error',
      from: { path: `^lib/${DOMAIN}/`, pathNot: furniture('actions|write|effets', DOMAIN) },
      to: { path: furniture('effets'), pathNot: '^lib/$1/' },
    },
    {
      name: 'effets-of-a-decision',
      comment: 'What a decision of an instance changes in another room is called by nobody but decisions (record 23).',
      severity: 'error',
      from: { path: `^lib/${DOMAIN}/`, pathNot: '^lib/gouvernance/decisions/(effets[.]ts|write/)' },
      to: { path: `^lib/${DOMAIN}/[^/]+/effets/decision[.]ts$`, pathNot: '^lib/$1/' },
    },
    {
      name: 'pure-files',
      comment: 'Schemas, rules, words and types follow from data and `today` alone: zod, pure helpers, and their like.',
      severity: 'error',
      from: { path: furniture(PURE, DOMAIN) },
      to: {
        pathNot: [
          ...furniture(`${PURE}|mapping`, DOMAIN),
          PURE_PLATFORM,
          SCREEN_PLATFORM,
          PURE_FILES,
          '(^|/)node_modules/zod/',
        ],
      },
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
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
