// The list of a plan and the change of a status, from the tables themselves.
import { escape, list, page } from './html.mjs'

/** Rows on a page, as in the product. */
const TAILLE = 50

// Sent without a name: a plan made for any word would not use the words of this one.
const SQL = `
  WITH found AS MATERIALIZED (SELECT f.* FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.recherche LIKE '%' || $2 || '%')
  SELECT (SELECT nom FROM convention WHERE slug = $1) AS nom, (SELECT count(*)::int FROM found) AS total,
    (SELECT json_agg(json_build_array(a.numero, a.titre, a.n) ORDER BY a.ordre) FROM (SELECT a.numero, a.titre, a.ordre, count(*) AS n FROM found f JOIN axe a ON a.id = f.axe_id GROUP BY a.id) a) AS axes,
    (SELECT json_agg(json_build_object('ref', f.ref, 'numero', f.numero, 'titre', f.titre, 'statut', f.statut, 'debut', f.periode_debut, 'fin', f.periode_fin,
        'pilotages', (SELECT json_agg(g.texte ORDER BY g.ordre) FROM pilotage g WHERE g.convention_id = f.convention_id AND g.fiche_action_id = f.id),
        'etapes', (SELECT count(*) FROM etape e WHERE e.convention_id = f.convention_id AND e.fiche_action_id = f.id),
        'indicateurs', (SELECT count(*) FROM indicateur i WHERE i.convention_id = f.convention_id AND i.fiche_action_id = f.id)) ORDER BY f.ordre)
      FROM (SELECT * FROM found ORDER BY ordre LIMIT ${TAILLE}) f) AS fiches`

const writeFiche = ({ ref, numero, titre, statut, debut, fin, pilotages, etapes, indicateurs }) =>
  `<tr><td>${escape(numero)}</td><td><a href="${ref}">${escape(titre)}</a></td><td>${statut}</td><td>${debut} ${fin}</td><td>${list(pilotages ?? [], escape)}</td><td>${etapes}, ${indicateurs}</td></tr>`

/** The list of fiches of one convention that hold a word, which comes folded. */
export async function showPlan(pool, slug, q) {
  const {
    rows: [row],
  } = await pool.query(SQL, [slug, q])
  return page(
    `Plan d’action – ${row.nom}`,
    `<p>${row.total} fiches</p><ul>${list(row.axes ?? [], (axe) => `<li>${axe.map(escape).join(' ')}</li>`)}</ul><table>${list(row.fiches ?? [], writeFiche)}</table>`,
  )
}

/** Changes the status of a fiche, unless somebody saved it meanwhile, with its line of journal. */
export async function updateStatut(pool, slug, { fiche, version, statut }) {
  const { rowCount } = await pool.query({
    name: 'write',
    text: `WITH avant AS (SELECT f.id, f.statut FROM fiche_action f JOIN convention c ON c.id = f.convention_id WHERE c.slug = $1 AND f.id = $2 AND f.version = $3 FOR UPDATE OF f),
        apres AS (UPDATE fiche_action f SET statut = $4::statut_fiche, maj_le = now(), version = f.version + 1 FROM avant a WHERE f.id = a.id RETURNING f.id, f.convention_id, f.titre, a.statut AS ancien, f.statut)
      INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, fiche_action_id, libelle, avant, apres)
      SELECT 2, convention_id, 'fiche.ecrire', 'fiche_action', id, id, titre, jsonb_build_object('statut', ancien), jsonb_build_object('statut', statut) FROM apres`,
    values: [slug, fiche, version, statut],
  })
  if (rowCount !== 1) throw new Error('conflict')
}
