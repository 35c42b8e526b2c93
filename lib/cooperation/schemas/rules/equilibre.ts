/**
 * The ETP rule (rules.md, "ETP totals"): exact sums in hundredths, pure. The form, the server action and the
 * database each apply it. Nothing here adds schémas of different periods together: such a sum means nothing.
 */
import { formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
import { formatCompte, formatListe } from '@/lib/platform/typographie'
import type { MotifZero } from '../words'
import type {
  Affectation,
  EcartCroise,
  Equilibre,
  ErreurSchema,
  EtatMarge,
  EtatSchema,
  EtatSomme,
  Marge,
  SchemaRegle,
  Verdict,
  VerdictSchema,
} from '../types/regles'

export { compareSchemas } from './comparaison'
export type { DifferenceSchema } from './comparaison'
export { checkOccupations, computeCout } from './occupations'
export type { LigneOccupee, OccupationRegle } from './occupations'
export { checkChevauchement, checkPeriode, computeTrous, formatTrous, listChevauchements } from './periodes'
export type { SchemaDate } from './periodes'
export type * from '../types/regles'

const sum = (quotites: readonly (Centiemes | null)[]): Centiemes =>
  quotites.reduce<Centiemes>((total, quotite) => total + (quotite ?? 0), 0)
const deux = (quotite: Centiemes): string => formatQuotite(quotite, { deux: true })

const SANS_PART: ReadonlySet<MotifZero> = new Set(['PORTE_PAR_AUTRE', 'SANS_ETP', 'NEANT'])

/**
 * Whether nobody knows what a line holds: it has no figure, and its reason, if any, does not say that it has none
 * (« néant », « porté par une autre commune »). In SQL: `app.ligne_inconnue`.
 */
export const isInconnue = ({ quotite, motif }: Pick<Affectation, 'quotite' | 'motif'>): boolean =>
  quotite === null && !(motif && SANS_PART.has(motif))

/** Whether a line is at zero and nothing says why. In SQL: `app.zero_sans_raison`. */
export const isZeroSansRaison = ({
  quotite,
  raison,
  motif,
}: Pick<Affectation, 'quotite' | 'raison' | 'motif'>): boolean => quotite === 0 && !raison?.trim() && !motif

/**
 * What a sum lacks or has too much against its total: null where the total is unknown, and where lines without a
 * figure may hold what is missing. An unknown line is never zero; known lines alone may already be too much.
 */
export function computeEcart(total: Centiemes | null, somme: Centiemes | null, inconnues: number): Centiemes | null {
  if (total === null || somme === null) return null
  return somme < total && inconnues > 0 ? null : somme - total
}

const formatInconnues = (inconnues: number): string =>
  formatCompte(inconnues, 'ligne sans quotité', 'lignes sans quotité')

/** 'il manque 0,10', '0,10 de trop', 'égal au total', '1,00 connu sur 2,00, 1 ligne sans quotité'. */
function formatEcartEnMots(total: Centiemes, somme: Centiemes, inconnues: number): string {
  const ecart = computeEcart(total, somme, inconnues)
  const suite = inconnues > 0 ? `, ${formatInconnues(inconnues)}` : ''
  if (ecart === null) return `${deux(somme)} ${somme < 200 ? 'connu' : 'connus'} sur ${deux(total)}${suite}`
  if (ecart === 0) return `égal au total${suite}`
  return ecart < 0 ? `il manque ${deux(-ecart)}` : `${deux(ecart)} de trop`
}

/** @param inconnues lines that may hold what is missing */
function computeSomme(
  total: Centiemes | null,
  {
    renseignee,
    somme,
    absente,
    inconnues = 0,
  }: Pick<EtatSomme, 'renseignee' | 'somme'> & {
    absente: string
    inconnues?: number
  },
): EtatSomme {
  if (!renseignee) return { renseignee, somme: 0, ecart: null, phrase: absente }
  if (total === null) return { renseignee, somme, ecart: null, phrase: 'total non précisé' }
  return {
    renseignee,
    somme,
    ecart: computeEcart(total, somme, inconnues),
    phrase: formatEcartEnMots(total, somme, inconnues),
  }
}

/** A margin is filled in as soon as one line has a figure; those of which nothing is known are counted apart. */
function computeMarge({ total, affectations }: SchemaRegle, marge: Marge): EtatMarge {
  const lignes = affectations.filter((ligne) => ligne.marge === marge)
  const connues = lignes.filter(({ quotite }) => quotite !== null)
  const inconnues = lignes.filter(isInconnue).length
  return {
    ...computeSomme(total, {
      renseignee: connues.length > 0,
      somme: sum(connues.map(({ quotite }) => quotite)),
      absente: 'répartition non communiquée',
      inconnues,
    }),
    inconnues,
    zerosSansRaison: lignes.filter(isZeroSansRaison).map(({ libelle }) => libelle),
  }
}

/**
 * Lines whose quotité is known and differs from the sum of their cells. A cell that is not there is a zero, unless it
 * would be that of a line of which nothing is known.
 */
function listEcartsCroises({ affectations, croise }: SchemaRegle): EcartCroise[] {
  const cleDe = (marge: Marge, cellule: SchemaRegle['croise'][number]) =>
    marge === 'PORTEUR' ? cellule.porteur : cellule.thematique
  return affectations.flatMap((ligne) => {
    const { marge, cle, libelle, quotite } = ligne
    const autre: Marge = marge === 'PORTEUR' ? 'THEMATIQUE' : 'PORTEUR'
    const siennes = croise.filter((cellule) => cleDe(marge, cellule) === cle)
    const somme = sum(siennes.map((cellule) => cellule.quotite))
    if (quotite === null || somme === quotite) return []
    const manquante = affectations.some(
      (candidate) =>
        candidate.marge === autre &&
        isInconnue(candidate) &&
        !siennes.some((cellule) => cleDe(autre, cellule) === candidate.cle),
    )
    return somme < quotite && manquante ? [] : [{ marge, libelle, somme, quotite }]
  })
}

/**
 * How a schéma stands against its agreed total: each margin, the cross table where one is given, and the
 * evolution form where it is used, each with its sum, its difference and the words for it.
 */
export function computeEquilibre(schema: SchemaRegle): Equilibre {
  const { total, existant, developpements, croise } = schema
  const marges = { PORTEUR: computeMarge(schema, 'PORTEUR'), THEMATIQUE: computeMarge(schema, 'THEMATIQUE') }
  const sommeCroise = computeSomme(total, {
    renseignee: croise.length > 0,
    somme: sum(croise.map(({ quotite }) => quotite)),
    absente: 'tableau croisé non communiqué',
    // Cells of a line without a figure may be missing: they are no zeros either.
    inconnues: marges.PORTEUR.inconnues + marges.THEMATIQUE.inconnues,
  })
  const sansExistant = existant === null && developpements.length > 0
  const evolution = computeSomme(total, {
    renseignee: existant !== null,
    somme: sum([existant, ...developpements.map(({ quotite }) => quotite)]),
    absente: sansExistant ? 'existant non précisé' : 'évolution non communiquée',
  })
  const ecarts = croise.length > 0 ? listEcartsCroises(schema) : []
  const sommes = [marges.PORTEUR, marges.THEMATIQUE, sommeCroise, evolution]
  const equilibre =
    total !== null && !sansExistant && ecarts.length === 0 && sommes.every(({ ecart }) => ecart === null || ecart === 0)
  return {
    total,
    marges,
    croise: { ...sommeCroise, ...(sommeCroise.ecart === 0 ? { phrase: 'égal au total' } : {}), ecarts },
    evolution: { ...evolution, sansExistant },
    equilibre,
    proposable: equilibre && Object.values(marges).every(({ zerosSansRaison }) => zerosSansRaison.length === 0),
  }
}

const NOM_MARGE: Record<Marge, string> = { PORTEUR: 'commune', THEMATIQUE: 'thématique' }

function formatErreurSomme(sujet: string, { somme, ecart, phrase }: EtatSomme, total: Centiemes): string | null {
  if (ecart === null || ecart === 0) return null
  return `${sujet} fait ${deux(somme)} ETP au lieu de ${deux(total)}, ${phrase} : corrigez les lignes ou le total.`
}

function formatErreurZeros(libelles: readonly string[]): string | null {
  if (libelles.length === 0) return null
  return `${formatListe(libelles)} : indiquez le motif ${libelles.length === 1 ? 'de ce zéro' : 'de ces zéros'}, ou « motif non précisé » si le document n’en donne pas.`
}

function listErreurs({ total, marges, croise, evolution }: Equilibre): ErreurSchema[] {
  if (total === null) {
    return [
      {
        lieu: 'TOTAL',
        message: 'Le total n’est pas connu : indiquez-le avant de proposer ou de valider ce schéma.',
      },
    ]
  }
  const candidates: [ErreurSchema['lieu'], string | null][] = [
    ['PORTEUR', formatErreurSomme(`La répartition par ${NOM_MARGE.PORTEUR}`, marges.PORTEUR, total)],
    ['THEMATIQUE', formatErreurSomme(`La répartition par ${NOM_MARGE.THEMATIQUE}`, marges.THEMATIQUE, total)],
    ['CROISE', formatErreurSomme('Le tableau croisé', croise, total)],
    ...croise.ecarts.map(({ libelle, somme, quotite }): [ErreurSchema['lieu'], string] => [
      'CROISE',
      `Le tableau croisé donne ${deux(somme)} pour « ${libelle} », la répartition ${deux(quotite)} : corrigez l’un des deux.`,
    ]),
    ['EVOLUTION', formatErreurSomme('L’existant augmenté des développements', evolution, total)],
    [
      'EVOLUTION',
      evolution.sansExistant
        ? 'Des développements sont donnés sans l’existant auquel ils s’ajoutent : indiquez l’existant, ou retirez-les.'
        : null,
    ],
    ...(['PORTEUR', 'THEMATIQUE'] as const).map((marge): [ErreurSchema['lieu'], string | null] => [
      marge,
      formatErreurZeros(marges[marge].zerosSansRaison),
    ]),
  ]
  return candidates.flatMap(([lieu, message]) => (message === null ? [] : [{ lieu, message }]))
}

function listAvertissements({ debut, fin }: SchemaRegle, { marges }: Equilibre): string[] {
  const vides = (['PORTEUR', 'THEMATIQUE'] as const).filter((marge) => !marges[marge].renseignee)
  const parMarge = (['PORTEUR', 'THEMATIQUE'] as const).flatMap((marge) => [
    ...marges[marge].zerosSansRaison.map((libelle) => `${libelle} : motif du zéro à préciser.`),
    ...(marges[marge].renseignee && marges[marge].inconnues > 0
      ? [
          `Répartition par ${NOM_MARGE[marge]} : ${marges[marge].inconnues === 1 ? '1 ligne' : `${marges[marge].inconnues} lignes`} sans quotité.`,
        ]
      : []),
  ])
  return [
    ...(vides.length === 2 ? ['Aucune répartition n’est communiquée : seul le total est donné.'] : []),
    ...(vides.length === 1 ? vides.map((marge) => `Répartition par ${NOM_MARGE[marge]} non communiquée.`) : []),
    ...parMarge,
    ...(debut === null || fin === null ? ['La période du schéma n’est pas entièrement connue.'] : []),
  ]
}

function checkEquilibre(schema: SchemaRegle, vers: EtatSchema): VerdictSchema {
  const transition = checkTransition(schema.etat, vers)
  if (!transition.ok) return { ...transition, erreurs: [] }
  const equilibre = computeEquilibre(schema)
  const erreurs = listErreurs(equilibre)
  if (erreurs.length > 0) return { ok: false, message: erreurs.map(({ message }) => message).join(' '), erreurs }
  return { ok: true, avertissements: listAvertissements(schema, equilibre) }
}

/**
 * Whether a draft may be proposed: the total is known and each margin that is filled in sums exactly to it, as
 * do the cross table and the evolution form where they are given; developments have the existing part they add to,
 * and each zero its reason. Lines of which nothing is known may hold what is missing: a warning says so. A schéma with
 * no margin filled in passes with a warning: rules.md binds "each margin that is filled in", and a total alone is a
 * real case.
 */
export function checkProposition(schema: SchemaRegle): VerdictSchema {
  return checkEquilibre(schema, 'PROPOSE')
}

/** Whether a proposed schéma may be validated: the same balance, checked again on what is there now. */
export function checkValidation(schema: SchemaRegle): VerdictSchema {
  return checkEquilibre(schema, 'VALIDE')
}

const NOM_ETAT: Record<EtatSchema, string> = {
  BROUILLON: 'un brouillon',
  PROPOSE: 'un schéma proposé',
  VALIDE: 'un schéma validé',
  CLOS: 'un schéma clos',
}
const VERS: Record<EtatSchema, readonly EtatSchema[]> = {
  BROUILLON: ['PROPOSE'],
  PROPOSE: ['BROUILLON', 'VALIDE'],
  VALIDE: ['CLOS'],
  CLOS: [],
}
const REMEDE: Record<EtatSchema, string> = {
  BROUILLON: 'proposez-le d’abord',
  PROPOSE: 'validez-le, ou remettez-le en brouillon',
  VALIDE: 'il peut seulement être clos ; créez un nouveau schéma pour la suite',
  CLOS: 'il ne change plus ; créez un nouveau schéma pour la suite',
}

/** Brouillon → proposé → validé → clos, and proposé → brouillon. Anything else is refused with what can be done. */
export function checkTransition(de: EtatSchema, vers: EtatSchema): Verdict {
  if (VERS[de].includes(vers)) return { ok: true }
  return {
    ok: false,
    message: `Ce changement n’est pas possible pour ${NOM_ETAT[de]} : ${REMEDE[de]}.`,
  }
}
