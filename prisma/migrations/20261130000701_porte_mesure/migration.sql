-- The fiche of a value is that of its indicator, as everywhere else: an indicator of an étape names its fiche too. Read so,
-- PostgreSQL leaves out of a statement the tables that it does not ask for.
CREATE OR REPLACE VIEW porte.mesure WITH (security_invoker = true) AS
  SELECT m.id, m.convention_id, m.indicateur_id, i.libelle, i.nature, i.unite, i.ordre AS ordre_indicateur, i.fiche_action_id, f.ref AS fiche, f.ordre AS ordre_fiche,
    m.periode_texte, m.debut, m.fin, m.ventilation, m.valeur, m.valeur_prevue, m.texte, m.auteur_id, m.cree_le
  FROM mesure m
    LEFT JOIN indicateur i ON i.convention_id = m.convention_id AND i.id = m.indicateur_id
    LEFT JOIN fiche_action f ON f.convention_id = i.convention_id AND f.id = i.fiche_action_id;
