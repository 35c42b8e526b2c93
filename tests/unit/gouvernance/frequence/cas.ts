import { fr } from '@/tests/support/typographie'
import type { DateCivile } from '@/lib/platform/dates'
import type { RegleFrequence, ReunionRegle } from '@/lib/gouvernance/frequence/rules/evaluation'

/** A sentence typed on a keyboard, as the product writes it. */
export { fr }

export function regle(champs: Partial<RegleFrequence> & Pick<RegleFrequence, 'mode'>): RegleFrequence {
  return {
    minimum: null,
    maximum: null,
    moyenne: null,
    periode: 'AN_CIVIL',
    par: 'INSTANCE',
    groupes: [],
    exceptions: [],
    debut: null,
    fin: null,
    moments: [],
    evenement: null,
    aConfirmer: false,
    source: null,
    ...champs,
  }
}

let dernier = 0
export function reunion(date: DateCivile, champs: Partial<ReunionRegle> = {}): ReunionRegle {
  dernier += 1
  return { id: dernier, date, etat: 'TENUE', groupe: null, derogation: false, ...champs }
}
export const prevue = (date: DateCivile, champs: Partial<ReunionRegle> = {}) =>
  reunion(date, { etat: 'PREVUE', ...champs })
export const annulee = (date: DateCivile, champs: Partial<ReunionRegle> = {}) =>
  reunion(date, { etat: 'ANNULEE', ...champs })

/** Vallée des Baux Alpilles: five civil years. */
export const BAUX = { debut: '2026-01-01', fin: '2030-12-31' }
export const INCONNUES = { debut: null, fin: null }

/** The rules as the seed documents word them. */
export const COPIL = regle({
  mode: 'MINIMUM',
  minimum: 1,
  source: 'Le comité de pilotage se réunit à minima une fois par an.',
})
export const COTECH = regle({ mode: 'FOURCHETTE', minimum: 1, maximum: 2, source: 'Se réunit 1 à 2 fois par an' })
export const GROUPE_PROJET = regle({
  mode: 'MOYENNE',
  moyenne: 1,
  periode: 'MOIS',
  source: 'Se réunit 1 fois tous les mois en moyenne avec la CAF',
})
export const RENCONTRE_CDC = regle({
  mode: 'MINIMUM',
  minimum: 2,
  periode: 'MOIS',
  aConfirmer: true,
  source: 'Rencontre CDC bimensuelle',
})
export const COMMISSIONS = regle({ mode: 'SELON_BESOIN', periode: null, source: 'par thématique ou par territoire' })
export const COPIL_VALAIGO = regle({ mode: 'MINIMUM', minimum: 1, source: 'Instance annuelle' })
export const COTECH_VALAIGO = regle({
  mode: 'MINIMUM',
  minimum: 2,
  evenement: 'séminaire partenarial et COPIL',
  source: '2 fois par an (préparation du séminaire et du COPIL)',
})
export const NON_PRECISEE = regle({ mode: 'NON_PRECISEE', periode: null })
