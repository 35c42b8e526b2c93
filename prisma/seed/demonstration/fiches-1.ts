import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Axe 1 of the invented plan. */

export type Fiche = NonNullable<NonNullable<DossierEcrit['plan']>['fiches']>[number]
type Mesure = NonNullable<NonNullable<Fiche['indicateurs']>[number]['mesures']>[number]

const SOURCE_FICTIVE = 'Donnée fictive'
const PERIODES = {
  '2025': { periode: 'Année 2025', debut: '2025-01-01', fin: '2025-12-31' },
  '2026-S1': { periode: '1er semestre 2026', debut: '2026-01-01', fin: '2026-06-30' },
  '2026': { periode: 'Janvier à octobre 2026', debut: '2026-01-01', fin: '2026-10-31' },
} as const

/** One invented measure of one of the three periods that were reported. */
export const mesure = (
  periode: keyof typeof PERIODES,
  valeurs: Pick<Mesure, 'valeur' | 'valeurPrevue' | 'texte' | 'ventilation' | 'etat' | 'motif' | 'accords'>,
): Mesure => ({ ...PERIODES[periode], source: SOURCE_FICTIVE, ...valeurs })

export const fichesAxe1: Fiche[] = [
  {
    ref: 'fiche-1-1',
    axe: 'axe-1',
    numero: '1.1',
    titre: 'Ouvrir douze places au multi-accueil Le Prototype',
    contexte: 'Soixante-deux familles fictives étaient sans solution d’accueil au printemps 2024.',
    objectifs: 'Passer de 48 à 60 places d’accueil collectif.',
    description: 'Extension du bâtiment, recrutement de l’équipe, ouverture en deux temps.',
    publicVise: 'Enfants de moins de 3 ans',
    moyens: 'Une directrice adjointe et trois auxiliaires de puériculture (équipe fictive).',
    calendrier: { texte: 'De 2025 à la rentrée 2027', debut: '2025-04-01', fin: '2027-09-01' },
    statut: 'EN_COURS',
    avancement: 60,
    avancementMotif: 'Deux étapes sur trois sont faites, mais l’extension pèse davantage (motif fictif).',
    enjeuCoordination: true,
    suivi: 'Six places ouvertes en mars 2026 ; l’extension est livrée en juin 2027 (suivi fictif).',
    themes: ['PETITE_ENFANCE'],
    communes: ['Témoin-le-Bourg', 'Essai-sur-Rivière'],
    pilotages: [
      { role: 'PILOTE', texte: 'Communauté de communes du Val-Témoin', organisme: 'cc-val-temoin' },
      { role: 'PARTENAIRE', texte: 'Caf de démonstration', organisme: 'caf-demonstration' },
    ],
    budget: [
      {
        annee: 2025,
        financeur: 'Communauté de communes du Val-Témoin',
        organisme: 'cc-val-temoin',
        libelle: 'Études',
        prevu: '42000',
        realise: '39850.40',
        source: SOURCE_FICTIVE,
      },
      {
        annee: 2026,
        financeur: 'Communauté de communes du Val-Témoin',
        organisme: 'cc-val-temoin',
        libelle: 'Travaux',
        prevu: '310000',
        source: SOURCE_FICTIVE,
      },
      {
        annee: 2026,
        financeur: 'Caf de démonstration',
        organisme: 'caf-demonstration',
        libelle: 'Aide à l’investissement',
        prevu: '192000',
        source: SOURCE_FICTIVE,
      },
    ],
    liens: [
      {
        libelle: 'Schéma des services aux familles',
        precision: 'Axe 1 : développer l’offre d’accueil (schéma fictif)',
      },
    ],
    documents: [1],
    appreciations: [
      {
        cote: 'CAF',
        niveau: 'VIGILANCE',
        texte: 'Le chantier a deux mois de retard sur le calendrier du financement (avis fictif).',
        nom: 'Andréa SPÉCIMEN, conseillère',
        instant: '2026-11-04T09:20:00Z',
      },
      {
        cote: 'COORDINATION',
        niveau: 'COMME_PREVU',
        texte: 'Les six places provisoires tiennent l’engagement de l’année (avis fictif).',
        nom: 'Noé MODÈLE, coordinateur',
        instant: '2026-11-05T14:45:00Z',
      },
    ],
    etapes: [
      {
        ref: 'etape-1-1-1',
        numero: '1',
        titre: 'Programme et financement',
        calendrier: { texte: '2025', debut: '2025-04-01', fin: '2025-12-31' },
        statut: 'REALISEE',
      },
      {
        ref: 'etape-1-1-2',
        numero: '2',
        titre: 'Ouverture de six places provisoires',
        calendrier: { texte: 'Mars 2026', debut: '2026-03-01', fin: '2026-03-31' },
        statut: 'REALISEE',
      },
      {
        ref: 'etape-1-1-3',
        numero: '3',
        titre: 'Extension et six dernières places',
        calendrier: { texte: 'Rentrée 2027', debut: '2026-09-01', fin: '2027-09-01' },
        statut: 'EN_COURS',
      },
    ],
    indicateurs: [
      {
        ref: 'indicateur-places',
        libelle: 'Nombre de places d’accueil collectif et son évolution',
        nature: 'NOMBRE',
        unite: 'places',
        evolution: true,
        ventilation: 'Par commune',
        sens: 'Plus haut est mieux',
        reference: '48',
        referenceTexte: 'Décembre 2024',
        frequence: 'SEMESTRIELLE',
        cible: '60',
        cibles: [
          { periode: 'Fin 2026', debut: '2026-01-01', fin: '2026-12-31', valeur: '54' },
          { periode: 'Fin 2027', debut: '2027-01-01', fin: '2027-12-31', valeur: '60' },
        ],
        source: SOURCE_FICTIVE,
        fournisseur: 'Communauté de communes du Val-Témoin',
        mesures: [
          mesure('2025', { valeur: '48' }),
          mesure('2026-S1', {
            valeur: '54',
            ventilation: 'Témoin-le-Bourg 42, Essai-sur-Rivière 12',
            accords: [
              { organisme: 'caf-demonstration', le: '2026-07-07' },
              { organisme: 'cc-val-temoin', le: '2026-07-02' },
            ],
          }),
        ],
      },
      {
        ref: 'indicateur-taux-occupation',
        libelle: 'Taux d’occupation',
        nature: 'POURCENTAGE',
        unite: '%',
        reference: '71.5',
        cible: '80',
        confirmation: 'CAF',
        mesures: [
          mesure('2025', { valeur: '74' }),
          mesure('2026-S1', { valeur: '76.5' }),
          mesure('2026', {
            valeur: '78.5',
            etat: 'PROPOSEE',
            motif: 'Relevé du gestionnaire, avant la déclaration annuelle à la Caf (motif fictif).',
          }),
        ],
      },
    ],
  },
  {
    ref: 'fiche-1-2',
    axe: 'axe-1',
    numero: '1.2',
    titre: 'Ouvrir un guichet unique d’information des familles',
    objectifs: 'Une seule adresse pour toutes les demandes d’accueil.',
    publicVise: 'Futurs parents et parents de jeunes enfants',
    calendrier: { texte: 'Courant 2025', debut: '2025-01-01', fin: '2025-12-31' },
    statut: 'REALISEE',
    avancement: 100,
    suivi: 'Guichet ouvert le 6 octobre 2025 au relais petite enfance (suivi fictif).',
    themes: ['PETITE_ENFANCE'],
    pilotages: [{ role: 'PILOTE', texte: 'Relais petite enfance du Val-Témoin', organisme: 'cc-val-temoin' }],
    etapes: [
      { ref: 'etape-1-2-1', titre: 'Charte d’accueil commune', statut: 'REALISEE' },
      { ref: 'etape-1-2-2', titre: 'Ouverture du guichet', statut: 'REALISEE' },
    ],
    indicateurs: [
      {
        ref: 'indicateur-charte',
        libelle: 'Signature de la charte d’accueil',
        etape: 'etape-1-2-1',
        nature: 'LIVRABLE',
        cibleTexte: 'Charte signée par les six communes',
        mesures: [mesure('2025', { valeur: '1', texte: 'Charte signée le 22 septembre 2025' })],
      },
      {
        ref: 'indicateur-familles-recues',
        libelle: 'Nombre de familles reçues',
        etape: 'etape-1-2-2',
        nature: 'NOMBRE',
        unite: 'familles',
        cible: '150',
        mesures: [mesure('2025', { valeur: '41' }), mesure('2026', { valeur: '163' })],
      },
    ],
  },
  {
    ref: 'fiche-1-3',
    axe: 'axe-1',
    numero: '1.3',
    titre: 'Former les équipes à l’accueil des enfants à besoins particuliers',
    objectifs: 'Deux sessions par an, ouvertes aux assistants maternels.',
    publicVise: 'Professionnels de la petite enfance',
    calendrier: { texte: 'Avant l’été 2026', debut: '2025-09-01', fin: '2026-06-30' },
    statut: 'EN_COURS',
    avancement: 40,
    enjeuCoordination: true,
    suivi: 'Une session tenue sur trois : le formateur fictif s’est désisté.',
    themes: ['PETITE_ENFANCE'],
    pilotages: [
      { role: 'PILOTE', texte: 'Relais petite enfance du Val-Témoin', organisme: 'cc-val-temoin' },
      { role: 'PARTENAIRE', texte: 'À définir : organisme de formation', aDefinir: true },
    ],
    etapes: [
      {
        ref: 'etape-1-3-1',
        titre: 'Première session',
        calendrier: { texte: 'Automne 2025', debut: '2025-09-22', fin: '2025-12-20' },
        statut: 'REALISEE',
      },
      {
        ref: 'etape-1-3-2',
        titre: 'Deuxième et troisième sessions',
        calendrier: { texte: 'Avant l’été 2026', fin: '2026-06-30' },
        statut: 'EN_COURS',
      },
    ],
    indicateurs: [
      {
        ref: 'indicateur-professionnels-formes',
        libelle: 'Nombre de professionnels formés (prévu/réalisé)',
        nature: 'PREVU_REALISE',
        unite: 'professionnels',
        cible: '45',
        mesures: [
          mesure('2025', { valeurPrevue: '15', valeur: '14' }),
          mesure('2026-S1', { valeurPrevue: '30', valeur: '0' }),
        ],
      },
    ],
  },
]
