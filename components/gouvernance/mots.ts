/** The words and tones of governance, for its screens and its forms. */
import type { Tone } from '@/components/ui/tokens'
import type { EtatSuivi } from '@/lib/convention/phase/rules/suivi'
import { MOTS_SUIVI } from '@/lib/convention/phase/words'
import type { FiltreEtat } from '@/lib/gouvernance/frequence/words'
import type { FiltreReunions } from '@/lib/gouvernance/frequence/words'
import type { TypeInstance, VueInstanceReunion, VueReunion } from '@/lib/gouvernance/instances/types/ecran'
import { MOTS_TYPE_INSTANCE } from '@/lib/gouvernance/instances/words'
import { MOTS_ETAT_REUNION } from '@/lib/gouvernance/reunions/words'
import { capitalise, capitaliseMots } from '@/lib/platform/mots'

/** The same words as the legend of the frise. */
export const ETATS: Record<EtatSuivi, { mots: string; tone: Tone }> = {
  RESPECTEE: { mots: MOTS_SUIVI.RESPECTEE, tone: 'ok' },
  PLANIFIEE: { mots: MOTS_SUIVI.PLANIFIEE, tone: 'info' },
  A_PLANIFIER: { mots: MOTS_SUIVI.A_PLANIFIER, tone: 'warn' },
  A_DECLARER: { mots: MOTS_SUIVI.A_DECLARER, tone: 'warn' },
  EN_DEFAUT: { mots: MOTS_SUIVI.EN_DEFAUT, tone: 'bad' },
  DEPASSEE: { mots: MOTS_SUIVI.DEPASSEE, tone: 'warn' },
  NON_ENREGISTREE: { mots: MOTS_SUIVI.NON_ENREGISTREE, tone: 'neutral' },
  SANS_REGLE: { mots: MOTS_SUIVI.SANS_REGLE, tone: 'neutral' },
}

/** Beside a name: one of no known kind is an instance. */
export const TYPES: Record<TypeInstance, string> = { ...capitaliseMots(MOTS_TYPE_INSTANCE), AUTRE: 'Instance' }

export const MOTS_FILTRE: Record<FiltreEtat, string> = {
  respectees: 'Respectées',
  prevues: 'Réunion prévue',
  'a-traiter': 'À traiter',
  'non-enregistrees': 'Rien d’enregistré',
  'sans-frequence': 'Sans fréquence',
  manquees: 'Ont manqué une période passée',
}

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
  const mots = capitalise(MOTS_ETAT_REUNION[etat])
  if (etat === 'TENUE') return { mots, tone: 'ok' }
  if (etat === 'ANNULEE') return { mots, tone: 'neutral', shape: 'croix' }
  return aDeclarer ? { mots: 'À déclarer', tone: 'warn' } : { mots, tone: 'info', shape: 'vide' }
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
