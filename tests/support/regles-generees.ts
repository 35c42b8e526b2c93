import fc from 'fast-check'
import type pg from 'pg'
import type { OccupationPoste, PosteRegle } from '@/lib/cooperation/postes/rules/pourvu'
import type { SchemaSitue } from '@/lib/cooperation/schemas/rules/en-vigueur'
import type { ModePoste, SchemaRegle, SituationPoste } from '@/lib/cooperation/schemas/types/regles'
import { MOTIFS_ZERO } from '@/lib/cooperation/schemas/words'
import { addDays, type DateCivile } from '@/lib/platform/dates'

/** Rows made at random, to ask the same of a pure rule and of PostgreSQL. Their ids are known before they are written. */

/** How many rows each rule is tried on. */
const LIGNES = Number(process.env.PROPERTY_RUNS ?? 1000)

/** Printed by whatever fails: PROPERTY_SEED runs the same rows again. */
const GRAINE = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31)

export const sample = <T>(arbitraire: fc.Arbitrary<T>, nombre = LIGNES): T[] =>
  fc.sample(arbitraire, { numRuns: nombre, seed: GRAINE })

/** Some thirty days on both sides of today: bounds meet often. */
export const jourProche: fc.Arbitrary<DateCivile> = fc
  .integer({ min: -16, max: 16 })
  .map((n) => addDays('2026-11-30', n))

const borne = fc.option(jourProche)
/** Few days, so that bounds are often the same. */
const borneRare = fc.option(fc.constantFrom('2026-11-20', '2026-11-25', '2026-11-30', '2026-12-05', '2026-12-10'))
const periode = fc
  .tuple(borneRare, borneRare)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { debut: b, fin: a } : { debut: a, fin: b }))
const duree = fc.tuple(jourProche, borne).map(([a, b]) => ({ debut: a, fin: b !== null && b < a ? a : b }))

export interface SchemaGenere extends Omit<SchemaSitue, 'id'> {
  total: number | null
}

export const schemaGenere: fc.Arbitrary<SchemaGenere> = fc
  .record({
    periode,
    etat: fc.constantFrom('BROUILLON', 'PROPOSE', 'VALIDE', 'CLOS'),
    anterieur: fc.boolean(),
    ordre: fc.nat(3),
    total: fc.option(fc.nat(500)),
  })
  .map(({ periode: bornes, ...schema }) => ({ ...schema, ...bornes }))

const CLES = [0, 1, 2, 3, 4]

/** Figures few and small, so that sums often meet their total; lines 0 to 2 are by porteur, 3 and 4 by thématique. */
export const schemaEquilibre: fc.Arbitrary<SchemaRegle> = fc
  .record({
    total: fc.option(fc.constantFrom(0, 100, 100, 200), { freq: 9 }),
    existant: fc.option(fc.constantFrom(0, 100), { freq: 1 }),
    developpements: fc.array(fc.record({ libelle: fc.constant('D'), quotite: fc.constantFrom(50, 100) }), {
      maxLength: 1,
    }),
    lignes: fc.tuple(
      ...CLES.map(() =>
        fc.record({
          absente: fc.boolean(),
          quotite: fc.option(fc.constantFrom(0, 50, 100), { freq: 2 }),
          raison: fc.option(fc.constantFrom('à négocier', ' ', '')),
          motif: fc.option(fc.constantFrom(...MOTIFS_ZERO), { freq: 4 }),
        }),
      ),
    ),
    croise: fc.array(fc.tuple(fc.constantFrom(0, 1, 2), fc.constantFrom(3, 4), fc.constantFrom(50, 100)), {
      maxLength: 2,
    }),
    sansCroise: fc.boolean(),
  })
  .map(({ lignes, croise, sansCroise, ...schema }) => {
    const affectations = lignes.flatMap(({ absente, ...ligne }, cle) =>
      absente
        ? []
        : [
            {
              ...ligne,
              marge: cle < 3 ? ('PORTEUR' as const) : ('THEMATIQUE' as const),
              cle: String(cle),
              libelle: `Ligne ${cle}`,
            },
          ],
    )
    const la = (cle: number) => affectations.some((ligne) => ligne.cle === String(cle))
    const cases = new Map(croise.map((cellule) => [`${cellule[0]}-${cellule[1]}`, cellule]))
    return {
      ...schema,
      debut: null,
      fin: null,
      etat: 'BROUILLON' as const,
      affectations,
      croise: sansCroise
        ? []
        : [...cases.values()]
            .filter(([porteur, thematique]) => la(porteur) && la(thematique))
            .map(([porteur, thematique, quotite]) => ({
              porteur: String(porteur),
              thematique: String(thematique),
              quotite,
            })),
    }
  })

export interface LigneGeneree {
  quotite: number | null
  situation: SituationPoste
  postes: (PosteRegle & { mode: ModePoste })[]
}

const occupation = fc.record({
  duree,
  quotite: fc.option(fc.integer({ min: 1, max: 100 }), { freq: 4 }),
  absence: fc.option(duree),
  remplace: fc.boolean(),
})

const poste: fc.Arbitrary<LigneGeneree['postes'][number]> = fc
  .record({
    quotite: fc.nat(120),
    mode: fc.constantFrom('DIRECT', 'EXTERNALISE', 'PARTAGE', 'NON_PRECISE'),
    occupations: fc.array(occupation, { maxLength: 4 }),
  })
  .map(({ occupations, ...reste }) => ({
    ...reste,
    occupations: occupations.map(
      ({ duree: tenue, quotite, absence, remplace }, rang): OccupationPoste => ({
        id: rang + 1,
        charge: rang,
        quotite,
        ...tenue,
        remplace: remplace && rang > 0 ? rang : null,
        absences: absence === null ? [] : [absence],
      }),
    ),
  }))

export const ligneGeneree: fc.Arbitrary<LigneGeneree> = fc.record({
  quotite: fc.option(fc.nat(300)),
  situation: fc.constantFrom('POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE'),
  postes: fc.array(poste, { maxLength: 3 }),
})

/** Posts on no line. */
export const posteGenere = poste

/**
 * Writes rows as the owner, in as many columns as the first one has; in a transaction that is rolled back, since neither the
 * journal nor the checks of what is written see them.
 */
export async function insert(owner: pg.Client, table: string, lignes: readonly object[]): Promise<void> {
  const [premiere] = lignes
  if (premiere === undefined) return
  const colonnes = Object.keys(premiere).join(', ')
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await owner.query(
    `INSERT INTO ${table} (${colonnes}) SELECT ${colonnes} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(lignes)],
  )
}

/** Conventions of one Caf, with these ids and nothing in them. */
export async function insertConventions(owner: pg.Client, ids: readonly number[]): Promise<void> {
  const { rows } = await owner.query<{ id: number }>(`SELECT id FROM organisme WHERE type = 'CAF' ORDER BY id LIMIT 1`)
  const lignes = ids.map((id) => ({
    id,
    slug: `generee-${id}`,
    nom: `Convention ${id}`,
    caf_id: rows[0]?.id,
    territoire_nom: 'Territoire',
    source: {},
    demonstration: false,
    renouvellement: 'NON_PRECISE',
    recherche: '',
    version: 0,
    cree_le: '2026-01-01T12:00:00Z',
  }))
  await insert(owner, 'convention', lignes)
}

/** The rows of a schéma’s lines and posts, ids counted from the convention’s. */
export function buildLignes(
  convention: number,
  schema: number,
  lignes: readonly LigneGeneree[],
  libres: readonly (typeof posteGenere extends fc.Arbitrary<infer P> ? P : never)[],
) {
  const affectations = lignes.map(({ quotite, situation }, rang) => ({
    id: schema * 100 + rang,
    convention_id: convention,
    schema_id: schema,
    marge: 'PORTEUR',
    libelle: `Ligne ${rang}`,
    quotite: quotite === null ? null : quotite / 100,
    situation,
    themes_texte: [],
    ordre: rang,
    version: 0,
  }))
  const tous = [
    ...lignes.flatMap(({ postes }, rang) =>
      postes.map((decrit) => ({ decrit, affectation: (schema * 100 + rang) as number | null })),
    ),
    ...libres.map((decrit) => ({ decrit, affectation: null })),
  ]
  const postes = tous.map(({ decrit, affectation }, rang) => ({
    id: schema * 100 + rang,
    convention_id: convention,
    schema_id: schema,
    affectation_id: affectation,
    ref: `poste-${schema}-${rang}`,
    intitule: `Poste ${rang}`,
    quotite: decrit.quotite / 100,
    mode: decrit.mode,
    ordre: rang,
    version: 0,
  }))
  const occupations = tous.flatMap(({ decrit }, rang) =>
    decrit.occupations.map((tenue) => ({
      tenue,
      posteId: schema * 100 + rang,
      id: (schema * 100 + rang) * 10 + tenue.id,
    })),
  )
  return {
    affectations,
    postes,
    occupations: occupations.map(({ tenue, posteId, id }) => ({
      id,
      convention_id: convention,
      poste_id: posteId,
      charge_id: id,
      remplace_id: tenue.remplace === null ? null : posteId * 10 + tenue.remplace,
      quotite: tenue.quotite === null ? null : tenue.quotite / 100,
      debut: tenue.debut,
      fin: tenue.fin,
      version: 0,
    })),
    charges: occupations.map(({ id }) => ({ id, nom: `Personne ${id}`, version: 0 })),
    absences: occupations.flatMap(({ tenue, id }) =>
      tenue.absences.map((absence) => ({ convention_id: convention, occupation_id: id, ...absence })),
    ),
  }
}

const PREMIERE = 1_000_000
const PAR_CONVENTION = 5

/** Said by what fails: how to run the same rows again. */
export const graine = `PROPERTY_SEED=${GRAINE}`

/** Cuts rows by convention: the same number in each. */
export const share = <T>(lignes: readonly T[]): { convention: number; siennes: T[] }[] =>
  Array.from({ length: Math.ceil(lignes.length / PAR_CONVENTION) }, (_, rang) => ({
    convention: PREMIERE + rang,
    siennes: lignes.slice(rang * PAR_CONVENTION, (rang + 1) * PAR_CONVENTION),
  }))

/** What expressions of PostgreSQL answer for each case `x` of a recordset, in order. */
export async function ask<T>(
  owner: pg.Client,
  cas: readonly object[],
  colonnes: string,
  expressions: string,
): Promise<T[]> {
  const { rows } = await owner.query<T & { rang: number }>(
    `SELECT x.rang, ${expressions} FROM jsonb_to_recordset($1) AS x(rang int, ${colonnes}) ORDER BY x.rang`,
    [JSON.stringify(cas.map((un, rang) => ({ rang, ...un })))],
  )
  return rows.map(({ rang: _rang, ...reponse }) => reponse as T)
}

/** A thousand rows take their time on a busy machine. */
export const PATIENT = { timeout: 120_000 }
