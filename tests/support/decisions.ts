import pg from 'pg'
import { recordDecision, updateDecision } from '@/lib/gouvernance/decisions/actions/decision'
import type { RecordDecision, UpdateDecision } from '@/lib/gouvernance/decisions/schema/decision'
import { closeClient } from '@/lib/platform/db'
import { runAs } from '@/lib/platform/identite/session'
import { createTestDatabase, type TestDatabase } from './database'
import { createPersonne, type Personne } from './personnes'

/** What the tests of decisions share: meetings of the demonstration, where the COTECH proposes and the COPIL decides. */

export const TODAY = '2026-11-22'
export const SLUG = 'demonstration'

export interface LigneDecision {
  etat: string
  version: number
  appliquee_le: Date | null
  avant: unknown
  decidee_par_id: number | null
  realisee_le: string | null
  suivi: string | null
  texte: string
}

export class Atelier {
  private rang = 0
  private constructor(
    readonly database: TestDatabase,
    readonly owner: pg.Client,
    readonly coordination: Personne,
    readonly convention: number,
    readonly instances: Record<string, number>,
    readonly fiche: number,
    readonly autreFiche: number,
  ) {}

  static async open(): Promise<Atelier> {
    const database = await createTestDatabase()
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    const coordination = await createPersonne(database.ownerUrl, [{ type: 'CHARGE_COOPERATION', convention: SLUG }])
    const ids = async (sql: string, valeurs: unknown[]) =>
      (await owner.query<{ id: number; type: string }>(sql, valeurs)).rows
    const convention = (await ids('SELECT id FROM convention WHERE slug = $1', [SLUG]))[0]?.id ?? 0
    const instances = Object.fromEntries(
      (await ids('SELECT type::text, id FROM instance WHERE convention_id = $1', [convention])).map(({ type, id }) => [
        type,
        id,
      ]),
    )
    const [a, b] = await ids('SELECT id FROM fiche_action WHERE convention_id = $1 ORDER BY id LIMIT 2', [convention])
    return new Atelier(database, owner, coordination, convention, instances, a?.id ?? 0, b?.id ?? 0)
  }

  async close(): Promise<void> {
    await closeClient()
    await this.owner.end()
    await this.database.drop()
  }

  async ask<T extends pg.QueryResultRow>(sql: string, valeurs: unknown[] = []): Promise<T[]> {
    return (await this.owner.query<T>(sql, valeurs)).rows
  }

  async askUn<T extends pg.QueryResultRow>(sql: string, valeurs: unknown[] = []): Promise<T> {
    const [ligne] = await this.ask<T>(sql, valeurs)
    if (!ligne) throw new Error(sql)
    return ligne
  }

  /** What the COPIL decides, the COTECH proposes; the groupe projet has no word. Every fiche is under way. */
  async reset(): Promise<void> {
    await this.owner.query('DELETE FROM competence WHERE convention_id = $1', [this.convention])
    await this.owner.query(
      `INSERT INTO competence (convention_id, instance_id, matiere, pouvoir)
       SELECT $1, i.id, m.matiere::matiere_decision, (CASE i.type WHEN 'COPIL' THEN 'DECIDE' ELSE 'PROPOSE' END)::pouvoir_instance
       FROM instance i, unnest(ARRAY['FICHE', 'CIBLE', 'SCHEMA', 'AVENANT']) m(matiere) WHERE i.convention_id = $1 AND i.type IN ('COPIL', 'COTECH')`,
      [this.convention],
    )
    await this.owner.query(`UPDATE fiche_action SET statut = 'EN_COURS' WHERE convention_id = $1`, [this.convention])
  }

  /** A meeting with one point. */
  async addPoint(
    instance: string,
    date: string,
    { etat = 'TENUE', proposition = null }: { etat?: string; proposition?: number | null } = {},
  ): Promise<{ reunion: number; point: number; ref: string }> {
    this.rang += 1
    const ref = `essai-${this.rang}`
    const { id: reunion } = await this.askUn<{ id: number }>(
      `INSERT INTO reunion (convention_id, instance_id, ref, date, etat) VALUES ($1, $2, $3, $4::date, $5::etat_reunion) RETURNING id`,
      [this.convention, this.instances[instance], ref, date, etat],
    )
    const { id: point } = await this.askUn<{ id: number }>(
      `INSERT INTO point_ordre_du_jour (convention_id, reunion_id, titre, proposition_id, ordre) VALUES ($1, $2, 'Point d’essai', $3, 0) RETURNING id`,
      [this.convention, reunion, proposition],
    )
    return { reunion, point, ref }
  }

  /** Validates the minutes of a meeting, as the two co-leads would. */
  async freeze(reunion: number): Promise<void> {
    const { id } = await this.askUn<{ id: number }>(
      `INSERT INTO releve (convention_id, reunion_id, numero_version, etat, contenu) VALUES ($1, $2, 1, 'A_VALIDER', '{}') RETURNING id`,
      [this.convention, reunion],
    )
    await this.owner.query(
      `INSERT INTO validation_releve (convention_id, releve_id, cote, utilisateur_id, nom)
       SELECT $1, $2, (ARRAY['CAF', 'COORDINATION']::cote_releve[])[row_number() OVER (ORDER BY id)], id, nom
       FROM (SELECT id, nom FROM utilisateur WHERE NOT systeme ORDER BY id LIMIT 2) u`,
      [this.convention, id],
    )
    await this.owner.query(`UPDATE releve SET etat = 'VALIDE', valide_le = now() WHERE id = $1`, [id])
    await this.owner.query('UPDATE reunion SET figee = true WHERE id = $1', [reunion])
  }

  as<T>(travail: () => Promise<T>, qui: Personne = this.coordination): Promise<T> {
    return runAs(qui.session, travail, { today: TODAY })
  }

  record(point: number, reste: Partial<RecordDecision> = {}, qui: Personne = this.coordination) {
    return this.as(
      () =>
        recordDecision({
          convention: SLUG,
          point,
          texte: 'Décision d’essai',
          nature: 'AJUSTEMENT',
          etat: 'PRISE',
          ...reste,
        }),
      qui,
    )
  }

  /** Records a decision that nothing refuses. */
  async recorded(point: number, reste: Partial<RecordDecision> = {}): Promise<number> {
    const resultat = await this.record(point, reste)
    if (!resultat.ok) throw new Error(`${resultat.tag} ${resultat.message}`)
    return resultat.data.decision
  }

  readLigne(id: number): Promise<LigneDecision> {
    return this.askUn<LigneDecision>('SELECT *, realisee_le::text FROM decision WHERE id = $1', [id])
  }

  /** Changes a decision from the version it has now. */
  async update(id: number, reste: Partial<UpdateDecision> = {}) {
    const { version, texte } = await this.readLigne(id)
    return this.as(() =>
      updateDecision({ convention: SLUG, decision: id, version, texte, nature: 'AJUSTEMENT', etat: 'PRISE', ...reste }),
    )
  }

  async readStatut(fiche: number): Promise<string> {
    return (await this.askUn<{ statut: string }>('SELECT statut FROM fiche_action WHERE id = $1', [fiche])).statut
  }

  /** The last line of the journal about an object. */
  readJournal(
    objet: string,
    id: number,
  ): Promise<{ operation: string; motif: string; avant: unknown; apres: unknown }> {
    return this.askUn(
      'SELECT operation, motif, avant, apres FROM journal WHERE objet = $1 AND objet_id = $2 ORDER BY id DESC LIMIT 1',
      [objet, id],
    )
  }
}
