/** The fields that a line of the journal can be put back to, with the columns each is made of. */
export const COLONNES = {
  'fiche_action.numero': ['numero'],
  'fiche_action.titre': ['titre'],
  'fiche_action.titreCourt': ['titre_court'],
  'fiche_action.contexte': ['contexte'],
  'fiche_action.objectifs': ['objectifs'],
  'fiche_action.description': ['description'],
  'fiche_action.publicVise': ['public_vise'],
  'fiche_action.moyens': ['moyens'],
  'fiche_action.territoireTexte': ['territoire_texte'],
  'fiche_action.periode': ['periode_texte', 'periode_debut', 'periode_fin'],
  'fiche_action.statut': ['statut'],
  'fiche_action.avancement': ['avancement', 'avancement_motif'],
  'fiche_action.enjeuCoordination': ['enjeu_coordination'],
  'fiche_action.suivi': ['suivi'],
  'fiche_action.redaction': ['a_rediger', 'redaction_motif', 'redaction_echeance', 'redaction_avenant_id'],
  'fiche_theme.themes': ['theme_code'],
  'fiche_commune.communes': ['commune_id'],
  'pilotage.pilotages': ['role', 'texte', 'organisme_id', 'a_definir', 'ordre'],
  'etape.numero': ['numero'],
  'etape.titre': ['titre'],
  'etape.description': ['description'],
  'etape.periode': ['periode_texte', 'periode_debut', 'periode_fin'],
  'etape.statut': ['statut'],
  'indicateur.libelle': ['libelle'],
  'indicateur.note': ['note'],
  'indicateur.unite': ['unite'],
  'indicateur.sens': ['sens'],
  'indicateur.frequence': ['frequence'],
  'indicateur.reference': ['reference', 'reference_texte'],
  'indicateur.cible': ['cible', 'cible_texte'],
  'indicateur.source': ['source'],
  'indicateur.fournisseur': ['fournisseur'],
} as const satisfies Record<string, readonly string[]>

export type CleChangement = keyof typeof COLONNES

export const CLES_CHANGEMENT = Object.keys(COLONNES) as [CleChangement, ...CleChangement[]]

/** What these fields are called. */
export const MOTS_CLE: Record<CleChangement, string> = {
  'fiche_action.numero': 'Numéro',
  'fiche_action.titre': 'Titre',
  'fiche_action.titreCourt': 'Titre court',
  'fiche_action.contexte': 'Contexte',
  'fiche_action.objectifs': 'Objectifs',
  'fiche_action.description': 'Description',
  'fiche_action.publicVise': 'Public visé',
  'fiche_action.moyens': 'Moyens',
  'fiche_action.territoireTexte': 'Territoire',
  'fiche_action.periode': 'Période',
  'fiche_action.statut': 'Statut',
  'fiche_action.avancement': 'Avancement',
  'fiche_action.enjeuCoordination': 'Enjeu de coordination',
  'fiche_action.suivi': 'Note de suivi',
  'fiche_action.redaction': 'À rédiger',
  'fiche_theme.themes': 'Thématiques',
  'fiche_commune.communes': 'Communes',
  'pilotage.pilotages': 'Pilotes, porteurs et partenaires',
  'etape.numero': 'Numéro',
  'etape.titre': 'Titre',
  'etape.description': 'Description',
  'etape.periode': 'Période',
  'etape.statut': 'Statut',
  'indicateur.libelle': 'Libellé',
  'indicateur.note': 'Note',
  'indicateur.unite': 'Unité',
  'indicateur.sens': 'Sens attendu',
  'indicateur.frequence': 'Fréquence',
  'indicateur.reference': 'Valeur de départ',
  'indicateur.cible': 'Cible',
  'indicateur.source': 'Source',
  'indicateur.fournisseur': 'Qui fournit la valeur',
}

/** Whether a field is a list of rows of its own: put back whole, whatever the lines it was changed by. */
export const isListe = (cle: CleChangement): boolean =>
  cle === 'fiche_theme.themes' || cle === 'fiche_commune.communes' || cle === 'pilotage.pilotages'
