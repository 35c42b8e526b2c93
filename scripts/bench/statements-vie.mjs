// The life of the instances as SQL, like statements.mjs: who decides, a series, agendas and decisions of the two
// committees over the whole convention, one meeting with validated minutes, what was told to the coordinator.
import { INSTANCES, REUNIONS } from './sizes.mjs'

/** Meetings of the COPIL and of the COTECH that have an agenda, but the one that already has. */
const TENUES = `reunion m JOIN instance i ON i.id = m.instance_id AND i.ordre <= 2 WHERE m.etat = 'TENUE' AND m.id % ${INSTANCES * REUNIONS} <> 12`

/** What minutes hold: the form that the application reads. */
const CONTENU = JSON.stringify({
  format: 1,
  convention: { nom: 'Convention', titre: null, debut: null, fin: null },
  parties: [],
  instance: { nom: 'Copil 1', animation: null },
  reunion: {
    date: '2024-01-01',
    heureDebut: null,
    heureFin: null,
    lieu: null,
    objet: null,
    groupe: null,
    note: null,
    derogations: [],
  },
  colleges: [],
  quorum: { phrase: 'La convention ne fixe pas de quorum.', source: null },
  points: [],
  prochaine: null,
})

/**
 * @param {import('./sizes.mjs').Size} size
 * @returns {string[]} after the instances and their meetings
 */
export const vie = ({ cafs, conventions }) => [
  `INSERT INTO competence (convention_id, instance_id, matiere, pouvoir, source)
   SELECT i.convention_id, i.id, m::matiere_decision, (CASE WHEN i.ordre = 1 THEN 'DECIDE' ELSE 'PROPOSE' END)::pouvoir_instance, 'Article 6'
   FROM instance i, unnest(ARRAY['FICHE', 'CIBLE']) AS m WHERE i.ordre <= 2`,
  `UPDATE membre SET personne = 'Camille Exemple ' || id, debut = '2023-01-01', coanimation = ordre <= 2 WHERE (id - 1) / 6 % ${INSTANCES} <= 1`,
  `INSERT INTO serie_reunion (id, convention_id, instance_id, rythme, libelle, debut, fin)
   SELECT i.convention_id, i.convention_id, i.id, 'TRIMESTRIEL', 'le deuxième mardi de chaque trimestre', '2026-11-01', '2027-12-31' FROM instance i WHERE i.ordre = 3`,
  `UPDATE reunion m SET serie_id = m.convention_id FROM instance i WHERE i.id = m.instance_id AND i.ordre = 3 AND m.etat = 'PREVUE'`,
  `INSERT INTO point_ordre_du_jour (id, convention_id, reunion_id, titre, presentateur, duree_minutes, etat, ordre)
   SELECT 3 * ${conventions} + 2 * m.id + n, m.convention_id, m.id, 'Suivi du plan d’action ' || n, 'Camille Exemple', 20, 'TRAITE', n FROM generate_series(0, 1) AS n, ${TENUES}`,
  `INSERT INTO decision (convention_id, point_id, texte, nature, etat, responsable, echeance, realisee_le, ordre)
   SELECT p.convention_id, p.id, 'Décision du ' || m.date, 'ENGAGEMENT', 'PRISE', 'Camille Exemple', m.date + 60, CASE WHEN p.id % 5 > 0 THEN m.date + 50 END, 1
   FROM point_ordre_du_jour p JOIN reunion m ON m.id = p.reunion_id WHERE p.id > 3 * ${conventions}`,
  `INSERT INTO releve (id, convention_id, reunion_id, numero_version, etat, contenu, soumis_le, valide_le)
   SELECT m.convention_id, m.convention_id, m.id, 1, 'VALIDE', '${CONTENU}', m.date + interval '2 days', m.date + interval '5 days' FROM reunion m WHERE m.id % ${INSTANCES * REUNIONS} = 1`,
  `UPDATE reunion SET figee = true WHERE id % ${INSTANCES * REUNIONS} = 1`,
  `INSERT INTO validation_releve (convention_id, releve_id, cote, utilisateur_id, nom)
   SELECT r.convention_id, r.id, v.cote::cote_releve, CASE v.cote WHEN 'CAF' THEN 1 + c.caf_id ELSE 1 + ${cafs} + c.id END, 'Validation'
   FROM releve r JOIN convention c ON c.id = r.convention_id, unnest(ARRAY['CAF', 'COORDINATION']) AS v(cote)`,
  `INSERT INTO reglage_veille (utilisateur_id, frequence, jour) SELECT 1 + ${cafs} + c, 'HEBDOMADAIRE', 1 FROM generate_series(1, ${conventions}) AS c WHERE c % 2 = 0`,
  `INSERT INTO envoi_veille (id, cle, utilisateur_id, jour, etat, sujet, texte, envoye_le)
   SELECT c, 'veille:' || c || ':2026-11-16', 1 + ${cafs} + c, '2026-11-16', 'ENVOYE', 'Votre veille', 'Une décision est en retard.', '2026-11-16 08:00+01' FROM generate_series(1, ${conventions}) AS c`,
  `INSERT INTO signal_veille (convention_id, envoi_id, utilisateur_id, cle, phrase)
   SELECT c, c, 1 + ${cafs} + c, 'mesure:' || n, 'Une décision est en retard.' FROM generate_series(1, ${conventions}) AS c, generate_series(1, 5) AS n`,
  `INSERT INTO tache (genre, cle, etat, faite_le) SELECT 'veille', 'veille:2026-11-16', 'FAITE', '2026-11-16 08:05+01'`,
]
