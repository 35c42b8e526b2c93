// Plans of a chosen length, alike in all but their number of fiches.

/**
 * Gives a convention a plan of so many fiches: ten answer « parentalité »; each has two étapes, who leads and who joins,
 * five lines of indicators with four values. The plan it had goes.
 * @param {import('pg').Client} owner
 * @param {string} slug
 * @param {number} count
 */
export async function writePlan(owner, slug, count) {
  const { rows } = await owner.query('SELECT id FROM convention WHERE slug = $1', [slug])
  const id = rows[0].id
  await owner.query('DELETE FROM plan_action WHERE convention_id = $1', [id])
  // No journal of sixty thousand rows: folding is done once, at the end.
  await owner.query('SET session_replication_role = replica')
  const run = (sql) => owner.query(sql, [id])
  await run(
    `INSERT INTO plan_action (convention_id, numero_version, niveaux, nom_fiche, nom_etape) VALUES ($1, 1, ARRAY['Axe'], 'Fiche', 'Étape')`,
  )
  await run(
    `INSERT INTO axe (convention_id, plan_id, ref, titre, ordre, objectifs) SELECT p.convention_id, p.id, 'axe-' || n, 'Axe ' || n, n, '{}' FROM plan_action p, generate_series(1, 15) n WHERE p.convention_id = $1`,
  )
  await owner.query(
    `INSERT INTO fiche_action (convention_id, plan_id, axe_id, ref, numero, titre, description, statut, periode_fin, maj_le, ordre)
     SELECT a.convention_id, a.plan_id, a.id, 'fiche-' || n, n::text, CASE WHEN n <= 10 THEN 'Parentalité, secteur ' ELSE 'Guichet, secteur ' END || n, repeat('Un texte. ', 60),
       (ARRAY['EN_COURS', 'REALISEE', 'A_ENGAGER'])[1 + n % 3]::statut_fiche, date '2024-01-01' + n % 900, now(), n
     FROM generate_series(1, $2::int) n JOIN axe a ON a.convention_id = $1 AND a.ref = 'axe-' || 1 + n % 15`,
    [id, count],
  )
  await run(
    `INSERT INTO pilotage (convention_id, fiche_action_id, role, texte, ordre) SELECT f.convention_id, f.id, r::role_pilotage, 'Service ' || f.ordre % 40, 1 FROM fiche_action f, unnest(ARRAY['PILOTE', 'PARTENAIRE']) r WHERE f.convention_id = $1`,
  )
  await run(
    `INSERT INTO etape (convention_id, fiche_action_id, ref, titre, statut, ordre) SELECT f.convention_id, f.id, f.ref || '-e' || n, 'Étape ' || n, f.statut, n FROM fiche_action f, generate_series(1, 2) n WHERE f.convention_id = $1`,
  )
  await run(
    `INSERT INTO indicateur (convention_id, fiche_action_id, ref, libelle, nature, ordre) SELECT f.convention_id, f.id, f.ref || '-i' || n, 'Mesure ' || n, 'NOMBRE', n FROM fiche_action f, generate_series(1, 5) n WHERE f.convention_id = $1`,
  )
  await run(
    `INSERT INTO mesure (convention_id, indicateur_id, periode_texte, debut, fin, valeur) SELECT i.convention_id, i.id, a::text, make_date(a, 1, 1), make_date(a, 12, 31), 3 FROM indicateur i, generate_series(2021, 2024) a WHERE i.convention_id = $1`,
  )
  await run('UPDATE fiche_action f SET recherche = app.mots_fiche(f) WHERE f.convention_id = $1')
  await owner.query('SET session_replication_role = origin')
  await owner.query('VACUUM ANALYZE')
}
