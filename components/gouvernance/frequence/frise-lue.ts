import type { EtatSuivi, PeriodeJugee, PhaseConvention } from '@/lib/convention/phase/rules/suivi'
import {
  checkManquee,
  countFrequences,
  formatFrequences,
  formatManquees,
} from '@/lib/gouvernance/frequence/rules/resume'
import type { DateCivile } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/mots'
import { formatCompte, formatListe } from '@/lib/platform/typographie'

/** What the sentence says of an instance. */
interface InstanceLue {
  nom: string
  etat: EtatSuivi
  periodes: readonly PeriodeJugee[]
  reunions: readonly unknown[]
}

/** The picture in one sentence: how many instances keep their frequency, and which do not. */
export function formatLecture(
  instances: readonly InstanceLue[],
  debutSuivi: DateCivile | null,
  phase: PhaseConvention,
): string {
  const suivies = instances.filter(({ etat }) => etat !== 'SANS_REGLE')
  const nomsDe = (...etats: EtatSuivi[]) =>
    formatListe(suivies.filter(({ etat }) => etats.includes(etat)).map(({ nom }) => nom))
  const enregistree = instances.some(({ reunions }) => reunions.length > 0)
  if (instances.length === 0) return 'Aucune instance n’est saisie.'
  if (suivies.length === 0)
    return enregistree
      ? 'Aucune fréquence de réunion n’est à suivre : la frise montre les réunions enregistrées.'
      : 'Aucune fréquence de réunion n’est à suivre, et aucune réunion n’est enregistrée.'
  if (!enregistree) return 'Aucune réunion n’est encore enregistrée : la frise montre ce que la convention prévoit.'
  const restes = [
    ['en défaut', nomsDe('EN_DEFAUT')],
    ['au-delà du maximum', nomsDe('DEPASSEE')],
    ['à déclarer', nomsDe('A_DECLARER')],
    ['à planifier', nomsDe('A_PLANIFIER')],
    ['rien d’enregistré', nomsDe('NON_ENREGISTREE')],
  ].filter(([, noms]) => noms !== '')
  const comptes = countFrequences(
    instances.map(({ etat, periodes }) => ({ etat, manquee: checkManquee(periodes, debutSuivi) })),
  )
  if (phase !== 'EN_COURS') return `${capitalise(formatFrequences(comptes, phase))}.`
  const { RESPECTEE, PLANIFIEE, manquees } = comptes
  const parts = [
    [RESPECTEE > 0 && formatCompte(RESPECTEE, 'respectée'), PLANIFIEE > 0 && formatCompte(PLANIFIEE, 'prévue')]
      .filter(Boolean)
      .join(', '),
    ...restes.map(([mots, noms]) => `${mots} : ${noms}`),
    formatManquees(manquees),
  ]
  return `${capitalise(parts.filter(Boolean).join(' ; '))}.`
}
