/**
 * The ETP rule (rules.md, "ETP totals"): exact sums in hundredths, pure. The form, the server action and the
 * database each apply it. Nothing here adds schémas of different periods together: such a sum means nothing.
 */
import { formatQuotite } from '@/lib/platform/nombres'
import type { Centiemes } from '@/lib/platform/nombres'
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
export { checkChevauchement, checkPeriode, computeTrous } from './periodes'
export type { SchemaDate } from './periodes'
export type * from '../types/regles'

const sum = (quotites: readonly (Centiemes | null)[]): Centiemes =>
  quotites.reduce<Centiemes>((total, quotite) => total + (quotite ?? 0), 0)
const deux = (quotite: Centiemes): string => formatQuotite(quotite, { deux: true })

/** 'il manque 0,10', '0,10 de trop', 'égal au total'. */
function formatEcartEnMots(ecart: Centiemes): string {
  if (ecart === 0) return 'égal au total'
  return ecart < 0 ? `il manque ${deux(-ecart)}` : `${deux(ecart)} de trop`
}

function computeSomme(total: Centiemes | null, renseignee: boolean, somme: Centiemes, absente: string): EtatSomme {
  if (!renseignee) return { renseignee, somme: 0, ecart: null, phrase: absente }
  if (total === null) return { renseignee, somme, ecart: null, phrase: 'total convenu non précisé' }
  return { renseignee, somme, ecart: somme - total, phrase: formatEcartEnMots(somme - total) }
}

/** A margin is filled in as soon as one line has a figure; lines without one add nothing and are counted apart. */
function computeMarge({ total, affectations }: SchemaRegle, marge: Marge): EtatMarge {
  const lignes = affectations.filter((ligne) => ligne.marge === marge)
  const connues = lignes.filter(({ quotite }) => quotite !== null)
  return {
    ...computeSomme(
      total,
      connues.length > 0,
      sum(connues.map(({ quotite }) => quotite)),
      'répartition non communiquée',
    ),
    inconnues: lignes.length - connues.length,
    zerosSansRaison: lignes
      .filter(({ quotite, raison }) => quotite === 0 && !raison?.trim())
      .map(({ libelle }) => libelle),
  }
}

/** Lines whose quotité is known and differs from the sum of their cells; a line with no cell counts zero. */
function listEcartsCroises({ affectations, croise }: SchemaRegle): EcartCroise[] {
  const cellules = ({ marge, cle }: Affectation) =>
    croise.filter((cellule) => (marge === 'PORTEUR' ? cellule.porteur : cellule.thematique) === cle)
  return affectations.flatMap((ligne) => {
    const somme = sum(cellules(ligne).map(({ quotite }) => quotite))
    const { marge, libelle, quotite } = ligne
    return quotite === null || somme === quotite ? [] : [{ marge, libelle, somme, quotite }]
  })
}

/**
 * How a schéma stands against its agreed total: each margin, the cross table where one is given, and the
 * evolution form where it is used, each with its sum, its difference and the words for it.
 */
export function computeEquilibre(schema: SchemaRegle): Equilibre {
  const { total, existant, developpements, croise } = schema
  const marges = { PORTEUR: computeMarge(schema, 'PORTEUR'), THEMATIQUE: computeMarge(schema, 'THEMATIQUE') }
  const sommeCroise = computeSomme(
    total,
    croise.length > 0,
    sum(croise.map(({ quotite }) => quotite)),
    'tableau croisé non communiqué',
  )
  const sommeEvolution = sum([existant, ...developpements.map(({ quotite }) => quotite)])
  const evolution = computeSomme(total, existant !== null, sommeEvolution, 'évolution non communiquée')
  const ecarts = croise.length > 0 ? listEcartsCroises(schema) : []
  const sommes = [marges.PORTEUR, marges.THEMATIQUE, sommeCroise, evolution]
  return {
    total,
    marges,
    croise: { ...sommeCroise, ecarts },
    evolution,
    equilibre: total !== null && ecarts.length === 0 && sommes.every(({ ecart }) => ecart === null || ecart === 0),
  }
}

const NOM_MARGE: Record<Marge, string> = { PORTEUR: 'commune', THEMATIQUE: 'thématique' }

function formatErreurSomme(sujet: string, { somme, ecart, phrase }: EtatSomme, total: Centiemes): string | null {
  if (ecart === null || ecart === 0) return null
  return `${sujet} fait ${deux(somme)} ETP au lieu de ${deux(total)}, ${phrase} : corrigez les lignes ou le total convenu.`
}

function listErreurs({ total, marges, croise, evolution }: Equilibre): ErreurSchema[] {
  if (total === null) {
    return [
      {
        lieu: 'TOTAL',
        message: 'Le total convenu n’est pas connu : indiquez-le avant de proposer ou de valider ce schéma.',
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
    ...(vides.length === 2 ? ['Aucune répartition n’est communiquée : seul le total est convenu.'] : []),
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
 * do the cross table and the evolution form where they are given. A schéma with no margin filled in passes with
 * a warning: rules.md binds "each margin that is filled in", and an agreed total alone is a real case.
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
