import { createHash } from 'node:crypto'
import type { Feuille } from '@/lib/tableurs/types'
import { getTable, TABLES } from '../words/colonnes'
import type { Analyse, ContexteImport, Ecritures, EtatAnalyse } from '../types/contexte'
import { checkAxes, checkLigne } from '../rules/controles'
import { computePilotages, findAxe, groupPilotages, readPeriode } from '../rules/fiches'
import { completeLigne, listChangements, MOTS_MAXIMUM } from '../rules/changements'
import type { IndexPlan } from '../rules/index-plan'
import { Rapprochement } from '../rules/rapprochement'
import { addErreur, listLignes, readTexte, type LigneLue } from '../rules/lecture'
import { CLES_ROLES, listMotsRole, type PilotagePlan } from '../rules/lignes'
import { formatRepere } from '../rules/mots'
import type {
  ChangementCellule,
  Correspondance,
  LignePlate,
  TableTableur,
  Verdict,
  VerdictLigne,
} from '../types/tableur'

/** What a file would change in a plan, row by row: nothing is written, no clock is read. */

const parTable = (): Record<TableTableur, LignePlate[]> => ({
  PLAN: [],
  AXES: [],
  FICHES: [],
  PILOTAGES: [],
  ETAPES: [],
  INDICATEURS: [],
  CIBLES: [],
  MESURES: [],
  BUDGET: [],
  LIENS: [],
})

/** Reads a whole file against a plan. */
class Analyseur implements EtatAnalyse {
  private readonly plan: Rapprochement
  readonly ecritures: Ecritures = { creees: parTable(), changees: parTable(), pilotages: new Map() }
  private readonly vues = new Map<string, number>()
  readonly verdicts: VerdictLigne[] = []
  readonly lignes: LigneLue[]
  private readonly pilotages: Map<string, PilotagePlan[]>

  constructor(
    feuilles: readonly Feuille[],
    readonly correspondance: Correspondance,
    readonly contexte: ContexteImport,
  ) {
    const ordre = TABLES.map(({ table }) => table)
    this.lignes = listLignes(feuilles, correspondance, contexte.repertoire).sort(
      (a, b) => ordre.indexOf(a.table) - ordre.indexOf(b.table),
    )
    const annoncees = Object.fromEntries(
      ordre.map((table) => [
        table,
        new Set(
          this.lignes.filter((ligne) => ligne.table === table).flatMap(({ valeurs }) => readTexte(valeurs.ref) ?? []),
        ),
      ]),
    )
    this.plan = new Rapprochement(contexte.plan.lignes, annoncees)
    this.pilotages = groupPilotages(this.lignes)
  }

  get axes(): IndexPlan {
    return this.plan.axes
  }

  get fiches(): IndexPlan {
    return this.plan.fiches
  }

  get indicateurs(): IndexPlan {
    return this.plan.indicateurs
  }

  findParent(ligne: LigneLue, index: IndexPlan, cle: 'fiche' | 'indicateur'): string | null {
    return this.plan.findParent(ligne, index, cle)
  }

  get planExiste(): boolean {
    return this.contexte.plan.existe || this.ecritures.creees.PLAN.length > 0
  }

  /** Resolves what a row points to; false when it cannot be. */
  private resolve(ligne: LigneLue): boolean {
    const { table, valeurs } = ligne
    if (table === 'CIBLES' || table === 'MESURES') {
      valeurs.indicateur = this.findParent(ligne, this.indicateurs, 'indicateur')
      delete valeurs.indicateurRef
      return valeurs.indicateur !== null
    }
    if (table === 'PLAN' || table === 'AXES' || table === 'FICHES') return true
    valeurs.fiche = this.findParent(ligne, this.fiches, 'fiche')
    delete valeurs.ficheRef
    if (table === 'INDICATEURS') {
      for (const [cle, index] of [
        ['etape', this.plan.etapes],
        ['origine', this.indicateurs],
      ] as const) {
        const voulue = readTexte(valeurs[cle])
        if (voulue === null) continue
        valeurs[cle] = index.findRef(voulue)
        if (valeurs[cle] === null)
          addErreur(
            ligne,
            cle,
            `La référence « ${voulue} » ne désigne rien ici : corrigez-la, videz la cellule, ou placez ${cle === 'etape' ? 'l’étape dans la feuille « Étapes »' : 'la ligne d’origine avant celle-ci'}.`,
          )
      }
    }
    return valeurs.fiche !== null
  }

  private checkDoublon(ligne: LigneLue, ref: string): void {
    const cle = `${ligne.table}|${ref}`
    const deja = this.vues.get(cle)
    if (deja !== undefined)
      addErreur(
        ligne,
        'ref' in ligne.colonnes ? 'ref' : ligne.table === 'INDICATEURS' ? 'libelle' : 'titre',
        `La ligne ${deja + 1} dit déjà la même chose : gardez l’une des deux, ou distinguez-les par leur numéro.`,
      )
    else this.vues.set(cle, ligne.rang)
  }

  private conclude(ligne: LigneLue, libelle: string, verdict: Verdict, changements: ChangementCellule[] = []): void {
    const { feuille, table, rang, erreurs } = ligne
    this.verdicts.push({
      feuille,
      table,
      ligne: rang + 1,
      libelle: libelle.slice(0, 200),
      verdict,
      changements,
      erreurs,
    })
  }

  /** Judges one row, and keeps what it would write. */
  check(ligne: LigneLue): void {
    const { table, valeurs } = ligne
    if (table === 'PILOTAGES') return this.checkPilotage(ligne)
    const resolue = this.resolve(ligne)
    const actuelle = resolue ? this.plan.findActuelle(ligne) : false
    const libelle = formatRepere(
      readTexte(valeurs.numero),
      readTexte(valeurs.titre) ??
        readTexte(valeurs.libelle) ??
        readTexte(valeurs.periode) ??
        readTexte(valeurs.financeur) ??
        readTexte(actuelle ? actuelle.titre : null) ??
        getTable(table).feuille,
    )
    if (actuelle === false) return this.conclude(ligne, libelle, 'REFUSEE')
    const index = this.plan.indexDe(table)
    const dansFichier = readTexte(valeurs.ref)
    if (index) {
      const prefixe = readTexte(valeurs.numero) ?? ''
      valeurs.ref = actuelle
        ? String(actuelle.ref)
        : (dansFichier ??
          index.createRef(
            `${table === 'FICHES' ? 'fiche ' : table === 'AXES' ? 'axe ' : ''}${prefixe} ${readTexte(valeurs.titre) ?? readTexte(valeurs.libelle) ?? ''}`,
          ))
      this.checkDoublon(ligne, valeurs.ref)
    }
    if (table === 'FICHES') findAxe(this, ligne, actuelle)
    if (table === 'FICHES' || table === 'ETAPES')
      readPeriode(ligne, actuelle, dansFichier !== null, this.contexte.periode)
    const apres = actuelle ? { ...actuelle, ...valeurs } : completeLigne(ligne)
    checkLigne(this, ligne, apres, actuelle)
    const pilotages =
      table === 'FICHES'
        ? computePilotages(
            this,
            String(valeurs.ref),
            ligne,
            this.pilotages.get(dansFichier ?? String(valeurs.ref)) ?? null,
          )
        : null
    if (ligne.erreurs.length > 0) return this.conclude(ligne, libelle, 'REFUSEE')
    this.keep(ligne, libelle, actuelle, apres, pilotages)
  }

  private keep(
    ligne: LigneLue,
    libelle: string,
    actuelle: LignePlate | null,
    apres: LignePlate,
    pilotages: PilotagePlan[] | null,
  ): void {
    const { table } = ligne
    const ref = String(apres.ref)
    if (pilotages) for (const cle of CLES_ROLES) apres[cle] = listMotsRole(pilotages, cle)
    this.plan.indexDe(table)?.add(apres)
    if (!actuelle) {
      this.ecritures.creees[table].push(apres)
      if (pilotages && pilotages.length > 0) this.ecritures.pilotages.set(ref, pilotages)
      return this.conclude(ligne, libelle, 'CREEE')
    }
    const changements = listChangements(this.contexte.repertoire, table, actuelle, apres, [
      ...Object.keys(ligne.valeurs),
      ...(pilotages ? CLES_ROLES : []),
    ])
    const listeChangee =
      pilotages !== null && JSON.stringify(pilotages) !== JSON.stringify(this.contexte.plan.pilotages.get(ref) ?? [])
    if (changements.length === 0 && !listeChangee) return this.conclude(ligne, libelle, 'INCHANGEE')
    // Only who leads may have changed: the fiche itself is then written for its date and its version.
    this.ecritures.changees[table].push(apres)
    if (listeChangee) this.ecritures.pilotages.set(ref, pilotages)
    this.conclude(
      ligne,
      libelle,
      'CHANGEE',
      changements.length > 0 ? changements : [{ colonne: 'Pilotages', de: '', a: 'ordre ou organismes' }],
    )
  }

  /** Rows of who leads belong to their fiche, where their change is told; alone, they tell it themselves. */
  private checkPilotage(ligne: LigneLue): void {
    const fiche = this.findParent(ligne, this.fiches, 'fiche')
    const libelle = readTexte(ligne.valeurs.texte) ?? ''
    if (fiche !== null && readTexte(ligne.valeurs.ficheRef) === null)
      addErreur(
        ligne,
        'ficheRef',
        'Cette feuille se lit avec la référence de la fiche, que donne l’export : écrivez plutôt les pilotes dans la feuille « Fiches ».',
      )
    if (fiche === null || ligne.erreurs.length > 0) return this.conclude(ligne, libelle, 'REFUSEE')
    const voulus = this.pilotages.get(fiche) ?? []
    const dejaJugee = this.vues.has(`FICHES|${fiche}`)
    const premiere = !this.vues.has(`PILOTAGES|${fiche}`)
    this.vues.set(`PILOTAGES|${fiche}`, ligne.rang)
    const change =
      !dejaJugee && premiere && JSON.stringify(voulus) !== JSON.stringify(this.contexte.plan.pilotages.get(fiche) ?? [])
    const actuelle = this.fiches.parRef.get(fiche)
    if (!change || !actuelle) return this.conclude(ligne, libelle, 'INCHANGEE')
    this.ecritures.pilotages.set(fiche, voulus)
    this.ecritures.changees.FICHES.push(actuelle)
    const mots = (liste: readonly PilotagePlan[]) =>
      liste
        .map(({ texte }) => texte)
        .join('\n')
        .slice(0, MOTS_MAXIMUM)
    this.conclude(ligne, libelle, 'CHANGEE', [
      { colonne: 'Pilotages', de: mots(this.contexte.plan.pilotages.get(fiche) ?? []), a: mots(voulus) },
    ])
  }

  /** What the whole comes to. */
  toAnalyse(): Analyse {
    // Fiches need a plan to be in: the simplest one, when the file does not say which.
    if (!this.planExiste && this.ecritures.creees.AXES.length > 0)
      this.ecritures.creees.PLAN.push({
        titre: null,
        niveaux: ['Axe'],
        nomFiche: 'Fiche-action',
        nomEtape: 'Étape',
        texte: null,
        raisonSansFiche: null,
        numerotation: 'LIBRE',
        prefixe: null,
      })
    const comptes = { CREEE: 0, CHANGEE: 0, INCHANGEE: 0, REFUSEE: 0 }
    for (const { verdict } of this.verdicts) comptes[verdict] += 1
    const { creees, changees, pilotages } = this.ecritures
    const empreinte = createHash('sha256')
      .update(JSON.stringify([creees, changees, [...pilotages], this.verdicts]))
      .digest('hex')
    return { bilan: { empreinte, comptes, lignes: this.verdicts }, ecritures: this.ecritures }
  }
}

/** Rows judged between two reports of progress. */
const TRANCHE = 100

/**
 * Judges a whole file.
 * @param onAvance told how many rows are done of how many; other work of the process goes on between two
 */
export async function checkImport(
  feuilles: readonly Feuille[],
  correspondance: Correspondance,
  contexte: ContexteImport,
  onAvance: (faites: number, total: number) => void = () => {},
): Promise<Analyse> {
  const analyseur = new Analyseur(feuilles, correspondance, contexte)
  let axesJuges = false
  for (const [i, ligne] of analyseur.lignes.entries()) {
    if (i % TRANCHE === 0) {
      onAvance(i, analyseur.lignes.length)
      await new Promise<void>((suite) => setImmediate(suite))
    }
    // Every axe is placed before the fiches that go into them.
    if (!axesJuges && ligne.table !== 'PLAN' && ligne.table !== 'AXES') {
      checkAxes(analyseur)
      axesJuges = true
    }
    analyseur.check(ligne)
  }
  if (!axesJuges) checkAxes(analyseur)
  onAvance(analyseur.lignes.length, analyseur.lignes.length)
  return analyseur.toAnalyse()
}
