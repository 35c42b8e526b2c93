import 'server-only'
import { Prisma } from '@/lib/generated/prisma/client'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { sqlInstanceActuelle, sqlMembreActuel } from '../write'
import { findObstacle, listCommeParents, readComposition, type LigneComposition } from '../read/composition'
import { formatRegle } from '@/lib/gouvernance/frequence/rules/evaluation'
import { listPrecisions } from '@/lib/gouvernance/frequence/rules/regle-phrases'
import { formatApplication, proposeDate } from '@/lib/gouvernance/frequence/rules/succession'
import { getEditionInstanceSchema, getNouvelleInstanceSchema } from '../schema'
import type { MatiereDecision } from '@/lib/competences/types'
import type {
  ChoixMembre,
  InstanceActuelle,
  MembreActuel,
  RegleEnregistree,
  VueEditionInstance,
  VueNouvelleInstance,
  VueRegle,
} from '../types/edition'
import { toConvention } from './ecran'

/** The screen « Composer une instance ». One SQL statement beyond opening. */
export const getNouvelleInstance = defineQuery({
  nom: 'getNouvelleInstance',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: getNouvelleInstanceSchema,
  run: async ({ tx, convention, today }): Promise<VueNouvelleInstance> => {
    const composition = await readComposition(tx, convention.id)
    return {
      convention: toConvention(convention, today),
      parents: composition.map(({ id, nom }) => ({ id, nom })),
      presents: Object.fromEntries(composition.map(({ type, nom }) => [type, nom])),
    }
  },
})

function toRegle(regle: RegleEnregistree, composition: readonly LigneComposition[], today: DateCivile): VueRegle {
  const temps =
    regle.debut !== null && regle.debut > today
      ? 'A_VENIR'
      : regle.fin !== null && regle.fin < today
        ? 'PASSEE'
        : 'EN_VIGUEUR'
  const moments = regle.moments.map((moment) => ({
    ...moment,
    nom: composition.find(({ ref }) => ref === moment.avant)?.nom,
  }))
  return {
    ...regle,
    moments,
    temps,
    texte: formatRegle(regle),
    precisions: listPrecisions({ ...regle, moments }),
    quand: formatApplication(regle),
  }
}

/** Parties of the convention, and the accounts of those who work on it: an administrator, who sees everyone, is shown these too. */
async function readChoix(tx: Tx, convention: ConventionOuverte, acteur: Acteur): Promise<ChoixMembre> {
  const tous = acteur.roles.some(({ type }) => type === 'ADMINISTRATEUR')
  const deLaConvention = Prisma.sql`EXISTS (SELECT 1 FROM role r JOIN porte.convention c ON c.id = ${convention.id} WHERE r.utilisateur_id = u.id
    AND (r.convention_id = c.id OR r.organisme_id = c.caf_id OR r.organisme_id IN (SELECT organisme_id FROM porte.partie WHERE convention_id = c.id)))`
  const [choix] = await tx.$queryRaw<ChoixMembre[]>`
    SELECT
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'nom', nom, 'signataire', signataire) ORDER BY signataire IS TRUE DESC, ordre, id), '[]')
        FROM porte.partie WHERE convention_id = ${convention.id}) AS parties,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'nom', u.nom, 'fonction', u.fonction) ORDER BY u.nom, u.id), '[]')
        FROM utilisateur u WHERE u.actif AND NOT u.systeme AND ${tous ? deLaConvention : Prisma.sql`true`}) AS comptes`
  return choix ?? { parties: [], comptes: [] }
}

interface Lecture {
  actuelle: InstanceActuelle
  membres: MembreActuel[]
  decideurs: { matiere: MatiereDecision; nom: string }[]
}

/** The screen where an instance is edited: identity, missions, members, rules. Four SQL statements beyond opening. */
export const getEditionInstance = defineQuery({
  nom: 'getEditionInstance',
  operation: 'instance.ecrire',
  portee: 'CONVENTION',
  input: getEditionInstanceSchema,
  run: async ({ tx, convention, today, acteur }, input) => {
    const [lecture] = await tx.$queryRaw<Lecture[]>`
      SELECT ${sqlInstanceActuelle} AS actuelle,
        (SELECT coalesce(jsonb_agg(${sqlMembreActuel} ORDER BY m.ordre, m.id), '[]') FROM membre m
          WHERE m.convention_id = i.convention_id AND m.instance_id = i.id) AS membres,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('matiere', k.matiere, 'nom', a.nom) ORDER BY a.ordre), '[]')
          FROM competence k JOIN instance a ON a.convention_id = k.convention_id AND a.id = k.instance_id
          WHERE k.convention_id = i.convention_id AND k.pouvoir = 'DECIDE' AND k.instance_id <> i.id) AS decideurs
      FROM instance i WHERE i.convention_id = ${convention.id} AND i.ref = ${input.instance}`
    if (!lecture) return echecs.introuvable()
    const { actuelle, membres, decideurs } = lecture
    const composition = await readComposition(tx, convention.id)
    const choix = await readChoix(tx, convention, acteur)
    const regles = actuelle.regles.map((regle) => toRegle(regle, composition, today))
    const enVigueur = regles.find(({ temps }) => temps === 'EN_VIGUEUR') ?? regles.at(-1)
    return {
      convention: toConvention(convention, today),
      instance: actuelle,
      membres,
      regles,
      decideurs,
      enfants: composition.filter(({ parentId }) => parentId === actuelle.id).map(({ nom }) => nom),
      autres: composition.filter(({ id }) => id !== actuelle.id).map(({ ref, nom }) => ({ ref, nom })),
      parents: listCommeParents(composition, actuelle.id).map(({ id, nom }) => ({ id, nom })),
      dateProposee: proposeDate({ periode: enVigueur?.periode ?? null }, convention, today),
      obstacle: await findObstacle(tx, convention.id, actuelle.id),
      ...choix,
    } satisfies VueEditionInstance
  },
})
