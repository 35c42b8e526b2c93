import { fr } from '@/tests/support/typographie'
import type { Affectation, Marge, SchemaRegle } from '@/lib/cooperation/schemas/rules/equilibre'

export { fr }

type Ligne = [libelle: string, quotite: number | null, raison?: string, situation?: Affectation['situation']]

export const lignes = (marge: Marge, liste: readonly Ligne[]): Affectation[] =>
  liste.map(([libelle, quotite, raison = null, situation]) => ({
    marge,
    cle: libelle,
    libelle,
    quotite,
    raison,
    motif: raison === 'Néant' ? 'NEANT' : null,
    situation,
  }))

export function schema(champs: Partial<SchemaRegle> = {}): SchemaRegle {
  return {
    total: null,
    existant: null,
    developpements: [],
    affectations: [],
    croise: [],
    etat: 'BROUILLON',
    debut: '2026-01-01',
    fin: '2026-12-31',
    ...champs,
  }
}

const THEMES = [
  'Petite enfance / inclusion',
  'Parentalité',
  'Accès aux droits',
  'Enfance / jeunesse',
  'Chargé de coopération global',
]
const parTheme = (...quotites: number[]) =>
  lignes(
    'THEMATIQUE',
    quotites.map((quotite, rang) => [THEMES[rang] ?? '', quotite]),
  )

/** Vallée des Baux Alpilles, as the annexe writes it. */
export const BAUX_2022_2025 = schema({
  debut: '2022-01-01',
  fin: '2025-12-31',
  total: 330,
  etat: 'CLOS',
  affectations: lignes('PORTEUR', [
    ['Aureille', 20, 'jamais pourvu', 'JAMAIS_POURVU'],
    ['Eygalières', 20],
    ['Fontvieille', 30],
    ['Les Baux-de-Provence', 0, 'porté par Maussane'],
    ['Mas-Blanc', 0, 'porté par Saint-Rémy'],
    ['Maussane', 20],
    ['Mouriès', 30],
    ['Paradou', 20],
    ['Saint-Étienne-du-Grès', 20],
    ['Saint-Rémy-de-Provence', 70],
    ['CCVBA', null, 'Néant'],
    ['Global', 100, 'porté par Saint-Rémy'],
  ]),
})
export const BAUX_2026 = schema({
  total: 310,
  etat: 'PROPOSE',
  affectations: [
    ...parTheme(160, 30, 30, 40, 50),
    ...lignes('PORTEUR', [
      ['Aureille', 0, 'à négocier avec la CAF'],
      ['Eygalières', 20],
      ['Fontvieille', 30],
      ['Les Baux-de-Provence', 0, 'porté par Maussane'],
      ['Mas-Blanc', 0, 'porté par Saint-Rémy'],
      ['Maussane', 20],
      ['Mouriès', 30],
      ['Paradou', 20],
      ['Saint-Étienne-du-Grès', 20],
      ['Saint-Rémy-de-Provence', 120],
      ['CCVBA', 0, 'accès aux droits/mobilités'],
      ['Global', 50, 'externalisé, cofinancé par les communes', 'EXTERNALISE'],
    ]),
  ],
})
export const BAUX_2027_2030 = schema({
  debut: '2027-01-01',
  fin: '2030-12-31',
  total: 330,
  affectations: [
    ...parTheme(170, 30, 30, 50, 50),
    ...BAUX_2026.affectations
      .filter(({ marge }) => marge === 'PORTEUR')
      .map((ligne) =>
        ligne.cle === 'Aureille' ? { ...ligne, quotite: 20, raison: 'reprise en direct ou externalisé' } : ligne,
      ),
  ],
})
/** Golfe et étangs: existing and developments, no distribution known, no period either. */
export const GOLFE = schema({
  debut: null,
  fin: null,
  total: 380,
  existant: 310,
  developpements: [
    { libelle: 'Fos-sur-Mer', quotite: 20 },
    { libelle: 'Istres', quotite: 50 },
  ],
})
/** Grand Châtellerault: one post, two missions. */
export const CHATELLERAULT = schema({
  debut: '2019-12-31',
  fin: '2024-12-31',
  total: 100,
  affectations: lignes('THEMATIQUE', [
    ['Politiques éducatives', 70],
    ['Autres actions', 30],
  ]),
})
