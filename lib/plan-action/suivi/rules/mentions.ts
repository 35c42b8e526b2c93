import { foldTexte } from '@/lib/platform/texte'
/** Where a mention leads, and what is being typed after an « @ ». */

/** The fiche of a comment, at that comment; opened from here, the mention is read. */
export const buildHrefMention = (slug: string, fiche: string | null, commentaire: number): string =>
  fiche === null
    ? `/conventions/${slug}/plan-action`
    : `/conventions/${slug}/plan-action/${fiche}?mention=${commentaire}#commentaire-${commentaire}`

/** The word after the « @ » that stands before the caret, and where it begins; null when none is being typed. */
export function readRecherche(texte: string, curseur: number): { debut: number; mot: string } | null {
  const trouve = /(?:^|[\s(«])@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u.exec(texte.slice(0, curseur))
  const mot = trouve?.[1]
  return mot === undefined ? null : { debut: curseur - mot.length - 1, mot }
}

/** Those whose name holds a word that begins so, without accents nor case; no more than eight. */
export function listPropositions<P extends { nom: string }>(personnes: readonly P[], mot: string): P[] {
  const cherche = foldTexte(mot).trim()
  return personnes
    .filter(
      ({ nom }) =>
        foldTexte(nom).startsWith(cherche) ||
        foldTexte(nom)
          .split(/[\s-]+/)
          .some((partie) => partie.startsWith(cherche)),
    )
    .slice(0, 8)
}

/** The text with that « @ » and its word replaced by the whole name, and where the caret goes. */
export function insertMention(
  texte: string,
  { debut, mot }: { debut: number; mot: string },
  nom: string,
): { texte: string; curseur: number } {
  const avant = `${texte.slice(0, debut)}@${nom} `
  return { texte: avant + texte.slice(debut + mot.length + 1).replace(/^ /, ''), curseur: avant.length }
}
