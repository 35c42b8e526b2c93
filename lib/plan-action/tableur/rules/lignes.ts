import { formatAccordPlat } from './accords'
import type { ContenuPlan } from '@/lib/plan-action/document/schema/plan'
import type { FeuilleEcrite } from '@/lib/tableurs/types'
import { mapTextes } from '@/lib/plan-action/champs/rules/catalogue'
import { TABLES } from '../words/colonnes'
import { formatRepere } from './mots'
import { formatCellule, type Repertoire } from './valeurs'
import type { LignePlate, TableTableur } from '../types/tableur'

/** A plan as rows of tables, from the form of a dossier: what a spreadsheet shows and what an import compares with. */

type FichePlan = ContenuPlan['fiches'][number]
type IndicateurPlan = FichePlan['indicateurs'][number]

/** Who leads, as a list of its own: the three columns of a fiche show its words. */
export type PilotagePlan = FichePlan['pilotages'][number]

/** Rows by table; those without a `ref` of their own say their place under what they hang on, 1 for the first. */
export interface PlanPlat {
  existe: boolean
  lignes: Record<TableTableur, LignePlate[]>
  pilotages: Map<string, PilotagePlan[]>
}

const ROLES = { pilotes: 'PILOTE', porteurs: 'PORTEUR', partenaires: 'PARTENAIRE' } as const
export type CleRole = keyof typeof ROLES
export const CLES_ROLES = Object.keys(ROLES) as CleRole[]
export const getRole = (cle: CleRole): PilotagePlan['role'] => ROLES[cle]

/** The words of one role, in their order. */
export const listMotsRole = (pilotages: readonly PilotagePlan[], cle: CleRole): string[] =>
  pilotages.filter(({ role }) => role === ROLES[cle]).map(({ texte }) => texte)

const toPeriode = (calendrier: FichePlan['calendrier']) => ({
  periodeTexte: calendrier?.texte ?? null,
  periodeDebut: calendrier?.debut ?? null,
  periodeFin: calendrier?.fin ?? null,
})

function toFiche(fiche: FichePlan): LignePlate {
  return {
    ref: fiche.ref,
    axe: fiche.axe,
    ...mapTextes(({ cle }) => fiche[cle]),
    ...toPeriode(fiche.calendrier),
    statut: fiche.statut,
    avancement: fiche.avancement,
    avancementMotif: fiche.avancementMotif,
    enjeuCoordination: fiche.enjeuCoordination,
    aRediger: fiche.aRediger,
    redactionMotif: fiche.redaction?.motif ?? null,
    redactionEcheance: fiche.redaction?.echeance ?? null,
    redactionAvenant: fiche.redaction?.avenant ?? null,
    themes: fiche.themes,
    communes: fiche.communes,
    documents: fiche.documents.map(String),
    ...Object.fromEntries(CLES_ROLES.map((cle) => [cle, listMotsRole(fiche.pilotages, cle)])),
  }
}

function addIndicateur(
  lignes: PlanPlat['lignes'],
  fiche: string,
  { cibles, mesures, ...indicateur }: IndicateurPlan,
): void {
  lignes.INDICATEURS.push({ ...indicateur, fiche })
  lignes.CIBLES.push(...cibles.map((cible, i) => ({ ...cible, indicateur: indicateur.ref, place: i + 1 })))
  lignes.MESURES.push(
    ...mesures.map(({ accords, ...mesure }, i) => ({
      ...mesure,
      accords: accords.map(formatAccordPlat),
      indicateur: indicateur.ref,
      place: i + 1,
    })),
  )
}

/** The rows of a plan; of none, no rows. */
export function flattenPlan(plan: ContenuPlan | null): PlanPlat {
  const lignes: PlanPlat['lignes'] = {
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
  }
  const pilotages = new Map<string, PilotagePlan[]>()
  if (plan === null) return { existe: false, lignes, pilotages }
  const { axes, fiches, ...entete } = plan
  lignes.PLAN.push({ ...entete })
  lignes.AXES.push(...axes)
  for (const fiche of fiches) {
    const { ref } = fiche
    lignes.FICHES.push(toFiche(fiche))
    pilotages.set(ref, fiche.pilotages)
    lignes.PILOTAGES.push(...fiche.pilotages.map((pilotage, i) => ({ ...pilotage, fiche: ref, place: i + 1 })))
    lignes.ETAPES.push(
      ...fiche.etapes.map(({ calendrier, ...etape }) => ({ ...etape, ...toPeriode(calendrier), fiche: ref })),
    )
    lignes.BUDGET.push(...fiche.budget.map((budget, i) => ({ ...budget, fiche: ref, place: i + 1 })))
    lignes.LIENS.push(...fiche.liens.map((lien, i) => ({ ...lien, fiche: ref, place: i + 1 })))
    for (const indicateur of fiche.indicateurs) addIndicateur(lignes, ref, indicateur)
  }
  return { existe: true, lignes, pilotages }
}

/** What a reader finds an object by, from its `ref`. */
function createReperes(lignes: PlanPlat['lignes']): (table: 'AXES' | 'FICHES' | 'INDICATEURS', ref: string) => string {
  const reperes = {
    AXES: new Map(
      lignes.AXES.map(({ ref, numero, titre }) => [ref, formatRepere(numero as string | null, String(titre))]),
    ),
    FICHES: new Map(
      lignes.FICHES.map(({ ref, numero, titre }) => [ref, formatRepere(numero as string | null, String(titre))]),
    ),
    INDICATEURS: new Map(lignes.INDICATEURS.map(({ ref, libelle }) => [ref, String(libelle)])),
  }
  return (table, ref) => reperes[table].get(ref) ?? ''
}

/** What a row shows besides its own values: what it hangs on, in words and by `ref`. */
function addReperes(table: TableTableur, ligne: LignePlate, repere: ReturnType<typeof createReperes>): LignePlate {
  if (table === 'FICHES') return { ...ligne, axe: repere('AXES', String(ligne.axe)), axeRef: ligne.axe ?? null }
  if (table === 'CIBLES' || table === 'MESURES')
    return {
      ...ligne,
      indicateur: repere('INDICATEURS', String(ligne.indicateur)),
      indicateurRef: ligne.indicateur ?? null,
    }
  if (table === 'PLAN' || table === 'AXES') return ligne
  return { ...ligne, fiche: repere('FICHES', String(ligne.fiche)), ficheRef: ligne.fiche ?? null }
}

/**
 * The sheets of a plan, « Fiches » first.
 * @param fiches `ref` of the fiches to write, null for all; what hangs on the others is left out
 */
export function buildFeuilles(
  plan: ContenuPlan | null,
  repertoire: Repertoire,
  fiches: ReadonlySet<string> | null,
): FeuilleEcrite[] {
  const { lignes } = flattenPlan(plan)
  const repere = createReperes(lignes)
  const indicateurs = new Map(lignes.INDICATEURS.map(({ ref, fiche }) => [ref, fiche]))
  const isEcrite = (table: TableTableur, ligne: LignePlate): boolean => {
    if (fiches === null || table === 'PLAN' || table === 'AXES') return true
    const fiche =
      table === 'FICHES'
        ? ligne.ref
        : table === 'CIBLES' || table === 'MESURES'
          ? indicateurs.get(ligne.indicateur ?? '')
          : ligne.fiche
    return fiches.has(String(fiche))
  }
  const feuilles = TABLES.map(
    ({ table, feuille, colonnes }): FeuilleEcrite => ({
      nom: feuille,
      largeurs: colonnes.map(({ largeur }) => largeur),
      lignes: [
        colonnes.map(({ titre }) => titre),
        ...lignes[table]
          .filter((ligne) => isEcrite(table, ligne))
          .map((ligne) => {
            const complete = addReperes(table, ligne, repere)
            return colonnes.map((colonne) => formatCellule(colonne, complete[colonne.cle] ?? null, repertoire))
          }),
      ],
    }),
  )
  return [...feuilles.filter(({ nom }) => nom === 'Fiches'), ...feuilles.filter(({ nom }) => nom !== 'Fiches')]
}
