import 'server-only'
import { z } from 'zod'
import { exportPlan } from '@/lib/plan-action/document/read'
import { computeAnneeVue } from '@/lib/convention/phase/rules/annee'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { FORMATS_TABLEUR, type Feuille, type FeuilleEcrite } from '@/lib/tableurs/types'
import { writeTableur } from '@/lib/tableurs/write'
import { TABLES } from './words/colonnes'
import { echecAbsent, readImport, type EtatImport } from './write/import'
import { sqlFiches } from '@/lib/plan-action/liste/sql/filtres'
import { countFiltres } from '@/lib/plan-action/liste/rules/filtres'
import { filtresPlanSchema } from '@/lib/plan-action/liste/schema/filtres'
import { surTableurSchema, tableurSchema } from './schema'
import { readRepertoire } from './read'
import { createVide } from './rules/correspondance'
import { buildFeuilles } from './rules/lignes'
import { getProgres, type Progres } from './write/progres'
import { buildRapport } from './rules/rapport'
import type {
  ComptesImport,
  Correspondance,
  CorrespondanceFeuille,
  TableTableur,
  Verdict,
  VerdictLigne,
} from './types/tableur'

const format = z.enum(FORMATS_TABLEUR)

/** The plan as a file: what the filters of its list leave, or the whole of it. */
export const exportPlanTableur = defineQuery({
  nom: 'exportPlanTableur',
  operation: 'plan.lire',
  portee: 'CONVENTION',
  input: filtresPlanSchema.extend({ format }),
  run: async ({ tx, convention, today }, { format: choisi, ...input }) => {
    const plan = await exportPlan(tx, convention.id)
    const repertoire = await readRepertoire(tx, convention.id)
    let fiches: ReadonlySet<string> | null = null
    if (countFiltres(input) > 0) {
      const annee = input.annee ?? computeAnneeVue({ debut: convention.debut, fin: convention.fin }, today)
      const refs = await tx.$queryRaw<
        { ref: string }[]
      >`WITH ${sqlFiches({ id: convention.id, debut: convention.debut, fin: convention.fin, today, annee, filtres: input })}
        SELECT g.ref FROM r JOIN fiche_action g ON g.id = r.id AND g.convention_id = ${convention.id}`
      fiches = new Set(refs.map(({ ref }) => ref))
    }
    return {
      nom: `plan-action-${convention.slug}`,
      octets: await writeTableur(choisi, buildFeuilles(plan, repertoire, fiches)),
    }
  },
})

/** Rows of a bilan on one page. */
const TAILLE_PAGE_BILAN = 50

export interface FeuilleVue {
  nom: string
  /** rows of the whole sheet */
  lignes: number
  correspondance: CorrespondanceFeuille
  /** the first rows, cut short: where headers are, and what follows them */
  premieres: string[][]
}

export interface ImportVu {
  id: number
  nom: string
  etat: EtatImport
  version: number
  correspondance: Correspondance
  feuilles: FeuilleVue[]
  comptes: ComptesImport | null
  /** rows of this page, refused ones first */
  verdicts: VerdictLigne[]
  /** how many answer the filter */
  total: number
  page: number
  pages: number
}

export interface VueImportTableur {
  nom: string
  axes: { ref: string; nom: string }[]
  tables: {
    table: TableTableur
    feuille: string
    colonnes: { cle: string; titre: string; synonymes: readonly string[] }[]
  }[]
  recents: { id: number; nom: string; etat: EtatImport; le: string; lignes: number }[]
  courant: ImportVu | null
}

/** Rows shown of a sheet: headers stand among them, examples follow. */
const PREMIERES = 15

const buildFeuille = (feuille: Feuille, rang: number, { feuilles }: Correspondance): FeuilleVue => ({
  nom: feuille.nom,
  lignes: feuille.lignes.length,
  correspondance: feuilles.find((connue) => connue.feuille === rang) ?? createVide(feuille, rang),
  premieres: feuille.lignes
    .slice(0, PREMIERES)
    .map((ligne) => ligne.map((cellule) => cellule.replace(/\s+/g, ' ').trim().slice(0, 60))),
})

const GRAVITE: Record<Verdict, number> = { REFUSEE: 0, CHANGEE: 1, CREEE: 2, INCHANGEE: 3 }

/** The screen of an import: a file to choose, its columns, its verdicts. */
export const getImportTableur = defineQuery({
  nom: 'getImportTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: tableurSchema,
  run: async ({ tx, convention, acteur }, { import: id, verdict, page: demandee }) => {
    const axes = await tx.$queryRaw<VueImportTableur['axes']>`
      SELECT ref, coalesce(numero || ' – ', '') || titre AS nom FROM axe WHERE convention_id = ${convention.id}
        AND plan_id = (SELECT p.id FROM app.plan_en_vigueur(${convention.id}) p) ORDER BY ordre, id`
    const recents = await tx.$queryRaw<VueImportTableur['recents']>`
      SELECT id, nom, etat::text, to_char(cree_le AT TIME ZONE 'Europe/Paris', 'YYYY-MM-DD') AS le, traites AS lignes FROM import_tableur
      WHERE convention_id = ${convention.id} AND auteur_id = ${acteur.id} ORDER BY id DESC LIMIT 10`
    const lu = id === undefined ? null : await readImport(tx, convention.id, id)
    if (id !== undefined && !lu?.correspondance) return echecs.introuvable()
    const vue: VueImportTableur = {
      nom: convention.nom,
      axes,
      tables: TABLES.map(({ table, feuille, colonnes }) => ({
        table,
        feuille,
        colonnes: colonnes.map(({ cle, titre, synonymes = [] }) => ({ cle, titre, synonymes })),
      })),
      recents,
      courant: null,
    }
    if (!lu?.correspondance) return vue
    const { correspondance, bilan } = lu
    const retenus = (bilan?.lignes ?? [])
      .filter((ligne) => !verdict || ligne.verdict === verdict)
      .sort((a, b) => GRAVITE[a.verdict] - GRAVITE[b.verdict])
    const pages = Math.max(1, Math.ceil(retenus.length / TAILLE_PAGE_BILAN))
    const page = Math.min(demandee, pages)
    return {
      ...vue,
      courant: {
        id: lu.id,
        nom: lu.nom,
        etat: lu.etat,
        version: lu.version,
        correspondance,
        feuilles: lu.feuilles.map((feuille, rang) => buildFeuille(feuille, rang, correspondance)),
        comptes: bilan?.comptes ?? null,
        verdicts: retenus.slice((page - 1) * TAILLE_PAGE_BILAN, page * TAILLE_PAGE_BILAN),
        total: retenus.length,
        page,
        pages,
      },
    }
  },
})

/** How far the work on an import has come; null when none is under way. */
export const getProgresTableur = defineQuery({
  nom: 'getProgresTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: surTableurSchema,
  run: async ({ tx, convention }, { import: id }): Promise<{ progres: Progres | null }> => {
    const [sien] = await tx.$queryRaw<
      { id: number }[]
    >`SELECT id FROM import_tableur WHERE convention_id = ${convention.id} AND id = ${id}`
    return { progres: sien ? getProgres(id) : null }
  },
})

/** The file itself, with what was said of each row beside it. */
export const getRapportTableur = defineQuery({
  nom: 'getRapportTableur',
  operation: 'plan.ecrire',
  portee: 'CONVENTION',
  input: surTableurSchema.extend({ format }),
  run: async ({ tx, convention }, { import: id, format: choisi }) => {
    const lu = await readImport(tx, convention.id, id)
    if (!lu?.bilan || !lu.correspondance) return echecAbsent()
    const feuilles: FeuilleEcrite[] = buildRapport(lu.feuilles, lu.correspondance, lu.bilan)
    return {
      nom: `rapport-${
        lu.nom
          .replace(/\.[^.]*$/, '')
          .replace(/[^\p{L}\p{N}-]+/gu, '-')
          .slice(0, 60) || 'import'
      }`,
      octets: await writeTableur(choisi, feuilles),
    }
  },
})
