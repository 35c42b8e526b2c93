-- Minutes that come with a dossier were validated by people of another installation: the validation keeps their name
-- and function as they were written, and no account here is said to have done it.
ALTER TABLE validation_releve ALTER COLUMN utilisateur_id DROP NOT NULL;

-- Nobody validates in somebody else's name; only an import brings a validation of nobody here.
DROP POLICY ajout ON validation_releve;
CREATE POLICY ajout ON validation_releve FOR INSERT TO copilote_app WITH CHECK (
  convention_id <@ (SELECT app.portee_ecriture())
  AND CASE WHEN current_setting('app.operation', true) = 'dossier.importer'
    THEN utilisateur_id IS NULL ELSE utilisateur_id = (SELECT app.utilisateur_id()) END);
