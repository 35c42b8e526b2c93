import type { LectureRefus } from '@/components/formulaire/envoi'
import { readNiveau } from '@/lib/plan-action/arbre/rules/arbre'
import type { ArbrePlan } from '@/lib/plan-action/arbre/types'
import { MOTS_NUMEROTATION, type Numerotation } from '@/lib/plan-action/arbre/words'
import { capitalise } from '@/lib/platform/mots'

/** Names that a convention gives to levels and that are feminine in French; the first word decides. */
const FEMININ =
  /^(?:\p{L}+(?:tion|sion|té|ance|ence)|thématique|fiche|mesure|ligne|piste|partie|branche|famille|étape|modalité|cible|politique)$/iu

/** 'une thématique', 'un axe', 'une fiche-action': the convention’s own word with its article, in lower case. */
export function formatUn(nom: string): string {
  const mot = nom.toLowerCase()
  return `${FEMININ.test(mot.split(/[\s-]/)[0] ?? '') ? 'une' : 'un'} ${mot}`
}

export const quote = (texte: string): string => `« ${texte} »`

export const nommer = ({ numero, titre }: { numero: string | null; titre: string }): string =>
  numero ? `${numero} ${titre}` : titre

/** Name of the level of an axe, in lower case. */
export const nommerNiveau = ({ reglages }: ArbrePlan, profondeur: number): string =>
  readNiveau(reglages.niveaux, profondeur).toLowerCase()

export const NOMS_NUMEROTATION: Record<Numerotation, { mots: string; exemple?: string; aide: string }> = {
  LIBRE: { mots: 'Telle qu’écrite', aide: 'Les numéros sont ceux du document : rien n’est renuméroté.' },
  PAR_AXE: {
    mots: capitalise(MOTS_NUMEROTATION.PAR_AXE),
    exemple: '1.1, 1.2',
    aide: '1.1, 1.2, 2.1… le numéro de l’axe, puis le rang.',
  },
  CONTINUE: {
    mots: capitalise(MOTS_NUMEROTATION.CONTINUE),
    exemple: '1, 2, 3',
    aide: '1, 2, 3… du début à la fin du plan.',
  },
  AUCUNE: { mots: capitalise(MOTS_NUMEROTATION.AUCUNE), aide: 'Les fiches n’ont pas de numéro.' },
}

/** How the forms of the tree tell of a plan that somebody else changed. */
export const ENVOI_ARBRE = {
  titreConflit: 'Le plan a changé entre-temps',
  conflit:
    'Ce qui a changé est dit au-dessus du plan. Votre saisie est toujours là : enregistrez de nouveau si elle convient encore.',
} satisfies LectureRefus
