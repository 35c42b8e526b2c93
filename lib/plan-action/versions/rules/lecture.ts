/** Reads the plan that a version keeps, in the form of a dossier, and what is compared of it. What it names may have gone since. */

import { CONTENU_COMPARE, ENSEMBLES, type ChampCompare } from '@/lib/plan-action/champs/rules/catalogue'
import { readColonne } from '@/lib/plan-action/champs/rules/tables'

export interface ElementVersion {
  ref: string
  numero: string | null
  titre: string
  /** what it says, field by field, in one canonical writing; what says nothing is not there */
  champs: Record<string, string>
}

export interface AxeVersion extends ElementVersion {
  parent: string | null
}

export interface FicheVersion extends ElementVersion {
  axe: string
  aRediger: boolean
  /** why it is still to be written */
  motif: string | null
  etapes: ElementVersion[]
  indicateurs: ElementVersion[]
}

export interface PlanVersion {
  niveaux: string[]
  nomFiche: string
  nomEtape: string
  champs: Record<string, string>
  axes: AxeVersion[]
  fiches: FicheVersion[]
}

type Objet = Record<string, unknown>

const nameColonnes = (table: string, cles: Readonly<Record<string, string>>): readonly ChampCompare[] =>
  Object.entries(cles).map(([cle, colonne]) => ({ cle, mots: readColonne(table, colonne).mots }))

export const CHAMPS_PLAN = nameColonnes('plan_action', {
  titre: 'titre',
  niveaux: 'niveaux',
  nomFiche: 'nom_fiche',
  nomEtape: 'nom_etape',
  texte: 'texte',
  raisonSansFiche: 'raison_sans_fiche',
  numerotation: 'numerotation',
  prefixe: 'prefixe',
})
export const CHAMPS_AXE = nameColonnes('axe', {
  description: 'description',
  objectifs: 'objectifs',
  absence: 'absence',
  theme: 'theme_code',
})
const CHAMPS_ETAPE = ['description', 'calendrier'] as const
const CHAMPS_INDICATEUR = ['nature', 'unite', 'cible', 'cibleTexte'] as const
/** Money spent is life; money planned is the plan. */
const CHAMPS_BUDGET = ['annee', 'financeur', 'libelle', 'prevu'] as const

const listCles = (champs: readonly ChampCompare[]): string[] => champs.map(({ cle }) => cle)

const isObjet = (valeur: unknown): valeur is Objet =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur)
const toObjet = (valeur: unknown): Objet => (isObjet(valeur) ? valeur : {})
const toListe = (valeur: unknown): Objet[] => (Array.isArray(valeur) ? valeur.filter(isObjet) : [])
const toTexte = (valeur: unknown): string | null => (typeof valeur === 'string' && valeur !== '' ? valeur : null)
const toTextes = (valeur: unknown): string[] =>
  Array.isArray(valeur) ? valeur.filter((mot) => typeof mot === 'string') : []

/** One writing for one value: keys sorted, nulls left out. */
function canonise(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(canonise)
  if (!isObjet(valeur)) return valeur
  return Object.fromEntries(
    Object.keys(valeur)
      .sort()
      .flatMap((cle) => (valeur[cle] === null || valeur[cle] === undefined ? [] : [[cle, canonise(valeur[cle])]])),
  )
}

const pick = (objet: Objet, cles: readonly string[]): Objet => Object.fromEntries(cles.map((cle) => [cle, objet[cle]]))

function readChamp(cle: string, valeur: unknown): unknown {
  if (cle === 'budget') return toListe(valeur).map((ligne) => pick(ligne, CHAMPS_BUDGET))
  return ENSEMBLES.has(cle) && Array.isArray(valeur)
    ? [...(valeur as unknown[])].sort((a, b) => (String(a) < String(b) ? -1 : 1))
    : valeur
}

function readChamps(objet: Objet, cles: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    cles.flatMap((cle) => {
      const valeur = readChamp(cle, objet[cle])
      const vide =
        valeur === null || valeur === undefined || valeur === '' || (Array.isArray(valeur) && valeur.length === 0)
      return vide ? [] : [[cle, typeof valeur === 'string' ? valeur : JSON.stringify(canonise(valeur))]]
    }),
  )
}

function readElement(objet: Objet, cles: readonly string[], nom: string): ElementVersion {
  return {
    ref: toTexte(objet.ref) ?? '',
    numero: toTexte(objet.numero),
    titre: toTexte(objet[nom]) ?? '',
    champs: readChamps(objet, cles),
  }
}

/** @param contenu the plan of a dossier; anything missing from it is nothing said */
export function readPlanVersion(contenu: unknown): PlanVersion {
  const plan = toObjet(contenu)
  return {
    niveaux: toTextes(plan.niveaux),
    nomFiche: toTexte(plan.nomFiche) ?? 'Fiche-action',
    nomEtape: toTexte(plan.nomEtape) ?? 'Étape',
    champs: readChamps(plan, listCles(CHAMPS_PLAN)),
    axes: toListe(plan.axes).map((axe) => ({
      ...readElement(axe, listCles(CHAMPS_AXE), 'titre'),
      parent: toTexte(axe.parent),
    })),
    fiches: toListe(plan.fiches).map((fiche) => ({
      ...readElement(fiche, listCles(CONTENU_COMPARE), 'titre'),
      axe: toTexte(fiche.axe) ?? '',
      aRediger: fiche.aRediger === true,
      motif: toTexte(toObjet(fiche.redaction).motif),
      etapes: toListe(fiche.etapes).map((etape) => readElement(etape, CHAMPS_ETAPE, 'titre')),
      indicateurs: toListe(fiche.indicateurs).map((indicateur) =>
        readElement(indicateur, CHAMPS_INDICATEUR, 'libelle'),
      ),
    })),
  }
}
