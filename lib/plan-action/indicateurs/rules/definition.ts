/** What a definition may become once something was measured, and why an indicator stays. */
import { MOTS_COTE } from '@/lib/competences/words'
import { formatAccord, formatCompte } from '@/lib/platform/typographie'
import type { Cote } from '../words'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

/** Kinds whose values mean the same thing in another kind. */
const COMPATIBLES: Partial<Record<NatureIndicateur, readonly NatureIndicateur[]>> = {
  NOMBRE: ['PREVU_REALISE', 'MONTANT'],
  MONTANT: ['NOMBRE'],
  QUALITATIF: ['CARTE_DOCUMENT'],
  CARTE_DOCUMENT: ['QUALITATIF'],
}

/** What is wrong, and where: the shape that a refused input has. */
interface ErreurDefinition {
  champ: string
  message: string
}

interface Definition {
  nature: NatureIndicateur
  confirmation: Cote | null
  ventiles: readonly string[]
  ventilationGenre: string | null
}

interface Avant extends Definition {
  mesures: number
  ventilesMesures: readonly string[]
  /** sides of whoever asks */
  cotes: readonly Cote[]
}

/** What forbids this definition, field by field. */
export function checkDefinition(definition: Definition, avant: Avant | null): ErreurDefinition[] {
  const erreurs: ErreurDefinition[] = []
  const dire = (champ: string, message: string) => erreurs.push({ champ: `definition.${champ}`, message: message })
  if (definition.ventiles.length > 0 && definition.ventilationGenre === null)
    dire('ventilationGenre', 'Dites par quoi ces parts ventilent l’indicateur : commune, employeur, type ou autre.')
  if (avant === null) return erreurs
  if (
    avant.mesures > 0 &&
    definition.nature !== avant.nature &&
    !COMPATIBLES[avant.nature]?.includes(definition.nature)
  ) {
    dire(
      'nature',
      `Cet indicateur a déjà ${formatCompte(avant.mesures, 'valeur')} d’une autre nature : ${avant.mesures > 1 ? 'retirez-les' : 'retirez-la'} d’abord, ou ajoutez un autre indicateur.`,
    )
  }
  const perdus = avant.ventilesMesures.filter((ventile) => !definition.ventiles.includes(ventile))
  if (perdus.length > 0)
    dire(
      'ventiles',
      `« ${perdus.join(' », « ')} » ${formatAccord(perdus.length, 'a', 'ont')} déjà des valeurs : gardez ${formatAccord(perdus.length, 'cette part', 'ces parts')}.`,
    )
  if (
    avant.confirmation !== null &&
    definition.confirmation !== avant.confirmation &&
    !avant.cotes.includes(avant.confirmation)
  ) {
    dire('confirmation', `Seule ${MOTS_COTE[avant.confirmation]} peut renoncer à confirmer ces valeurs.`)
  }
  return erreurs
}

/** Why an indicator is not taken away; null when it may be. */
export function checkRetrait({ mesures, decisions }: { mesures: number; decisions: number }): string | null {
  if (mesures === 0 && decisions === 0) return null
  const motifs = [
    mesures > 0 && formatCompte(mesures, 'valeur'),
    decisions > 0 &&
      formatCompte(decisions, 'décision ou point d’ordre du jour', 'décisions ou points d’ordre du jour'),
  ].filter(Boolean)
  return `Cet indicateur a ${motifs.join(' et ')} : il reste, pour que le suivi garde son histoire.`
}
