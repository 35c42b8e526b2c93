import type { LignePlate, TableTableur } from '../types/tableur'
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
} from './index-plan'
import { addErreur, readTexte, type LigneLue } from './lecture'

/** Which element of a plan each row of a file is about, and what it hangs on: by `ref`, else by its words. */
export class Rapprochement {
  readonly axes: IndexPlan
  readonly fiches: IndexPlan
  readonly etapes: IndexPlan
  readonly indicateurs: IndexPlan
  /** rows without a `ref`, by what they say; each is taken once */
  private readonly sansRef = new Map<string, LignePlate[]>()

  /**
   * @param plan the rows of the plan, by table
   * @param annoncees the `ref`s that rows of the file give, by table
   */
  constructor(
    private readonly plan: Readonly<Record<TableTableur, readonly LignePlate[]>>,
    private readonly annoncees: Readonly<Record<string, ReadonlySet<string>>>,
  ) {
    this.axes = new IndexPlan(plan.AXES, listCles)
    this.fiches = new IndexPlan(plan.FICHES, listCles)
    this.etapes = new IndexPlan(plan.ETAPES, (ligne) => [cleEtape(ligne)])
    this.indicateurs = new IndexPlan(plan.INDICATEURS, (ligne) => [cleIndicateur(ligne), cleLibelle(ligne)])
    for (const table of ['CIBLES', 'MESURES', 'BUDGET', 'LIENS'] as const)
      for (const ligne of plan[table]) this.addSansRef(table, ligne)
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
  findActuelle(ligne: LigneLue): LignePlate | null | false {
    const { table, valeurs } = ligne
    if (table === 'PLAN') return this.plan.PLAN[0] ?? null
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
        'Plusieurs éléments du plan portent ce numéro et ce titre : partez d’un export, dont la colonne « Référence » les distingue.',
      )
      return false
    }
    const [seule] = trouvees
    if (seule === undefined) return null
    if (dansFichier) index.addAlias(dansFichier, seule)
    return index.parRef.get(seule) ?? null
  }

  indexDe(table: TableTableur): IndexPlan | null {
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
        `Cette ligne ne dit pas à ${cle === 'fiche' ? 'quelle fiche' : 'quel indicateur'} elle appartient : remplissez cette cellule.`,
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
        ? `Plusieurs éléments répondent à « ${texte.slice(0, 60)} » : partez d’un export, dont la colonne de référence les distingue.`
        : `${quoi} ne répond à « ${texte.slice(0, 60)} » : reprenez son numéro ou son titre exact, ou ajoutez-${cle === 'fiche' ? 'la' : 'le'} au fichier.`,
    )
    return null
  }
}
