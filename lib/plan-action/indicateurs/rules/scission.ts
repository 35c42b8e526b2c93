/** The measures that one line of a document seems to hold: a proposal from its words, that the person corrects. */
import { capitalise } from '@/lib/platform/mots'
import { PARTIES_MAXIMUM } from '../words'
import type { NatureIndicateur } from '@/lib/plan-action/indicateurs/words'

export interface PartieProposee {
  libelle: string
  nature: NatureIndicateur
  unite: string | null
}

/** Words that begin the name of a measure. */
const TETE =
  /^(?:(?:les?|la|une?|des|leurs?)\s+|l[’'])?(?:nombre|nbre|nb|montants?|taux|part|pourcentage|diversit[ée]s?|r[ée]partition|co[ûu]ts?|dur[ée]e|satisfaction|qualit[ée]|volume|effectifs?)(?:\s|$)/i
const ARTICLE = /^(?:(?:les?|la|des)\s|l[’'])\p{L}/iu
/** « Le nombre d’enfants et de familles » counts twice with one head. */
const NOMBRE_DE = /^((?:le\s+)?nombre)\s+(?:de\s|d[’'])/i

/** Places outside brackets and quotes where a measure may end. */
function listCoupes(texte: string): { debut: number; fin: number; et: boolean }[] {
  const coupes: { debut: number; fin: number; et: boolean }[] = []
  let profondeur = 0
  for (const match of texte.matchAll(/[([«“]|[)\]»”]|\s*[,;\n]\s*(?:et\s+)?|\s+et\s+/g)) {
    const signe = match[0]
    if (/^[([«“]$/.test(signe)) profondeur += 1
    else if (/^[)\]»”]$/.test(signe)) profondeur = Math.max(0, profondeur - 1)
    else if (profondeur === 0)
      coupes.push({ debut: match.index, fin: match.index + signe.length, et: /^\s+et\s+$/.test(signe) })
  }
  return coupes
}

/** What the words after a cut become, as a measure of their own; null when they go on with the one before. */
function readSuite(suite: string, et: boolean, premiere: string): string | null {
  if (TETE.test(suite)) return suite
  if (!et) return ARTICLE.test(suite) ? suite : null
  const tete = NOMBRE_DE.exec(premiere)?.[1]
  return tete && /^(?:de\s|d[’'])/.test(suite) ? `${tete} ${suite}` : null
}

const nettoie = (texte: string): string => texte.replace(/^[\s•–-]+|[\s,;]+$/g, '').replace(/(?<!\.)\.$/, '')

function guessNature(libelle: string, ligne: NatureIndicateur): NatureIndicateur {
  if (/diversit|qualit|satisfaction|r[ée]partition/i.test(libelle)) return 'QUALITATIF'
  if (/montant|co[ûu]ts?\b/i.test(libelle)) return 'MONTANT'
  if (/taux|pourcentage|\bpart\b/i.test(libelle)) return 'POURCENTAGE'
  if (/nombre|nbre|\bnb\b/i.test(libelle)) return 'NOMBRE'
  return ligne
}

/** '… nombre de rencontres avec les partenaires' → 'rencontres'. */
const guessUnite = (libelle: string): string | null => /nombre\s+(?:de\s+|d[’'])(\p{L}+)/iu.exec(libelle)?.[1] ?? null

/**
 * Measures that the words of a line seem to name, in their order; the line itself, alone, when they name one.
 * @param nature what the line is said to measure: the parts take it unless their words say otherwise
 */
export function proposeParties(libelle: string, nature: NatureIndicateur): PartieProposee[] {
  const textes: string[] = []
  let courante = ''
  let position = 0
  for (const { debut, fin, et } of listCoupes(libelle)) {
    if (debut < position) continue
    const morceau = libelle.slice(position, debut)
    const suite = readSuite(libelle.slice(fin), et, textes[0] ?? nettoie(courante + morceau))
    if (suite === null || textes.length >= PARTIES_MAXIMUM - 1) {
      courante += libelle.slice(position, fin)
    } else {
      textes.push(courante + morceau)
      // A head copied from the first measure comes before the words that follow.
      courante = suite.slice(0, suite.length - (libelle.length - fin))
    }
    position = fin
  }
  textes.push(courante + libelle.slice(position))
  return textes
    .map(nettoie)
    .filter(Boolean)
    .map((texte) => {
      const sienne = guessNature(texte, nature)
      return {
        libelle: capitalise(texte),
        nature: sienne,
        unite: sienne === 'NOMBRE' ? guessUnite(texte) : sienne === 'MONTANT' ? '€' : null,
      }
    })
}
