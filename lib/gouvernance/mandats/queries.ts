import 'server-only'
import type { z } from 'zod'
import { listDroits, type ConventionOuverte } from '@/lib/platform/identite/acces'
import type { DateCivile } from '@/lib/platform/dates'
import { defineQuery } from '@/lib/platform/query'
import { echecs } from '@/lib/platform/resultat'
import { foldTexte } from '@/lib/platform/texte'
import { readAffaires, readDerniereCloture, readSieges } from './read'
import { FILTRES_MANDATS, groupPersonnes, isCloturable, matchFiltre, type FiltreMandats } from './rules'
import {
  COLLEGES,
  type AffairesTenues,
  type College,
  type DerniereCloture,
  type PersonneMandatee,
  type Siege,
} from './types'
import { clotureSchema, mandatsSchema } from './schema'

/** People on one page: a list one reads, not a directory. */
const TAILLE_PAGE_MANDATS = 20

interface ConventionMandats {
  slug: string
  nom: string
  debut: DateCivile | null
  fin: DateCivile | null
  today: DateCivile
}

const toConvention = ({ slug, nom, debut, fin }: ConventionOuverte, today: DateCivile): ConventionMandats => ({
  slug,
  nom,
  debut,
  fin,
  today,
})

export interface VueMandats {
  convention: ConventionMandats
  filtre: FiltreMandats
  q: string
  comptes: Record<FiltreMandats, number>
  /** Those of this page. */
  personnes: PersonneMandatee[]
  /** How many answer the filter and the words looked for. */
  trouvees: number
  page: number
  pages: number
  /** Whole groups whose mandates may end together, with how many mandates run. */
  organismes: { ref: string; nom: string; mandats: number }[]
  colleges: { cle: College; mandats: number }[]
  derniere: DerniereCloture | null
}

function matchMots({ nom, sieges }: PersonneMandatee, mots: readonly string[]): boolean {
  const texte = foldTexte(
    [
      nom,
      ...sieges.flatMap(({ libelle, fonction, suppleant, organisme, instance }) => [
        libelle,
        fonction,
        suppleant,
        organisme?.nom,
        instance.nom,
      ]),
    ]
      .filter(Boolean)
      .join(' '),
  )
  return mots.every((mot) => texte.includes(mot))
}

function countGroupes(sieges: readonly Siege[], today: DateCivile): Pick<VueMandats, 'organismes' | 'colleges'> {
  const ouverts = sieges.filter((siege) => isCloturable(siege, today) && siege.organisme !== null)
  const organismes = new Map<string, VueMandats['organismes'][number]>()
  for (const { organisme } of ouverts) {
    if (organisme === null) continue
    const connu = organismes.get(organisme.ref) ?? { ref: organisme.ref, nom: organisme.nom, mandats: 0 }
    organismes.set(organisme.ref, { ...connu, mandats: connu.mandats + 1 })
  }
  const colleges = COLLEGES.map((cle) => ({
    cle,
    mandats: ouverts.filter(({ organisme }) => organisme?.college === cle).length,
  }))
  return {
    organismes: [...organismes.values()].sort((a, b) => a.nom.localeCompare(b.nom, 'fr')),
    colleges: colleges.filter(({ mandats }) => mandats > 0),
  }
}

/** Who sits where: people with their seats, what ends soon, what ended, and the seats where nobody is named. */
export const getMandats = defineQuery({
  nom: 'getMandats',
  operation: 'mandat.ecrire',
  portee: 'CONVENTION',
  input: mandatsSchema,
  run: async ({ tx, convention, today }, { q = '', etat = 'en-cours', page }): Promise<VueMandats> => {
    const sieges = await readSieges(tx, convention.id)
    const derniere = await readDerniereCloture(tx, convention.id)
    const toutes = groupPersonnes(sieges, today)
    const mots = foldTexte(q).split(/\s+/).filter(Boolean)
    const trouvees = toutes.filter((personne) => matchFiltre(personne, etat) && matchMots(personne, mots))
    const pages = Math.max(1, Math.ceil(trouvees.length / TAILLE_PAGE_MANDATS))
    const vue = Math.min(page, pages)
    return {
      convention: toConvention(convention, today),
      filtre: etat,
      q,
      comptes: Object.fromEntries(
        FILTRES_MANDATS.map((filtre) => [filtre, toutes.filter((personne) => matchFiltre(personne, filtre)).length]),
      ) as Record<FiltreMandats, number>,
      personnes: trouvees.slice((vue - 1) * TAILLE_PAGE_MANDATS, vue * TAILLE_PAGE_MANDATS),
      trouvees: trouvees.length,
      page: vue,
      pages,
      ...countGroupes(sieges, today),
      derniere: derniere && {
        id: derniere.id,
        jour: derniere.jour,
        fin: derniere.fin,
        motif: derniere.motif,
        personnes: derniere.personnes,
        mandats: derniere.mandats,
      },
    }
  },
})

/** Someone whose mandates may end, with everything they hold. */
export interface DepartPossible extends PersonneMandatee {
  affaires: AffairesTenues
}

export interface VueCloture {
  convention: ConventionMandats
  /** Whose mandates they are: a person, an organisme, or a college. */
  objet: { genre: 'PERSONNE' | 'ORGANISME'; nom: string } | { genre: 'COLLEGE'; college: College }
  departs: DepartPossible[]
  /** Whether the person administers accounts: they alone change roles. */
  administre: boolean
}

const AUCUNE: AffairesTenues = { decisions: [], points: [], fiches: [], suppleances: [], comptes: [] }

type Cible = Pick<z.output<typeof clotureSchema>, 'personne' | 'siege' | 'organisme' | 'college'>

/** Whose mandates they are, named even when none is left to end. */
function toObjet(
  { personne, siege, organisme, college }: Cible,
  tous: readonly Siege[],
  premier: Siege | undefined,
): VueCloture['objet'] {
  if (personne !== undefined) return { genre: 'PERSONNE', nom: premier?.personne ?? personne }
  if (siege !== undefined) return { genre: 'PERSONNE', nom: tous.find(({ id }) => id === siege)?.libelle ?? '' }
  if (organisme !== undefined) return { genre: 'ORGANISME', nom: premier?.organisme?.nom ?? organisme }
  return { genre: 'COLLEGE', college: college ?? 'AUTRES' }
}

/** The mandates that may end together, and what those who leave hold. */
export const getCloture = defineQuery({
  nom: 'getCloture',
  operation: 'mandat.ecrire',
  portee: 'CONVENTION',
  input: clotureSchema,
  run: async ({ tx, convention, today }, { personne, siege, organisme, college }) => {
    const tous = await readSieges(tx, convention.id)
    // A seat that was ended is still one of this convention: its page says so.
    if (siege !== undefined && !tous.some(({ id }) => id === siege)) return echecs.introuvable()
    const sieges = tous.filter((candidat) => isCloturable(candidat, today))
    const cle =
      personne === undefined
        ? null
        : foldTexte(personne)
            .replace(/[^a-z0-9]+/g, ' ')
            .trim()
    const choisis = sieges.filter((candidat) =>
      cle !== null
        ? candidat.cle === cle
        : siege !== undefined
          ? candidat.id === siege
          : organisme !== undefined
            ? candidat.organisme?.ref === organisme
            : college !== undefined && candidat.organisme?.college === college,
    )
    const [premier] = choisis
    const personnes = groupPersonnes(choisis, today)
    const affaires = await readAffaires(
      tx,
      convention.id,
      choisis.flatMap((candidat) => candidat.cle ?? []),
      today,
    )
    return {
      convention: toConvention(convention, today),
      objet: toObjet({ personne, siege, organisme, college }, tous, premier),
      departs: personnes.map((partante) => ({ ...partante, affaires: affaires.get(partante.cle) ?? AUCUNE })),
      administre: listDroits(convention).includes('utilisateur.administrer'),
    } satisfies VueCloture
  },
})
