/** Proposals of an agenda gathered by kind, so that many stay calm. */
import { formatCompte } from '@/lib/platform/typographie'
import { CLES_ENSEMBLES } from './agenda'
import type { GenreProposition, GroupePropositions, Proposition } from '../types/agenda'

/** Fewer than that are settled one by one. */
const ENSEMBLE_DES = 4

interface Mots {
  titre: (nombre: number, annee: number) => string
  /** The one point that stands for all of them. */
  ensemble?: { titre: (nombre: number, annee: number) => string; origine: 'FICHE' | 'INDICATEUR'; raison: string }
}

/** In the order of what cannot wait. */
const MOTS: Record<GenreProposition, Mots> = {
  PROPOSITION: { titre: (n) => `${formatCompte(n, 'proposition')} à trancher` },
  REPRISE: { titre: (n) => `${formatCompte(n, 'point')} à reprendre` },
  DECISION_ATTENDUE: { titre: (n) => formatCompte(n, 'décision attendue', 'décisions attendues') },
  DECISION_EN_RETARD: {
    titre: (n) => formatCompte(n, 'décision prise et non réalisée', 'décisions prises et non réalisées'),
  },
  SCHEMA: { titre: (n) => `${formatCompte(n, 'répartition', 'répartitions')} des ETP à valider` },
  FICHE_EN_RETARD: {
    titre: (n) => `${formatCompte(n, 'fiche')} en retard`,
    ensemble: {
      titre: (n) => `Fiches en retard (${n})`,
      origine: 'FICHE',
      raison: 'Un seul point pour toutes les fiches dont la période est achevée.',
    },
  },
  FICHE_PASSEE: {
    titre: (n) => `${formatCompte(n, 'fiche')} dont le statut est à préciser`,
    ensemble: {
      titre: (n) => `Fiches dont le statut est à préciser (${n})`,
      origine: 'FICHE',
      raison:
        'Un seul point pour toutes les fiches dont la période est achevée et dont personne n’a dit ce qu’elles sont devenues.',
    },
  },
  FICHE_SANS_SUIVI: {
    titre: (n) => `${formatCompte(n, 'fiche')} sans suivi récent`,
    ensemble: {
      titre: (n) => `Fiches sans suivi récent (${n})`,
      origine: 'FICHE',
      raison: 'Un seul point pour toutes les fiches dont on n’a pas de nouvelles.',
    },
  },
  INDICATEUR: {
    titre: (n, annee) => `${formatCompte(n, 'indicateur')} sans mesure pour ${annee}`,
    ensemble: {
      titre: (n, annee) => `Indicateurs à renseigner pour ${annee} (${n})`,
      origine: 'INDICATEUR',
      raison: 'Un seul point pour tous les indicateurs attendus.',
    },
  },
}

const GENRES = Object.keys(MOTS) as GenreProposition[]

function buildEnsemble(genre: GenreProposition, nombre: number, annee: number): Proposition | null {
  const { ensemble } = MOTS[genre]
  const cle = CLES_ENSEMBLES[genre]
  if (!ensemble || cle === undefined || nombre < ENSEMBLE_DES) return null
  return {
    cle,
    genre,
    titre: ensemble.titre(nombre, annee),
    raison: ensemble.raison,
    origine: ensemble.origine,
    fiche: null,
    indicateur: null,
    schema: null,
    document: null,
    proposition: null,
    precedent: null,
    presentateur: null,
    dureeMinutes: null,
  }
}

/** Proposals by kind, what must be settled first; kinds without any are left out. */
export function groupPropositions(propositions: readonly Proposition[], annee: number): GroupePropositions[] {
  return GENRES.flatMap((genre) => {
    const siennes = propositions.filter((proposition) => proposition.genre === genre)
    if (siennes.length === 0) return []
    return [
      {
        genre,
        titre: MOTS[genre].titre(siennes.length, annee),
        ensemble: buildEnsemble(genre, siennes.length, annee),
        propositions: siennes,
      },
    ]
  })
}

/**
 * The proposals that these keys name, among those that still stand, in the order of the agenda; a key that stands for
 * all of a kind takes its single ones along.
 */
export function findPropositions(groupes: readonly GroupePropositions[], cles: readonly string[]): Proposition[] {
  const choisies = new Set(cles)
  return groupes.flatMap(({ ensemble, propositions }) =>
    ensemble !== null && choisies.has(ensemble.cle) ? [ensemble] : propositions.filter(({ cle }) => choisies.has(cle)),
  )
}
