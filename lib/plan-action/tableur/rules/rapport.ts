import type { Feuille, FeuilleEcrite } from '@/lib/tableurs/types'
import type { BilanImport, Correspondance } from '../types/tableur'
import { MOTS_VERDICT } from '../words/verdicts'

/** The sheets of a file that were read, each row with its verdict and what to correct at its right; refused sheets first in CSV’s only one. */
export function buildRapport(
  feuilles: readonly Feuille[],
  { feuilles: correspondances }: Correspondance,
  bilan: BilanImport,
): FeuilleEcrite[] {
  const verdicts = new Map(bilan.lignes.map((ligne) => [`${ligne.feuille}|${ligne.ligne}`, ligne]))
  const refusees = (nom: string): number =>
    bilan.lignes.filter(({ feuille, verdict }) => feuille === nom && verdict === 'REFUSEE').length
  return correspondances
    .flatMap(({ feuille: rang, table, entete }): FeuilleEcrite[] => {
      const feuille = feuilles[rang]
      if (!feuille || table === null) return []
      const largeur = Math.max(0, ...feuille.lignes.map(({ length }) => length))
      const lignes = feuille.lignes.map((cellules, i) => {
        const pleines = Array.from({ length: largeur }, (_, colonne) => cellules[colonne] ?? '')
        if (i === entete) return [...pleines, 'Verdict', 'À corriger', 'Changements']
        const verdict = verdicts.get(`${feuille.nom}|${i + 1}`)
        if (!verdict) return pleines
        return [
          ...pleines,
          MOTS_VERDICT[verdict.verdict],
          verdict.erreurs.map(({ adresse, colonne, message }) => `${adresse} (${colonne}) : ${message}`).join('\n'),
          verdict.changements
            .map(({ colonne, de, a }) => `${colonne} : ${de || '(vide)'} → ${a || '(vide)'}`)
            .join('\n')
            .slice(0, 19_000),
        ]
      })
      return [
        {
          nom: feuille.nom || `Feuille ${rang + 1}`,
          lignes,
          largeurs: [...Array.from({ length: largeur }, () => 16), 12, 50, 40],
        },
      ]
    })
    .sort((a, b) => refusees(b.nom) - refusees(a.nom))
}
