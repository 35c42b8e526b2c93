import { createBrouillons } from '@/components/formulaire/brouillons'
import type { StatutFiche } from '@/lib/plan-action/champs/rules/avancement'
import type { BaseInvitee, SaisieInvitee } from '@/lib/plan-action/invitation/rules'
import { STATUTS } from '@/lib/plan-action/champs/words/statuts'

/** A proposal being typed, kept on the device of somebody who has no account. */

const rangement = createBrouillons('contribution')

const isStatut = (valeur: unknown): valeur is StatutFiche => STATUTS.some((statut) => statut === valeur)
const isObjet = (valeur: unknown): valeur is Record<string, unknown> => typeof valeur === 'object' && valeur !== null

function isSaisie(valeur: unknown): valeur is SaisieInvitee {
  return (
    isObjet(valeur) &&
    isStatut(valeur.statut) &&
    [valeur.avancement, valeur.suivi, valeur.message].every((texte) => typeof texte === 'string') &&
    isObjet(valeur.etapes) &&
    Object.values(valeur.etapes).every(isStatut)
  )
}

function isBase(valeur: unknown): valeur is BaseInvitee {
  return (
    isObjet(valeur) &&
    isStatut(valeur.statut) &&
    (valeur.avancement === null || typeof valeur.avancement === 'number') &&
    (valeur.suivi === null || typeof valeur.suivi === 'string') &&
    Array.isArray(valeur.etapes) &&
    valeur.etapes.every((etape: unknown) => isObjet(etape) && typeof etape.id === 'number' && isStatut(etape.statut))
  )
}

/** The draft of this link on this device; null when there is none that can be read. */
export function readBrouillon(cle: string): { saisie: SaisieInvitee; base: BaseInvitee } | null {
  const lu = rangement.read(cle)
  return lu && isSaisie(lu.valeur) && isBase(lu.depuis) ? { saisie: lu.valeur, base: lu.depuis } : null
}

export function keepBrouillon(cle: string, { saisie, base }: { saisie: SaisieInvitee; base: BaseInvitee }): void {
  const { statut, avancement, suivi, etapes } = base
  rangement.keep(cle, {
    valeur: saisie,
    depuis: { statut, avancement, suivi, etapes: etapes.map(({ id, statut: sien }) => ({ id, statut: sien })) },
  })
}

export const forgetBrouillon = (cle: string): void => rangement.forget(cle)
