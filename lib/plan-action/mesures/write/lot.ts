import 'server-only'
import { MOTS_COTE } from '@/lib/competences/words'
import type { Acteur, ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { echecs, succeed, type ErreurChamp, type Resultat } from '@/lib/platform/resultat'
import {
  insertMesures,
  listMesures,
  lockIndicateurs,
  readIndicateurs,
  removeMesures,
  touchFiches,
  updateAccords,
  updateMesures,
  type IndicateurVise,
  type MesureAEcrire,
  type MesureLue,
} from './mesure'
import { buildCle, findCourante, isConfirmable, judgeGeste, listCotes, type Geste } from '../rules/grille'
import { formatSaisie, parseMesure, type ValeurMesure } from '../rules/mesure'
import { parsePeriodeMesure, type PeriodeMesure } from '../rules/periode'
import type { CelluleSaisie, SaisieMesures } from '../schema'
import type { CelluleEnConflit, ConflitMesures, MesureCourante, MesuresEnregistrees } from '../types/mesure'

interface Contexte {
  tx: Tx
  acteur: Acteur
  convention: ConventionOuverte
  today: DateCivile
}

/** A cell once read: what is there, what is wanted, what follows. */
interface CelluleLue {
  rang: number
  saisie: CelluleSaisie
  indicateur: IndicateurVise
  periode: PeriodeMesure
  confirmable: boolean
  courante: MesureLue | null
  voulue: ValeurMesure | null
  geste: Geste
}

const SANS_ACCORD = 'Choisissez parmi les organismes de la convention.'
const same = (a: ValeurMesure, b: ValeurMesure | null): boolean =>
  b !== null && a.valeur === b.valeur && a.prevue === b.prevue && a.texte === b.texte

const toCourante = (mesure: MesureLue, nature: IndicateurVise['nature']): MesureCourante => ({
  id: mesure.id,
  version: mesure.version,
  saisie: formatSaisie(nature, mesure),
  etat: mesure.etat,
  source: mesure.source,
})

/** Why this indicator takes no value here; null when it does. */
function checkIndicateur(
  indicateur: IndicateurVise | undefined,
  { ventilation }: CelluleSaisie,
  fiche: number | null,
): string | null {
  if (!indicateur || (fiche !== null && indicateur.fiche !== fiche))
    return 'Cet indicateur n’existe pas, ou plus : rechargez la page.'
  if (indicateur.scinde) return 'Cette ligne est séparée en plusieurs mesures : saisissez chacune d’elles.'
  if (ventilation !== null && !indicateur.ventiles.includes(ventilation))
    return `« ${ventilation} » n’est pas une part de cet indicateur : rechargez la page.`
  return null
}

/** Reads one cell against what is there; a message when it cannot be written. */
function readCellule(
  saisie: CelluleSaisie,
  rang: number,
  indicateur: IndicateurVise,
  mesures: MesureLue[],
  { today, confirmable }: { today: DateCivile; confirmable: boolean },
): CelluleLue | string {
  const periode = parsePeriodeMesure(saisie.periode)
  if (periode === null) return 'Cette période n’en est pas une.'
  const courante = findCourante(mesures, confirmable)
  const vide = saisie.valeur === ''
  const lue = vide ? null : parseMesure(indicateur.nature, saisie.valeur, indicateur.unite)
  // Words that were there before the rules stay as they are when nobody changes them.
  const inchangee = courante !== null && formatSaisie(indicateur.nature, courante) === saisie.valeur
  if (lue && !lue.ok && !inchangee) return lue.message
  const voulue = inchangee
    ? { valeur: courante.valeur, prevue: courante.prevue, texte: courante.texte }
    : lue?.ok
      ? { valeur: lue.valeur, prevue: lue.prevue, texte: lue.texte }
      : null
  if (voulue && voulue.valeur !== null && periode.debut > today)
    return 'Cette période n’a pas commencé : saisissez une valeur déjà constatée.'
  const geste = judgeGeste(courante, { vide, confirmable })
  if (geste === null)
    return `Cette valeur est confirmée par ${MOTS_COTE[indicateur.confirmation ?? 'CAF']} : proposez-en une autre plutôt que de la retirer.`
  const rien =
    geste !== 'RETIRER' &&
    courante !== null &&
    same(courante, voulue) &&
    saisie.source === undefined &&
    saisie.accords === undefined
  return { rang, saisie, indicateur, periode, confirmable, courante, voulue, geste: rien ? 'RIEN' : geste }
}

/** Whether what was typed over is still what is there; the same value, sent twice, is no conflict. */
function isPerimee({ saisie: { mesure }, courante, geste }: CelluleLue): boolean {
  if (geste === 'RIEN') return false
  return (
    (mesure?.id ?? null) !== (courante?.id ?? null) ||
    (mesure !== null && courante !== null && mesure.version !== courante.version)
  )
}

function toEcriture(
  { saisie, indicateur, periode, confirmable, courante, voulue, geste }: CelluleLue,
  motif: string,
): MesureAEcrire {
  const source =
    saisie.source === undefined ? (geste === 'AJOUTER' ? indicateur.source : undefined) : saisie.source || null
  return {
    id: geste === 'MODIFIER' ? (courante?.id ?? null) : null,
    indicateur: indicateur.id,
    ventilation: saisie.ventilation,
    periode: periode.libelle,
    debut: periode.debut,
    fin: periode.fin,
    valeur: voulue?.valeur ?? null,
    prevue: voulue?.prevue ?? null,
    texte: voulue?.texte ?? null,
    etat: confirmable ? 'CONFIRMEE' : 'PROPOSEE',
    motif: confirmable ? null : motif,
    source,
    confirmee: confirmable && indicateur.confirmation !== null,
  }
}

const nomme = ({
  indicateur,
  ventilation,
  debut,
  fin,
}: {
  indicateur: number
  ventilation: string | null
  debut: string
  fin: string
}): string => buildCle(indicateur, ventilation, `${debut} ${fin}`)

async function write(
  { tx, acteur, convention, today }: Contexte,
  lues: CelluleLue[],
  motif: string,
): Promise<Resultat<MesuresEnregistrees>> {
  const ajouts = lues.filter(({ geste }) => geste === 'AJOUTER')
  const ids = new Map(
    (
      await insertMesures(
        tx,
        convention.id,
        acteur.id,
        ajouts.map((lue) => toEcriture(lue, motif)),
      )
    ).map((ligne) => [nomme(ligne), ligne.id]),
  )
  await updateMesures(
    tx,
    convention.id,
    acteur.id,
    lues.filter(({ geste }) => geste === 'MODIFIER').map((lue) => toEcriture(lue, motif)),
  )
  await removeMesures(
    tx,
    convention.id,
    lues.flatMap(({ geste, courante }) => (geste === 'RETIRER' && courante ? [courante.id] : [])),
  )
  const cellules = lues.map((lue) => {
    const { rang, indicateur, saisie, courante, periode, geste, voulue } = lue
    if (geste === 'RIEN') return { rang, mesure: courante && toCourante(courante, indicateur.nature) }
    if (geste === 'RETIRER' || voulue === null) return { rang, mesure: null }
    const ecrite = toEcriture(lue, motif)
    const id =
      geste === 'MODIFIER' && courante
        ? courante.id
        : (ids.get(nomme({ indicateur: indicateur.id, ventilation: saisie.ventilation, ...periode })) ?? 0)
    const source = ecrite.source === undefined ? (courante?.source ?? null) : ecrite.source
    return {
      rang,
      mesure: {
        id,
        version: geste === 'MODIFIER' && courante ? courante.version + 1 : 0,
        saisie: formatSaisie(indicateur.nature, voulue),
        etat: ecrite.etat,
        source,
      },
    }
  })
  const accords = cellules.flatMap(({ rang, mesure }) => {
    const organismes = lues.find((lue) => lue.rang === rang)?.saisie.accords
    return mesure && organismes ? [{ mesure: mesure.id, organismes }] : []
  })
  if (!(await updateAccords(tx, convention.id, accords, today)))
    return echecs.invalide([{ champ: 'accords', message: SANS_ACCORD }])
  await touchFiches(
    tx,
    convention.id,
    lues.filter(({ geste }) => geste !== 'RIEN').map(({ indicateur }) => indicateur.fiche),
  )
  return succeed({ cellules })
}

/**
 * Writes many values at once, or none: each cell over what was there, each error at its cell.
 * A value that another side confirms becomes a proposal with its reason.
 */
export async function writeMesures(
  contexte: Contexte,
  { fiche, motif, cellules }: SaisieMesures,
): Promise<Resultat<MesuresEnregistrees, ConflitMesures>> {
  const { tx, convention, today } = contexte
  const ids = [...new Set(cellules.map(({ indicateur }) => indicateur))]
  await lockIndicateurs(tx, convention.id, ids)
  const indicateurs = await readIndicateurs(tx, convention.id, ids)
  if (ids.every((id) => !indicateurs.has(id) || (fiche !== null && indicateurs.get(id)?.fiche !== fiche)))
    return echecs.introuvable()
  const debuts = [...new Set(cellules.map(({ periode }) => parsePeriodeMesure(periode)?.debut ?? ''))]
  const presentes = await listMesures(tx, convention.id, ids, debuts)
  const parCellule = new Map<string, MesureLue[]>()
  for (const mesure of presentes) parCellule.set(nomme(mesure), [...(parCellule.get(nomme(mesure)) ?? []), mesure])
  const cotes = listCotes(convention.roles)
  const erreurs: ErreurChamp[] = []
  const lues: CelluleLue[] = []
  const vues = new Set<string>()
  for (const [rang, saisie] of cellules.entries()) {
    const champ = `cellules.${rang}.valeur`
    const indicateur = indicateurs.get(saisie.indicateur)
    const periode = parsePeriodeMesure(saisie.periode)
    const cle = buildCle(saisie.indicateur, saisie.ventilation, saisie.periode)
    const refus = vues.has(cle) ? 'Cette case est envoyée deux fois.' : checkIndicateur(indicateur, saisie, fiche)
    vues.add(cle)
    if (refus !== null || !indicateur || !periode) {
      erreurs.push({ champ, message: refus ?? 'Cet indicateur n’existe pas, ou plus.' })
      continue
    }
    const siennes =
      parCellule.get(nomme({ indicateur: indicateur.id, ventilation: saisie.ventilation, ...periode })) ?? []
    const lue = readCellule(saisie, rang, indicateur, siennes, {
      today,
      confirmable: isConfirmable(indicateur.confirmation, cotes),
    })
    if (typeof lue === 'string') erreurs.push({ champ, message: lue })
    else lues.push(lue)
  }
  const proposee = lues.find(({ confirmable, geste }) => !confirmable && (geste === 'AJOUTER' || geste === 'MODIFIER'))
  if (proposee && motif === '') {
    erreurs.push({
      champ: 'motif',
      message: `Dites pourquoi vous proposez cette valeur : ${MOTS_COTE[proposee.indicateur.confirmation ?? 'CAF']} la confirmera.`,
    })
  }
  if (erreurs.length > 0) return echecs.invalide(erreurs)
  const perimees = lues.filter(isPerimee)
  if (perimees.length > 0) {
    const actuel: ConflitMesures = {
      cellules: perimees.map(
        ({ rang, courante, indicateur }): CelluleEnConflit => ({
          rang,
          actuelle: courante && toCourante(courante, indicateur.nature),
          auteur: courante?.auteur ?? null,
        }),
      ),
    }
    return echecs.conflit(actuel)
  }
  return write(contexte, lues, motif)
}
