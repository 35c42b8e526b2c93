import pg from 'pg'
import { importDossier } from '@/lib/dossier/import/actions'
import type { DossierEcrit } from '@/lib/dossier/schema/dossier'
import { runAs } from '@/lib/platform/identite/session'
import { createDossierExemple } from './dossiers/exemple'
import { createPersonne, type Personne } from './personnes'

/** One instance of each kind of rule, in a convention that runs from 2026 to 2030. */
const INSTANCES: NonNullable<DossierEcrit['instances']> = [
  {
    ref: 'copil',
    type: 'COPIL',
    nom: 'Comité de pilotage',
    animation: 'Copiloté par la Caf et la commune',
    missions: ['Valide le plan d’action'],
    membres: [
      { libelle: 'La commune', fonction: 'Le maire', organisme: 'mairie', voix: 'DECISIVE' },
      { libelle: 'Des personnes ressources', voix: 'CONSULTATIVE' },
    ],
    regles: [{ mode: 'MINIMUM', minimum: 1, periode: 'AN_CIVIL', source: 'se réunit à minima une fois par an' }],
    reunions: [{ ref: 'copil-figee', date: '2026-02-10', etat: 'TENUE', compteRendu: 'Validé', figee: true }],
  },
  {
    ref: 'cotech',
    type: 'COTECH',
    nom: 'Comité technique',
    regles: [
      { mode: 'FOURCHETTE', minimum: 1, maximum: 2, periode: 'AN_CIVIL', source: 'Se réunit 1 à 2 fois par an' },
    ],
  },
  {
    ref: 'groupe-projet',
    type: 'GROUPE_PROJET',
    nom: 'Groupe projet',
    regles: [{ mode: 'MOYENNE', moyenne: 1, periode: 'MOIS', source: 'Se réunit 1 fois tous les mois en moyenne' }],
  },
  {
    ref: 'rencontre-cdc',
    type: 'RENCONTRE',
    nom: 'Rencontre CDC',
    parent: 'groupe-projet',
    regles: [{ mode: 'MINIMUM', minimum: 2, periode: 'MOIS', aConfirmer: true, source: 'Rencontre CDC bimensuelle' }],
  },
  {
    ref: 'groupes-thematiques',
    type: 'COMMISSION',
    nom: 'Groupes thématiques',
    regles: [{ mode: 'FOURCHETTE', minimum: 1, maximum: 1, periode: 'AN_CIVIL', par: 'THEMATIQUE' }],
  },
  { ref: 'commissions', type: 'COMMISSION', nom: 'Commissions de travail', regles: [{ mode: 'SELON_BESOIN' }] },
]

/** Dossier of a convention with an instance per kind of rule. */
export function createDossierGouvernance(slug: string): DossierEcrit {
  const base = createDossierExemple(slug)
  return {
    ...base,
    convention: { ...base.convention, dateDebut: '2026-01-01', dateFin: '2030-12-31' },
    lacunes: [{ sujet: 'FREQUENCES', raison: 'Les commissions n’ont pas de rythme écrit.' }],
    reserves: [
      {
        cible: { type: 'REGLE', ref: 'rencontre-cdc' },
        citation: 'bimensuelle',
        lecture: 'deux fois par mois',
        raison: 'Souvent écrit pour « bimestrielle ».',
      },
    ],
    instances: INSTANCES,
    plan: null,
    schemas: [],
  }
}

export interface ConventionEssai {
  slug: string
  id: number
  /** Ids of its instances by ref. */
  instances: Record<string, number>
  /** Someone who coordinates this convention. */
  coordination: Personne
}

/**
 * Imports a convention with an instance per kind of rule, and someone who coordinates it.
 * @param ownerUrl connection of the owner (createTestDatabase)
 */
export async function createConventionEssai(ownerUrl: string, slug: string): Promise<ConventionEssai> {
  const administration = await createPersonne(ownerUrl, [{ type: 'ADMINISTRATEUR' }])
  const importee = await runAs(administration.session, () => importDossier({ dossier: createDossierGouvernance(slug) }))
  if (!importee.ok) throw new Error(`${importee.message} ${JSON.stringify(importee)}`)
  const coordination = await createPersonne(ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: slug }])
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ ref: string; id: number }>(
    'SELECT ref, id FROM instance WHERE convention_id = $1',
    [importee.data.conventionId],
  )
  await owner.end()
  return {
    slug,
    id: importee.data.conventionId,
    coordination,
    instances: Object.fromEntries(rows.map(({ ref, id }) => [ref, id])),
  }
}
