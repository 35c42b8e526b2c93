import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The EPCI and its 46 communes, in the order of article 1 of its statutes (only 10 of them sign). */

type Commune = readonly [insee: string, nom: string, nomSource?: string]

const communes: readonly Commune[] = [
  ['04001', 'Aiglun'],
  ['04009', 'Archail'],
  ['04017', 'Auzet'],
  ['04020', 'Barles'],
  ['04021', 'Barras'],
  ['04024', 'Beaujeu'],
  ['04028', 'Beynes'],
  ['04031', 'Bras-d’Asse', 'Bras d’Asse'],
  ['04047', 'Champtercier'],
  ['04049', 'Château-Arnoux-Saint-Auban'],
  ['04054', 'Châteauredon'],
  ['04070', 'Digne-les-Bains'],
  ['04072', 'Draix'],
  ['04074', 'Entrages'],
  ['04084', 'Estoublon'],
  ['04091', 'Ganagobie'],
  ['04079', 'L’Escale', 'L’Escalé'],
  ['04097', 'La Javie'],
  ['04167', 'La Robine-sur-Galabre', 'La Robine sur Galabre'],
  ['04036', 'Le Brusquet'],
  ['04040', 'Le Castellard-Mélan', 'Le Castellard Mélan'],
  ['04046', 'Le Chaffaut-Saint-Jurson', 'Le Chaffaut Saint-Jurson'],
  ['04237', 'Le Vernet'],
  ['04177', 'Hautes-Duyes', 'Les Hautes Duyes'],
  ['04116', 'Les Mées'],
  ['04107', 'Majastres', 'Majastros'],
  ['04108', 'Malijai'],
  ['04109', 'Mallefougasse-Augès'],
  ['04110', 'Mallemoisson'],
  ['04113', 'Marcoux'],
  ['04121', 'Mézel'],
  ['04122', 'Mirabeau'],
  ['04126', 'Montclar'],
  ['04135', 'Moustiers-Sainte-Marie', 'Moustiers Sainte-Marie'],
  ['04149', 'Peyruis', 'Peyruls'],
  ['04155', 'Prads-Haute-Bléone', 'Prads Haute-Bléone'],
  ['04181', 'Saint-Jeannet'],
  ['04182', 'Saint-Julien-d’Asse', 'Saint-Julien d’Asse'],
  ['04184', 'Saint-Jurs'],
  ['04191', 'Saint-Martin-lès-Seyne'],
  ['04176', 'Sainte-Croix-du-Verdon', 'Sainte-Croix du Verdon'],
  ['04203', 'Selonnet'],
  ['04205', 'Seyne', 'Seyne-les-Alpes'],
  ['04217', 'Thoard'],
  ['04235', 'Verdaches'],
  ['04244', 'Volonne'],
]

export const territoire: DossierEcrit['territoire'] = {
  nom: 'Provence Alpes Agglomération',
  departement: '04',
  nombreCommunes: 46,
  note: [
    'Le siège de la Communauté d’agglomération est fixé à Digne-les-Bains. Elle est administrée par un conseil communautaire constitué de 80 délégués.',
    'Études, création et gestion de structures concernant l’enfance, la petite enfance. Sont concernées les structures concernant les enfants âgés de 0 à 12 ans :',
    '– les structures multi-accueil pour les 0-4 ans dont les crèches agréées et ouvertes toute l’année, les haltes garderies, les jardins d’enfants, les relais des assistantes maternelles, les lieux d’accueil enfants/parents, hors communes de Château-Arnoux-Saint-Auban, Les Mées et Peyruis.',
    '– les Accueils Collectifs de Mineurs à caractère éducatif avec et sans Hébergement (pour les 3/12 ans) qui fonctionnent le mercredi et/ou les vacances scolaires, hors communes de Château-Arnoux-Saint-Auban, Les Mées, Peyruis, Montclar, Selonnet, Seyne les Alpes.',
  ].join('\n'),
  epcis: [
    {
      siren: '200067437',
      nom: 'CA Provence-Alpes-Agglomération',
      nomSource: 'Communauté d’Agglomération Provence Alpes Agglomération',
    },
  ],
  communes: communes.map(([insee, nom, nomSource]) => ({ insee, nom, nomSource: nomSource ?? null })),
}

export const chiffres: DossierEcrit['chiffres'] = [
  {
    libelle: 'Communes',
    valeur: '46',
    unite: 'communes',
    source: 'Statuts de la communauté d’agglomération, article 1',
  },
  {
    libelle: 'Délégués au conseil communautaire',
    valeur: '80',
    unite: 'délégués',
    source: 'Statuts de la communauté d’agglomération, article 2',
  },
]
