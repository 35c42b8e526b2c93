// What a COPIL dashboard is made of, from the tables themselves.
import { escape, list, page } from './html.mjs'

const SQL = `
  SELECT c.nom, c.date_debut::text AS debut, c.date_fin::text AS fin, o.nom AS caf,
    (SELECT coalesce(json_agg(e.nom ORDER BY e.ordre), '[]') FROM territoire_epci e WHERE e.convention_id = c.id) AS epcis,
    (SELECT count(*)::int FROM territoire_commune t WHERE t.convention_id = c.id) AS communes,
    (SELECT json_agg(json_build_object('nom', i.nom, 'minimum', r.minimum, 'maximum', r.maximum, 'periode', r.periode, 'reunions', (
        SELECT coalesce(json_agg(json_build_array(m.date, m.etat) ORDER BY m.date), '[]') FROM reunion m WHERE m.convention_id = i.convention_id AND m.instance_id = i.id)) ORDER BY i.ordre)
      FROM instance i LEFT JOIN regle_frequence r ON r.convention_id = i.convention_id AND r.instance_id = i.id WHERE i.convention_id = c.id) AS instances,
    (SELECT json_agg(json_build_object('numero', a.numero, 'titre', a.titre, 'total', a.total, 'realisees', a.realisees, 'en_cours', a.en_cours, 'en_retard', a.en_retard) ORDER BY a.ordre)
      FROM (SELECT r.numero, r.titre, r.ordre, count(*) AS total, count(*) FILTER (WHERE f.statut = 'REALISEE') AS realisees, count(*) FILTER (WHERE f.statut = 'EN_COURS') AS en_cours,
          count(*) FILTER (WHERE f.statut NOT IN ('REALISEE', 'ABANDONNEE') AND f.periode_fin < $2::date) AS en_retard
        FROM fiche_action f JOIN axe a ON a.convention_id = f.convention_id AND a.id = f.axe_id JOIN axe r ON r.convention_id = a.convention_id AND r.id = coalesce(a.parent_id, a.id)
        WHERE f.convention_id = c.id GROUP BY r.id) a) AS axes,
    (SELECT json_build_array(count(*), count(*) FILTER (WHERE EXISTS (SELECT FROM mesure m WHERE m.convention_id = i.convention_id AND m.indicateur_id = i.id AND m.fin >= date_trunc('year', $2::date))))
      FROM indicateur i WHERE i.convention_id = c.id) AS indicateurs,
    (SELECT json_build_object('total', s.total, 'lignes', (SELECT json_agg(json_build_array(a.libelle, a.quotite, a.situation) ORDER BY a.ordre) FROM affectation a WHERE a.convention_id = s.convention_id AND a.schema_id = s.id))
      FROM schema_cooperation s WHERE s.convention_id = c.id AND s.debut <= $2::date ORDER BY s.debut DESC LIMIT 1) AS schema,
    (SELECT coalesce(json_agg(json_build_object('texte', d.texte, 'instance', i.nom, 'date', m.date) ORDER BY m.date), '[]')
      FROM decision d JOIN point_ordre_du_jour p ON p.convention_id = d.convention_id AND p.id = d.point_id JOIN reunion m ON m.convention_id = p.convention_id AND m.id = p.reunion_id JOIN instance i ON i.id = m.instance_id
      WHERE d.convention_id = c.id AND d.etat = 'ATTENDUE') AS decisions,
    (SELECT coalesce(json_agg(json_build_array(a.objet, a.echeance) ORDER BY a.echeance), '[]') FROM avenant a WHERE a.convention_id = c.id) AS avenants,
    (SELECT coalesce(json_agg(json_build_array(e.objet, e.fin) ORDER BY e.fin), '[]') FROM evaluation e WHERE e.convention_id = c.id) AS evaluations,
    (SELECT coalesce(json_agg(json_build_array(l.sujet, l.raison) ORDER BY l.ordre), '[]') FROM lacune l WHERE l.convention_id = c.id) AS lacunes
  FROM convention c JOIN organisme o ON o.id = c.caf_id WHERE c.slug = $1`

const writeInstance = ({ nom, minimum, maximum, periode, reunions }, today) => {
  const held = reunions.filter(([date, etat]) => etat === 'TENUE' && date.slice(0, 4) === today.slice(0, 4)).length
  return `<tr><th>${escape(nom)}</th><td>${escape(minimum)} ${escape(maximum)} ${escape(periode)}</td><td>${held < minimum ? 'en retard' : 'conforme'} ${held}</td><td>${list(reunions, ([date, etat]) => `<i class="${etat}">${date}</i>`)}</td></tr>`
}

/** The COPIL dashboard of one convention. */
export async function showDashboard(pool, slug, today) {
  const {
    rows: [row],
  } = await pool.query({ name: 'dashboard', text: SQL, values: [slug, today] })
  const { schema, indicateurs } = row
  return page(
    row.nom,
    `<p>${row.debut} ${row.fin} ${escape(row.caf)}, ${list(row.epcis, escape)}, ${row.communes} communes</p>
     <p>${indicateurs[1]} sur ${indicateurs[0]}</p><table>${list(row.instances, (instance) => writeInstance(instance, today))}</table>
     <ul>${list(row.decisions, ({ texte, instance, date }) => `<li>${escape(texte)} (${escape(instance)}, ${date})</li>`)}</ul>
     <p>${schema?.total}</p><table>${list(schema?.lignes ?? [], ([nom, quotite, situation]) => `<tr><th>${escape(nom)}</th><td>${quotite}</td><td>${situation}</td></tr>`)}</table>
     <table>${list(row.axes, ({ numero, titre, ...counts }) => `<tr><th>${escape(numero)} ${escape(titre)}</th><td>${Object.values(counts).join('</td><td>')}</td></tr>`)}</table>
     <ul>${list([...row.avenants, ...row.evaluations, ...row.lacunes], (line) => `<li>${line.map(escape).join(' ')}</li>`)}</ul>`,
  )
}
