/** What somebody did at once, told once: « a ajouté 12 étapes à la fiche 2.3 ». */
import { capitalise } from '@/lib/platform/mots'
import { formatListe } from '@/lib/platform/typographie'
import type { Changement, Fait, Geste, GesteJournal, GesteLu, LigneJournal, Noms } from '../types'
import { NOMS } from '../words/noms'
import { AUTEURS } from '../words/tables'
import { findCible } from '../words/liens'
import { formatAuteur } from './auteur'
import { listChangements } from './details'
import { checkEvenement, formatEvenement } from './evenements'
import { buildRangee, findParent, formatA, formatDe, formatNom, formatNomEntier, formatNomPropre, toCle } from './noms'
import { checkMuette, formatLigne } from './phrases'

/** Changes of one kind of row told one by one; more are counted. */
const DITES_UNE_A_UNE = 3

const readGeste = ({ avant, apres }: LigneJournal): Geste =>
  avant === null ? 'AJOUT' : apres === null ? 'RETRAIT' : 'MODIFICATION'

const VERBES: Readonly<Record<Geste, string>> = {
  AJOUT: 'a ajouté',
  MODIFICATION: 'a modifié',
  RETRAIT: 'a retiré',
}

/** Lines of one kind, with how many there were: more than are given, when the gesture was a great one. */
interface Lot {
  objet: string
  geste: Geste
  lignes: LigneJournal[]
  nombre: number
}

/** Gathers lines that have the same key; a lot that holds all that are given of its kind holds all there were. */
function gather(
  lignes: readonly LigneJournal[],
  toutes: readonly LigneJournal[],
  cleDe: (ligne: LigneJournal) => string,
): Lot[] {
  const lots = new Map<string, LigneJournal[]>()
  for (const ligne of lignes) lots.set(cleDe(ligne), [...(lots.get(cleDe(ligne)) ?? []), ligne])
  return [...lots.values()].flatMap((siennes): Lot[] => {
    const [premiere] = siennes
    if (!premiere) return []
    const { objet, nombre } = premiere
    const geste = readGeste(premiere)
    const freres = toutes.filter((ligne) => ligne.objet === objet && readGeste(ligne) === geste).length
    return [{ objet, geste, lignes: siennes, nombre: siennes.length === freres ? nombre : siennes.length }]
  })
}

/** The line, of the same gesture, that brought or took this one along with it. */
function findPorteuse(ligne: LigneJournal, parCle: ReadonlyMap<string, LigneJournal>): LigneJournal | null {
  for (const [colonne, id] of Object.entries(ligne.apres ?? ligne.avant ?? {})) {
    const cible = AUTEURS.has(colonne) ? null : findCible(ligne.objet, colonne)
    const porteuse = cible && id !== null ? parCle.get(toCle(cible, id)) : undefined
    if (porteuse && porteuse !== ligne && readGeste(porteuse) === readGeste(ligne)) return porteuse
  }
  return null
}

/** « 4 étapes et 1 indicateur »: what came or went along with the rows told. */
function formatSuite(portees: readonly LigneJournal[], toutes: readonly LigneJournal[]): string {
  const lots = gather(portees, toutes, ({ objet }) => objet)
  return formatListe(lots.map(({ objet, nombre }) => formatCompteObjet(objet, nombre)))
}

function formatCompteObjet(objet: string, nombre: number): string {
  const { nom, pluriel } = NOMS[objet] ?? { nom: 'l’élément', pluriel: 'éléments' }
  return nombre < 2 ? `${nombre} ${nom.replace(/^(?:l’|la |le )/, '')}` : `${nombre} ${pluriel}`
}

/** Where all the rows of a lot hang, when it is on the same. */
function formatOu({ lignes, geste }: Lot, noms: Noms): string {
  const parents = lignes.map((ligne) => {
    const parent = findParent(buildRangee(ligne, noms), noms)
    return parent ? formatNom(parent, noms) : ''
  })
  const [premier = ''] = parents
  if (premier === '' || parents.some((parent) => parent !== premier)) return ''
  return ` ${geste === 'AJOUT' ? formatA(premier) : formatDe(premier)}`
}

/** The rows of a lot by their names; of changes, what changed of each. */
function listDetails({ lignes, geste }: Lot, noms: Noms): Changement[] {
  if (geste === 'MODIFICATION')
    return lignes.flatMap((ligne) => {
      const nom = capitalise(formatNom(buildRangee(ligne, noms), noms))
      return listChangements(ligne.objet, ligne.avant, ligne.apres, noms).map((changement) => ({
        ...changement,
        champ: `${nom}, ${changement.champ}`,
      }))
    })
  return lignes.map((ligne) => {
    const rangee = buildRangee(ligne, noms)
    const nom = (NOMS[ligne.objet]?.nom ?? 'élément').replace(/^(?:l’|la |le )/, '')
    const mots = formatNomPropre(rangee, noms) ?? formatNomEntier(rangee, noms)
    return geste === 'AJOUT' ? { champ: nom, de: null, vers: mots } : { champ: nom, de: mots, vers: null }
  })
}

function buildFait(lot: Lot, portees: readonly LigneJournal[], toutes: readonly LigneJournal[], noms: Noms): Fait {
  const suite = portees.length > 0 ? `, avec ${formatSuite(portees, toutes)}` : ''
  const [seule] = lot.lignes
  if (lot.nombre === 1 && seule)
    return {
      phrase: `${formatLigne(seule, noms)}${suite}`,
      details: listChangements(seule.objet, seule.avant, seule.apres, noms),
    }
  const compte = formatCompteObjet(lot.objet, lot.nombre)
  return { phrase: `${VERBES[lot.geste]} ${compte}${formatOu(lot, noms)}${suite}`, details: listDetails(lot, noms) }
}

/** Each thing that was done, in the order it was. */
function buildFaits(geste: GesteJournal, noms: Noms): Fait[] {
  const evenements = geste.lignes.filter((ligne) => checkEvenement(geste.operation, ligne))
  const faits: Fait[] = evenements.map((ligne) => ({
    phrase: formatEvenement(geste.operation, ligne, noms),
    details: [],
  }))
  // A dossier that comes in is one thing: what it replaces is not told row by row.
  if (geste.operation === 'dossier.importer' && faits.length > 0) return faits
  const lignes = geste.lignes.filter((ligne) => !evenements.includes(ligne) && !checkMuette(ligne))
  const parCle = new Map(lignes.map((ligne) => [toCle(ligne.objet, ligne.objetId), ligne]))
  const porteuses = new Map<LigneJournal, LigneJournal | null>()
  for (const ligne of lignes)
    porteuses.set(ligne, readGeste(ligne) === 'MODIFICATION' ? null : findPorteuse(ligne, parCle))
  const findRacine = (ligne: LigneJournal): LigneJournal => {
    let racine = ligne
    // A row that holds itself up through others would never end.
    for (let pas = 0; pas < 8; pas++) racine = porteuses.get(racine) ?? racine
    return racine
  }
  const racines = lignes.filter((ligne) => findRacine(ligne) === ligne || porteuses.get(ligne) === null)
  const parLot = new Map<string, number>()
  for (const { objet, avant, apres } of racines) if (avant && apres) parLot.set(objet, (parLot.get(objet) ?? 0) + 1)
  const lots = gather(racines, lignes, (ligne) => {
    const sorte = `${ligne.objet} ${readGeste(ligne)}`
    const uneAUne = readGeste(ligne) === 'MODIFICATION' && (parLot.get(ligne.objet) ?? 0) <= DITES_UNE_A_UNE
    return uneAUne ? `${sorte} ${ligne.id}` : sorte
  })
  const dits = lots.map((lot) => {
    const portees = lignes.filter((ligne) => !racines.includes(ligne) && lot.lignes.includes(findRacine(ligne)))
    return buildFait(lot, portees, lignes, noms)
  })
  return [...faits, ...dits]
}

/** A gesture as people read it; null when nothing of it may be told. */
export function buildGeste(geste: GesteJournal, noms: Noms): GesteLu | null {
  const faits = buildFaits(geste, noms)
  if (faits.length === 0) return null
  const motifs = [...new Set(geste.lignes.flatMap(({ motif }) => motif ?? []))]
  return {
    id: geste.id,
    instant: geste.instant,
    auteur: formatAuteur(geste, noms),
    faits,
    motif: motifs.join(' ; ') || null,
  }
}
