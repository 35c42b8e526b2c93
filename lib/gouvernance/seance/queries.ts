import 'server-only'
import { z } from 'zod'
import { listDroits } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { slugConvention } from '@/lib/platform/saisie'
import { listInstances } from '@/lib/gouvernance/instances/read/instances'
import { readFaitsAgenda } from './read/agenda'
import { readChoixLiens, readPoints, toPoint, toRenvoiSeance } from './read/points'
import { readDecisionsReunion } from '@/lib/gouvernance/decisions/read/decisions'
import { readChoixDecisions } from '@/lib/gouvernance/decisions/read/choix'
import type { LigneReunion } from '@/lib/gouvernance/instances/read/lignes'
import { readPresences } from './read/presences'
import { readEtatReleve } from '@/lib/gouvernance/releves/read/releve'
import { listPropositions } from './rules/agenda'
import { groupPropositions } from './rules/groupes'
import type { LectureSeule, VuePageReunion } from './types/reunion'
import { toConvention, toInstanceReunion, toReunion } from '@/lib/gouvernance/instances/queries/ecran'

const refReunion = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
  .max(120)

interface Lecture extends LigneReunion {
  precedente: { ref: string; date: DateCivile } | null
  suivante: { ref: string; date: DateCivile } | null
}

/** One meeting by its ref, with the ones before and after it of the same instance. One SQL statement. */
async function readReunion(tx: Tx, convention: number, ref: string): Promise<Lecture | null> {
  const [reunion] = await tx.$queryRaw<Lecture[]>`
    SELECT r.id, r.ref, r.version, r.instance_id AS "instanceId", r.date::text, r.heure_debut AS "heureDebut", r.heure_fin AS "heureFin",
      r.lieu, r.objet, r.groupe, r.etat::text, r.motif_annulation AS "motifAnnulation", r.compte_rendu AS "compteRendu", r.figee,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('regle', d.regle, 'motif', d.motif) ORDER BY d.id), '[]')
        FROM derogation d WHERE d.convention_id = ${convention} AND d.reunion_id = r.id) AS derogations,
      (SELECT jsonb_build_object('ref', a.ref, 'date', a.date) FROM reunion a
        WHERE a.convention_id = ${convention} AND a.instance_id = r.instance_id AND a.etat <> 'ANNULEE' AND (a.date, a.id) < (r.date, r.id)
        ORDER BY a.date DESC, a.id DESC LIMIT 1) AS precedente,
      (SELECT jsonb_build_object('ref', b.ref, 'date', b.date) FROM reunion b
        WHERE b.convention_id = ${convention} AND b.instance_id = r.instance_id AND b.etat <> 'ANNULEE' AND (b.date, b.id) > (r.date, r.id)
        ORDER BY b.date, b.id LIMIT 1) AS suivante
    FROM reunion r WHERE r.convention_id = ${convention} AND r.ref = ${ref}`
  return reunion ?? null
}

function computeLectureSeule({ figee, etat }: LigneReunion): LectureSeule {
  if (figee) {
    return {
      titre: 'Relevé validé',
      raison:
        'Le relevé de décisions de cette réunion est validé par les deux copilotes : son contenu ne change plus. Une correction passe par une nouvelle version du relevé.',
    }
  }
  if (etat !== 'ANNULEE') return null
  return {
    titre: 'Réunion annulée',
    raison: 'Cette réunion n’a pas eu lieu : remettez-la en « prévue » pour compléter son ordre du jour.',
  }
}

/** The page of one meeting: agenda with notes and decisions, what is proposed for it, presences and quorum, state of the minutes. */
export const getReunion = defineQuery({
  nom: 'getReunion',
  operation: 'gouvernance.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention, reunion: refReunion }),
  run: async ({ tx, convention, acteur, today }, input) => {
    const lue = await readReunion(tx, convention.id, input.reunion)
    if (!lue) return echecs.introuvable()
    const instances = await listInstances(tx, convention, today)
    const instance = instances.find(({ id }) => id === lue.instanceId)
    const { precedente, suivante, ...ligne } = lue
    const [reunion] = instance ? toReunion(ligne, new Map([[instance.id, toInstanceReunion(instance)]]), today) : []
    if (!instance || !reunion) return echecs.introuvable()
    const droits = listDroits(convention)
    const lectureSeule = computeLectureSeule(lue)
    const peutEcrire = droits.includes('reunion.ecrire')
    const modifiable = peutEcrire && lectureSeule === null
    const points = await readPoints(tx, convention.id, lue.id)
    const decisions = await readDecisionsReunion(tx, convention.id, lue.id, convention.slug, today)
    const presences = await readPresences(tx, convention.id, lue)
    const releve = await readEtatReleve(tx, convention.id, lue.id, {
      utilisateurId: acteur.id,
      roles: convention.roles,
    })
    const faits = modifiable
      ? await readFaitsAgenda(tx, convention, { ...lue, typeInstance: instance.type }, today)
      : null
    return {
      convention: toConvention(convention, today),
      moi: acteur.id,
      peutEcrire,
      coordination: droits.includes('veille.lire'),
      lectureSeule,
      reunion,
      instance: {
        id: instance.id,
        ref: instance.ref,
        nom: instance.nom,
        type: instance.type,
        regleTexte: instance.regle === null ? null : instance.regleTexte,
        source: instance.regle?.source ?? null,
      },
      precedente: precedente && toRenvoiSeance(precedente),
      suivante: suivante && toRenvoiSeance(suivante),
      points: points.map((point) => toPoint(point, convention.slug, decisions)),
      minutes: points.reduce((somme, { dureeMinutes }) => somme + (dureeMinutes ?? 0), 0),
      propositions: faits === null ? [] : groupPropositions(listPropositions(faits, today), faits.annee),
      choix: modifiable ? await readChoixLiens(tx, convention.id) : null,
      choixDecisions: modifiable ? await readChoixDecisions(tx, convention.id, instance.id) : null,
      presences,
      releve,
    } satisfies VuePageReunion
  },
})
