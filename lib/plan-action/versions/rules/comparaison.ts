import { formatListe } from '@/lib/platform/typographie'
import { CONTENU_COMPARE, type ChampCompare } from '@/lib/plan-action/champs/rules/catalogue'
import {
  CHAMPS_AXE,
  CHAMPS_PLAN,
  type AxeVersion,
  type ElementVersion,
  type FicheVersion,
  type PlanVersion,
} from './lecture'

/** What changed from one version of a plan to another, told object by object in plain French. Pure: a difference by `ref`. */

export type { PlanVersion } from './lecture'

export type GenreChangement = 'AJOUT' | 'RETRAIT' | 'MODIFICATION'

export interface Changement {
  genre: GenreChangement
  objet: 'PLAN' | 'AXE' | 'FICHE'
  ref: string | null
  /** 'Axe 2 « Accueillir »' */
  sujet: string
  /** one sentence each; none for what came or went whole */
  details: string[]
}

const quote = (texte: string): string => `« ${texte} »`
const nommer = (nom: string, { numero, titre }: { numero: string | null; titre: string }): string =>
  `${nom}${numero ? ` ${numero}` : ''} ${quote(titre)}`

/** Names of the fields that differ, in the order of the first list then of the second. */
function listChamps(avant: Record<string, string>, apres: Record<string, string>): string[] {
  return [...new Set([...Object.keys(avant), ...Object.keys(apres)])].filter((cle) => avant[cle] !== apres[cle])
}

/** @param compares the fields that are compared, and what people call them */
function formatChamps(
  avant: Record<string, string>,
  apres: Record<string, string>,
  compares: readonly ChampCompare[],
): string[] {
  const noms = (cles: string[]) =>
    formatListe(cles.map((cle) => compares.find((champ) => champ.cle === cle)?.mots ?? cle))
  const cles = listChamps(avant, apres)
  const ecrits = cles.filter((cle) => !(cle in avant))
  const retires = cles.filter((cle) => !(cle in apres))
  const changes = cles.filter((cle) => cle in avant && cle in apres)
  return [
    ...(ecrits.length > 0 ? [`Écrit depuis : ${noms(ecrits)}`] : []),
    ...(changes.length > 0 ? [`Modifié : ${noms(changes)}`] : []),
    ...(retires.length > 0 ? [`Retiré : ${noms(retires)}`] : []),
  ]
}

function formatIdentite(avant: ElementVersion, apres: ElementVersion): string[] {
  return [
    ...(avant.numero !== apres.numero ? [`Numéro : ${avant.numero ?? 'aucun'} → ${apres.numero ?? 'aucun'}`] : []),
    ...(avant.titre !== apres.titre ? [`Nouveau titre : ${quote(apres.titre)}, au lieu de ${quote(avant.titre)}`] : []),
  ]
}

const byRef = <T extends { ref: string }>(elements: readonly T[]): Map<string, T> =>
  new Map(elements.map((element) => [element.ref, element]))

/** Elements of a fiche that came, went or changed: étapes, indicators. */
function formatElements(
  avant: readonly ElementVersion[],
  apres: readonly ElementVersion[],
  noms: [string, string],
): string[] {
  const [anciens, nouveaux] = [byRef(avant), byRef(apres)]
  const titres = (elements: readonly ElementVersion[]) => elements.map(({ titre }) => quote(titre)).join(', ')
  const ligne = (mot: string, elements: readonly ElementVersion[]) =>
    elements.length === 0 ? [] : [`${elements.length === 1 ? noms[0] : noms[1]} ${mot} : ${titres(elements)}`]
  const changes = apres.filter((element) => {
    const ancien = anciens.get(element.ref)
    return (
      ancien &&
      (ancien.titre !== element.titre ||
        ancien.numero !== element.numero ||
        listChamps(ancien.champs, element.champs).length > 0)
    )
  })
  return [
    ...ligne(
      'en plus',
      apres.filter(({ ref }) => !anciens.has(ref)),
    ),
    ...ligne(
      'en moins',
      avant.filter(({ ref }) => !nouveaux.has(ref)),
    ),
    ...ligne('à relire', changes),
  ]
}

function formatRedaction(avant: FicheVersion, apres: FicheVersion): string[] {
  if (avant.aRediger === apres.aRediger) return []
  return [avant.aRediger ? 'Était à rédiger, est écrite' : 'Redevient à rédiger']
}

/** Lists of brothers whose common members are no longer in the same order: what they hang from. */
function listOrdresChanges<T extends { ref: string }>(
  avant: readonly T[],
  apres: readonly T[],
  parent: (element: T) => string | null,
): (string | null)[] {
  const anciens = byRef(avant)
  const nouveaux = byRef(apres)
  const restes = (elements: readonly T[], de: string | null) =>
    elements
      .filter((element) => {
        const [a, b] = [anciens.get(element.ref), nouveaux.get(element.ref)]
        return a && b && parent(a) === de && parent(b) === de
      })
      .map(({ ref }) => ref)
  return [...new Set(apres.map(parent))].filter((de) => restes(avant, de).join('\n') !== restes(apres, de).join('\n'))
}

/** Answers the name of an axe in a version. */
function createNoms({ axes, niveaux }: PlanVersion): (ref: string | null) => string {
  const index = byRef(axes)
  return (ref) => {
    const axe = ref === null ? undefined : index.get(ref)
    if (!axe) return 'le haut du plan'
    let profondeur = 0
    for (let haut = axe.parent; haut !== null && profondeur < axes.length; haut = index.get(haut)?.parent ?? null)
      profondeur += 1
    return nommer(niveaux[Math.min(profondeur, niveaux.length - 1)] ?? 'Axe', axe)
  }
}

function compareListe<T extends ElementVersion>(
  avant: readonly T[],
  apres: readonly T[],
  objet: 'AXE' | 'FICHE',
  sujets: { avant: (element: T) => string; apres: (element: T) => string },
  details: (avant: T, apres: T) => string[],
): Changement[] {
  const [anciens, nouveaux] = [byRef(avant), byRef(apres)]
  const tels = (element: T, genre: GenreChangement, sujet: string, dits: string[] = []): Changement => ({
    genre,
    objet,
    ref: element.ref,
    sujet,
    details: dits,
  })
  return [
    ...apres.flatMap((element) => {
      const ancien = anciens.get(element.ref)
      if (!ancien) return [tels(element, 'AJOUT', sujets.apres(element))]
      const dits = details(ancien, element)
      return dits.length > 0 ? [tels(element, 'MODIFICATION', sujets.apres(element), dits)] : []
    }),
    ...avant.filter(({ ref }) => !nouveaux.has(ref)).map((element) => tels(element, 'RETRAIT', sujets.avant(element))),
  ]
}

/** What came, went and changed, in the order of the document; nothing between a version and itself. */
export function compareVersions(avant: PlanVersion, apres: PlanVersion): Changement[] {
  const noms = { avant: createNoms(avant), apres: createNoms(apres) }
  const ordreAxes = new Set(listOrdresChanges(avant.axes, apres.axes, ({ parent }) => parent))
  const ordreFiches = new Set(listOrdresChanges(avant.fiches, apres.fiches, ({ axe }) => axe))
  const place = (de: string | null, vers: string | null) =>
    de === vers ? [] : [`Déplacement : de ${noms.avant(de)} vers ${noms.apres(vers)}`]
  const duPlan = [
    ...formatChamps(avant.champs, apres.champs, CHAMPS_PLAN),
    ...(ordreAxes.has(null) ? ['Nouvel ordre en haut du plan'] : []),
  ]
  const axes = compareListe<AxeVersion>(
    avant.axes,
    apres.axes,
    'AXE',
    { avant: ({ ref }) => noms.avant(ref), apres: ({ ref }) => noms.apres(ref) },
    (a, b) => [
      ...place(a.parent, b.parent),
      ...formatIdentite(a, b),
      ...formatChamps(a.champs, b.champs, CHAMPS_AXE),
      ...(ordreAxes.has(b.ref) || ordreFiches.has(b.ref) ? ['Nouvel ordre de ce qu’il contient'] : []),
    ],
  )
  const fiches = compareListe<FicheVersion>(
    avant.fiches,
    apres.fiches,
    'FICHE',
    { avant: (fiche) => nommer(avant.nomFiche, fiche), apres: (fiche) => nommer(apres.nomFiche, fiche) },
    (a, b) => [
      ...place(a.axe, b.axe),
      ...formatIdentite(a, b),
      ...formatRedaction(a, b),
      ...formatChamps(a.champs, b.champs, CONTENU_COMPARE),
      ...formatElements(a.etapes, b.etapes, [apres.nomEtape, `${apres.nomEtape} (plusieurs)`]),
      ...formatElements(a.indicateurs, b.indicateurs, ['Indicateur', 'Indicateurs']),
    ],
  )
  return [
    ...(duPlan.length > 0
      ? [{ genre: 'MODIFICATION' as const, objet: 'PLAN' as const, ref: null, sujet: 'Le plan', details: duPlan }]
      : []),
    ...axes,
    ...fiches,
  ]
}

/** '2 ajouts, 1 retrait et 4 modifications'; 'Rien n’a changé'. */
export function formatBilan(changements: readonly Changement[]): string {
  const nombre = (genre: GenreChangement) => changements.filter((changement) => changement.genre === genre).length
  const compte = (n: number, mot: string) => (n === 0 ? [] : [`${n} ${mot}${n > 1 ? 's' : ''}`])
  const mots = [
    ...compte(nombre('AJOUT'), 'ajout'),
    ...compte(nombre('RETRAIT'), 'retrait'),
    ...compte(nombre('MODIFICATION'), 'modification'),
  ]
  return mots.length === 0 ? 'Rien n’a changé' : formatListe(mots)
}
