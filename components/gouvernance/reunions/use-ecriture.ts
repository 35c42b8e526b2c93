'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import type { ErreurDeChamp } from '@/components/ui/saisie/error-summary'
import { notify } from '@/components/ui/flottant/toast'
import type { ReunionActuelle, ReunionEcrite } from '@/lib/gouvernance/instances/types/ecran'
import type { Echec, Resultat } from '@/lib/platform/resultat'

/** What was refused, and what the form may offer next. */
export interface Refus {
  titre?: string
  erreurs: ErreurDeChamp[]
  /** The rule may be set aside, with a reason. */
  derogation: boolean
  /** Somebody saved first: what is there now. */
  conflit: ReunionActuelle | null
}

const AUCUN: Refus = { erreurs: [], derogation: false, conflit: null }
const CHAMP_DEROGATION = 'derogation.motif'

/** Refusals that a field of the form mends. */
const CHAMPS: Record<string, string> = { DEJA_PREVUE_CE_JOUR: 'date', DANS_LE_FUTUR: 'date' }

function isReunionActuelle(valeur: unknown): valeur is ReunionActuelle {
  return (
    typeof valeur === 'object' &&
    valeur !== null &&
    'version' in valeur &&
    typeof valeur.version === 'number' &&
    'date' in valeur &&
    'etat' in valeur
  )
}

function readRefus(echec: Echec<unknown>): Refus {
  switch (echec.tag) {
    case 'INVALIDE':
      return {
        ...AUCUN,
        erreurs: echec.champs,
        derogation: echec.champs.some(({ champ }) => champ === CHAMP_DEROGATION),
      }
    case 'REGLE':
      return {
        ...AUCUN,
        titre: 'La réunion n’est pas enregistrée',
        erreurs: [{ champ: echec.derogationPossible ? CHAMP_DEROGATION : CHAMPS[echec.code], message: echec.message }],
        derogation: echec.derogationPossible,
      }
    case 'CONFLIT':
      return {
        ...AUCUN,
        titre: 'Quelqu’un a enregistré entre-temps',
        erreurs: [{ message: echec.message }],
        conflit: isReunionActuelle(echec.actuel) ? echec.actuel : null,
      }
    default:
      return { ...AUCUN, titre: 'La réunion n’est pas enregistrée', erreurs: [{ message: echec.message }] }
  }
}

const COUPURE =
  'La connexion a été coupée avant la réponse. Votre saisie est toujours là\u00A0: vérifiez le réseau, puis enregistrez de nouveau.'

/**
 * Sending a change of a meeting: one at a time, everything typed kept on a refusal, a passing message on success.
 * @param onFini called once the change is saved, with the answer, or given up
 */
export function useEcriture(onFini: (ecrite?: ReunionEcrite) => void) {
  const router = useRouter()
  const [refus, setRefus] = useState<Refus>(AUCUN)
  const [enCours, start] = useTransition()

  function envoyer(ecrire: () => Promise<Resultat<ReunionEcrite, unknown>>): void {
    if (enCours) return
    start(async () => {
      try {
        const resultat = await ecrire()
        if (!resultat.ok) return setRefus(readRefus(resultat))
        const { message, avertissements } = resultat.data
        notify({ message: [message, ...avertissements].join('. ') })
        onFini(resultat.data)
      } catch {
        setRefus({ ...AUCUN, titre: 'La réunion n’est pas enregistrée', erreurs: [{ message: COUPURE }] })
      }
    })
  }

  /** Gives up what was typed: the page behind shows what is there now. */
  function relire(): void {
    router.refresh()
    onFini()
  }

  return { refus, enCours, envoyer, relire, oublier: () => setRefus(AUCUN) }
}

/** A text field of a form, as typed. */
export function readChamp(formulaire: FormData, nom: string): string {
  const valeur = formulaire.get(nom)
  return typeof valeur === 'string' ? valeur : ''
}

/** The dérogation a form gives: none while its reason is blank. */
export function readDerogation(formulaire: FormData): { motif: string } | null {
  const motif = readChamp(formulaire, CHAMP_DEROGATION).trim()
  return motif === '' ? null : { motif }
}
