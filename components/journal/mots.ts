/** The journal in words: what a table, a column and a value are called by people. */

const OBJETS: Record<string, string> = {
  convention: 'Convention', reunion: 'Réunion', derogation: 'Dérogation', fiche_action: 'Fiche-action', etape: 'Étape', mesure: 'Mesure', indicateur: 'Indicateur',
  schema_cooperation: 'Schéma de coopération', affectation: 'Ligne d’ETP', developpement: 'Développement d’ETP', croisement: 'Tableau croisé', poste: 'Poste', occupation: 'Occupation',
  reserve: 'Lecture à confirmer', instance: 'Instance', membre: 'Membre', regle_frequence: 'Règle de fréquence', decision: 'Décision', point_ordre_du_jour: 'Point d’ordre du jour',
  pilotage: 'Pilotage', axe: 'Axe', plan_action: 'Plan d’action', equipement: 'Équipement', role: 'Rôle', presence: 'Présence', commentaire: 'Commentaire', document: 'Document',
  invitation_fiche: 'Lien d’invitation', contribution_fiche: 'Proposition par invitation', ligne_budget: 'Ligne de budget', lien_fiche: 'Lien de fiche', appreciation: 'Appréciation',
  cible_indicateur: 'Cible d’indicateur', version_plan: 'Version du plan', fiche_commune: 'Commune de fiche', fiche_document: 'Document de fiche', accord_mesure: 'Accord sur une valeur',
  avenant: 'Avenant', competence: 'Qui décide', releve: 'Relevé de décisions', validation_releve: 'Validation de relevé', serie_reunion: 'Série de réunions',
}

const CHAMPS: Record<string, string> = {
  date: 'date', etat: 'état', statut: 'statut', heure_debut: 'heure de début', heure_fin: 'heure de fin', lieu: 'lieu', objet: 'objet', groupe: 'groupe',
  motif_annulation: 'motif d’annulation', compte_rendu: 'compte rendu', figee: 'compte rendu validé', motif: 'motif', regle: 'règle', quotite: 'quotité', total: 'total', existant: 'existant',
  libelle: 'libellé', note: 'note', motif_zero: 'motif du zéro', situation: 'situation', debut: 'début', fin: 'fin', titre: 'titre', suivi: 'suivi', avancement: 'avancement',
  levee_le: 'confirmée le', conclusion: 'conclusion', valeur: 'valeur', texte: 'texte', nom: 'nom', periode_texte: 'période', periode_debut: 'début', periode_fin: 'fin', slug: 'adresse', empreinte: 'empreinte',
  nature: 'nature', effet: 'effet', responsable: 'responsable', echeance: 'échéance', realisee_le: 'réalisée le', appliquee_le: 'appliquée le', cible: 'cible', cible_texte: 'cible',
  numero: 'numéro', titre_court: 'titre court', contexte: 'contexte', objectifs: 'objectifs', description: 'description', public_vise: 'public visé', moyens: 'moyens',
  territoire_texte: 'territoire', enjeu_coordination: 'enjeu de coordination', avancement_motif: 'raison de l’avancement', revue: 'revue', theme_code: 'thématique',
  a_rediger: 'à rédiger', redaction_motif: 'raison', redaction_echeance: 'à rédiger pour le', role: 'rôle', a_definir: 'à définir', annee: 'année', financeur: 'financeur', prevu: 'prévu', realise: 'réalisé',
  precision: 'précision', adresse: 'adresse', niveau: 'avis', cote: 'voix', visibilite: 'visible par', unite: 'unité', sens: 'sens attendu', frequence: 'fréquence', fournisseur: 'qui fournit',
  confirmation: 'qui confirme', evolution: 'évolution', ventilation: 'ventilation', ventiles: 'parts', reference: 'départ', reference_texte: 'départ', valeur_prevue: 'valeur prévue', confirmee_le: 'confirmée le',
  niveaux: 'niveaux', nom_fiche: 'nom d’une fiche', nom_etape: 'nom d’une étape', numerotation: 'numérotation', prefixe: 'devant le numéro', arretee_le: 'arrêtée le', expire_le: 'expire le', revoquee_le: 'fermé le', absence: 'pourquoi sans fiche',
  valide_le: 'validé le', matiere: 'matière', pouvoir: 'pouvoir', numero_version: 'version', presentateur: 'présentateur', duree_minutes: 'durée en minutes',
}

const VALEURS: Record<string, string> = {
  PREVUE: 'prévue', TENUE: 'tenue', ANNULEE: 'annulée', A_ENGAGER: 'à engager', EN_COURS: 'en cours', REALISEE: 'réalisée', REPORTEE: 'reportée', ABANDONNEE: 'abandonnée', A_PRECISER: 'à préciser',
  BROUILLON: 'brouillon', PROPOSE: 'proposé', VALIDE: 'validé', CLOS: 'clos', POURVU: 'pourvu', VACANT: 'vacant', JAMAIS_POURVU: 'jamais pourvu', EXTERNALISE: 'externalisé', NON_PRECISE: 'non précisé',
  PORTE_PAR_AUTRE: 'porté par un autre', A_NEGOCIER: 'à négocier', SANS_ETP: 'sans ETP', NEANT: 'néant',
  PORTEUR: 'par commune', THEMATIQUE: 'par thématique',
  COMME_PREVU: 'avance comme prévu', VIGILANCE: 'points de vigilance', DIFFICULTE: 'en difficulté', COORDINATION: 'coordination', CAF: 'Caf', PAIRE: 'la Caf et la coordination', TOUS: 'tous', PILOTE: 'pilote', PARTENAIRE: 'partenaire',
  PROPOSEE: 'proposée', ACCEPTEE: 'acceptée', CONFIRMEE: 'confirmée', ATTENDUE: 'attendue', PRISE: 'prise', REFUSEE: 'refusée', VALIDATION: 'validation', AJUSTEMENT: 'ajustement', ARBITRAGE: 'arbitrage', ENGAGEMENT: 'engagement',
  REPORTER_FICHE: 'reporter une fiche', ABANDONNER_FICHE: 'abandonner une fiche', CHANGER_CIBLE: 'changer une cible', VALIDER_SCHEMA: 'valider un schéma de coopération', VALIDER_AVENANT: 'valider un avenant',
  FICHE: 'fiches', CIBLE: 'cibles', SCHEMA: 'répartitions des ETP', AVENANT: 'avenants', DECIDE: 'décide', A_VALIDER: 'à valider', A_TRAITER: 'à traiter', TRAITE: 'traité',
}

/** Columns that say nothing to a person: keys of other rows. */
const CACHES = new Set(['id', 'ref', 'ordre', 'instance_id', 'fiche_action_id', 'schema_id', 'plan_id', 'axe_id', 'reunion_id', 'organisme_id', 'utilisateur_id', 'auteur_id', 'indicateur_id', 'invitation_id', 'traitee_par_id', 'cree_par_id', 'commune_id', 'origine_id', 'mesure_id', 'point_id', 'porteur_id', 'thematique_id', 'poste_id', 'affectation_id',
  'avenant_id', 'decidee_par_id', 'proposition_id', 'precedent_id', 'document_id', 'serie_id', 'releve_id', 'cle', 'avant'])

export const formatObjet = (objet: string): string => OBJETS[objet] ?? objet.replaceAll('_', ' ')

export function formatOperation(operation: string): string {
  if (operation === 'dossier.importer') return 'Dossier importé'
  if (operation === 'dossier.exporter') return 'Dossier exporté'
  if (operation === 'plan.importer') return 'Tableur importé dans le plan'
  return ''
}

/** A value of a row as people write it: date, figure, state, text. */
export function formatValeur(valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '') return '–'
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non'
  if (typeof valeur === 'number') return String(valeur).replace('.', ',')
  if (typeof valeur !== 'string') return JSON.stringify(valeur)
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/.exec(valeur)
  if (date) return `${date[3]}/${date[2]}/${date[1]}`
  return VALEURS[valeur] ?? valeur
}

export interface Changement {
  champ: string
  de: string | null
  vers: string | null
}

/** Field by field, from what to what. A creation has no « de », a removal no « vers ». */
export function listChangements(avant: Record<string, unknown> | null, apres: Record<string, unknown> | null): Changement[] {
  const cles = [...new Set([...Object.keys(avant ?? {}), ...Object.keys(apres ?? {})])].filter((cle) => !CACHES.has(cle))
  return cles.map((cle) => ({
    champ: CHAMPS[cle] ?? cle.replaceAll('_', ' '),
    de: avant ? formatValeur(avant[cle]) : null,
    vers: apres ? formatValeur(apres[cle]) : null,
  }))
}

export function formatGeste(avant: unknown, apres: unknown): string {
  if (!avant && apres) return 'ajout'
  return apres ? 'modification' : 'retrait'
}
