import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** The twelve organismes that sign, the two that only sit, and the votes that authorise signing. */

type Organisme = NonNullable<DossierEcrit['organismes']>[number]
type Maire = readonly [civilite: string, prenom: string, nom: string]

const commune = (
  ref: string,
  insee: string,
  siren: string,
  nom: string,
  nomSource: string,
  maire: Maire,
): Organisme => ({
  ref,
  type: 'COMMUNE',
  nom,
  nomSource,
  insee,
  siren,
  departement: '04',
  signataire: true,
  representants: [{ civilite: maire[0], prenom: maire[1], nom: maire[2], fonction: 'Maire' }],
})

const communes: readonly Organisme[] = [
  commune('aiglun', '04001', '210400016', 'Aiglun', 'Commune d’Aiglun', ['Monsieur', 'Michel', 'AUDRAN']),
  commune(
    'chateau-arnoux-saint-auban',
    '04049',
    '210400495',
    'Château-Arnoux-Saint-Auban',
    'Commune de Château Arnoux Saint-Auban',
    ['Monsieur', 'René', 'VILLARD'],
  ),
  commune('digne-les-bains', '04070', '210400701', 'Digne-les-Bains', 'Commune de Digne les bains', [
    'Madame',
    'Patricia',
    'GRANET-BRUNELLO',
  ]),
  commune('le-brusquet', '04036', '210400362', 'Le Brusquet', 'Commune du Brusquet', [
    'Monsieur',
    'Gilbert',
    'REINAUDO',
  ]),
  commune('l-escale', '04079', '210400792', 'L’Escale', 'Commune de l’Escale', ['Monsieur', 'Claude', 'FIAERT']),
  commune('malijai', '04108', '210401089', 'Malijai', 'Commune de Malijai', ['Madame', 'Sonia', 'FONTAINE']),
  commune('les-mees', '04116', '210401162', 'Les Mées', 'Commune des Mées', ['Monsieur', 'Gérard', 'PAUL']),
  commune('peyruis', '04149', '210401493', 'Peyruis', 'Commune de Peyruis', ['Monsieur', 'Patrick', 'VIVOS']),
  commune('seyne', '04205', '210402053', 'Seyne', 'Commune de Seyne les Alpes', ['Monsieur', 'Laurent', 'PASCAL']),
  commune('volonne', '04244', '210402442', 'Volonne', 'Commune de Volonne', ['Madame', 'Sandrine', 'COSSERAT']),
]

export const organismes: Organisme[] = [
  {
    ref: 'caf',
    type: 'CAF',
    nom: 'Caisse d’allocations familiales des Alpes-de-Haute-Provence',
    nomSource: 'Caisse d’Allocations Familiales des Alpes de Haute-Provence',
    departement: '04',
    note: 'Ci-après dénommée « la Caf ».',
    signataire: true,
    representants: [
      { civilite: 'Monsieur', prenom: 'Thierry', nom: 'AUTARD', fonction: 'Directeur' },
      { civilite: 'Monsieur', prenom: 'Alain', nom: 'PICOZZI', fonction: 'Président du Conseil d’Administration' },
    ],
  },
  {
    ref: 'ca-provence-alpes',
    type: 'EPCI',
    nom: 'CA Provence-Alpes-Agglomération',
    nomSource: 'Communauté d’Agglomération Provence Alpes Agglomération',
    siren: '200067437',
    departement: '04',
    signataire: true,
    representants: [{ civilite: 'Madame', prenom: 'Patricia', nom: 'GRANET-BRUNELLO', fonction: 'Présidente' }],
  },
  ...communes,
  {
    ref: 'conseil-departemental',
    type: 'DEPARTEMENT',
    nom: 'Conseil départemental des Alpes-de-Haute-Provence',
    nomSource: 'Conseil Départemental',
    departement: '04',
    note: 'Siège au comité de pilotage sans signer la convention.',
    signataire: false,
  },
  {
    ref: 'dsden-sdjes',
    type: 'ETAT',
    nom: 'Direction des services départementaux de l’éducation nationale – service départemental à la jeunesse, à l’engagement et aux sports',
    nomSource:
      'la direction des services départementaux de l’éducation nationale, représentée par le service départemental à la jeunesse, à l’engagement et aux sports',
    departement: '04',
    note: 'Siège au comité de pilotage sans signer la convention.',
    signataire: false,
  },
]

const NOMS_DANS_LES_VISAS: Record<string, string> = { 'l-escale': 'Commune de L’Escale' }

export const deliberations: DossierEcrit['deliberations'] = [
  {
    organisme: 'caf',
    date: '2022-12-06',
    texte: 'Délibération du conseil d’administration de la Caf des Alpes de Haute-Provence en date du 6 décembre 2022',
    objet: 'Stratégie de déploiement des Ctg',
  },
  {
    organisme: 'ca-provence-alpes',
    date: '2022-12-07',
    texte:
      'Délibération du conseil communautaire de la Communauté d’Agglomération Provence Alpes Agglomération, en date du 7 décembre 2022 figurant en annexe 6 de la présente convention',
  },
  ...communes.map(({ ref, nomSource }) => ({
    organisme: ref,
    date: null,
    texte: `Délibération du conseil municipal de la ${NOMS_DANS_LES_VISAS[ref] ?? nomSource} en date du XXXX figurant en annexe 6 de la présente convention`,
  })),
]
