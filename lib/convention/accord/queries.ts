import 'server-only'
import { z } from 'zod'
import { Prisma } from '@/lib/generated/prisma/client'
import { sqlTraces } from '@/lib/competences/sql'
import type { TraceDecision } from '@/lib/competences/types'
import { computeReach } from '@/lib/platform/identite/politique'
import { defineQuery } from '@/lib/platform/query'
import { slugConvention } from '@/lib/platform/saisie'

export interface PartieLue {
  ref: string
  nom: string
  nomSource: string | null
  type: string
  adresse: string | null
  note: string | null
  /** null: nothing says whether it signs */
  signataire: boolean | null
  representants: { nom: string; fonction: string | null; designe: boolean; signe: boolean; note: string | null }[]
  /** null when the document names none; a date may be unknown */
  deliberation: { date: string | null; texte: string | null; objet: string | null } | null
}

interface Periode {
  texte: string | null
  debut: string | null
  fin: string | null
}

export interface ConventionLue {
  nom: string
  titre: string | null
  presentation: string | null
  demonstration: boolean
  caf: string
  debut: string | null
  fin: string | null
  periodeTexte: string | null
  signature: { date: string | null; lieu: string | null; texte: string | null }
  preavisMois: number | null
  miseEnDemeureMois: number | null
  resiliationTexte: string | null
  renouvellement: 'EXPRES' | 'TACITE' | 'NON_PRECISE'
  renouvellementTexte: string | null
  modificationTexte: string | null
  evaluationTexte: string | null
  evaluationNote: string | null
  predecesseur: {
    nom: string
    debut: string | null
    fin: string | null
    texte: string | null
    note: string | null
  } | null
  source: { titre: string; nature: string; reference: string | null; note: string | null }
  territoire: {
    nom: string
    departement: string | null
    note: string | null
    nombreCommunes: number | null
    epcis: string[]
  }
  /** communes by date of entry; a null date first */
  entrees: {
    date: string | null
    motif: string | null
    communes: { nom: string; nomSource: string | null; code: string | null }[]
  }[]
  /** signatories that the document announces by their number; null where it gives none */
  signatairesAnnonces: number | null
  parties: PartieLue[]
  avenants: {
    objet: string
    echeance: string | null
    dateSignature: string | null
    texte: string | null
    traces: TraceDecision[]
  }[]
  enjeux: { nature: string; texte: string; enfants: string[] }[]
  clauses: { article: string | null; titre: string; texte: string }[]
  annexes: { numero: string | null; titre: string; etat: string; note: string | null }[]
  chiffres: { libelle: string; valeur: string; unite: string | null; source: string | null }[]
  missions: { bloc: string; textes: string[] }[]
  jalons: { titre: string; texte: string | null; etapes: string[]; periode: Periode }[]
  evaluations: { objet: string; periodicite: string | null; texte: string | null; periode: Periode }[]
  documents: { titre: string; nature: string; reference: string | null; date: string | null; note: string | null }[]
  couts: { montant: string; source: string; indicatif: boolean; valableDu: string | null }[]
  lacunes: { sujet: string; raison: string }[]
  equipements: number
  reserves: { type: string; ref: string | null; raison: string; champ: string | null }[]
}

/** The convention as signed: parties, dates, terms, territory, enjeux, annexes… in one statement. */
export const getConvention = defineQuery({
  nom: 'getConvention',
  operation: 'convention.lire',
  portee: 'CONVENTION',
  input: z.strictObject({ convention: slugConvention }),
  run: async ({ tx, convention, today }) => {
    const id = convention.id
    const [ligne] = await tx.$queryRaw<{ vue: ConventionLue }[]>`
      SELECT jsonb_build_object(
        'nom', c.nom, 'titre', c.titre, 'presentation', c.presentation, 'demonstration', c.demonstration, 'caf', caf.nom,
        'debut', c.date_debut, 'fin', c.date_fin, 'periodeTexte', c.periode_texte,
        'signature', jsonb_build_object('date', c.date_signature, 'lieu', c.lieu_signature, 'texte', c.signature_texte),
        'preavisMois', c.preavis_mois, 'miseEnDemeureMois', c.mise_en_demeure_mois, 'resiliationTexte', c.resiliation_texte,
        'renouvellement', c.renouvellement, 'renouvellementTexte', c.renouvellement_texte,
        'modificationTexte', c.modification_texte, 'signatairesAnnonces', c.signataires_annonces, 'evaluationTexte', c.evaluation_texte, 'evaluationNote', c.evaluation_note,
        'predecesseur', CASE WHEN c.predecesseur_nom IS NOT NULL THEN
          jsonb_build_object('nom', c.predecesseur_nom, 'debut', c.predecesseur_debut, 'fin', c.predecesseur_fin, 'texte', c.predecesseur_texte, 'note', c.predecesseur_note) END,
        'source', c.source,
        'territoire', jsonb_build_object('nom', c.territoire_nom, 'note', c.territoire_note, 'nombreCommunes', c.nombre_communes,
          'departement', (SELECT d.nom FROM departement d WHERE d.code = c.departement_code),
          'epcis', (SELECT coalesce(jsonb_agg(t.nom ORDER BY t.ordre), '[]') FROM territoire_epci t WHERE t.convention_id = ${id})),
        'entrees', (SELECT coalesce(jsonb_agg(jsonb_build_object('date', g.date_entree, 'motif', g.motif_entree, 'communes', g.communes) ORDER BY g.date_entree NULLS FIRST), '[]')
          FROM (SELECT t.date_entree, t.motif_entree,
              jsonb_agg(jsonb_build_object('nom', t.nom, 'nomSource', t.nom_source, 'code', t.code) ORDER BY t.ordre) AS communes
            FROM territoire_commune t WHERE t.convention_id = ${id} GROUP BY 1, 2) g),
        'parties', (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', p.ref, 'nom', p.nom, 'nomSource', p.nom_source, 'type', o.type,
            'adresse', p.adresse, 'note', p.note, 'signataire', p.signataire,
            'representants', (SELECT coalesce(jsonb_agg(jsonb_build_object('nom', concat_ws(' ', r.civilite, r.prenom, r.nom), 'fonction', r.fonction,
                'designe', r.designe, 'signe', r.signe, 'note', r.note) ORDER BY r.ordre), '[]') FROM representant r WHERE r.convention_id = ${id} AND r.organisme_id = p.id),
            'deliberation', (SELECT jsonb_build_object('date', d.date, 'texte', d.texte, 'objet', d.objet) FROM deliberation d
              WHERE d.convention_id = ${id} AND d.organisme_id = p.id ORDER BY d.ordre LIMIT 1)) ORDER BY p.ordre), '[]')
          FROM convention_organisme p JOIN organisme o ON o.id = p.organisme_id WHERE p.convention_id = ${id}),
        'avenants', (SELECT coalesce(jsonb_agg(jsonb_build_object('objet', a.objet, 'echeance', a.echeance, 'dateSignature', a.date_signature, 'texte', a.texte,
            'traces', ${sqlTraces(id, today, Prisma.sql`d.avenant_id = a.id`)}) ORDER BY a.ordre), '[]')
          FROM avenant a WHERE a.convention_id = ${id}),
        'enjeux', (SELECT coalesce(jsonb_agg(jsonb_build_object('nature', e.nature, 'texte', e.texte,
            'enfants', (SELECT coalesce(jsonb_agg(s.texte ORDER BY s.ordre), '[]') FROM enjeu s WHERE s.convention_id = ${id} AND s.parent_id = e.id)) ORDER BY e.ordre), '[]')
          FROM enjeu e WHERE e.convention_id = ${id} AND e.parent_id IS NULL),
        'clauses', (SELECT coalesce(jsonb_agg(jsonb_build_object('article', k.article, 'titre', k.titre, 'texte', k.texte) ORDER BY k.ordre), '[]')
          FROM clause k WHERE k.convention_id = ${id}),
        'annexes', (SELECT coalesce(jsonb_agg(jsonb_build_object('numero', a.numero, 'titre', a.titre, 'etat', a.etat, 'note', a.note) ORDER BY a.ordre), '[]')
          FROM annexe a WHERE a.convention_id = ${id}),
        'chiffres', (SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', k.libelle, 'valeur', k.valeur::text, 'unite', k.unite, 'source', k.source) ORDER BY k.ordre), '[]')
          FROM chiffre_cle k WHERE k.convention_id = ${id}),
        'missions', (SELECT coalesce(jsonb_agg(jsonb_build_object('bloc', m.bloc, 'textes', m.textes) ORDER BY m.ordre), '[]')
          FROM (SELECT bloc, min(ordre) AS ordre, jsonb_agg(texte ORDER BY ordre) AS textes FROM mission_cooperation WHERE convention_id = ${id} GROUP BY bloc) m),
        'jalons', (SELECT coalesce(jsonb_agg(jsonb_build_object('titre', j.titre, 'texte', j.texte, 'etapes', to_jsonb(j.etapes),
            'periode', jsonb_build_object('texte', j.periode_texte, 'debut', j.debut, 'fin', j.fin)) ORDER BY j.ordre), '[]') FROM jalon j WHERE j.convention_id = ${id}),
        'evaluations', (SELECT coalesce(jsonb_agg(jsonb_build_object('objet', v.objet, 'periodicite', v.periodicite, 'texte', v.texte,
            'periode', jsonb_build_object('texte', v.periode_texte, 'debut', v.debut, 'fin', v.fin)) ORDER BY v.ordre), '[]') FROM evaluation v WHERE v.convention_id = ${id}),
        'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object('titre', d.titre, 'nature', d.nature, 'reference', d.reference, 'date', d.date, 'note', d.note) ORDER BY d.ordre), '[]')
          FROM document d WHERE d.convention_id = ${id}),
        'couts', (SELECT coalesce(jsonb_agg(jsonb_build_object('montant', k.montant::text, 'source', k.source, 'indicatif', k.indicatif, 'valableDu', k.valable_du) ORDER BY k.ordre), '[]')
          FROM porte.cout_etp k WHERE k.convention_id = ${id}),
        'lacunes', (SELECT coalesce(jsonb_agg(jsonb_build_object('sujet', l.sujet, 'raison', l.raison) ORDER BY l.ordre), '[]') FROM lacune l WHERE l.convention_id = ${id}),
        'equipements', (SELECT count(*) FROM equipement q WHERE q.convention_id = ${id}),
        'reserves', (SELECT coalesce(jsonb_agg(jsonb_build_object('type', r.cible_type, 'ref', r.cible_ref, 'raison', r.raison, 'champ', r.champ) ORDER BY r.ordre), '[]')
          FROM reserve r WHERE r.convention_id = ${id} AND r.levee_le IS NULL)
      ) AS vue
      FROM convention c JOIN organisme caf ON caf.id = c.caf_id WHERE c.id = ${id}`
    if (!ligne) throw new Error('convention opened but not read')
    return { ...ligne.vue, today, exportable: computeReach('dossier.exporter', convention.roles) === 'OUI' }
  },
})
