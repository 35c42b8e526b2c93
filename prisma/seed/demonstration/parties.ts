import type { DossierEcrit } from '@/lib/dossier/schema/dossier'

/** Invented territory and parties: no INSEE code, no SIREN, no département, names that announce themselves. */

type Organisme = NonNullable<DossierEcrit['organismes']>[number]
type Representant = NonNullable<Organisme['representants']>[number]
type Equipement = NonNullable<DossierEcrit['equipements']>[number]

const represente = (prenom: string, nom: string, fonction: string): Representant[] => [
  { prenom, nom, fonction, note: 'Personne fictive' },
]

const commune = (ref: string, nom: string, representants: Representant[] = []): Organisme => ({
  ref,
  type: 'COMMUNE',
  nom,
  note: 'Commune fictive',
  signataire: representants.length > 0,
  representants,
})

const communes: Organisme[] = [
  commune('temoin-le-bourg', 'Témoin-le-Bourg', represente('Claude', 'TÉMOIN', 'Maire')),
  commune('essai-sur-riviere', 'Essai-sur-Rivière', represente('Morgan', 'ESSAI', 'Maire')),
  commune('saint-exemple', 'Saint-Exemple', represente('Camille', 'EXEMPLE', 'Maire')),
  commune('les-factices', 'Les Factices', represente('Dominique', 'FACTICE', 'Maire')),
  commune('belle-maquette', 'Belle-Maquette'),
  commune('modele-la-foret', 'Modèle-la-Forêt'),
]

const NOM_EPCI = 'Communauté de communes du Val-Témoin'

export const territoire: DossierEcrit['territoire'] = {
  nom: 'Val-Témoin (fictif)',
  nombreCommunes: communes.length,
  note: 'Territoire inventé : ces communes n’existent pas et n’ont pas de code INSEE.',
  epcis: [{ nom: NOM_EPCI }],
  communes: communes.map(({ nom }) => ({ nom })),
}

export const organismes: Organisme[] = [
  {
    ref: 'caf-demonstration',
    type: 'CAF',
    nom: 'Caf de démonstration',
    note: 'Caf fictive, sans département.',
    signataire: true,
    representants: represente('Alix', 'SPÉCIMEN', 'Directrice'),
  },
  {
    ref: 'cc-val-temoin',
    type: 'EPCI',
    nom: NOM_EPCI,
    note: 'Intercommunalité fictive',
    signataire: true,
    representants: represente('Sacha', 'MODÈLE', 'Présidente'),
  },
  ...communes,
  {
    ref: 'association-exemple',
    type: 'ASSOCIATION',
    nom: 'Association L’Exemple',
    note: 'Association fictive, gestionnaire du centre social',
    signataire: false,
  },
  {
    ref: 'operateur-factice',
    type: 'OPERATEUR',
    nom: 'Coopérative Factice',
    note: 'Opérateur extérieur fictif',
    signataire: false,
  },
]

export const deliberations: DossierEcrit['deliberations'] = [
  { organisme: 'caf-demonstration', date: '2025-02-20', objet: 'Autorisation de signer (fictive)' },
  { organisme: 'cc-val-temoin', date: '2025-02-25', objet: 'Autorisation de signer (fictive)' },
  { organisme: 'temoin-le-bourg', date: '2025-03-04', objet: 'Autorisation de signer (fictive)' },
  { organisme: 'essai-sur-riviere', date: '2025-03-06', objet: 'Autorisation de signer (fictive)' },
  { organisme: 'saint-exemple', date: '2025-03-11', objet: 'Autorisation de signer (fictive)' },
  { organisme: 'les-factices', texte: 'délibération du XXXX', objet: 'Autorisation de signer (fictive)' },
]

const equipement = (
  ref: string,
  nom: string,
  nature: Equipement['nature'],
  ville: string,
  adresse: string,
): Equipement => ({ ref, nom: `${nom} (fictif)`, nature, commune: ville, adresse })

export const equipements: Equipement[] = [
  equipement(
    'multi-accueil-prototype',
    'Multi-accueil Le Prototype',
    'EAJE_MULTI_ACCUEIL',
    'Témoin-le-Bourg',
    '1 place du Spécimen',
  ),
  equipement(
    'micro-creche-maquette',
    'Micro-crèche La Maquette',
    'EAJE_MICRO_CRECHE',
    'Essai-sur-Rivière',
    '12 quai de l’Épreuve',
  ),
  equipement('rpe-val-temoin', 'Relais petite enfance du Val-Témoin', 'RPE', 'Témoin-le-Bourg', '1 place du Spécimen'),
  equipement('laep-echantillon', 'Lieu d’accueil L’Échantillon', 'LAEP', 'Saint-Exemple', '4 rue de l’Illustration'),
  equipement(
    'periscolaire-bourg',
    'Périscolaire du Bourg',
    'ALSH_PERISCOLAIRE',
    'Témoin-le-Bourg',
    '8 rue de l’École-Modèle',
  ),
  equipement(
    'extrascolaire-riviere',
    'Accueil de loisirs de la Rivière',
    'ALSH_EXTRASCOLAIRE',
    'Essai-sur-Rivière',
    '3 chemin du Brouillon',
  ),
  equipement(
    'accueil-adolescents',
    'Accueil adolescents itinérant',
    'ALSH_ADOLESCENTS',
    'Les Factices',
    '2 impasse de la Fiction',
  ),
  equipement(
    'centre-social-exemple',
    'Centre social L’Exemple',
    'CENTRE_SOCIAL',
    'Saint-Exemple',
    '6 rue de l’Illustration',
  ),
]
