/** Why a fiche needs its keeper today: reasons in words, gravest first. */
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatCompte } from '@/lib/platform/typographie'
import {
  computeEcheance,
  isEcartee,
  isRedactionPassee,
  type StatutFiche,
} from '@/lib/plan-action/champs/rules/echeance'
import { computeSilence, isEnCours, type VieFiche } from '@/lib/plan-action/suivi/rules/suivi'

/** In the order they are told. PASSEE: its day is past and nobody gave its status, which is not being late. */
export const MOTIFS_A_FAIRE = [
  'CONTRIBUTION',
  'A_REDIGER',
  'RETARD',
  'PASSEE',
  'ETAPE_ECHUE',
  'ETAPE_PASSEE',
  'INDICATEUR',
  'SILENCE',
  'JAMAIS',
] as const
type MotifAFaire = (typeof MOTIFS_A_FAIRE)[number]

export interface RaisonAFaire {
  motif: MotifAFaire
  /** « Étape 2 échue le 30 juin 2026. » */
  phrase: string
  /** since when, where a day says it */
  depuis: DateCivile | null
  /** id of the étape it is about */
  etape: number | null
}

export interface EtapeAFaire {
  id: number
  numero: string | null
  titre: string
  statut: StatutFiche
  fin: DateCivile | null
}

/** What is known of a fiche that may need somebody. */
export interface FicheAFaire extends VieFiche {
  fin: DateCivile | null
  aRediger: boolean
  redactionEcheance: DateCivile | null
  etapes: readonly EtapeAFaire[]
  /** lines of indicators without a value for the year expected */
  indicateursAttendus: number
  /** that year, null when nothing is expected now */
  annee: number | null
  /** contributions received and not yet accepted nor refused */
  contributions: number
}

type Raisons = RaisonAFaire[]

const tell = (
  motif: MotifAFaire,
  phrase: string,
  depuis: DateCivile | null = null,
  etape: number | null = null,
): RaisonAFaire => ({ motif, phrase: phrase, depuis, etape })

function listContributions({ contributions }: FicheAFaire): Raisons {
  return contributions > 0
    ? [
        tell(
          'CONTRIBUTION',
          `${formatCompte(contributions, 'contribution reçue', 'contributions reçues')}, à accepter ou à refuser.`,
        ),
      ]
    : []
}

function listRedaction(fiche: FicheAFaire, today: DateCivile): Raisons {
  const { redactionEcheance } = fiche
  return redactionEcheance !== null && isRedactionPassee(fiche, today)
    ? [tell('A_REDIGER', `À rédiger pour le ${formatDateCourte(redactionEcheance)}, date passée.`, redactionEcheance)]
    : []
}

function listEcheance(fiche: FicheAFaire, today: DateCivile): Raisons {
  const echeance = computeEcheance(fiche, today)
  if (echeance === null || fiche.fin === null) return []
  const suite = echeance === 'PASSEE' ? 'son statut est à préciser' : 'elle n’est pas déclarée réalisée'
  return [tell(echeance, `Sa période s’est achevée le ${formatDateCourte(fiche.fin)} et ${suite}.`, fiche.fin)]
}

function tellEtape({ id, numero, titre }: EtapeAFaire, fin: DateCivile, echeance: 'RETARD' | 'PASSEE'): RaisonAFaire {
  const jour = formatDateCourte(fin)
  const fait =
    echeance === 'RETARD' ? `échue le ${jour}` : `dont la période s’est achevée le ${jour}, statut à préciser`
  return tell(
    echeance === 'RETARD' ? 'ETAPE_ECHUE' : 'ETAPE_PASSEE',
    `Étape ${numero ? `${numero} ` : ''}${fait} : ${titre.replace(/[\s.]+$/, '')}.`,
    fin,
    id,
  )
}

/** Late ones first, then those whose status nobody gave. */
const listEtapes = ({ etapes }: FicheAFaire, today: DateCivile): Raisons =>
  (['RETARD', 'PASSEE'] as const).flatMap((echeance) =>
    etapes.flatMap((etape) =>
      etape.fin !== null && computeEcheance(etape, today) === echeance ? [tellEtape(etape, etape.fin, echeance)] : [],
    ),
  )

function listIndicateurs({ indicateursAttendus, annee }: FicheAFaire): Raisons {
  return indicateursAttendus > 0 && annee !== null
    ? [tell('INDICATEUR', `${formatCompte(indicateursAttendus, 'indicateur')} sans valeur pour ${annee}.`)]
    : []
}

function listSilence(fiche: FicheAFaire, today: DateCivile): Raisons {
  const { etat, jours } = computeSilence(fiche, today)
  if (etat === 'JAMAIS') return [tell('JAMAIS', 'Jamais mise à jour.')]
  return etat === 'SILENCIEUSE' ? [tell('SILENCE', `Sans nouvelle depuis ${formatCompte(jours ?? 0, 'jour')}.`)] : []
}

/**
 * Every reason for which a fiche needs its keeper, gravest first; none when nothing waits. A convention that is not
 * running asks for nothing but an answer to what was received; neither does a fiche put off or abandoned. A fiche done
 * still owes the values of its indicators, and nothing of its étapes.
 */
export function computeAFaire(fiche: FicheAFaire, today: DateCivile): RaisonAFaire[] {
  const recues = listContributions(fiche)
  if (isEcartee(fiche.statut) || !isEnCours(fiche.convention, today)) return recues
  if (fiche.statut === 'REALISEE') return [...recues, ...listIndicateurs(fiche)]
  return [
    ...recues,
    ...listRedaction(fiche, today),
    ...listEcheance(fiche, today),
    ...listEtapes(fiche, today),
    ...listIndicateurs(fiche),
    ...listSilence(fiche, today),
  ]
}
