import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Territory of the convention: the EPCI, its figures, and the 47 communes of annexe 2 in its order. */

type Commune = readonly [insee: string, nom: string, nomSource?: string]

/** Contrat Enfance Jeunesse ended on 31/12/2019. */
const fin2019: readonly Commune[] = [
  ['86066', 'Châtellerault'],
  ['86245', 'Senillé-Saint-Sauveur', 'Senillé Saint Sauveur'],
  ['86272', 'Thuré'],
  ['86081', 'Colombiers'],
]

/** Contrats Enfance Jeunesse ended on 31/12/2020. */
const fin2020: readonly Commune[] = [
  ['86174', 'Naintré'],
  ['86014', 'Availles-en-Châtellerault', 'Availles en Chatellerault'],
  ['86032', 'Bonneuil-Matours', 'Bonneuil Matours'],
  ['86298', 'Vouneuil-sur-Vienne', 'Vouneuil sur Vienne'],
  ['86046', 'Cenon-sur-Vienne', 'Cenon sur Vienne'],
  ['86164', 'Monthoiron'],
  ['86009', 'Archigny'],
  ['86020', 'Bellefonds'],
  ['86128', 'Lencloître', 'Lencloitre'],
  ['86258', 'Scorbé-Clairvaux', 'Scorbe Clairvaux'],
  ['86257', 'Savigny-sous-Faye', 'Savigné Sous Faye'],
  ['86096', 'Doussay'],
  ['86047', 'Cernay'],
  ['86221', 'Saint-Genest-d’Ambière', 'St Genest D’Ambière'],
  ['86184', 'Ouzilly'],
  ['86007', 'Antran'],
  ['86042', 'Buxeuil'],
  ['86040', 'La Bussière'],
  ['86072', 'Chenevelles'],
  ['86086', 'Coussay-les-Bois', 'Coussay les bois'],
  ['86129', 'Lésigny', 'Lesigny'],
  ['86125', 'Leigné-les-Bois', 'Leigne les Bois'],
  ['86143', 'Mairé', 'Maire'],
  ['86193', 'Pleumartin'],
  ['86236', 'Saint-Pierre-de-Maillé', 'St Pierre de Maillé'],
  ['86207', 'La Roche-Posay', 'La Roche Posay'],
  ['86288', 'Vicq-sur-Gartempe', 'Vicq sur Gartempe'],
  ['86217', 'Saint-Christophe', 'St Christophe'],
  ['86092', 'Dangé-Saint-Romain', 'Dangé St Romain'],
  ['86224', 'Saint-Gervais-les-Trois-Clochers', 'St Gervais les Trois Clochers'],
  ['86111', 'Ingrandes'],
  ['86127', 'Leigné-sur-Usseau', 'Leigne sur Usseau'],
  ['86130', 'Leugny'],
  ['86162', 'Mondion'],
  ['86183', 'Les Ormes'],
  ['86186', 'Oyré', 'Oyre'],
  ['86195', 'Port-de-Piles', 'Port de Piles'],
  ['86241', 'Saint-Rémy-sur-Creuse', 'Saint Remy Sur Creuse'],
  ['86260', 'Sérigny', 'Serigny'],
  ['86275', 'Usseau'],
  ['86279', 'Vaux-sur-Vienne', 'Vaux sur Vienne'],
  ['86280', 'Vellèches', 'Velleches'],
  ['86004', 'Angles-sur-l’Anglin', 'Angles sur Anglin'],
]

const entrees = (communes: readonly Commune[], dateEntree: string, motifEntree: string) =>
  communes.map(([insee, nom, nomSource]) => ({ insee, nom, nomSource: nomSource ?? null, dateEntree, motifEntree }))

export const territoire: DossierEcrit['territoire'] = {
  nom: 'Grand Châtellerault',
  departement: '86',
  nombreCommunes: 47,
  note: 'La communauté d’agglomération « Grand Châtellerault » est un territoire en mouvement. Avec son extension au 1er janvier 2017, le nouveau périmètre de l’Établissement d’Intérêt Communautaire (EPCI) s’établit autour de 47 communes.',
  epcis: [
    {
      siren: '248600413',
      nom: 'CA Grand Châtellerault',
      nomSource: 'Communauté d’agglomération de Grand Châtellerault',
    },
  ],
  communes: [
    ...entrees(fin2019, '2019-12-31', 'Fin du Contrat Enfance Jeunesse au 31/12/2019 (annexe 2)'),
    ...entrees(fin2020, '2020-12-31', 'Fin des Contrats Enfance Jeunesse au 31/12/2020 (annexe 2)'),
  ],
}

const recensement = 'Insee, séries historiques du RP, exploitation principale – 2016'

export const chiffres: DossierEcrit['chiffres'] = [
  { libelle: 'Communes', valeur: '47', unite: 'communes', source: 'Préambule de la convention' },
  { libelle: 'Habitants', valeur: '84904', unite: 'habitants', source: recensement },
  { libelle: 'Part des habitants de la Vienne', valeur: '19.4', unite: '%', source: recensement },
  { libelle: 'Ménages dénombrés', valeur: '38455', unite: 'ménages', source: recensement },
  { libelle: 'Allocataires', valeur: '15189', unite: 'allocataires', source: null },
]
