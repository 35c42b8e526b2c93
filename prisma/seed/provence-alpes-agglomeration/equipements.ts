import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/**
 * Annexe 2, row by row, in its order. A name may stand several times at different addresses, and a place may
 * hold two activities: each row is one equipment, none is merged.
 */

type Equipement = NonNullable<DossierEcrit['equipements']>[number]
type Ligne = readonly [
  nom: string,
  nature: Equipement['nature'],
  adresse: string,
  codePostal: string,
  communeSource: string,
]

/** « Type activité » and « nature activité » as the annexe writes them, by nature. */
const SOURCES: Partial<Record<Equipement['nature'], readonly [typeSource: string, natureSource: string]>> = {
  ALSH_ADOLESCENTS: ['Accueil de loisirs sans hébergement', 'Accueils Adolescents'],
  ALSH_EXTRASCOLAIRE: ['Accueil de loisirs sans hébergement', 'Extrascolaire'],
  ALSH_PERISCOLAIRE: ['Accueil de loisirs sans hébergement', 'Périscolaire'],
  EAJE_MICRO_CRECHE: ['Etablissement d’Accueil du Jeune Enfant', 'Micro crèche'],
  EAJE_MULTI_ACCUEIL: ['Etablissement d’Accueil du Jeune Enfant', 'Multi accueil'],
  LAEP: ['Lieu d’Accueil Enfants_Parents', 'Lieu d’Accueil Enfants_Parents'],
  RPE: ['Relais Petite Enfance', 'Relais Petite Enfance'],
}

/** Commune of each spelling of the annexe: INSEE code and official name. */
const COMMUNES: Record<string, readonly [insee: string, nom: string]> = {
  AIGLUN: ['04001', 'Aiglun'],
  BEYNES: ['04028', 'Beynes'],
  'CHATEAU ARNOUX ST AUBAN': ['04049', 'Château-Arnoux-Saint-Auban'],
  'CHATEAU ARNOUX-SAINT AUBAN': ['04049', 'Château-Arnoux-Saint-Auban'],
  'DIGNE LES BAINS': ['04070', 'Digne-les-Bains'],
  'DIGNE-LES-BAINS': ['04070', 'Digne-les-Bains'],
  ESTOUBLON: ['04084', 'Estoublon'],
  'L ESCALE': ['04079', 'L’Escale'],
  'LE BRUSQUET': ['04036', 'Le Brusquet'],
  'LE CASTELLARD MELAN': ['04040', 'Le Castellard-Mélan'],
  'LES MEES': ['04116', 'Les Mées'],
  MALIJAI: ['04108', 'Malijai'],
  MALLEMOISSON: ['04110', 'Mallemoisson'],
  MONTCLAR: ['04126', 'Montclar'],
  'MOUSTIERS SAINTE MARIE': ['04135', 'Moustiers-Sainte-Marie'],
  'MOUSTIERS STE MARIE': ['04135', 'Moustiers-Sainte-Marie'],
  PEYRUIS: ['04149', 'Peyruis'],
  'SEYNE LES ALPES': ['04205', 'Seyne'],
  'SEYNE-LES-ALPES': ['04205', 'Seyne'],
  VOLONNE: ['04244', 'Volonne'],
}

const lignes: readonly Ligne[] = [
  [
    'Accueil ados - Pass Vacances 12-17 ans / MJE',
    'ALSH_ADOLESCENTS',
    'POLE ANIMATION, 80 PLACE ANDRE THISY',
    '04000',
    'DIGNE LES BAINS',
  ],
  ['Accueil Ados - Francas des Mées', 'ALSH_ADOLESCENTS', 'PLACE GERARD VACHER', '04190', 'LES MEES'],
  ['Accueil ados - Pass O Jeunes', 'ALSH_ADOLESCENTS', 'STADE DE PEYRUIS, AVENUE DU STADE', '04310', 'PEYRUIS'],
  ['Extrascolaire les Aiglons - IFAC', 'ALSH_EXTRASCOLAIRE', '2 RUE DES PITCHOUNETS', '04510', 'AIGLUN'],
  ['Extrascolaire de la CA P2A', 'ALSH_EXTRASCOLAIRE', '1 QUARTIER L ARZIERAS', '04420', 'LE BRUSQUET'],
  ['Scouts territoire AHP', 'ALSH_EXTRASCOLAIRE', 'Base scouts Les Feux Nouveaux', '04380', 'LE CASTELLARD MELAN'],
  ['Scouts territoire AHP', 'ALSH_EXTRASCOLAIRE', 'ROUTE DU, FONT BELLE', '04380', 'LE CASTELLARD MELAN'],
  ['La Passerelle - Extrascolaire', 'ALSH_EXTRASCOLAIRE', 'ROUTE DE MANOSQUE', '04160', 'CHATEAU ARNOUX ST AUBAN'],
  ['Extrascolaire la Sympathie - IFAC', 'ALSH_EXTRASCOLAIRE', '16 RUE DES EPINETTES', '04000', 'DIGNE LES BAINS'],
  ['Extrascolaire de l’Escale - IFAC', 'ALSH_EXTRASCOLAIRE', 'RUE DU PROFESSEUR ARNAUD', '04160', 'L ESCALE'],
  [
    'Extrascolaire les castors du trévans - IFAC',
    'ALSH_EXTRASCOLAIRE',
    'Ancienne Ecole, le village',
    '04270',
    'ESTOUBLON',
  ],
  ['Extrascolaire de la CA P2A', 'ALSH_EXTRASCOLAIRE', '1 CHEMIN DE LA BARRICADE', '04350', 'MALIJAI'],
  ['Extrascolaire de la CA P2A', 'ALSH_EXTRASCOLAIRE', 'ECOLE DE MALLEMOISSON', '04510', 'MALLEMOISSON'],
  ['Extrascolaire Francas des Mées', 'ALSH_EXTRASCOLAIRE', 'BOULEVARD DES TILLEULS', '04190', 'LES MEES'],
  [
    'Extrascolaire de Moustiers - IFAC',
    'ALSH_EXTRASCOLAIRE',
    'RUE DU SEIGNEUR DE LA CLUE',
    '04360',
    'MOUSTIERS STE MARIE',
  ],
  ['Extrascolaire de Peyruis', 'ALSH_EXTRASCOLAIRE', '2 AVENUE JULES FERRY', '04310', 'PEYRUIS'],
  [
    'Extrasco de Seyne-les-Alpes',
    'ALSH_EXTRASCOLAIRE',
    'ECOLE MATERNELLE JEAN PROAL, QUARTIER MARCHEYER, ECOLE MATERNELLE',
    '04140',
    'SEYNE LES ALPES',
  ],
  ['Extrascolaire - Association GUZU', 'ALSH_EXTRASCOLAIRE', 'LA BASSE GREYERE', '04140', 'SEYNE LES ALPES'],
  ['LAEP Pic et Poc', 'LAEP', 'LOCAL DE LA CHENERAIE', '04160', 'CHATEAU ARNOUX ST AUBAN'],
  ['LAEP La Récré', 'LAEP', 'RUE PIERRE MAGNAN', '04000', 'DIGNE LES BAINS'],
  ['Bédunia', 'EAJE_MICRO_CRECHE', 'QUA de la Rivière', '04270', 'BEYNES'],
  ['Micro crèche les petits loups', 'EAJE_MICRO_CRECHE', 'Bâtiment Communal', '04140', 'MONTCLAR'],
  ['Les Petits Plus', 'EAJE_MULTI_ACCUEIL', 'QUA les Clubières', '04600', 'CHATEAU ARNOUX-SAINT AUBAN'],
  ['La Maisonnée', 'EAJE_MULTI_ACCUEIL', 'HLM Les Augiers', '04000', 'DIGNE-LES-BAINS'],
  ['Jardin Enchanté', 'EAJE_MULTI_ACCUEIL', 'CHT des Sieyes, Avenue Georges Pompidou', '04000', 'DIGNE-LES-BAINS'],
  ['Le P’tit Jardin', 'EAJE_MULTI_ACCUEIL', 'R Pierre Magnan', '04000', 'DIGNE-LES-BAINS'],
  ['Les Premiers Pas', 'EAJE_MULTI_ACCUEIL', '16 R des Epinettes', '04000', 'DIGNE-LES-BAINS'],
  ['Les Gar’nements', 'EAJE_MULTI_ACCUEIL', 'Ancienne Gare', '04510', 'MALLEMOISSON'],
  ['Les Fruits de la Passion', 'EAJE_MULTI_ACCUEIL', 'AV des Pénitents', '04190', 'LES MEES'],
  ['Les Fruits de la Passion - Hors les Murs', 'EAJE_MULTI_ACCUEIL', 'AVENUE DES PENITENTS', '04190', 'LES MEES'],
  ['Les Petits Santons', 'EAJE_MULTI_ACCUEIL', 'Le Village', '04360', 'MOUSTIERS SAINTE MARIE'],
  ['Les Petits Calins', 'EAJE_MULTI_ACCUEIL', '12 AV de la Libération, Les Magnolias', '04310', 'PEYRUIS'],
  ['La Ruche - Seyne', 'EAJE_MULTI_ACCUEIL', 'QUA du Barri, Maison de l’Enfance', '04140', 'SEYNE-LES-ALPES'],
  ['Les Canaillous', 'EAJE_MULTI_ACCUEIL', '4 PL du Pôle Enfance', '04290', 'VOLONNE'],
  ['Périscolaire les Aiglons - IFAC', 'ALSH_PERISCOLAIRE', '2 RUE DES PITCHOUNETS', '04510', 'AIGLUN'],
  ['Périscolaire de la CA P2A', 'ALSH_PERISCOLAIRE', 'QUARTIER L’ARZIERAS', '04420', 'LE BRUSQUET'],
  ['Périsco Pitchouns du Brusquet', 'ALSH_PERISCOLAIRE', 'QUARTIER DE L’ARZIERAS', '04420', 'LE BRUSQUET'],
  ['La Passerelle - Périscolaire', 'ALSH_PERISCOLAIRE', 'RUE VICTORIN MAUREL', '04160', 'CHATEAU ARNOUX ST AUBAN'],
  ['La Passerelle - Périscolaire', 'ALSH_PERISCOLAIRE', 'AVENUE DES ECOLES', '04600', 'CHATEAU ARNOUX ST AUBAN'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '2 AVENUE DU MARECHAL JUIN', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '6 CHEMIN DES AJONCS', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', 'AVENUE JOSEPH REINACH', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '28 AVENUE HENRI JAUBERT', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '1 RUE DU CASTEU', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '21 ROUTE DU CHAFFAUT', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', 'AVENUE DU COLONEL NOEL', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '8 AVENUE PAUL MARTIN', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '1 RUE LOUISE ESPIE', '04000', 'DIGNE LES BAINS'],
  [
    'Périscolaire Commune de Digne',
    'ALSH_PERISCOLAIRE',
    'ZONE ARTISANALE, ROUTE DE CHAMPTERCIER',
    '04000',
    'DIGNE LES BAINS',
  ],
  ['Périscolaire Commune de Digne', 'ALSH_PERISCOLAIRE', '14 AVENUE DES THERMES', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire la Sympathie - IFAC', 'ALSH_PERISCOLAIRE', '16 RUE DES EPINETTES', '04000', 'DIGNE LES BAINS'],
  ['Périscolaire de l’Escale - IFAC', 'ALSH_PERISCOLAIRE', 'RUE DU PROFESSEUR ARNAUD', '04160', 'L ESCALE'],
  ['ALSH PERISCOLAIRE DE LA COMMUNE DE L’ESCALE', 'ALSH_PERISCOLAIRE', 'RUE DES ECOLES', '04160', 'L ESCALE'],
  [
    'Périscolaire les Castors du Trévans - IFAC',
    'ALSH_PERISCOLAIRE',
    'Ancienne Ecole, le village',
    '04270',
    'ESTOUBLON',
  ],
  ['Périscolaire de la CA P2A', 'ALSH_PERISCOLAIRE', 'CHEMIN DE LA BARRICADE', '04350', 'MALIJAI'],
  ['Périsco les Chardons bleus', 'ALSH_PERISCOLAIRE', 'CHEMIN DE LA BARRICADE', '04350', 'MALIJAI'],
  ['Périscolaire Francas des Mées', 'ALSH_PERISCOLAIRE', 'HAMEAU DE DABISSE', '04190', 'LES MEES'],
  ['Périscolaire Francas des Mées', 'ALSH_PERISCOLAIRE', 'BOULEVARD DES TILLEULS', '04190', 'LES MEES'],
  [
    'Périscolaire de Moustiers - IFAC',
    'ALSH_PERISCOLAIRE',
    'RUE DU SEIGNEUR DE LA CLUE',
    '04360',
    'MOUSTIERS STE MARIE',
  ],
  ['Périscolaire de Peyruis', 'ALSH_PERISCOLAIRE', '2 AVENUE JULES FERRY', '04310', 'PEYRUIS'],
  ['Périscolaire - Association GUZU', 'ALSH_PERISCOLAIRE', 'LA BASSE GREYERE', '04140', 'SEYNE LES ALPES'],
  ['Périscolaire Commune Volonne', 'ALSH_PERISCOLAIRE', 'PLACE DU POLE ENFANCE', '04290', 'VOLONNE'],
  ['RPE CA P2A', 'RPE', '4 RUE KLEIN', '04000', 'DIGNE LES BAINS'],
  ['RPE Fruits de la Passion - Territoire P2A', 'RPE', 'RUE JEAN MOULIN', '04190', 'LES MEES'],
]

export const equipements: Equipement[] = lignes.map(([nom, nature, adresse, codePostal, communeSource], index) => {
  const [typeSource, natureSource] = SOURCES[nature] ?? []
  const [insee, commune] = COMMUNES[communeSource] ?? []
  return {
    ref: `equipement-${String(index + 1).padStart(2, '0')}`,
    nom,
    nature,
    typeSource,
    natureSource,
    adresse,
    codePostal,
    communeSource,
    insee,
    commune,
  }
})
