import 'server-only'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { computeQuorum, formatPresences, groupColleges, type EtatPresence, type SiegeSitue } from '../rules/quorum'
import type { Voix } from '@/lib/gouvernance/instances/types/ecran'
import type { PresenceMembre, VuePresences } from '../types/reunion'

type LigneMembre = Omit<PresenceMembre, 'horsMandat'> &
  SiegeSitue & { voix: Voix; etat: EtatPresence | null; couvert: boolean; connu: boolean }

interface Lecture {
  quorum: number | null
  quorumTexte: string | null
  /** The instance has members, whose mandate covers the day or not. */
  composee: boolean
  membres: LigneMembre[]
}

/**
 * Who may be at a meeting: the members whose mandate covers its day, and those recorded there whose mandate does not
 * any more; with the quorum of the instance. One SQL statement.
 */
export async function readPresences(
  tx: Tx,
  convention: number,
  reunion: { id: number; instanceId: number; date: DateCivile },
): Promise<VuePresences> {
  const [lecture] = await tx.$queryRaw<Lecture[]>`
    SELECT i.quorum, i.quorum_texte AS "quorumTexte",
      EXISTS (SELECT FROM membre m WHERE m.convention_id = ${convention} AND m.instance_id = i.id) AS composee,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('membre', m.id, 'libelle', m.libelle, 'fonction', m.fonction, 'personne', m.personne,
          'suppleant', m.suppleant, 'voix', m.voix, 'etat', p.etat, 'representant', p.representant, 'connu', p.id IS NOT NULL,
          'couvert', coalesce(m.debut <= ${reunion.date}::date, true) AND coalesce(m.fin >= ${reunion.date}::date, true),
          'organisme', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'nom', c.nom, 'type', c.type) END) ORDER BY m.ordre, m.id), '[]')
        FROM membre m
        LEFT JOIN porte.partie c ON c.convention_id = m.convention_id AND c.id = m.organisme_id
        LEFT JOIN presence p ON p.convention_id = m.convention_id AND p.membre_id = m.id AND p.reunion_id = ${reunion.id}
        WHERE m.convention_id = ${convention} AND m.instance_id = i.id) AS membres
    FROM instance i WHERE i.convention_id = ${convention} AND i.id = ${reunion.instanceId}`
  return toPresences(lecture ?? { quorum: null, quorumTexte: null, composee: false, membres: [] })
}

function toPresences({ quorum, quorumTexte, composee, membres: tous }: Lecture): VuePresences {
  const membres = tous.filter(({ couvert, connu }) => couvert || connu)
  const colleges = groupColleges(membres).map(({ cle, nom, sieges }) => ({
    cle,
    nom,
    membres: sieges.map(
      ({ organisme: _o, couvert, connu: _c, ...siege }): PresenceMembre => ({ ...siege, horsMandat: !couvert }),
    ),
    phrase: formatPresences(sieges),
  }))
  return {
    colleges,
    phrase: formatPresences(membres),
    quorum: computeQuorum(quorum, membres),
    quorumSource: quorumTexte,
    vide:
      membres.length > 0
        ? null
        : composee
          ? 'Aucun mandat ne couvre le jour de cette réunion : vérifiez les dates des mandats dans la composition de l’instance.'
          : 'La composition de cette instance n’est pas connue : complétez-la pour relever les présences.',
  }
}
