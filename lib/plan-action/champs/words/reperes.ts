import { COLONNES_PERIODE } from './colonnes'
import { surFiche, texte } from './feuille'
import { LONGUEUR_TEXTE } from './limites'
import { LABELS_ROLE, MOTS_ROLE_PHRASE } from './roles'
import type { EntreeChamp } from '../types'

/** Who, where, when: the right column of the paper fiche. */
export const REPERES = [
  {
    genre: 'LISTE',
    cle: 'pilotages',
    label: 'Pilotes, porteurs et partenaires',
    section: 'QUI',
    versions: 'CONTENU',
    coordination: true,
    table: 'pilotage',
    nom: 'Pilotage',
    masculin: true,
    colonnes: [
      { colonne: 'role', mots: 'rôle', valeurs: MOTS_ROLE_PHRASE },
      { colonne: 'texte', mots: 'qui' },
      { colonne: 'organisme_id', mots: 'organisme' },
      { colonne: 'a_definir', mots: 'à définir' },
      { colonne: 'ordre', mots: 'place' },
    ],
    feuille: [
      {
        cle: 'pilotes',
        titre: 'Pilotes',
        genre: 'LISTE',
        largeur: 28,
        synonymes: ['pilote', 'pilotage', 'responsable', 'référent', 'chef de file', 'qui'],
      },
      {
        cle: 'porteurs',
        titre: 'Porteurs',
        genre: 'LISTE',
        largeur: 28,
        synonymes: ['porteur', 'maître d’ouvrage', 'portage'],
      },
      {
        cle: 'partenaires',
        titre: 'Partenaires',
        genre: 'LISTE',
        largeur: 28,
        synonymes: ['partenaire', 'acteurs', 'partenaires associés'],
      },
    ],
    feuillePropre: [
      ...surFiche,
      { cle: 'role', titre: 'Rôle', genre: 'CHOIX', largeur: 12, requis: true, choix: LABELS_ROLE },
      texte('texte', 'Qui', 40, { requis: true, longueur: LONGUEUR_TEXTE }),
      { cle: 'organisme', titre: 'Organisme', genre: 'ORGANISME', largeur: 24 },
      { cle: 'aDefinir', titre: 'À définir', genre: 'OUI_NON', largeur: 10, defaut: false },
    ],
  },
  {
    genre: 'TEXTE',
    cle: 'territoireTexte',
    label: 'Territoire',
    colonne: 'territoire_texte',
    forme: 'LIGNE',
    aide: 'Comme le document l’écrit : « les communes volontaires ».',
    longueur: 500,
    section: 'OU',
    versions: 'CONTENU',
    feuille: { synonymes: ['lieu', 'périmètre'] },
  },
  {
    genre: 'LISTE',
    cle: 'communes',
    label: 'Communes',
    section: 'OU',
    versions: 'CONTENU',
    table: 'fiche_commune',
    nom: 'Commune de fiche',
    nomCourt: 'Commune',
    ensemble: true,
    colonnes: [{ colonne: 'commune_id', mots: 'commune' }],
    feuille: [
      {
        cle: 'communes',
        titre: 'Communes',
        genre: 'COMMUNES',
        largeur: 24,
        synonymes: ['commune', 'communes concernées'],
      },
    ],
  },
  {
    genre: 'LISTE',
    cle: 'themes',
    label: 'Thématiques',
    section: 'OU',
    versions: 'CONTENU',
    table: 'fiche_theme',
    nom: 'Thématique de fiche',
    nomCourt: 'Thématique',
    ensemble: true,
    colonnes: [{ colonne: 'theme_code', mots: 'thématique' }],
    feuille: [
      {
        cle: 'themes',
        titre: 'Thématiques',
        genre: 'THEMES',
        largeur: 24,
        synonymes: ['thématique', 'thème', 'thèmes'],
      },
    ],
  },
  {
    genre: 'COLONNES',
    cle: 'periode',
    label: 'Période',
    dossier: 'calendrier',
    section: 'QUAND',
    versions: 'CONTENU',
    colonnes: COLONNES_PERIODE,
  },
  {
    genre: 'COLONNES',
    cle: 'enjeuCoordination',
    label: 'Enjeu de coordination',
    section: 'OU',
    versions: 'CONTENU',
    colonnes: [
      {
        colonne: 'enjeu_coordination',
        type: 'boolean',
        mots: 'enjeu de coordination',
        feuille: {
          cle: 'enjeuCoordination',
          titre: 'Enjeu de coordination',
          genre: 'OUI_NON_INCONNU',
          largeur: 12,
          synonymes: ['coordination'],
        },
      },
    ],
  },
] as const satisfies readonly EntreeChamp[]
