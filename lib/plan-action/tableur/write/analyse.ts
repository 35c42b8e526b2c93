import { createHash } from 'node:crypto'
import type { Feuille } from '@/lib/tableurs/types'
import { getTable, TABLES } from '../words/colonnes'
import type { Analyse, ContexteImport, Ecritures, EtatAnalyse } from '../types/contexte'
import { checkAxes, checkLigne } from '../rules/controles'
import { computePilotages, findAxe, groupPilotages, readPeriode } from '../rules/fiches'
import {
  cleEtape,
  cleIndicateur,
  cleLibelle,
  cleNumeroTitre,
  cleRepere,
  cleSansRef,
  cleTitre,
  IndexPlan,
  listCles,
} from '../rules/index-plan'
import { addErreur, listLignes, readTexte, type LigneLue } from '../rules/lecture'
import { CLES_ROLES, listMotsRole, type PilotagePlan } from '../rules/lignes'
import { formatRepere } from '../rules/mots'
import { formatTexte, isPareil } from '../rules/valeurs'
import type {
  ChangementCellule,
  Correspondance,
  LignePlate,
  TableTableur,
  Valeur,
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
const MOTS_MAXIMUM = 400

/** Reads a whole file against a plan. */
export class Analyseur implements EtatAnalyse {
  readonly axes: IndexPlan
  readonly fiches: IndexPlan
  private readonly etapes: IndexPlan
  readonly indicateurs: IndexPlan
  readonly ecritures: Ecritures = { creees: parTable(), changees: parTable(), pilotages: new Map() }
  /** rows without a `ref`, by what they say; each is taken once */
  private readonly sansRef = new Map<string, LignePlate[]>()
  private readonly vues = new Map<string, number>()
  private readonly annoncees: Record<string, ReadonlySet<string>>
  readonly verdicts: VerdictLigne[] = []
  readonly lignes: LigneLue[]
  private readonly pilotages: Map<string, PilotagePlan[]>

  constructor(
    feuilles: readonly Feuille[],
    readonly correspondance: Correspondance,
    readonly contexte: ContexteImport,
  ) {
    const { lignes } = contexte.plan
    this.axes = new IndexPlan(lignes.AXES, listCles)
    this.fiches = new IndexPlan(lignes.FICHES, listCles)
    this.etapes = new IndexPlan(lignes.ETAPES, (ligne) => [cleEtape(ligne)])
    this.indicateurs = new IndexPlan(lignes.INDICATEURS, (ligne) => [cleIndicateur(ligne), cleLibelle(ligne)])
    for (const table of ['CIBLES', 'MESURES', 'BUDGET', 'LIENS'] as const)
      for (const ligne of lignes[table]) this.addSansRef(table, ligne)
    const ordre = TABLES.map(({ table }) => table)
    this.lignes = listLignes(feuilles, correspondance, contexte.repertoire).sort(
      (a, b) => ordre.indexOf(a.table) - ordre.indexOf(b.table),
    )
    this.annoncees = Object.fromEntries(
      ordre.map((table) => [
        table,
        new Set(
          this.lignes.filter((ligne) => ligne.table === table).flatMap(({ valeurs }) => readTexte(valeurs.ref) ?? []),
        ),
      ]),
    )
    this.pilotages = groupPilotages(this.lignes)
  }

  get planExiste(): boolean {
    return this.contexte.plan.existe || this.ecritures.creees.PLAN.length > 0
  }

  private cleDe(table: TableTableur, ligne: LignePlate): string {
    const { indicateur, fiche, periode, ventilation, annee, financeur, libelle } = ligne
    if (table === 'CIBLES') return `${table}|${cleSansRef(indicateur, periode)}`
    if (table === 'MESURES') return `${table}|${cleSansRef(indicateur, periode, ventilation)}`
    return table === 'BUDGET'
      ? `${table}|${cleSansRef(fiche, annee, financeur, libelle)}`
      : `${table}|${cleSansRef(fiche, libelle)}`
  }

  private addSansRef(table: TableTableur, ligne: LignePlate): void {
    const cle = this.cleDe(table, ligne)
    const deja = this.sansRef.get(cle)
    if (deja) deja.push(ligne)
    else this.sansRef.set(cle, [ligne])
  }

  /** The row of the plan that a row of the file is about; null for a new one, false when that cannot be told. */
  private findActuelle(ligne: LigneLue): LignePlate | null | false {
    const { table, valeurs } = ligne
    if (table === 'PLAN') return this.contexte.plan.lignes.PLAN[0] ?? null
    const index = this.indexDe(table)
    if (!index) return this.sansRef.get(this.cleDe(table, valeurs))?.shift() ?? null
    const dansFichier = readTexte(valeurs.ref)
    const parRef = index.findRef(dansFichier)
    if (parRef) return index.parRef.get(parRef) ?? null
    const mots =
      table === 'ETAPES'
        ? cleEtape(valeurs)
        : table === 'INDICATEURS'
          ? cleIndicateur(valeurs)
          : 'numero' in valeurs
            ? cleNumeroTitre(valeurs)
            : cleTitre(valeurs)
    // What another row of the file names by its `ref` is not this one.
    const trouvees = index.listParMots(mots).filter((ref) => !this.annoncees[table]?.has(ref))
    if (trouvees.length > 1) {
      addErreur(
        ligne,
        'titre',
        'Plusieurs éléments du plan portent ce numéro et ce titre : partez d’un export, dont la colonne « Référence » les distingue.',
      )
      return false
    }
    const [seule] = trouvees
    if (seule === undefined) return null
    if (dansFichier) index.addAlias(dansFichier, seule)
    return index.parRef.get(seule) ?? null
  }

  private indexDe(table: TableTableur): IndexPlan | null {
    return table === 'AXES'
      ? this.axes
      : table === 'FICHES'
        ? this.fiches
        : table === 'ETAPES'
          ? this.etapes
          : table === 'INDICATEURS'
            ? this.indicateurs
            : null
  }

  /** What a row hangs on: by `ref`, else by its words. */
  findParent(ligne: LigneLue, index: IndexPlan, cle: 'fiche' | 'indicateur'): string | null {
    const ref = index.findRef(readTexte(ligne.valeurs[`${cle}Ref`]))
    if (ref) return ref
    const texte = (ligne.textes[cle] ?? '').trim()
    if (texte === '') {
      addErreur(
        ligne,
        cle,
        `Cette ligne ne dit pas à ${cle === 'fiche' ? 'quelle fiche' : 'quel indicateur'} elle appartient : remplissez cette cellule.`,
      )
      return null
    }
    const trouves = index.listParMots(cleRepere(texte))
    if (trouves.length === 1) return trouves[0] ?? null
    const quoi = cle === 'fiche' ? 'Aucune fiche' : 'Aucun indicateur'
    addErreur(
      ligne,
      cle,
      trouves.length > 1
        ? `Plusieurs éléments répondent à « ${texte.slice(0, 60)} » : partez d’un export, dont la colonne de référence les distingue.`
        : `${quoi} ne répond à « ${texte.slice(0, 60)} » : reprenez son numéro ou son titre exact, ou ajoutez-${cle === 'fiche' ? 'la' : 'le'} au fichier.`,
    )
    return null
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
        ['etape', this.etapes],
        ['origine', this.indicateurs],
      ] as const) {
        const voulue = readTexte(valeurs[cle])
        if (voulue === null) continue
        valeurs[cle] = index.findRef(voulue)
        if (valeurs[cle] === null)
          addErreur(
            ligne,
            cle,
            `La référence « ${voulue} » ne désigne rien ici : corrigez-la, videz la cellule, ou placez ${cle === 'etape' ? 'l’étape dans la feuille « Étapes »' : 'la ligne d’origine avant celle-ci'}.`,
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
        `La ligne ${deja + 1} dit déjà la même chose : gardez l’une des deux, ou distinguez-les par leur numéro.`,
      )
    else this.vues.set(cle, ligne.rang)
  }

  /** A new row, complete: what the file does not say is not known. */
  private complete({ table, valeurs }: LigneLue): LignePlate {
    const vides = getTable(table)
      .colonnes.filter(({ lecture }) => !lecture)
      .map(({ cle, defaut, genre }): [string, Valeur] => [
        cle,
        defaut ?? (['LISTE', 'THEMES', 'COMMUNES', 'DOCUMENTS', 'ACCORDS'].includes(genre) ? [] : null),
      ])
    return { ...Object.fromEntries(vides), ...valeurs }
  }

  /** Columns that a row changes, as they read. */
  private listChangements(
    table: TableTableur,
    avant: LignePlate,
    apres: LignePlate,
    cles: readonly string[],
  ): ChangementCellule[] {
    const { repertoire } = this.contexte
    const couper = (texte: string) => (texte.length > MOTS_MAXIMUM ? `${texte.slice(0, MOTS_MAXIMUM)}…` : texte)
    return getTable(table).colonnes.flatMap((colonne) => {
      if (!cles.includes(colonne.cle) || isPareil(avant[colonne.cle] ?? null, apres[colonne.cle] ?? null)) return []
      return [
        {
          colonne: colonne.titre,
          de: couper(formatTexte(colonne, avant[colonne.cle] ?? null, repertoire)),
          a: couper(formatTexte(colonne, apres[colonne.cle] ?? null, repertoire)),
        },
      ]
    })
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
    const actuelle = resolue ? this.findActuelle(ligne) : false
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
    const index = this.indexDe(table)
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
    const apres = actuelle ? { ...actuelle, ...valeurs } : this.complete(ligne)
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
    this.indexDe(table)?.add(apres)
    if (!actuelle) {
      this.ecritures.creees[table].push(apres)
      if (pilotages && pilotages.length > 0) this.ecritures.pilotages.set(ref, pilotages)
      return this.conclude(ligne, libelle, 'CREEE')
    }
    const changements = this.listChangements(table, actuelle, apres, [
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
        'Cette feuille se lit avec la référence de la fiche, que donne l’export : écrivez plutôt les pilotes dans la feuille « Fiches ».',
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
