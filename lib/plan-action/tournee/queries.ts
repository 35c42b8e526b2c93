import 'server-only'
import { z } from 'zod'
import type { Acteur } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import type { Tx } from '@/lib/platform/db'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'
import { readMentions } from '@/lib/plan-action/suivi/read/mentions'
import {
  sqlConventionsSuivies,
  sqlFichesASaisir,
  sqlFichesSuivies,
  type FicheASaisir,
  type FicheSuivie,
  type Perimetre,
} from './sql'
import { computeAvancementFiche } from '@/lib/plan-action/suivi/rules/suivi'
import { compareTournee, isFaite, listRaisons, type RaisonTournee } from './rules/tournee'
import type { MentionVue } from '@/lib/plan-action/suivi/types/suivi'

/** Fiches on one screen of the round: what one keeps up in a few minutes. */
export const TAILLE_TOURNEE = 10

/** A fiche of the round, ready to be written on. */
export interface FicheTournee extends Omit<FicheASaisir, 'id' | 'version'> {
  id: number
  slug: string
  nomConvention: string
  ref: string
  numero: string | null
  titre: string
  statut: FicheSuivie['statut']
  raisons: RaisonTournee[]
  /** written on this week */
  faite: boolean
  dernier: DateCivile | null
  /** what its étapes say, or what somebody said */
  progres: string
  etapes: FicheSuivie['etapes']
}

export interface VueTournee {
  /** id of who makes the round: what is typed is kept on the device under it */
  moi: number
  fiches: FicheTournee[]
  /** comments that name this person and that they have not read */
  mentions: MentionVue[]
  comptes: { aFaire: number; faites: number; suivies: number }
  /** the conventions one may go round, with how many fiches wait in each */
  conventions: { slug: string; nom: string; aFaire: number }[]
  convention: string | null
  /** true for those who follow many conventions and keep none: one is to be chosen */
  aChoisir: boolean
  page: number
  pages: number
  today: DateCivile
}

interface Suivi {
  perimetre: Perimetre
  /** follows conventions without keeping their fiches */
  large: boolean
}

/** Whose fiches this person keeps: those they coordinate or lead; else those of the conventions they advise. */
async function readPerimetre(tx: Tx, { roles }: Acteur): Promise<Suivi> {
  const ids = (valeurs: (number | null)[]): number[] => valeurs.filter((id) => id !== null)
  const conventions = ids(
    roles.filter(({ type }) => type === 'CHARGE_COOPERATION').map(({ conventionId }) => conventionId),
  )
  const fiches = ids(roles.filter(({ type }) => type === 'PILOTE').map(({ ficheActionId }) => ficheActionId))
  if (conventions.length + fiches.length > 0) return { perimetre: { conventions, fiches }, large: false }
  const cafs = ids(roles.filter(({ type }) => type === 'CONSEILLER_CAF').map(({ organismeId }) => organismeId))
  const toutes = roles.some(({ type }) => type === 'ADMINISTRATEUR')
  if (cafs.length === 0 && !toutes) return { perimetre: { conventions: [], fiches: [] }, large: false }
  const suivies = await tx.$queryRaw<{ id: number }[]>(sqlConventionsSuivies(cafs, toutes))
  return { perimetre: { conventions: suivies.map(({ id }) => id), fiches: [] }, large: true }
}

interface Jugee {
  fiche: FicheSuivie
  raisons: RaisonTournee[]
  faite: boolean
}

function judge(fiche: FicheSuivie, today: DateCivile): Jugee {
  const { debutConvention: debut, finConvention: fin, dernier, ...reste } = fiche
  const raisons = listRaisons({ ...reste, majLe: dernier, dernierGeste: null, convention: { debut, fin } }, today)
  return { fiche, raisons, faite: isFaite({ dernier, raisons }, today) }
}

/** Counts by convention, in the order of their names. */
function countConventions(jugees: readonly Jugee[]): VueTournee['conventions'] {
  const parSlug = new Map<string, VueTournee['conventions'][number]>()
  for (const { fiche, raisons, faite } of jugees) {
    const compte = parSlug.get(fiche.slug) ?? { slug: fiche.slug, nom: fiche.nomConvention, aFaire: 0 }
    parSlug.set(fiche.slug, { ...compte, aFaire: compte.aFaire + Number(raisons.length > 0 && !faite) })
  }
  return [...parSlug.values()]
}

function toTournee({ fiche, raisons, faite }: Jugee, saisie: FicheASaisir): FicheTournee {
  const { id, slug, nomConvention, ref, numero, titre, statut, dernier, etapes } = fiche
  const { avancement, avancementMotif, suivi, periode } = saisie
  const progres = computeAvancementFiche(
    etapes.map((etape) => etape.statut),
    { avancement, motif: avancementMotif },
  ).phrase
  return {
    id,
    slug,
    nomConvention,
    ref,
    numero,
    titre,
    statut,
    dernier,
    etapes,
    raisons,
    faite,
    avancement,
    avancementMotif,
    suivi,
    periode,
    progres,
  }
}

/**
 * « Mes fiches à mettre à jour »: the fiches one keeps that ask for a word, gravest first, ready to be written on, and
 * those of this week already done. Three or four statements beyond opening, whatever their number.
 */
export const getTournee = defineQuery({
  nom: 'getTournee',
  operation: 'portefeuille.lire',
  portee: 'GENERALE',
  input: z.strictObject({ convention: slugConvention.optional(), page: z.int().min(1).max(1000).default(1) }),
  run: async ({ tx, acteur, today }, { convention = null, page: demandee }): Promise<VueTournee> => {
    const { perimetre, large } = await readPerimetre(tx, acteur)
    const lues =
      perimetre.conventions.length + perimetre.fiches.length > 0
        ? await tx.$queryRaw<FicheSuivie[]>(sqlFichesSuivies(perimetre, today))
        : []
    const toutes = lues.map((fiche) => judge(fiche, today))
    const conventions = countConventions(toutes)
    const aChoisir = large && conventions.length > 1 && convention === null
    const jugees = aChoisir ? [] : toutes.filter(({ fiche }) => convention === null || fiche.slug === convention)
    const aFaire = jugees
      .filter(({ raisons, faite }) => raisons.length > 0 && !faite)
      .sort((a, b) => compareTournee(a.raisons, b.raisons))
    const faites = jugees.filter(({ faite }) => faite)
    const pages = Math.max(1, Math.ceil(aFaire.length / TAILLE_TOURNEE))
    const page = Math.min(demandee, pages)
    const montrees = aFaire.slice((page - 1) * TAILLE_TOURNEE, page * TAILLE_TOURNEE)
    const saisies =
      montrees.length > 0
        ? await tx.$queryRaw<FicheASaisir[]>(sqlFichesASaisir(montrees.map(({ fiche }) => fiche.id)))
        : []
    const parId = new Map(saisies.map((saisie) => [saisie.id, saisie]))
    const mentions = await readMentions(tx, acteur)
    return {
      mentions,
      moi: acteur.id,
      fiches: montrees.flatMap((jugee) => {
        const saisie = parId.get(jugee.fiche.id)
        return saisie ? [toTournee(jugee, saisie)] : []
      }),
      comptes: { aFaire: aFaire.length, faites: faites.length, suivies: jugees.length },
      conventions,
      convention,
      aChoisir,
      page,
      pages,
      today,
    }
  },
})
