'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { createSender } from '@/components/formulaire/send'
import { notifyRefus } from '@/components/formulaire/use-geste'
import { notify } from '@/components/ui/flottant/toast'
import { updateFiche } from '@/lib/plan-action/fiche/actions/fiche'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import { formatMinute } from '@/lib/platform/heures'
import { findStatut } from '@/components/plan-action/champs/statut-en-conflit'
import { MOTS_STATUT } from '@/components/plan-action/champs/statuts'

interface Carte {
  id: number
  numero: string | null
  titre: string
  statut: StatutFiche
  version: number
}

interface Deplacement {
  fiche: Carte
  de: StatutFiche
  vers: StatutFiche
}

/** What was asked of a card, until the page brings the version that was saved of it; null: it is on its way. */
interface Demande {
  statut: StatutFiche
  version: number | null
}

export const sujet = ({ numero, titre }: Pick<Carte, 'numero' | 'titre'>): string => numero ?? titre

/**
 * The cards of a board, moved from one status to another. A move shows at once and is saved behind, those of one card one
 * after the other; a refused one goes back, with those that waited behind it.
 */
export function useDeplacements<C extends Carte>(slug: string, fiches: readonly C[]) {
  const [demandes, setDemandes] = useState<ReadonlyMap<number, Demande>>(new Map())
  const [annonce, setAnnonce] = useState('')
  /** those of each card on their way; false once one was refused */
  const files = useRef(new Map<number, Promise<boolean>>())
  const [send] = useState(createSender)
  const router = useRouter()
  const cartes = fiches.map((fiche) => {
    const demande = demandes.get(fiche.id)
    const attendue = demande && (demande.version === null || demande.version > fiche.version)
    return attendue ? { ...fiche, statut: demande.statut } : fiche
  })

  function put(id: number, demande: Demande | null) {
    setDemandes((avant) => {
      const apres = new Map(avant)
      if (demande) apres.set(id, demande)
      else apres.delete(id)
      return apres
    })
  }

  function move(deplacement: Deplacement, retour = true) {
    const { id } = deplacement.fiche
    put(id, { statut: deplacement.vers, version: null })
    const file: Promise<boolean> = (files.current.get(id) ?? Promise.resolve(true)).then(
      async (suivie) => suivie && (await save(deplacement, retour, () => files.current.get(id) === file)),
    )
    files.current.set(id, file)
  }

  /** @param isDerniere true when no other move of the card waits behind */
  async function save(deplacement: Deplacement, retour: boolean, isDerniere: () => boolean): Promise<boolean> {
    const { fiche, de, vers } = deplacement
    const issue = await send(updateFiche, {
      convention: slug,
      fiche: fiche.id,
      champs: { statut: { avant: de, apres: vers } },
    })
    if (issue.ok) {
      if (isDerniere()) put(fiche.id, { statut: vers, version: issue.data.version })
      setAnnonce(`${sujet(fiche)} : ${MOTS_STATUT[vers].label}.`)
      notify({
        message: `${sujet(fiche)} : ${MOTS_STATUT[vers].label.toLowerCase()}. Enregistré à ${formatMinute(issue.data.heure)}.`,
        action: retour ? { label: 'Annuler', onAction: () => move({ fiche, de: vers, vers: de }, false) } : undefined,
      })
      return true
    }
    files.current.delete(fiche.id)
    put(fiche.id, null)
    const autre = issue.tag === 'CONFLIT' && issue.actuel ? findStatut(issue.actuel)?.actuel : undefined
    if (autre)
      notify({
        tone: 'bad',
        message: `${sujet(fiche)} est passée entre-temps à « ${MOTS_STATUT[autre].label} ».`,
        action: {
          label: `Mettre « ${MOTS_STATUT[vers].label} »`,
          onAction: () => move({ fiche, de: autre, vers }),
        },
      })
    else notifyRefus(issue, () => move(deplacement, retour))
    if (issue.tag === 'CONFLIT' || issue.tag === 'INTROUVABLE') router.refresh()
    return false
  }

  return { cartes, annonce, move }
}
