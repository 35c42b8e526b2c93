/** What changes from one schéma to the next, line by line, in words. Totals are compared, never added. */
import { formatEcart, formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
import type { Affectation, Marge, SchemaRegle } from '../types/regles'

export interface DifferenceSchema {
  /** The margin of the line; 'TOTAL' for the agreed total. */
  lieu: 'TOTAL' | Marge
  /** Key of the line; null for the total. */
  cle: string | null
  libelle: string
  avant: Centiemes | null
  apres: Centiemes | null
  /** Difference when both figures are known. */
  ecart: Centiemes | null
  /** 'Saint-Rémy-de-Provence + 0,5'. */
  texte: string
}

type Ligne = Pick<Affectation, 'quotite' | 'raison'> | undefined

const formatConnue = (quotite: Centiemes | null): string => (quotite === null ? 'non précisé' : formatQuotite(quotite))

function formatDifference(libelle: string, avant: Ligne, apres: Ligne): string | null {
  const de = avant?.quotite ?? null
  const a = apres?.quotite ?? null
  if (avant === undefined) return `${libelle} : ${formatConnue(a)}, nouvelle ligne`
  if (apres === undefined) return `${libelle} : ligne supprimée, ${formatConnue(de)} auparavant`
  if (de !== null && a !== null && de !== a) return `${libelle} ${formatEcart(a - de)}`
  if (de !== a) return `${libelle} : ${formatConnue(a)}, ${formatConnue(de)} auparavant`
  const motif = (raison: string | null) => (raison ? `« ${raison} »` : 'sans motif')
  return (avant.raison ?? '') === (apres.raison ?? '')
    ? null
    : `${libelle} : ${motif(apres.raison)}, ${motif(avant.raison)} auparavant`
}

function computeDifference(
  lieu: DifferenceSchema['lieu'],
  cle: string | null,
  libelle: string,
  avant: Ligne,
  apres: Ligne,
): DifferenceSchema[] {
  const texte = formatDifference(libelle, avant, apres)
  if (texte === null) return []
  const de = avant?.quotite ?? null
  const a = apres?.quotite ?? null
  return [
    {
      lieu,
      cle,
      libelle,
      avant: de,
      apres: a,
      ecart: de === null || a === null ? null : a - de,
      texte: texte,
    },
  ]
}

/**
 * Lists what differs from schéma `avant` to schéma `apres`: the total first, then the lines of each margin in
 * the order of `apres`, then the lines that disappeared. Lines are matched by margin and key. Empty when nothing
 * changed.
 */
export function compareSchemas(avant: SchemaRegle, apres: SchemaRegle): DifferenceSchema[] {
  const total = computeDifference(
    'TOTAL',
    null,
    'Total',
    { quotite: avant.total, raison: null },
    { quotite: apres.total, raison: null },
  )
  const lignes = (['PORTEUR', 'THEMATIQUE'] as const).flatMap((marge) => {
    const de = avant.affectations.filter((ligne) => ligne.marge === marge)
    const a = apres.affectations.filter((ligne) => ligne.marge === marge)
    const jumelle = (parmi: readonly Affectation[], { cle }: Affectation) => parmi.find((ligne) => ligne.cle === cle)
    return [
      ...a.flatMap((ligne) => computeDifference(marge, ligne.cle, ligne.libelle, jumelle(de, ligne), ligne)),
      ...de
        .filter((ligne) => !jumelle(a, ligne))
        .flatMap((ligne) => computeDifference(marge, ligne.cle, ligne.libelle, ligne, undefined)),
    ]
  })
  return [...total, ...lignes]
}
