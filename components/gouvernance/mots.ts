/** The words and tones of governance, for its screens and its forms. */
import type { Tone } from '@/components/ui/tokens'
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import type { FiltreEtat } from '@/lib/gouvernance/frequence/words'
import type {
  FiltreReunions,
  Situation,
  TypeInstance,
  Voix,
  VueInstanceReunion,
  VueReunion,
} from '@/lib/gouvernance/instances/types/ecran'

/** The same words as the legend of the frise. */
export const ETATS: Record<EtatSuivi, { mots: string; tone: Tone }> = {
  RESPECTEE: { mots: 'Fréquence respectée', tone: 'ok' },
  PLANIFIEE: { mots: 'Planifiée', tone: 'info' },
  A_PLANIFIER: { mots: 'À planifier', tone: 'warn' },
  A_DECLARER: { mots: 'Réunion à déclarer', tone: 'warn' },
  EN_DEFAUT: { mots: 'Réunion manquante', tone: 'bad' },
  DEPASSEE: { mots: 'Maximum dépassé', tone: 'warn' },
  NON_ENREGISTREE: { mots: 'Aucune réunion enregistrée', tone: 'neutral' },
  SANS_REGLE: { mots: 'Sans fréquence à suivre', tone: 'neutral' },
}

export const TYPES: Record<TypeInstance, string> = {
  COPIL: 'Comité de pilotage',
  COTECH: 'Comité technique',
  GROUPE_PROJET: 'Groupe projet',
  COMMISSION: 'Commission',
  SEMINAIRE: 'Séminaire',
  RENCONTRE: 'Rencontre',
  AUTRE: 'Instance',
}

export const VOIX: Record<Voix, string> = {
  DECISIVE: 'décisive',
  CONSULTATIVE: 'consultative',
  NON_PRECISEE: 'non précisée',
}

export const FILTRES: { cle: FiltreEtat; situation: Situation; mots: string }[] = [
  { cle: 'conformes', situation: 'CONFORME', mots: 'Conformes' },
  { cle: 'a-traiter', situation: 'A_TRAITER', mots: 'À traiter' },
  { cle: 'non-enregistrees', situation: 'NON_ENREGISTREE', mots: 'Rien d’enregistré' },
  { cle: 'sans-frequence', situation: 'SANS_FREQUENCE', mots: 'Sans fréquence' },
]

export const FILTRES_DE_REUNIONS: { cle: FiltreReunions; mots: string }[] = [
  { cle: 'prevues', mots: 'Prévues' },
  { cle: 'a-declarer', mots: 'À déclarer' },
  { cle: 'tenues', mots: 'Tenues' },
  { cle: 'annulees', mots: 'Annulées' },
]

/** State of a meeting: what is past and undeclared asks for a word. */
export function readEtatReunion({ etat, aDeclarer }: Pick<VueReunion, 'etat' | 'aDeclarer'>): {
  mots: string
  tone: Tone
  shape?: 'croix' | 'vide'
} {
  if (etat === 'TENUE') return { mots: 'Tenue', tone: 'ok' }
  if (etat === 'ANNULEE') return { mots: 'Annulée', tone: 'neutral', shape: 'croix' }
  return aDeclarer ? { mots: 'À déclarer', tone: 'warn' } : { mots: 'Prévue', tone: 'info', shape: 'vide' }
}

/** What a meeting’s group is called; null where the instance has none. */
export function readNomGroupe({
  par,
  type,
}: Pick<VueInstanceReunion, 'par' | 'type'>): { nom: string; obligatoire: boolean } | null {
  if (par === 'THEMATIQUE') return { nom: 'Thématique', obligatoire: true }
  if (par === 'COMMISSION') return { nom: 'Commission', obligatoire: true }
  if (par === 'TERRITOIRE') return { nom: 'Territoire', obligatoire: true }
  return type === 'COMMISSION' ? { nom: 'Thématique ou territoire', obligatoire: false } : null
}
