import { fromMarkdown } from 'mdast-util-from-markdown'
import { isSoude } from './mots'

/**
 * The few marks a text of a fiche may carry: bold and links inside a line, lists line by line. Lines are read here, one by
 * one, as the documents lay them out (« ✓ », « – », « 1. »); what is inside a line is read as Markdown with everything
 * else disabled. Whatever is no mark is kept as its own characters.
 */

export type Inline =
  | { genre: 'TEXTE'; texte: string }
  | { genre: 'GRAS'; contenu: Inline[] }
  | { genre: 'LIEN'; adresse: string; contenu: Inline[] }

interface LigneListe {
  /** mark of the line, as written */
  marque: string
  contenu: Inline[]
}

export type Bloc = { genre: 'PARAGRAPHE'; contenu: Inline[] } | { genre: 'LISTE'; lignes: LigneListe[] }

/** Marks that begin a line of a list: the documents’ own, and the one the editor writes. */
const PUCE = /^([✓–•-])\s+/

/** A line with more marks than a person writes is shown as it is: reading it would cost more than it says. */
const MARQUES_MAX = 200

/** Every construct of Markdown but strong and links. */
const SANS = {
  disable: {
    null: [
      'autolink',
      'blockQuote',
      'characterEscape',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'codeText',
      'definition',
      'hardBreakEscape',
      'hardBreakTrailing',
      'headingAtx',
      'htmlFlow',
      'htmlText',
      'labelStartImage',
      'list',
      'setextUnderline',
      'thematicBreak',
    ],
  },
}

type Racine = ReturnType<typeof fromMarkdown>
type Noeud = Racine['children'][number]

/** An address that a click may follow; null for anything else. */
export function readAdresseSure(adresse: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s]/i.test(adresse) && URL.canParse(adresse) ? adresse : null
}

const texte = (valeur: string): Inline[] => (valeur === '' ? [] : [{ genre: 'TEXTE', texte: valeur }])

/** Neighbouring texts in one. */
function join(inlines: Inline[]): Inline[] {
  const joints: Inline[] = []
  for (const inline of inlines) {
    const dernier = joints.at(-1)
    if (inline.genre === 'TEXTE' && dernier?.genre === 'TEXTE') dernier.texte += inline.texte
    else joints.push(inline.genre === 'TEXTE' ? { ...inline } : inline)
  }
  return joints
}

const toTexte = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.genre === 'TEXTE' ? inline.texte : toTexte(inline.contenu))).join('')

/**
 * Bold is of whole words: stars that cut a word, or that stand between two, are kept as they are written. Without them
 * « **un**deux » would read « undeux », and « 3**4 » « 34 ».
 * @param avant what reads just before, @param apres just after
 */
function keepMots(inlines: readonly Inline[], avant = '', apres = ''): Inline[] {
  return inlines.flatMap((inline, rang): Inline[] => {
    if (inline.genre === 'TEXTE') {
      avant = inline.texte
      return [inline]
    }
    const suite = toTexte(inlines.slice(rang + 1)) || apres
    const dedans = toTexte(inline.contenu)
    const coupe = inline.genre === 'GRAS' && (isSoude(avant, dedans) || isSoude(dedans, suite))
    const contenu = coupe ? keepMots(inline.contenu, '**', '**') : keepMots(inline.contenu, avant, suite)
    avant = coupe ? '**' : dedans
    return coupe ? [...texte('**'), ...contenu, ...texte('**')] : [{ ...inline, contenu: join(contenu) }]
  })
}

function readNoeud(noeud: Noeud, source: string): Inline[] {
  const [debut, fin] = [noeud.position?.start.offset ?? 0, noeud.position?.end.offset ?? 0]
  const brut = source.slice(debut, fin)
  // What stands around the children: the marks themselves.
  const enrobe = (enfants: Noeud[]): Inline[] => {
    const [premier, dernier] = [
      enfants[0]?.position?.start.offset ?? debut,
      enfants.at(-1)?.position?.end.offset ?? debut,
    ]
    return [
      ...texte(source.slice(debut, premier)),
      ...enfants.flatMap((enfant) => readNoeud(enfant, source)),
      ...texte(source.slice(dernier, fin)),
    ]
  }
  if (noeud.type === 'paragraph') return enrobe(noeud.children)
  if (noeud.type === 'strong' && brut.startsWith('**'))
    return [{ genre: 'GRAS', contenu: join(noeud.children.flatMap((enfant) => readNoeud(enfant, source))) }]
  if (noeud.type === 'strong' || noeud.type === 'emphasis') return enrobe(noeud.children)
  if (noeud.type === 'link') {
    const adresse = noeud.title == null && noeud.children.length > 0 ? readAdresseSure(noeud.url) : null
    return adresse === null
      ? texte(brut)
      : [{ genre: 'LIEN', adresse, contenu: join(noeud.children.flatMap((enfant) => readNoeud(enfant, source))) }]
  }
  return texte(brut)
}

/** Bold and links of one line. */
export function readLigne(ligne: string): Inline[] {
  const marques = ligne.match(/[*[\]_]/g)?.length ?? 0
  if (!/\*\*|\]\(/.test(ligne) || marques > MARQUES_MAX || ligne.includes('\u0000')) return texte(ligne)
  const racine = fromMarkdown(ligne, { extensions: [SANS] })
  return join(keepMots(racine.children.flatMap((noeud) => readNoeud(noeud, ligne))))
}

/** A text in paragraphs and lists; every word of it is there. */
export function readTexte(source: string): Bloc[] {
  const blocs: Bloc[] = []
  for (const ligne of source
    .split(/\r\n?|\n/)
    .map((brute) => brute.trim())
    .filter(Boolean)) {
    const marque = PUCE.exec(ligne)?.[1]
    const dernier = blocs.at(-1)
    if (marque === undefined) blocs.push({ genre: 'PARAGRAPHE', contenu: readLigne(ligne) })
    else {
      const lue = { marque, contenu: readLigne(ligne.replace(PUCE, '')) }
      if (dernier?.genre === 'LISTE') dernier.lignes.push(lue)
      else blocs.push({ genre: 'LISTE', lignes: [lue] })
    }
  }
  return blocs
}
