/** One import that breaks one rule of .dependency-cruiser.cjs. */
export type Violation = { rule: string; from: string; to: string; statement: string }

/** A small project that respects every arrow: the violations below are added to it. */
export const SOUND_PROJECT: Record<string, string> = {
  'app/page.tsx': "import '@/components/gouvernance/frise'\nimport '@/lib/gouvernance/queries'",
  'app/layout.tsx': "import '@/components/ui/bouton'",
  'components/ui/bouton.tsx': "import '@/lib/platform/dates'",
  'components/gouvernance/frise.tsx': [
    "import '@/components/ui/bouton'",
    "import '@/lib/gouvernance/rules'",
    "import '@/lib/gouvernance/actions'",
    "import '@/lib/platform/resultat'",
    "import type { Frise } from '@/lib/gouvernance/queries'",
    'export type Vue = Frise',
  ].join('\n'),
  'lib/gouvernance/rules.ts': "import './rules-periodes'\nimport '@/lib/platform/dates'\nimport './schema'",
  'lib/gouvernance/rules-periodes.ts': "import '@/lib/platform/nombres'",
  'lib/gouvernance/schema.ts': "import 'zod'",
  'lib/gouvernance/queries.ts': "import './rules'\nimport '@/lib/platform/db'\nexport type Frise = string",
  'lib/gouvernance/actions.ts': "import './rules'\nimport '@/lib/cooperation/queries'\nimport '@/lib/cooperation/rules'",
  'lib/gouvernance/tables.ts': "import '@/lib/platform/db'",
  'lib/cooperation/rules.ts': "import '@/lib/platform/nombres'",
  'lib/cooperation/queries.ts': "import '@/lib/platform/db'",
  'lib/cooperation/poule.ts': "import './oeuf'",
  'lib/cooperation/oeuf.ts': 'export {}',
  'lib/platform/db.ts': "import '@/lib/generated/prisma/client'\nimport 'pg'",
  'lib/platform/dates.ts': 'export {}',
  'lib/platform/nombres.ts': 'export {}',
  'lib/platform/resultat.ts': 'export {}',
  'lib/platform/session.ts': "import './db'",
  'lib/generated/prisma/client.ts': 'export {}',
  'tests/support/outil.ts': 'export {}',
}

/** At least one violation of each rule. */
export const VIOLATIONS: Violation[] = [
  { rule: 'app-arrows', from: 'app/outil.ts', to: 'tests/support/outil.ts', statement: "import '../tests/support/outil'" },
  { rule: 'app-without-database', from: 'app/sql.ts', to: 'lib/platform/db.ts', statement: "import '@/lib/platform/db'" },
  { rule: 'app-without-database', from: 'app/pg.ts', to: 'node_modules/pg/', statement: "import 'pg'" },
  {
    rule: 'components-without-data',
    from: 'components/gouvernance/lecture.tsx',
    to: 'lib/gouvernance/queries.ts',
    statement: "import '@/lib/gouvernance/queries'",
  },
  {
    rule: 'components-without-data',
    from: 'components/gouvernance/session.tsx',
    to: 'lib/platform/session.ts',
    statement: "import '@/lib/platform/session'",
  },
  {
    rule: 'components-without-database',
    from: 'components/gouvernance/table.tsx',
    to: 'lib/platform/db.ts',
    statement: "import type { Tx } from '@/lib/platform/db'\nexport type Ligne = Tx",
  },
  { rule: 'components-arrows', from: 'components/ui/adresse.tsx', to: 'app/layout.tsx', statement: "import '@/app/layout'" },
  { rule: 'ui-knows-no-domain', from: 'components/ui/pastille.tsx', to: 'lib/gouvernance/rules.ts', statement: "import '@/lib/gouvernance/rules'" },
  {
    rule: 'lib-arrows',
    from: 'lib/gouvernance/rendu.ts',
    to: 'components/ui/bouton.tsx',
    statement: "import '@/components/ui/bouton'",
  },
  {
    rule: 'domain-through-its-door',
    from: 'lib/cooperation/emprunt.ts',
    to: 'lib/gouvernance/tables.ts',
    statement: "import '@/lib/gouvernance/tables'",
  },
  {
    rule: 'domain-through-its-door',
    from: 'lib/cooperation/ordre.ts',
    to: 'lib/gouvernance/actions.ts',
    statement: "import '@/lib/gouvernance/actions'",
  },
  {
    rule: 'platform-knows-no-domain',
    from: 'lib/platform/metier.ts',
    to: 'lib/gouvernance/rules.ts',
    statement: "import '@/lib/gouvernance/rules'",
  },
  { rule: 'pure-files', from: 'lib/cooperation/rules-impures.ts', to: 'lib/platform/db.ts', statement: "import '@/lib/platform/db'" },
  { rule: 'pure-files', from: 'lib/cooperation/rules-disque.ts', to: 'fs', statement: "import 'node:fs'" },
  {
    rule: 'pure-files',
    from: 'lib/cooperation/schema.ts',
    to: 'lib/gouvernance/schema.ts',
    statement: "import '@/lib/gouvernance/schema'",
  },
  {
    rule: 'generated-client-in-lib',
    from: 'tests/raccourci.ts',
    to: 'lib/generated/prisma/client.ts',
    statement: "import '@/lib/generated/prisma/client'",
  },
  { rule: 'no-cycle', from: 'lib/cooperation/oeuf.ts', to: 'lib/cooperation/poule.ts', statement: "import './poule'" },
  { rule: 'no-tool-in-product', from: 'lib/cooperation/essai.ts', to: 'node_modules/vitest/', statement: "import 'vitest'" },
  { rule: 'no-unresolved', from: 'lib/cooperation/perdu.ts', to: './nulle-part', statement: "import './nulle-part'" },
]
