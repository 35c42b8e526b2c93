import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Invented minutes, validated by two invented people: they say what is recorded of their meeting, and nothing else. */

type Reunion = NonNullable<NonNullable<DossierEcrit['instances']>[number]['reunions']>[number]
type Releve = NonNullable<Reunion['releves']>[number]
type Decision = NonNullable<NonNullable<Reunion['points']>[number]['decisions']>[number]

interface College {
  nom: string
  membres: {
    membre: string
    personne: string | null
    fonction: string
    voix: 'DECISIVE' | 'CONSULTATIVE' | 'NON_PRECISEE'
    etat: 'PRESENT' | 'EXCUSE' | 'REPRESENTE' | null
    representant: string | null
  }[]
}

interface Seance {
  instance: string
  animation: string | null
  colleges: College[]
  quorum: { phrase: string; source: string | null }
  /** what a decision changes elsewhere, in words, by its text */
  effets: Readonly<Record<string, string>>
  soumisLe: string
  validations: [caf: string, coordination: string]
}

/** A decision left to the COPIL is told as a proposal, whatever became of it since. */
const toDecision = (
  effets: Seance['effets'],
  numero: number,
  { texte, nature, etat = 'ATTENDUE', responsable = null, echeance = null, decideePar }: Decision,
) => ({
  numero,
  texte,
  nature,
  issue: decideePar === undefined ? etat : 'PROPOSEE',
  responsable,
  echeance,
  effet: effets[texte] ?? null,
})

/** Adds validated minutes to a meeting, and freezes it. */
export function addReleve(
  reunion: Reunion,
  { instance, animation, colleges, quorum, effets, soumisLe, validations: [caf, coordination] }: Seance,
): Reunion {
  const {
    date,
    heureDebut = null,
    heureFin = null,
    lieu = null,
    objet = null,
    compteRendu: note = null,
    points = [],
  } = reunion
  let numero = 0
  const releve: Releve = {
    numero: 1,
    etat: 'VALIDE',
    soumisLe,
    valideLe: coordination,
    contenu: {
      format: 1,
      convention: {
        nom: 'Démonstration',
        titre: 'Convention fictive du Val-Témoin 2025-2029',
        debut: '2025-01-01',
        fin: '2029-12-31',
      },
      parties: [
        'Caf de démonstration',
        'Communauté de communes du Val-Témoin',
        'Témoin-le-Bourg',
        'Essai-sur-Rivière',
        'Saint-Exemple',
        'Les Factices',
      ],
      instance: { nom: instance, animation },
      reunion: { date, heureDebut, heureFin, lieu, objet, groupe: null, note, derogations: [] },
      colleges: colleges.map(({ nom, membres }) => ({ nom, membres })),
      quorum,
      points: points.map(
        ({ titre, presentateur = null, dureeMinutes = null, etat = 'A_TRAITER', notes = null, decisions = [] }) => ({
          titre,
          presentateur,
          dureeMinutes,
          etat,
          sujets: [],
          notes,
          decisions: decisions.map((decision) => toDecision(effets, ++numero, decision)),
        }),
      ),
      prochaine: null,
    },
    validations: [
      { cote: 'CAF', nom: 'Alix SPÉCIMEN, directrice de la Caf de démonstration (personne fictive)', instant: caf },
      { cote: 'COORDINATION', nom: 'Andrea FICTIVE, chargée de coopération (personne fictive)', instant: coordination },
    ],
  }
  return { ...reunion, figee: true, releves: [releve] }
}
