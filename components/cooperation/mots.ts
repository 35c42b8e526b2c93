import type { ColorToken, Tone } from '@/components/ui/tokens'
import type { EtatSchema, SituationPoste } from '@/lib/cooperation/schemas/rules/equilibre'
import { MOT_PROJET, MOTS_ETAT_SCHEMA, MOTS_SITUATION_POSTE, NOMS_THEMES } from '@/lib/cooperation/schemas/words'

/** The ETP screen in words. */

export const ETATS: Record<EtatSchema, { mot: string; tone: Tone }> = {
  BROUILLON: { mot: MOTS_ETAT_SCHEMA.BROUILLON, tone: 'neutral' },
  PROPOSE: { mot: MOTS_ETAT_SCHEMA.PROPOSE, tone: 'info' },
  VALIDE: { mot: MOTS_ETAT_SCHEMA.VALIDE, tone: 'ok' },
  CLOS: { mot: MOTS_ETAT_SCHEMA.CLOS, tone: 'neutral' },
}

/**
 * What a card says of a schéma: its state, and whether it belongs to the convention before.
 * @param redacteur false for who only reads: what is a draft to who writes it is a projet to who will vote it
 */
export function formatNoteSchema(
  { etat, anterieur }: { etat: EtatSchema; anterieur: boolean },
  redacteur: boolean,
): string {
  const mot = etat === 'BROUILLON' && !redacteur ? MOT_PROJET : ETATS[etat].mot
  return anterieur ? `${mot}, convention précédente` : mot
}

/** A badge for what the document writes; none where it writes nothing. */
export const SITUATIONS: Record<SituationPoste, { mot: string; tone: Tone } | null> = {
  POURVU: { mot: MOTS_SITUATION_POSTE.POURVU, tone: 'ok' },
  VACANT: { mot: MOTS_SITUATION_POSTE.VACANT, tone: 'warn' },
  JAMAIS_POURVU: { mot: MOTS_SITUATION_POSTE.JAMAIS_POURVU, tone: 'warn' },
  EXTERNALISE: { mot: MOTS_SITUATION_POSTE.EXTERNALISE, tone: 'neutral' },
  NON_PRECISE: null,
}

/** Colour of each AFAS theme, and the name a square stands for. */
export const THEMES: { code: string; nom: string; color: ColorToken; mots: RegExp }[] = [
  {
    code: 'PETITE_ENFANCE',
    nom: NOMS_THEMES.PETITE_ENFANCE,
    color: 'petite-enfance',
    mots: /petite enfance|inclusion/i,
  },
  {
    code: 'ENFANCE_JEUNESSE',
    nom: NOMS_THEMES.ENFANCE_JEUNESSE,
    color: 'enfance-jeunesse',
    mots: /(?<!petite )enfance|jeunesse/i,
  },
  { code: 'PARENTALITE', nom: NOMS_THEMES.PARENTALITE, color: 'parentalite', mots: /parentalit/i },
  {
    code: 'DROITS_VIE_SOCIALE',
    nom: NOMS_THEMES.DROITS_VIE_SOCIALE,
    color: 'droits-vie-sociale',
    mots: /droits|vie sociale|logement|num[ée]rique/i,
  },
]

export const colorOfTheme = (code: string | null): ColorToken =>
  code === 'GLOBAL' ? 'globale' : (THEMES.find((theme) => theme.code === code)?.color ?? 'neutral')

/** Years of a schéma, short enough for a column; the words of the document where no date is known. */
export function formatPeriode(schema: {
  debut: string | null
  fin: string | null
  periodeTexte: string | null
}): string {
  const [debut, fin] = [schema.debut?.slice(0, 4), schema.fin?.slice(0, 4)]
  if (debut && fin) return debut === fin ? debut : `${debut}-${fin}`
  return schema.periodeTexte ?? (debut ? `à partir de ${debut}` : 'période non précisée')
}
