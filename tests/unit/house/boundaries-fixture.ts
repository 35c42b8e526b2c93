/** One import that breaks one rule of .dependency-cruiser.cjs. */
export type Violation = { rule: string; from: string; to: string; statement: string }

/** The rooms of lib from the ground to the roof, as docs/architecture.md tells them. */
const ORDER = [
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

/** The word of each room, a file that every arrow may lead to. */
const WORDS = Object.fromEntries(ORDER.flat().map((room) => [`lib/${room}/words.ts`, 'export {}']))

/** A small project that respects every arrow: the violations below are added to it. */
export const SOUND_PROJECT: Record<string, string> = {
  ...WORDS,
  'app/page.tsx': "import '@/components/gouvernance/frequence/frise'\nimport '@/lib/gouvernance/frequence/queries'",
  'app/layout.tsx': "import '@/components/ui/bouton'",
  'components/ui/bouton.tsx': "import '@/lib/platform/dates'",
  'components/ui/explorer/series.tsx': "import 'recharts'",
  'components/ui/explorer/ouvrir.tsx': "export const load = () => import('./series')",
  'components/gouvernance/frequence/frise.tsx': [
    "import '@/components/ui/bouton'",
    "import '@/lib/gouvernance/frequence/rules/evaluation'",
    "import '@/lib/gouvernance/frequence/words'",
    "import '@/lib/gouvernance/frequence/actions'",
    "import '@/lib/platform/resultat'",
    "import type { Frise } from '@/lib/gouvernance/frequence/queries'",
    'export type Vue = Frise',
  ].join('\n'),
  'lib/gouvernance/frequence/rules/evaluation.ts':
    "import './periodes'\nimport '../schema'\nimport '@/lib/convention/rules'\nimport '@/lib/platform/dates'",
  'lib/gouvernance/frequence/rules/periodes.ts': "import '@/lib/platform/nombres'",
  'lib/gouvernance/frequence/words.ts': 'export {}',
  'lib/gouvernance/frequence/schema.ts': "import 'zod'",
  'lib/gouvernance/frequence/queries.ts':
    "import './rules/evaluation'\nimport '@/lib/platform/db'\nexport type Frise = string",
  'lib/gouvernance/frequence/write.ts': "import '@/lib/platform/db'",
  'lib/gouvernance/frequence/actions.ts':
    "import './write'\nimport '@/lib/convention/accord/effets'\nimport '@/lib/cooperation/schemas/queries'\nimport '@/lib/cooperation/schemas/rules'",
  'lib/gouvernance/decisions/effets.ts': "import '@/lib/cooperation/schemas/effets/decision'",
  'lib/convention/accord/effets.ts': "import '@/lib/platform/db'",
  'lib/cooperation/schemas/effets/decision.ts': "import '@/lib/platform/db'",
  'lib/cooperation/schemas/rules.ts': "import '@/lib/platform/nombres'\nimport '@/lib/platform/resultat'",
  'lib/cooperation/schemas/queries.ts': "import '@/lib/platform/db'\nimport '@/lib/tableurs/read'",
  'lib/cooperation/schemas/write.ts': "import '@/lib/platform/db'",
  'lib/convention/rules.ts': "import '@/lib/platform/dates'",
  'lib/tableurs/read.ts': "import '@/lib/platform/nombres'",
  'lib/cooperation/postes/poule.ts': "import './oeuf'",
  'lib/cooperation/postes/oeuf.ts': 'export {}',
  'lib/platform/db.ts': "import '@/lib/generated/prisma/client'\nimport 'pg'",
  'lib/platform/dates.ts': 'export {}',
  'lib/platform/nombres.ts': 'export {}',
  'lib/platform/resultat.ts': 'export {}',
  'lib/platform/identite/session.ts': "import '../db'",
  'lib/generated/prisma/client.ts': 'export {}',
  'tests/support/outil.ts': 'export {}',
}

/** From each room to each room beside it or above it: an arrow that goes up. */
const UPWARD: Violation[] = ORDER.flatMap((line, i) =>
  line.flatMap((room) =>
    [...line.filter((other) => other !== room), ...ORDER.slice(i + 1).flat()].map((other) => ({
      rule: `rooms-go-down-from-${room}`,
      from: `lib/${room}/vers-${other}.ts`,
      to: `lib/${other}/words.ts`,
      statement: `import '@/lib/${other}/words'`,
    })),
  ),
)

/** At least one violation of each rule. */
export const VIOLATIONS: Violation[] = [
  ...UPWARD,
  {
    rule: 'app-arrows',
    from: 'app/outil.ts',
    to: 'tests/support/outil.ts',
    statement: "import '../tests/support/outil'",
  },
  {
    rule: 'app-without-database',
    from: 'app/sql.ts',
    to: 'lib/platform/db.ts',
    statement: "import '@/lib/platform/db'",
  },
  { rule: 'app-without-database', from: 'app/pg.ts', to: 'node_modules/pg/', statement: "import 'pg'" },
  {
    rule: 'components-without-data',
    from: 'components/gouvernance/frequence/lecture.tsx',
    to: 'lib/gouvernance/frequence/queries.ts',
    statement: "import '@/lib/gouvernance/frequence/queries'",
  },
  {
    rule: 'components-without-data',
    from: 'components/gouvernance/frequence/ecriture.tsx',
    to: 'lib/gouvernance/frequence/write.ts',
    statement: "import '@/lib/gouvernance/frequence/write'",
  },
  {
    rule: 'components-without-data',
    from: 'components/gouvernance/frequence/session.tsx',
    to: 'lib/platform/identite/session.ts',
    statement: "import '@/lib/platform/identite/session'",
  },
  {
    rule: 'components-without-database',
    from: 'components/gouvernance/frequence/table.tsx',
    to: 'lib/platform/db.ts',
    statement: "import type { Tx } from '@/lib/platform/db'\nexport type Ligne = Tx",
  },
  {
    rule: 'components-arrows',
    from: 'components/ui/adresse.tsx',
    to: 'app/layout.tsx',
    statement: "import '@/app/layout'",
  },
  {
    rule: 'ui-knows-no-domain',
    from: 'components/ui/pastille.tsx',
    to: 'lib/gouvernance/frequence/rules/evaluation.ts',
    statement: "import '@/lib/gouvernance/frequence/rules/evaluation'",
  },
  {
    rule: 'chart-library-in-explorer',
    from: 'components/gouvernance/frequence/graphique.tsx',
    to: 'node_modules/recharts/',
    statement: "import 'recharts'",
  },
  {
    rule: 'explored-on-demand',
    from: 'components/gouvernance/frequence/explorer.tsx',
    to: 'components/ui/explorer/series.tsx',
    statement: "import '@/components/ui/explorer/series'",
  },
  {
    rule: 'lib-arrows',
    from: 'lib/gouvernance/frequence/rendu.ts',
    to: 'components/ui/bouton.tsx',
    statement: "import '@/components/ui/bouton'",
  },
  {
    rule: 'room-through-its-door',
    from: 'lib/gouvernance/instances/emprunt.ts',
    to: 'lib/cooperation/schemas/write.ts',
    statement: "import '@/lib/cooperation/schemas/write'",
  },
  {
    rule: 'room-through-its-door',
    from: 'lib/pilotage/copil/ordre.ts',
    to: 'lib/gouvernance/frequence/actions.ts',
    statement: "import '@/lib/gouvernance/frequence/actions'",
  },
  {
    rule: 'room-through-its-door',
    from: 'lib/gouvernance/instances/prefixe.ts',
    to: 'lib/cooperation/postes/poule.ts',
    statement: "import '@/lib/cooperation/postes/poule'",
  },
  {
    rule: 'effets-by-what-writes',
    from: 'lib/gouvernance/frequence/raccourci.ts',
    to: 'lib/convention/accord/effets.ts',
    statement: "import '@/lib/convention/accord/effets'",
  },
  {
    rule: 'effets-by-what-writes',
    from: 'lib/pilotage/copil/read.ts',
    to: 'lib/convention/accord/effets.ts',
    statement: "import '@/lib/convention/accord/effets'",
  },
  {
    rule: 'effets-of-a-decision',
    from: 'lib/gouvernance/instances/write.ts',
    to: 'lib/cooperation/schemas/effets/decision.ts',
    statement: "import '@/lib/cooperation/schemas/effets/decision'",
  },
  {
    rule: 'pure-files',
    from: 'lib/cooperation/schemas/rules/impures.ts',
    to: 'lib/platform/db.ts',
    statement: "import '@/lib/platform/db'",
  },
  { rule: 'pure-files', from: 'lib/cooperation/schemas/words.ts', to: 'fs', statement: "import 'node:fs'" },
  {
    rule: 'pure-files',
    from: 'lib/gouvernance/frequence/types.ts',
    to: 'lib/cooperation/schemas/queries.ts',
    statement: "import '@/lib/cooperation/schemas/queries'",
  },
  {
    rule: 'generated-client-in-lib',
    from: 'tests/raccourci.ts',
    to: 'lib/generated/prisma/client.ts',
    statement: "import '@/lib/generated/prisma/client'",
  },
  {
    rule: 'no-cycle',
    from: 'lib/cooperation/postes/oeuf.ts',
    to: 'lib/cooperation/postes/poule.ts',
    statement: "import './poule'",
  },
  {
    rule: 'no-tool-in-product',
    from: 'lib/cooperation/essai.ts',
    to: 'node_modules/vitest/',
    statement: "import 'vitest'",
  },
  {
    rule: 'no-unresolved',
    from: 'lib/cooperation/perdu.ts',
    to: './nulle-part',
    statement: "import './nulle-part'",
  },
]
