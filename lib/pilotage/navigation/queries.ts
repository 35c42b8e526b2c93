import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import {
  countAttentes,
  readResume,
  sqlAttentes,
  sqlResume,
  type AttentesLues,
} from '@/lib/pilotage/situation/read/situation'
import type { AlerteGouvernance } from '@/lib/pilotage/situation/rules/alerte'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { listDroits, type Acteur } from '@/lib/platform/identite/acces'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { listRolesEnMots } from './rules/roles'

/** Who is signed in, as the frame of each page shows it. */
export interface Presentation {
  nom: string
  roles: string[]
  /** How many conventions they reach. */
  conventions: number
  /** How many things wait for them (« À faire »); null for who neither coordinates nor follows a convention. */
  aFaire: number | null
}

export interface NavigationConvention extends Presentation {
  convention: { slug: string; nom: string }
  alerte: AlerteGouvernance | null
  /** Counts of the situation; null when it could not be worked out. */
  fiches: number | null
  aConfirmer: number | null
  /** Total of the schéma in view, in hundredths; null when none is known. */
  etp: number | null
  /** The journal is for those who coordinate. */
  journal: boolean
  /** Whether they keep fiches up to date. */
  tournee: boolean
}

/** Whether somebody writes on fiches: the weekly round is for them. */
const checkTournee = ({ roles }: Acteur): boolean =>
  computeReach(
    'fiche.ecrire',
    roles.map(({ type }) => type),
  ) !== 'NON'

const sqlNombreConventions = Prisma.sql`(SELECT count(*)::int FROM app.conventions_lisibles())`

/** What the frame of a convention's pages shows. One statement beyond opening, when the situations are kept. */
export const getNavigation = defineQuery({
  nom: 'getNavigation',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, acteur, convention, today }): Promise<NavigationConvention> => {
    const [ligne] = await tx.$queryRaw<{ attentes: AttentesLues; resume: string | null; conventions: number }[]>(
      Prisma.sql`SELECT ${sqlAttentes(today)} AS attentes, ${sqlResume(convention.id, today)} AS resume, ${sqlNombreConventions} AS conventions`,
    )
    if (!ligne) throw new Error('navigation without a row')
    const aFaire = await countAttentes(tx, ligne.attentes, today)
    const resume = await readResume(tx, convention, ligne.resume, today)
    return {
      alerte: resume?.alerte ?? null,
      fiches: resume?.progression.total ?? null,
      etp: resume?.etp ?? null,
      aConfirmer: resume?.aConfirmer ?? null,
      conventions: ligne.conventions,
      aFaire,
      convention: { slug: convention.slug, nom: convention.nom },
      nom: acteur.nom,
      roles: listRolesEnMots(acteur.fonction, acteur.roles, convention.id, convention.roles),
      journal: listDroits(convention).includes('journal.lire'),
      tournee: checkTournee(acteur),
    }
  },
})

export interface Accueil extends Presentation {
  /** Slug of the one convention of a person who has only one; null otherwise. */
  seule: string | null
  /** True for those who only read the COPIL view: their first screen is a convention, not a list. */
  lecture: boolean
  /** True for those who coordinate: their first screen is what they have to do. */
  coordination: boolean
  /** What they may do beyond one convention. */
  droits: { tournee: boolean; territoires: boolean; importer: boolean; administrer: boolean }
}

async function readAccueil(tx: Tx, acteur: Acteur, today: DateCivile): Promise<Accueil> {
  const types = acteur.roles.map(({ type }) => type)
  const [ligne] = await tx.$queryRaw<{ conventions: number; seule: string | null; attentes: AttentesLues }[]>`
    SELECT l.conventions, CASE WHEN l.conventions = 1 THEN (SELECT c.slug FROM porte.convention c WHERE c.id = l.premiere) END AS seule,
      ${sqlAttentes(today)} AS attentes
    FROM (SELECT count(*)::int AS conventions, min(l.id) AS premiere FROM app.conventions_lisibles() l) l`
  if (!ligne) throw new Error('first screen without a row')
  return {
    nom: acteur.nom,
    roles: listRolesEnMots(acteur.fonction, acteur.roles, null),
    conventions: ligne.conventions,
    aFaire: await countAttentes(tx, ligne.attentes, today),
    seule: ligne.seule,
    coordination: types.includes('CHARGE_COOPERATION') && !types.includes('CONSEILLER_CAF'),
    lecture: types.every((type) => type === 'ELU' || type === 'LECTEUR' || type === 'PILOTE'),
    droits: {
      tournee: checkTournee(acteur),
      territoires: types.some((type) => type === 'CONSEILLER_CAF' || type === 'ADMINISTRATEUR'),
      importer: computeReach('dossier.importer', types) === 'OUI',
      administrer: computeReach('utilisateur.administrer', types) === 'OUI',
    },
  }
}

/** Who is signed in and where they start. One statement beyond opening, when the situations are kept. */
export const getAccueil = defineQuery({
  nom: 'getAccueil',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: z.strictObject({}),
  run: ({ tx, acteur, today }) => readAccueil(tx, acteur, today),
})
