import type pg from 'pg'
import { sur, type Cibles, type Exemples } from './exemple'
import { exemplesInstances } from './instances'
import { exemplesCalendrier } from './calendrier'
import { exemplesReunion } from './reunion'
import { exemplesDecisions } from './decisions'
import { exemplesReleve } from './releve'
import { exemplesEvolution } from './evolution'
import { exemplesMandats } from './mandats'
import { exemplesVeille } from './veille'
import { exemplesPostes } from './postes'
import { exemplesCouts } from './couts'
import { exemplesAfas } from './afas'
import { exemplesActivite } from './activite'
import { exemplesVues } from './vues'
import { exemplesSchemas } from './schemas'
import { exemplesTournee } from './tournee'
import { exemplesInvitation } from './invitation'
import { exemplesTableurs } from './tableurs'
import { exemplesIndicateurs } from './indicateurs'
import { exemplesListe } from './liste'
import { exemplesSuivi } from './suivi'
import { exemplesContenu } from './contenu'
import { exemplesFiche } from './fiche'
import { exemplesArbre } from './arbre'

export type { Cibles } from './exemple'

/**
 * Ids of one object of each kind in a convention; what it does not have is left out.
 * @param owner connection of the owner of the database
 */
export async function readCibles(owner: pg.Client, slug: string): Promise<Cibles> {
  const { rows } = await owner.query<{ cibles: Cibles }>(
    `SELECT jsonb_strip_nulls(jsonb_build_object(
      'reserve', (SELECT min(id) FROM reserve WHERE convention_id = c.id),
      'instance', (SELECT min(id) FROM instance WHERE convention_id = c.id),
      'instanceRef', (SELECT ref FROM instance WHERE convention_id = c.id ORDER BY id LIMIT 1),
      'reunion', (SELECT min(id) FROM reunion WHERE convention_id = c.id),
      'fiche', (SELECT min(id) FROM fiche_action WHERE convention_id = c.id),
      'ficheRef', (SELECT ref FROM fiche_action WHERE convention_id = c.id ORDER BY id LIMIT 1),
      'axe', (SELECT min(id) FROM axe WHERE convention_id = c.id),
      'autreFiche', (SELECT max(id) FROM fiche_action WHERE convention_id = c.id),
      'etape', (SELECT min(e.id) FROM etape e WHERE e.convention_id = c.id AND e.fiche_action_id = (SELECT min(id) FROM fiche_action WHERE convention_id = c.id)),
      'indicateur', (SELECT min(i.id) FROM indicateur i WHERE i.convention_id = c.id AND i.fiche_action_id = (SELECT min(id) FROM fiche_action WHERE convention_id = c.id)),
      'indicateurRef', (SELECT ref FROM indicateur WHERE convention_id = c.id ORDER BY id LIMIT 1),
      'mesure', (SELECT min(id) FROM mesure WHERE convention_id = c.id),
      'ligneBudget', (SELECT max(b.id) FROM ligne_budget b WHERE b.convention_id = c.id AND b.fiche_action_id = (SELECT min(id) FROM fiche_action WHERE convention_id = c.id)),
      'lienFiche', (SELECT max(l.id) FROM lien_fiche l WHERE l.convention_id = c.id AND l.fiche_action_id = (SELECT min(id) FROM fiche_action WHERE convention_id = c.id)),
      'document', (SELECT min(id) FROM document WHERE convention_id = c.id),
      'schema', coalesce((SELECT id FROM schema_cooperation WHERE convention_id = c.id AND etat = 'BROUILLON' LIMIT 1), (SELECT min(id) FROM schema_cooperation WHERE convention_id = c.id)),
      'personne', (SELECT min(id) FROM utilisateur WHERE NOT systeme),
      'reunionRef', (SELECT ref FROM reunion WHERE convention_id = c.id ORDER BY id LIMIT 1),
      'membre', (SELECT min(id) FROM membre WHERE convention_id = c.id),
      'point', (SELECT min(id) FROM point_ordre_du_jour WHERE convention_id = c.id),
      'decision', (SELECT min(id) FROM decision WHERE convention_id = c.id),
      'avenant', (SELECT min(id) FROM avenant WHERE convention_id = c.id),
      'releve', (SELECT min(id) FROM releve WHERE convention_id = c.id),
      'vue', (SELECT max(id) FROM vue_plan WHERE convention_id = c.id),
      'serie', (SELECT max(id) FROM serie_reunion WHERE convention_id = c.id),
      'poste', (SELECT min(id) FROM poste WHERE convention_id = c.id),
      'occupation', (SELECT min(id) FROM occupation WHERE convention_id = c.id),
      'charge', (SELECT min(charge_id) FROM occupation WHERE convention_id = c.id),
      'cout', (SELECT min(id) FROM cout_etp WHERE convention_id = c.id),
      'reglage', (SELECT min(id) FROM reglage_financement WHERE convention_id = c.id),
      'montant', (SELECT min(id) FROM financement WHERE convention_id = c.id),
      'echeance', (SELECT min(id) FROM echeance_afas WHERE caf_id = c.caf_id),
      'activite', (SELECT min(id) FROM activite_mission WHERE convention_id = c.id),
      'invitation', (SELECT min(id) FROM invitation_fiche WHERE convention_id = c.id),
      'contribution', (SELECT min(id) FROM contribution_fiche WHERE convention_id = c.id),
      'affectation', coalesce((SELECT max(a.id) FROM affectation a JOIN schema_cooperation s ON s.id = a.schema_id WHERE a.convention_id = c.id AND s.etat = 'BROUILLON'),
        (SELECT min(id) FROM affectation WHERE convention_id = c.id)))) AS cibles
     FROM convention c WHERE c.slug = $1`,
    [slug],
  )
  const cibles = rows[0]?.cibles
  if (!cibles) throw new Error(`no convention ${slug}`)
  return cibles
}

/** A valid input for every query and action, by name. A stale version answers CONFLIT: the wall was passed. */
export const exemples: Exemples = {
  ...exemplesInstances,
  ...exemplesCalendrier,
  ...exemplesReunion,
  ...exemplesDecisions,
  ...exemplesReleve,
  ...exemplesEvolution,
  ...exemplesMandats,
  ...exemplesVeille,
  ...exemplesPostes,
  ...exemplesCouts,
  ...exemplesAfas,
  ...exemplesActivite,
  ...exemplesVues,
  ...exemplesSchemas,
  ...exemplesTournee,
  ...exemplesInvitation,
  ...exemplesTableurs,
  ...exemplesIndicateurs,
  ...exemplesListe,
  ...exemplesSuivi,
  ...exemplesContenu,
  ...exemplesFiche,
  ...exemplesArbre,
  getAccueil: () => ({}),
  getPortefeuille: () => ({}),
  exportPortefeuille: () => ({ format: 'csv' }),
  getComparaison: (convention) => ({ conventions: [convention] }),
  getAFaire: () => ({}),
  getSituation: (convention) => ({ convention }),
  getTerritoires: () => ({}),
  searchTout: () => ({ q: 'comite' }),
  getNavigation: (convention) => ({ convention }),
  getTableauDeBord: (convention) => ({ convention }),
  getConvention: (convention) => ({ convention }),
  getEquipements: (convention) => ({ convention }),
  getReserves: (convention) => ({ convention }),
  getJournal: (convention) => ({ convention }),
  getDossier: (convention) => ({ convention }),
  getEtp: (convention) => ({ convention }),
  getGouvernance: (convention) => ({ convention }),
  getInstance: sur((convention, { instanceRef }) => ({ convention, instance: instanceRef })),
  getPlanAction: (convention) => ({ convention }),
  getFiche: sur((convention, { ficheRef }) => ({ convention, ref: ficheRef })),
  closeReserve: sur((convention, { reserve }) => ({
    convention,
    reserve,
    version: 0,
    conclusion: 'Vérifié auprès de la Caf.',
  })),
  reopenReserve: sur((convention, { reserve }) => ({ convention, reserve, version: 0 })),
  updateSchema: sur((convention, { schema }) => ({ convention, schema, version: 0, total: '3,3', lignes: [] })),
  createAffectation: sur((convention, { schema }) => ({
    convention,
    schema,
    version: 0,
    marge: 'PORTEUR',
    libelle: 'Commune témoin',
  })),
  removeAffectation: sur((convention, { schema, affectation }) => ({ convention, schema, version: 0, affectation })),
  createSchema: (convention) => ({
    convention,
    modele: null,
    libelle: 'Schéma d’essai',
    debut: '',
    fin: '',
    total: '1',
  }),
  proposeSchema: sur((convention, { schema }) => ({ convention, schema, version: 0 })),
  validateSchema: sur((convention, { schema }) => ({ convention, schema, version: 0 })),
  reopenSchema: sur((convention, { schema }) => ({ convention, schema, version: 0 })),
  updateFin: sur((convention, { schema }) => ({ convention, schema, version: 0, fin: '2030-12-31' })),
  closeSchema: sur((convention, { schema }) => ({ convention, schema, version: 0 })),
  importDossier: () => ({ dossier: {} }),
  checkReunionProjet: sur((convention, { instance }) => ({
    convention,
    operation: 'PLANIFIER',
    instance,
    reunion: null,
    date: '2026-12-15',
    groupe: '',
  })),
  planReunion: sur((convention, { instance }) => ({
    convention,
    instance,
    date: '2026-12-15',
    derogation: { motif: 'Réunion demandée par les élus.' },
  })),
  updateReunion: sur((convention, { reunion }) => ({
    convention,
    reunion,
    version: 0,
    date: '2026-12-15',
    derogation: null,
  })),
  holdReunion: sur((convention, { reunion }) => ({
    convention,
    reunion,
    version: 0,
    date: '2026-10-15',
    derogation: null,
  })),
  cancelReunion: sur((convention, { reunion }) => ({
    convention,
    reunion,
    version: 0,
    motif: 'Quorum impossible à réunir.',
    derogation: null,
  })),
  reopenReunion: sur((convention, { reunion }) => ({ convention, reunion, version: 0, derogation: null })),
  updateStatutEtape: sur((convention, { fiche, etape }) => ({
    convention,
    fiche,
    etape,
    version: 0,
    statut: 'EN_COURS',
  })),
  getPersonnes: () => ({ q: 'demo', page: 1 }),
  getPersonne: (_convention, { personne }) => ({ personne }),
  getDroitsImport: () => ({}),
  searchCibles: () => ({ objet: 'CONVENTION', q: 'val' }),
  createPersonne: () => ({
    email: 'deja@test.example',
    nom: 'Une personne',
    fonction: '',
    role: 'CONSEILLER_CAF',
    cible: 2_147_483_647,
    debut: '',
    fin: '',
  }),
  updatePersonne: (_convention, { personne }) => ({
    personne,
    version: 1_000_000,
    email: 'autre@test.example',
    nom: 'Autre nom',
    fonction: '',
  }),
  closePersonne: (_convention, { personne }) => ({ personne, version: 1_000_000 }),
  reopenPersonne: (_convention, { personne }) => ({ personne, version: 1_000_000 }),
  createRole: (_convention, { personne }) => ({
    personne,
    version: 1_000_000,
    role: 'ADMINISTRATEUR',
    cible: null,
    debut: '',
    fin: '',
  }),
  removeRole: (_convention, { personne }) => ({ personne, version: 1_000_000, role: 1 }),
  createInvitation: (_convention, { personne }) => ({ personne }),
  closeSessions: (_convention, { personne }) => ({ personne }),
}
