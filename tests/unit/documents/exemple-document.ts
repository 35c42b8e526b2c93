import type { Bloc, DocumentTexte } from '@/lib/documents/types'

/** A document with one block of each kind. */
export function createDocument(blocs: Bloc[] = BLOCS): DocumentTexte {
  return {
    surtitre: 'Vallée des Baux-Alpilles',
    titre: 'Relevé de décisions',
    sousTitre: 'Comité de pilotage, mardi 3 mars 2026',
    titreFichier: 'Relevé de décisions, Comité de pilotage, mardi 3 mars 2026',
    sujet: 'Vallée des Baux-Alpilles',
    pied: 'Comité de pilotage, mardi 3 mars 2026, version 1',
    blocs,
  }
}

const BLOCS: Bloc[] = [
  {
    genre: 'details',
    nom: 'La réunion',
    details: [
      { terme: 'Lieu', valeur: 'Salle du conseil' },
      { terme: 'Parties', valeur: 'Caf\nCommune' },
    ],
  },
  { genre: 'titre', niveau: 2, texte: 'Présences' },
  { genre: 'liste', items: ['Caf\u00A0: 1 présent sur 2', 'Commune\u00A0: 2 présents sur 2'] },
  {
    genre: 'tableau',
    nom: 'Décisions',
    colonnes: [
      { titre: 'Nº', part: 10 },
      { titre: 'Décision', part: 60 },
      { titre: 'Issue', part: 30 },
    ],
    lignes: [['D1', 'Ouvrir le lieu d’accueil\nNature\u00A0: arbitrage', 'prise']],
  },
  { genre: 'titre', niveau: 3, texte: '1. Petite enfance' },
  { genre: 'paragraphe', texte: 'Quelle place\u202F? «\u00A0Une place par enfant\u00A0»\u202F!' },
  { genre: 'paragraphe', texte: 'Discret', ton: 'discret' },
]

/** Sixty members, forty points, notes of many pages. */
export function createLong(): DocumentTexte {
  const membres = Array.from({ length: 60 }, (_, i) => [
    `Membre ${i + 1}`,
    'Personne nommée, fonction d’élue déléguée à la petite enfance',
    `Commune ${i % 12}`,
    i % 2 ? 'présent' : 'représenté par Mme Martin',
  ])
  const phrase =
    'Les partenaires constatent que la fréquentation a progressé dans chaque commune, et demandent un point d’étape avant l’été. '
  return createDocument([
    { genre: 'titre', niveau: 2, texte: 'Présences' },
    {
      genre: 'tableau',
      nom: 'Présences',
      colonnes: ['Membre', 'Qualité', 'Collège', 'Présence'].map((titre) => ({ titre, part: 25 })),
      lignes: membres,
    },
    { genre: 'titre', niveau: 2, texte: 'Échanges' },
    ...Array.from({ length: 40 }, (_, i): Bloc[] => [
      { genre: 'titre', niveau: 3, texte: `${i + 1}. Point numéro ${i + 1}` },
      { genre: 'paragraphe', texte: phrase.repeat(i === 7 ? 150 : 3) },
    ]).flat(),
    {
      genre: 'tableau',
      nom: 'Décisions',
      colonnes: [
        { titre: 'Nº', part: 10 },
        { titre: 'Décision', part: 90 },
      ],
      lignes: [
        ['D1', phrase.repeat(90)],
        ['D2', 'FIN DU TABLEAU'],
      ],
    },
  ])
}
