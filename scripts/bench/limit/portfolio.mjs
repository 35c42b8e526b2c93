// What a portfolio is made of, from the tables themselves.
import { escape, list, page } from './html.mjs'

/** The measured Caf. */
const CAF = 1

const SQL = `
  SELECT c.slug, c.nom, c.territoire_nom AS territoire, o.nom AS caf, c.date_debut::text AS debut, c.date_fin::text AS fin, f.fiches, f.realisees, f.en_retard, i.en_retard AS instances,
    (SELECT min(m.date)::text FROM reunion m JOIN instance i ON i.convention_id = m.convention_id AND i.id = m.instance_id
      WHERE m.convention_id = c.id AND m.etat = 'PREVUE' AND m.date >= $2::date AND i.type = 'COPIL') AS copil,
    (SELECT s.total FROM schema_cooperation s WHERE s.convention_id = c.id AND s.debut <= $2::date ORDER BY s.debut DESC LIMIT 1) AS etp,
    (SELECT count(*)::int FROM reserve r WHERE r.convention_id = c.id AND r.levee_le IS NULL) AS reserves,
    (SELECT count(*)::int FROM decision d WHERE d.convention_id = c.id AND d.etat = 'PRISE' AND d.realisee_le IS NULL AND d.echeance < $2::date) AS decisions,
    (SELECT string_agg(u.nom, ', ' ORDER BY u.nom) FROM role r JOIN utilisateur u ON u.id = r.utilisateur_id WHERE r.convention_id = c.id AND r.type = 'CHARGE_COOPERATION') AS coordination
  FROM convention c JOIN organisme o ON o.id = c.caf_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS fiches, count(*) FILTER (WHERE f.statut = 'REALISEE')::int AS realisees,
      count(*) FILTER (WHERE f.statut NOT IN ('REALISEE', 'ABANDONNEE') AND f.periode_fin < $2::date)::int AS en_retard FROM fiche_action f WHERE f.convention_id = c.id) f
    CROSS JOIN LATERAL (SELECT count(*)::int AS en_retard FROM instance i JOIN regle_frequence r ON r.convention_id = i.convention_id AND r.instance_id = i.id
      WHERE i.convention_id = c.id AND r.minimum > (SELECT count(*) FROM reunion m WHERE m.convention_id = c.id AND m.instance_id = i.id AND m.etat = 'TENUE' AND m.date >= date_trunc('year', $2::date) AND m.date <= $2::date)) i
  WHERE c.caf_id = $1 ORDER BY i.en_retard + f.en_retard DESC, c.nom`

const writeConvention = ({ slug, nom, territoire, caf, debut, fin, ...figures }) =>
  `<tr><th><a href="/conventions/${slug}">${escape(nom)}</a> ${escape(territoire)} ${escape(caf)}</th><td>${debut} ${fin}</td><td>${Object.values(figures).map(escape).join('</td><td>')}</td></tr>`

/** All the conventions of the measured Caf, what is late first. */
export async function showPortfolio(pool, today) {
  const { rows } = await pool.query({ name: 'portfolio', text: SQL, values: [CAF, today] })
  return page('Mes conventions', `<p>${rows.length} conventions</p><table>${list(rows, writeConvention)}</table>`)
}
