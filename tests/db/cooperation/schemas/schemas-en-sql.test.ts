import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { computeEffectif, type Effectif } from '@/lib/cooperation/postes/rules/pourvu'
import {
  findSchemaEnVigueur,
  findSchemaEnVue,
  isConvenu,
  isDedans,
  type SchemaSitue,
} from '@/lib/cooperation/schemas/rules/en-vigueur'
import { checkChevauchement, computeEquilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { createTestDatabase, type TestDatabase } from '../../../support/database'
import {
  ask,
  buildLignes,
  graine,
  insert,
  insertConventions,
  jourProche,
  ligneGeneree,
  PATIENT,
  posteGenere,
  sample,
  schemaEquilibre,
  schemaGenere,
  share,
} from '../../../support/regles-generees'

/** The schéma of a day and what is filled of it: the pure rule and PostgreSQL on the same thousand rows. */

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
// Whatever a case writes contradicts the rest on purpose: nothing of it is committed.
beforeEach(() => owner.query('BEGIN'))
afterEach(() => owner.query('ROLLBACK'))

describe('the schéma of a day', () => {
  it('is in force, in view, agreed, and holds the day or not, as the rule says', PATIENT, async () => {
    const parts = share(sample(schemaGenere)).map(({ convention, siennes }, rang) => ({
      convention,
      jour: sample(jourProche, 400)[rang % 400] ?? '2026-11-30',
      schemas: siennes.map((schema, i): SchemaSitue & { total: number | null } => ({
        ...schema,
        id: convention * 10 + i,
      })),
    }))
    await insertConventions(
      owner,
      parts.map(({ convention }) => convention),
    )
    await insert(
      owner,
      'schema_cooperation',
      parts.flatMap(({ convention, schemas }) =>
        schemas.map(({ total, ...schema }) => ({
          ...schema,
          convention_id: convention,
          ref: `s${schema.id}`,
          libelle: `Schéma ${schema.id}`,
          total: total === null ? null : total / 100,
          version: 0,
        })),
      ),
    )
    const choix = await ask<{ vigueur: number | null; vue: number | null }>(
      owner,
      parts,
      'convention int, jour date',
      `(SELECT s.id FROM app.schema_en_vigueur(x.convention, x.jour) s) AS vigueur, (SELECT s.id FROM app.schema_en_vue(x.convention, x.jour) s) AS vue`,
    )
    expect(choix, graine).toEqual(
      parts.map(({ schemas, jour }) => ({
        vigueur: findSchemaEnVigueur(schemas, jour)?.id ?? null,
        vue: findSchemaEnVue(schemas, jour)?.id ?? null,
      })),
    )
    const seuls = parts.flatMap(({ schemas, jour }) =>
      schemas.map(({ etat, debut, fin }) => ({ etat, debut, fin, jour })),
    )
    const dits = await ask(
      owner,
      seuls,
      'etat etat_schema, debut date, fin date, jour date',
      'app.schema_convenu(x.etat) AS convenu, app.periode_couvre(x.debut, x.fin, x.jour) AS dedans',
    )
    expect(dits, graine).toEqual(
      seuls.map(({ jour, ...schema }) => ({ convenu: isConvenu(schema.etat), dedans: isDedans(schema, jour) })),
    )
    const paires = seuls.slice(1).map((b, rang) => ({ a: seuls[rang] ?? b, b }))
    const communs = await ask(
      owner,
      paires.map(({ a, b }) => ({ debut: a.debut, fin: a.fin, debut2: b.debut, fin2: b.fin })),
      'debut date, fin date, debut2 date, fin2 date',
      'app.periode_occupee(x.debut, x.fin) && app.periode_occupee(x.debut2, x.fin2) AS commun',
    )
    expect(communs, graine).toEqual(
      paires.map(({ a, b }) => ({
        commun: !checkChevauchement({ ...a, id: 1, libelle: 'A' }, [{ ...b, id: 2, libelle: 'B' }]).ok,
      })),
    )
    // Whoever may not read drafts is shown the same, as long as there is anything else.
    for (const { schemas, jour } of parts) {
      const propres = schemas.filter(({ anterieur }) => !anterieur)
      const lisibles = propres.filter(({ etat }) => etat !== 'BROUILLON')
      if (lisibles.length > 0) expect(findSchemaEnVue(propres, jour), graine).toBe(findSchemaEnVue(lisibles, jour))
    }
  })
})

describe('schémas that overlap', () => {
  const ecrire = (convention: number, lignes: [debut: string | null, fin: string | null][]) =>
    insert(
      owner,
      'schema_cooperation',
      lignes.map(([debut, fin], rang) => ({
        id: convention * 10 + rang,
        convention_id: convention,
        ref: `s${rang}`,
        libelle: `Schéma ${rang}`,
        debut,
        fin,
        etat: 'VALIDE',
        anterieur: false,
        ordre: rang,
        version: 0,
      })),
    )
  const juger = () => owner.query('SET CONSTRAINTS ALL IMMEDIATE')

  it('are refused by PostgreSQL too, one without an end with what follows it', async () => {
    await insertConventions(owner, [3_000_000])
    await ecrire(3_000_000, [
      ['2026-01-01', null],
      [null, null],
      [null, '2025-12-31'],
    ])
    await juger()
    await owner.query('SET CONSTRAINTS ALL DEFERRED')
    await owner.query(
      `INSERT INTO schema_cooperation (convention_id, ref, libelle, debut, fin, ordre) VALUES (3000000, 'suite', 'Suite', '2027-01-01', '2027-12-31', 9)`,
    )
    await expect(juger()).rejects.toThrow(/schema_sans_chevauchement/)
  })

  it('that were there before the rule are told and kept, as long as their dates stay', async () => {
    const migration = await readFile('prisma/migrations/20261130002100_schemas_sans_fin/migration.sql', 'utf8')
    const [, bloc] = /(DO \$\$[\s\S]*)/.exec(migration) ?? []
    await owner.query(
      `ALTER TABLE schema_cooperation DROP CONSTRAINT schema_sans_chevauchement, ADD CONSTRAINT schema_sans_chevauchement
        EXCLUDE USING gist (convention_id WITH =, daterange(debut, fin, '[]') WITH &&) WHERE (debut IS NOT NULL AND fin IS NOT NULL) DEFERRABLE INITIALLY DEFERRED`,
    )
    await insertConventions(owner, [3_000_001])
    await ecrire(3_000_001, [
      ['2025-01-01', null],
      ['2026-01-01', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
    ])
    const dits: string[] = []
    const entendre = ({ message }: { message?: string | undefined }) => dits.push(message ?? '')
    owner.on('notice', entendre)
    await owner.query(bloc ?? '')
    owner.off('notice', entendre)
    expect(dits).toContainEqual(expect.stringContaining('schéma s0 : sans ses deux dates, il recouvre s1, s2'))
    await juger()
    await owner.query('SET CONSTRAINTS ALL DEFERRED')
    // Another date is another row: it is held to the rule again.
    await owner.query(`UPDATE schema_cooperation SET fin = '2025-12-31' WHERE id = 30000010`)
    await juger()
    await owner.query('SET CONSTRAINTS ALL DEFERRED')
    await owner.query(`UPDATE schema_cooperation SET fin = '2026-01-01' WHERE id = 30000010`)
    await expect(juger()).rejects.toThrow(/schema_sans_chevauchement/)
  })
})

describe('the balance of a schéma', () => {
  it('is the same sum by sum, and what is refused is what may not be proposed', PATIENT, async () => {
    const schemas = sample(schemaEquilibre, 600).map((schema, rang) => ({ ...schema, id: 2_000_000 + rang }))
    await insertConventions(
      owner,
      schemas.map(({ id }) => id),
    )
    const commun = ({ id }: { id: number }) => ({ convention_id: id, schema_id: id })
    await insert(
      owner,
      'schema_cooperation',
      schemas.map(({ id, total, existant }) => ({
        id,
        convention_id: id,
        ref: 's',
        libelle: 'Schéma',
        etat: 'PROPOSE',
        total: total === null ? null : total / 100,
        existant: existant === null ? null : existant / 100,
        anterieur: false,
        ordre: 0,
        version: 0,
      })),
    )
    await insert(
      owner,
      'affectation',
      schemas.flatMap((schema) =>
        schema.affectations.map(({ marge, cle, libelle, quotite, raison, motif }, rang) => ({
          ...commun(schema),
          id: schema.id * 10 + Number(cle),
          marge,
          libelle,
          quotite: quotite === null ? null : quotite / 100,
          motif_zero: motif ?? null,
          note: raison,
          situation: 'NON_PRECISE',
          themes_texte: [],
          ordre: rang,
          version: 0,
        })),
      ),
    )
    await insert(
      owner,
      'croisement',
      schemas.flatMap((schema) =>
        schema.croise.map(({ porteur, thematique, quotite }, rang) => ({
          ...commun(schema),
          id: schema.id * 10 + rang,
          porteur_id: schema.id * 10 + Number(porteur),
          thematique_id: schema.id * 10 + Number(thematique),
          quotite: quotite / 100,
        })),
      ),
    )
    await insert(
      owner,
      'developpement',
      schemas.flatMap((schema) =>
        schema.developpements.map(({ libelle, quotite }, rang) => ({
          ...commun(schema),
          id: schema.id * 10 + rang,
          libelle,
          quotite: quotite / 100,
          ordre: rang,
        })),
      ),
    )
    await owner.query(`CREATE FUNCTION pg_temp.refuse(p integer) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN PERFORM app.verifier_schema(p); RETURN false; EXCEPTION WHEN SQLSTATE 'CT001' THEN RETURN true; END $$`)
    const lus = await ask(
      owner,
      schemas,
      'id int, total int',
      `(SELECT jsonb_build_object('porteur', app.ecart_somme(x.total, s.porteur, s.porteur_inconnues), 'inconnues', s.porteur_inconnues + s.thematique_inconnues,
          'thematique', app.ecart_somme(x.total, s.thematique, s.thematique_inconnues), 'sansExistant', s.sans_existant) FROM app.sommes_schema(x.id) s) AS sommes,
        (SELECT count(*)::int FROM app.ecarts_croises(x.id)) AS croises,
        (SELECT count(*)::int FROM affectation a WHERE a.schema_id = x.id AND app.zero_sans_raison(a.quotite, a.motif_zero, a.note)) AS zeros, pg_temp.refuse(x.id) AS refuse`,
    )
    expect(lus, graine).toEqual(
      schemas.map((schema) => {
        const { marges, croise, evolution, proposable } = computeEquilibre(schema)
        return {
          sommes: {
            porteur: marges.PORTEUR.ecart,
            thematique: marges.THEMATIQUE.ecart,
            inconnues: marges.PORTEUR.inconnues + marges.THEMATIQUE.inconnues,
            sansExistant: evolution.sansExistant,
          },
          croises: croise.ecarts.length,
          zeros: marges.PORTEUR.zerosSansRaison.length + marges.THEMATIQUE.zerosSansRaison.length,
          refuse: !proposable,
        }
      }),
    )
    expect(lus.some((lu) => JSON.stringify(lu).includes('"refuse":false'))).toBe(true)
  })
})

describe('what is filled of a schéma on a day', () => {
  it('is the same line by line, and the five states add up to what is planned', PATIENT, async () => {
    const parts = share(sample(ligneGeneree)).map(({ convention, siennes }, rang) => ({
      convention,
      schema: convention,
      jour: sample(jourProche, 400)[rang % 400] ?? '2026-11-30',
      lignes: siennes,
      libres: rang % 3 === 0 ? sample(posteGenere, 500).slice(rang % 500, (rang % 500) + 1) : [],
    }))
    await insertConventions(
      owner,
      parts.map(({ convention }) => convention),
    )
    await insert(
      owner,
      'schema_cooperation',
      parts.map(({ convention, schema }) => ({
        id: schema,
        convention_id: convention,
        ref: 's',
        libelle: 'Schéma',
        etat: 'BROUILLON',
        existant: 1,
        anterieur: false,
        ordre: 0,
        version: 0,
      })),
    )
    const tables = parts.map(({ convention, schema, lignes, libres }) =>
      buildLignes(convention, schema, lignes, libres),
    )
    await insert(
      owner,
      'affectation',
      tables.flatMap(({ affectations }) => affectations),
    )
    await insert(
      owner,
      'poste',
      tables.flatMap(({ postes }) => postes),
    )
    await insert(
      owner,
      'charge_cooperation',
      tables.flatMap(({ charges }) => charges),
    )
    await insert(
      owner,
      'occupation',
      tables.flatMap(({ occupations }) => occupations),
    )
    await insert(
      owner,
      'absence',
      tables.flatMap(({ absences }) => absences),
    )
    const lus = await ask<{ effectifs: (Effectif & { libelle: string })[]; porteur: number | null }>(
      owner,
      parts,
      'schema int, jour date',
      `(SELECT coalesce(jsonb_agg(jsonb_build_object('libelle', e.libelle, 'prevu', e.prevu, 'pourvu', e.pourvu, 'present', e.present, 'vacant', e.vacant,
          'jamaisPourvu', e.jamais_pourvu, 'externalise', e.externalise, 'nonPrecise', e.non_precise) ORDER BY e.affectation_id IS NULL, e.ordre), '[]')
        FROM app.effectifs_schema(x.schema, x.jour) e) AS effectifs, (SELECT s.porteur FROM app.sommes_schema(x.schema) s) AS porteur`,
    )
    expect(lus, graine).toEqual(
      parts.map(({ lignes, libres, jour }) => {
        const decrits = lignes.reduce((n, { postes }) => n + postes.length, 0)
        const connues = lignes.flatMap(({ quotite }) => quotite ?? [])
        return {
          effectifs: [
            ...lignes.map((ligne, rang) => ({ libelle: `Ligne ${rang}`, ...computeEffectif(ligne, jour) })),
            ...libres.map((poste, rang) => ({ libelle: `Poste ${decrits + rang}`, ...computeEffectif(poste, jour) })),
          ],
          porteur: connues.length === 0 ? null : connues.reduce((somme, quotite) => somme + quotite, 0),
        }
      }),
    )
    for (const { prevu, pourvu, vacant, jamaisPourvu, externalise, nonPrecise } of lus.flatMap(
      ({ effectifs }) => effectifs,
    )) {
      expect(pourvu + vacant + jamaisPourvu + externalise + nonPrecise, graine).toBe(Math.max(prevu, pourvu))
    }
  })
})
