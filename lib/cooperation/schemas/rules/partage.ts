/** Between what a total is shared out: not every line by porteur is a commune’s, not every part is a thématique. Pure. */
import type { Centiemes } from '@/lib/platform/nombres'
import { foldTexte } from '@/lib/platform/texte'
import type { Marge } from '../types/regles'

/** PART: the document shares the total between parts that it writes beside no thématique. */
export type Partage = 'THEMATIQUE' | 'PART'

/** Whether the second distribution is by thématique, as the document says, or between parts of its own. */
export function readPartage(lignes: readonly { marge: Marge; theme: string | null }[]): Partage {
  const parts = lignes.filter(({ marge }) => marge === 'THEMATIQUE')
  return parts.length > 0 && parts.every(({ theme }) => theme === null) ? 'PART' : 'THEMATIQUE'
}

/** What the lines by porteur give to communes, to other organismes, and to nobody in particular. */
export interface PartsPorteurs {
  communes: Centiemes
  organismes: Centiemes
  autres: Centiemes
}

/**
 * Sums the lines by porteur by whom they name. A line that names no party and no commune of the territory (« Global ») is
 * nobody’s: the document does not share it out between communes.
 * @param porteurs parties of the convention and communes of its territory
 */
export function computeParts(
  lignes: readonly { marge: Marge; libelle: string; organisme: number | null; quotite: Centiemes | null }[],
  porteurs: readonly { organisme: number | null; estCommune: boolean; nom: string }[],
): PartsPorteurs {
  const parts: PartsPorteurs = { communes: 0, organismes: 0, autres: 0 }
  for (const { marge, libelle, organisme, quotite } of lignes) {
    if (marge !== 'PORTEUR' || quotite === null) continue
    const nomme = porteurs.find((porteur) =>
      organisme === null ? foldTexte(porteur.nom) === foldTexte(libelle) : porteur.organisme === organisme,
    )
    if (nomme === undefined && organisme === null) parts.autres += quotite
    else if (nomme?.estCommune) parts.communes += quotite
    else parts.organismes += quotite
  }
  return parts
}
