import type { Tx } from '@/lib/platform/db'
import type { Centiemes } from '@/lib/platform/nombres'
import { MOTS_MOTIF, type MotifZero } from './motifs'
import type { EtatSchema, Marge, SchemaRegle, SituationPoste } from './rules'

export interface LigneSchema {
  id: number
  marge: Marge
  /** what two schémas are compared by: an organisme, a thématique, otherwise the words */
  cle: string
  libelle: string
  theme: string | null
  quotite: Centiemes | null
  motifZero: MotifZero | null
  note: string | null
  situation: SituationPoste
  themesTexte: string[]
}

export interface SchemaLu {
  id: number
  ref: string
  libelle: string
  debut: string | null
  fin: string | null
  periodeTexte: string | null
  total: Centiemes | null
  existant: Centiemes | null
  etat: EtatSchema
  anterieur: boolean
  note: string | null
  source: string | null
  version: number
  lignes: LigneSchema[]
  developpements: { libelle: string; quotite: Centiemes }[]
  croisements: { porteur: string; thematique: string; quotite: Centiemes }[]
}

/**
 * All schémas of a convention with their lines, in one statement.
 * Quotités come out as hundredths: numeric in PostgreSQL, integers here, never floats.
 */
export function listSchemas(tx: Tx, conventionId: number): Promise<SchemaLu[]> {
  return tx.$queryRaw<SchemaLu[]>`
    SELECT s.id, s.ref, s.libelle, s.debut::text AS debut, s.fin::text AS fin, s.periode_texte AS "periodeTexte",
      (s.total * 100)::int AS total, (s.existant * 100)::int AS existant, s.etat, s.anterieur, s.note, s.source, s.version,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'marge', a.marge,
          'cle', coalesce('o:' || p.ref, 't:' || a.theme_code, 'l:' || a.libelle), 'libelle', a.libelle, 'theme', a.theme_code,
          'quotite', (a.quotite * 100)::int, 'motifZero', a.motif_zero, 'note', a.note, 'situation', a.situation, 'themesTexte', to_jsonb(a.themes_texte))
          ORDER BY a.marge, a.ordre, a.id), '[]')
        FROM affectation a LEFT JOIN convention_organisme p ON p.id = a.organisme_id
        WHERE a.convention_id = ${conventionId} AND a.schema_id = s.id) AS lignes,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', d.libelle, 'quotite', (d.quotite * 100)::int) ORDER BY d.ordre), '[]')
        FROM developpement d WHERE d.convention_id = ${conventionId} AND d.schema_id = s.id) AS developpements,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('porteur', x.libelle, 'thematique', y.libelle, 'quotite', (k.quotite * 100)::int) ORDER BY x.ordre, y.ordre), '[]')
        FROM croisement k JOIN affectation x ON x.id = k.porteur_id JOIN affectation y ON y.id = k.thematique_id
        WHERE k.convention_id = ${conventionId} AND k.schema_id = s.id) AS croisements
    FROM schema_cooperation s WHERE s.convention_id = ${conventionId}
    ORDER BY s.debut NULLS LAST, s.ordre, s.id`
}

/** A schéma as the pure rules take it. */
export function toSchemaRegle(schema: SchemaLu): SchemaRegle {
  const cles = new Map(schema.lignes.map((ligne) => [`${ligne.marge}:${ligne.libelle}`, ligne.cle]))
  return {
    debut: schema.debut,
    fin: schema.fin,
    total: schema.total,
    existant: schema.existant,
    developpements: schema.developpements,
    affectations: schema.lignes.map(({ marge, cle, libelle, quotite, note, motifZero, situation }) => ({
      marge,
      cle,
      libelle,
      quotite,
      raison: note ?? (motifZero ? MOTS_MOTIF[motifZero] : null),
      situation,
    })),
    croise: schema.croisements.map(({ porteur, thematique, quotite }) => ({
      porteur: cles.get(`PORTEUR:${porteur}`) ?? porteur,
      thematique: cles.get(`THEMATIQUE:${thematique}`) ?? thematique,
      quotite,
    })),
    etat: schema.etat,
  }
}
