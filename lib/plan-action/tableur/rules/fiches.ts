import { checkDebutFin } from './controles'
import { parsePeriode, type ContextePeriode } from '@/lib/plan-action/periode/rules/periode'
import type { EtatAnalyse } from '../types/contexte'
import { cleRepere } from './index-plan'
import { addErreur, readTexte, type LigneLue } from './lecture'
import { CLES_ROLES, getRole, listMotsRole, type PilotagePlan } from './lignes'
import { normalizeCle, normalizeTexte } from './mots'
import { isPareil } from './valeurs'
import type { LignePlate } from '../types/tableur'

/** What is particular to fiches: the axe they are in, their period, who leads them. */

/** The axe that a cell « Axe » says, created when that was asked. */
function findAxeMots(analyseur: EtatAnalyse, ligne: LigneLue, mots: string): string | null {
  const trouves = analyseur.axes.listParMots(cleRepere(mots))
  if (trouves.length === 1) return trouves[0] ?? null
  if (trouves.length > 1) {
    addErreur(
      ligne,
      'axe',
      `Plusieurs axes répondent à « ${mots.slice(0, 60)} » : écrivez le numéro et le titre, ou la référence de l’axe.`,
    )
    return null
  }
  if (!analyseur.correspondance.creerAxes) return null
  const titre = mots.trim().slice(0, 500)
  const axe = {
    ref: analyseur.axes.createRef(`axe ${titre}`),
    parent: null,
    numero: null,
    titre,
    description: null,
    objectifs: [],
    absence: null,
    theme: null,
  }
  analyseur.axes.add(axe)
  analyseur.ecritures.creees.AXES.push(axe)
  return axe.ref
}

/** Places a fiche: by the `ref` of its axe, by its words, or where the person said all of them go. */
export function findAxe(analyseur: EtatAnalyse, ligne: LigneLue, actuelle: LignePlate | null): void {
  const { valeurs } = ligne
  const mots = (ligne.textes.axe ?? '').trim()
  const parRef = analyseur.axes.findRef(readTexte(valeurs.axeRef))
  delete valeurs.axeRef
  delete valeurs.axe
  const dejaDit = parRef !== null && mots !== '' && analyseur.axes.listParMots(cleRepere(mots)).includes(parRef)
  const parMots = mots === '' || dejaDit || (parRef !== null && !actuelle) ? null : findAxeMots(analyseur, ligne, mots)
  // Words that were changed beside a `ref` that was not: the person moved the fiche.
  const voulu = parMots !== null && (parRef === null || parRef === actuelle?.axe) ? parMots : (parRef ?? parMots)
  if (voulu !== null) valeurs.axe = voulu
  else if (mots !== '')
    addErreur(
      ligne,
      'axe',
      `Aucun axe du plan ne répond à « ${mots.slice(0, 60)} » : reprenez son numéro ou son titre, ou demandez la création des axes qui manquent.`,
    )
  else if (!actuelle) {
    const fixe = analyseur.axes.findRef(analyseur.correspondance.axe)
    if (fixe) valeurs.axe = fixe
    else
      addErreur(
        ligne,
        'axe',
        'Cette fiche n’a pas d’axe : indiquez la colonne qui le dit, ou choisissez un axe pour toutes les fiches.',
      )
  }
}

/** Bounds of a period: those of the file; where it gives none, those its words say. */
export function readPeriode(
  ligne: LigneLue,
  actuelle: LignePlate | null,
  avecRef: boolean,
  contexte: ContextePeriode,
): void {
  const { valeurs } = ligne
  const mots = readTexte(valeurs.periodeTexte)
  const bornesVides = (valeurs.periodeDebut ?? null) === null && (valeurs.periodeFin ?? null) === null
  const bornesDites = 'periodeDebut' in valeurs || 'periodeFin' in valeurs
  // An export says its bounds, even by an empty cell. Elsewhere, words are read again unless they did not change.
  const aLire =
    mots !== null &&
    bornesVides &&
    !(bornesDites && avecRef) &&
    (bornesDites || !actuelle || !isPareil(mots, actuelle.periodeTexte ?? null))
  if (aLire) {
    const lue = parsePeriode(mots, contexte)
    valeurs.periodeDebut = lue.etat === 'LUE' ? lue.debut : null
    valeurs.periodeFin = lue.etat === 'LUE' ? lue.fin : null
  }
  checkDebutFin(ligne, { ...actuelle, ...valeurs }, 'periodeDebut', 'periodeFin')
}

/** Lists of the sheet « Pilotages », by the `ref` of their fiche in the file. */
export function groupPilotages(lignes: readonly LigneLue[]): Map<string, PilotagePlan[]> {
  const groupes = new Map<string, PilotagePlan[]>()
  for (const { table, valeurs, erreurs } of lignes) {
    const fiche = table === 'PILOTAGES' ? readTexte(valeurs.ficheRef) : null
    if (fiche === null || erreurs.length > 0) continue
    const pilotage: PilotagePlan = {
      role: valeurs.role === 'PORTEUR' || valeurs.role === 'PARTENAIRE' ? valeurs.role : 'PILOTE',
      texte: readTexte(valeurs.texte) ?? '',
      organisme: readTexte(valeurs.organisme),
      aDefinir: valeurs.aDefinir === true,
    }
    const groupe = groupes.get(fiche)
    if (groupe) groupe.push(pilotage)
    else groupes.set(fiche, [pilotage])
  }
  return groupes
}

const memes = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((mots, i) => normalizeTexte(mots) === normalizeTexte(b[i] ?? ''))

/** Somebody as written: what was known of the same words stays known. */
function toPilotage(
  analyseur: EtatAnalyse,
  role: PilotagePlan['role'],
  texte: string,
  connus: readonly PilotagePlan[],
): PilotagePlan {
  const connu = connus.find((autre) => autre.role === role && normalizeTexte(autre.texte) === normalizeTexte(texte))
  if (connu) return connu
  const memeNom = analyseur.contexte.repertoire.organismes.filter(
    ({ nom }) => normalizeCle(nom) === normalizeCle(texte),
  )
  return {
    role,
    texte: texte.trim(),
    organisme: memeNom.length === 1 ? (memeNom[0]?.ref ?? null) : null,
    aDefinir: /(^| )a (definir|preciser|determiner)( |$)/.test(normalizeCle(texte)),
  }
}

/**
 * Who leads a fiche: by the three columns of the fiche and by the sheet « Pilotages », whichever of the two was changed;
 * null when the file says nothing of it.
 */
export function computePilotages(
  analyseur: EtatAnalyse,
  ref: string,
  { valeurs }: LigneLue,
  feuille: PilotagePlan[] | null,
): PilotagePlan[] | null {
  const actuels = analyseur.contexte.plan.pilotages.get(ref) ?? []
  const existe = analyseur.contexte.plan.pilotages.has(ref)
  const dits = CLES_ROLES.filter((cle) => Array.isArray(valeurs[cle]))
  if (dits.length === 0) return feuille
  const mots = (cle: (typeof CLES_ROLES)[number]): string[] => (Array.isArray(valeurs[cle]) ? valeurs[cle] : [])
  const inchanges = dits.every((cle) => memes(mots(cle), listMotsRole(existe ? actuels : (feuille ?? []), cle)))
  const base =
    feuille !== null && (inchanges || dits.every((cle) => memes(mots(cle), listMotsRole(feuille, cle))))
      ? feuille
      : actuels
  if (dits.every((cle) => memes(mots(cle), listMotsRole(base, cle))) || (inchanges && feuille !== null)) return base
  return CLES_ROLES.flatMap((cle) => {
    const role = getRole(cle)
    if (!dits.includes(cle)) return base.filter((pilotage) => pilotage.role === role)
    return mots(cle).map((texte) => toPilotage(analyseur, role, texte, [...base, ...actuels]))
  })
}
