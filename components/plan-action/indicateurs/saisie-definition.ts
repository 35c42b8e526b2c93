import type { SaisieIndicateur } from '@/lib/plan-action/indicateurs/schema'
import { formatSaisie } from '@/lib/plan-action/mesures/rules/mesure'
import type { DefinitionVue } from '@/lib/plan-action/indicateurs/types'

/** A definition as its form holds it: everything is text until it is sent. */

export interface CibleSaisie {
  cle: number
  periode: string
  valeur: string
}

const vide: DefinitionVue = {
  libelle: '',
  note: null,
  nature: 'NOMBRE',
  unite: null,
  sens: null,
  reference: null,
  referenceTexte: null,
  cible: null,
  cibleTexte: null,
  cibles: [],
  frequence: 'ANNUELLE',
  fournisseur: null,
  source: null,
  confirmation: null,
  ventilation: null,
  ventilationGenre: null,
  ventiles: [],
  evolution: false,
}

export const DEFINITION_VIDE = vide

/** A number of the definition, as one types it again. */
export function formatNombreSaisi(
  { nature }: Pick<DefinitionVue, 'nature'>,
  valeur: string | null,
  texte: string | null,
): string {
  return valeur === null
    ? (texte ?? '')
    : formatSaisie(nature === 'PREVU_REALISE' ? 'NOMBRE' : nature, { valeur, prevue: null, texte: null })
}

export const listCiblesSaisies = (definition: DefinitionVue): CibleSaisie[] =>
  definition.cibles.map(({ periode, valeur, texte }, cle) => ({
    cle,
    periode,
    valeur: formatNombreSaisi(definition, valeur, texte),
  }))

/** What the form says, ready to be sent. */
export function readSaisie(form: FormData, cibles: readonly CibleSaisie[], ventiles: string): SaisieIndicateur {
  const mot = (champ: string): string => String(form.get(champ) ?? '')
  const choix = <C extends string>(champ: string): C | null => (mot(champ) || null) as C | null
  return {
    libelle: mot('libelle'),
    note: mot('note'),
    nature: mot('nature') as SaisieIndicateur['nature'],
    unite: mot('unite'),
    sens: mot('sens'),
    reference: mot('reference'),
    referenceTexte: mot('referenceTexte'),
    cible: mot('cible'),
    cibles: cibles.map(({ periode, valeur }) => ({ periode, valeur })),
    frequence: choix('frequence'),
    fournisseur: mot('fournisseur'),
    source: mot('source'),
    confirmation: choix('confirmation'),
    ventilation: mot('ventilation'),
    ventilationGenre: choix('ventilationGenre'),
    ventiles: ventiles
      .split('\n')
      .map((ligne) => ligne.trim())
      .filter(Boolean),
    evolution: form.get('evolution') === 'on',
  }
}

/** 'definition.cibles.1.valeur' → 'cibles-1-valeur': the name of the field in the form. */
export const readChamp = (champ: string): string => champ.replace(/^definition\./, '').replaceAll('.', '-')
