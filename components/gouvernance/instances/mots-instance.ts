/** The words of the forms that compose an instance. */
import type { Tone } from '@/components/ui/tokens'
import type { VueRegle } from '@/lib/gouvernance/instances/types/edition'
import type { TypeInstance } from '@/lib/gouvernance/instances/types/ecran'
import type { MatiereDecision } from '@/lib/competences/types'

/** The kinds of instances, with the name a convention usually gives them. */
export const GENRES: Record<TypeInstance, { mots: string; nom: string }> = {
  COPIL: { mots: 'Comité de pilotage (COPIL)', nom: 'Comité de pilotage' },
  COTECH: { mots: 'Comité technique (COTECH)', nom: 'Comité technique' },
  GROUPE_PROJET: { mots: 'Groupe projet', nom: 'Groupe projet' },
  COMMISSION: { mots: 'Commission ou groupe de travail', nom: 'Commissions de travail' },
  SEMINAIRE: { mots: 'Séminaire partenarial', nom: 'Séminaire partenarial' },
  RENCONTRE: { mots: 'Rencontre des chargés de coopération', nom: 'Rencontre des chargés de coopération' },
  AUTRE: { mots: 'Autre, avec son propre nom', nom: '' },
}

export const MOTS_MATIERE: Record<MatiereDecision, string> = {
  FICHE: 'Reporter ou abandonner une fiche-action',
  CIBLE: 'Changer la cible d’un indicateur',
  SCHEMA: 'Valider un schéma de coopération',
  AVENANT: 'Valider un avenant',
}

export const TEMPS_REGLE: Record<VueRegle['temps'], { mots: string; tone: Tone }> = {
  PASSEE: { mots: 'Passée', tone: 'neutral' },
  EN_VIGUEUR: { mots: 'En vigueur', tone: 'ok' },
  A_VENIR: { mots: 'À venir', tone: 'info' },
}

/** A day as figures, which any browser writes without help: '03/03/2026'. */
export const formatJour = (date: string): string => date.split('-').reverse().join('/')
