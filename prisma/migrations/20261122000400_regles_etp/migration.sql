-- Rule 2 (ETP totals), enforced where no path can go around it.

-- Schémas of one convention never overlap in time.
ALTER TABLE schema_cooperation ADD CONSTRAINT schema_sans_chevauchement
  EXCLUDE USING gist (convention_id WITH =, daterange(debut, fin, '[]') WITH &&)
  WHERE (debut IS NOT NULL AND fin IS NOT NULL) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE schema_cooperation ADD CONSTRAINT schema_dates CHECK (debut <= fin),
  ADD CONSTRAINT schema_total CHECK (total >= 0 AND existant >= 0);
ALTER TABLE affectation ADD CONSTRAINT affectation_quotite CHECK (quotite >= 0);
ALTER TABLE croisement ADD CONSTRAINT croisement_quotite CHECK (quotite >= 0);
ALTER TABLE developpement ADD CONSTRAINT developpement_quotite CHECK (quotite >= 0);
ALTER TABLE poste ADD CONSTRAINT poste_quotite CHECK (quotite >= 0);
ALTER TABLE occupation ADD CONSTRAINT occupation_quotite CHECK (quotite > 0 AND quotite <= 1),
  ADD CONSTRAINT occupation_dates CHECK (debut <= fin);
ALTER TABLE convention ADD CONSTRAINT convention_dates CHECK (date_debut <= date_fin);
ALTER TABLE regle_frequence ADD CONSTRAINT regle_bornes CHECK (minimum <= maximum), ADD CONSTRAINT regle_dates CHECK (debut <= fin);
ALTER TABLE fiche_action ADD CONSTRAINT fiche_avancement CHECK (avancement BETWEEN 0 AND 100), ADD CONSTRAINT fiche_periode CHECK (periode_debut <= periode_fin);

-- A frozen meeting (minutes validated) does not change.
CREATE FUNCTION app.proteger_reunion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.figee THEN
    RAISE EXCEPTION 'Le compte rendu de cette réunion est validé : elle ne se modifie plus.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figee BEFORE UPDATE ON reunion FOR EACH ROW EXECUTE FUNCTION app.proteger_reunion();

-- Checks one schéma at commit. The row lock makes a line changed here and a validation made
-- elsewhere at the same moment wait for each other, so that neither can miss the other.
CREATE FUNCTION app.verifier_schema(p_schema integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE s schema_cooperation; m record;
BEGIN
  SELECT * INTO s FROM schema_cooperation WHERE id = p_schema FOR UPDATE;
  IF s.id IS NULL OR s.etat = 'BROUILLON' THEN RETURN; END IF;
  IF s.total IS NULL THEN
    RAISE EXCEPTION 'Le schéma « % » n’a pas de total convenu : indiquez-le avant de le proposer ou de le valider.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  FOR m IN SELECT marge, sum(quotite) AS somme FROM affectation WHERE schema_id = p_schema AND quotite IS NOT NULL GROUP BY marge LOOP
    IF m.somme <> s.total THEN
      RAISE EXCEPTION 'La répartition par % du schéma « % » fait % ETP au lieu de % : corrigez les lignes ou le total.',
        CASE m.marge WHEN 'PORTEUR' THEN 'commune' ELSE 'thématique' END, s.libelle, replace(m.somme::text, '.', ','), replace(s.total::text, '.', ',')
        USING ERRCODE = 'CT001';
    END IF;
  END LOOP;
  IF s.existant IS NOT NULL AND s.existant + coalesce((SELECT sum(quotite) FROM developpement WHERE schema_id = p_schema), 0) <> s.total THEN
    RAISE EXCEPTION 'L’existant et les développements du schéma « % » ne font pas son total.', s.libelle USING ERRCODE = 'CT001';
  END IF;
  IF EXISTS (SELECT 1 FROM croisement WHERE schema_id = p_schema) AND EXISTS (
    SELECT 1 FROM affectation a LEFT JOIN croisement c ON c.porteur_id = a.id OR c.thematique_id = a.id
    WHERE a.schema_id = p_schema AND a.quotite IS NOT NULL
    GROUP BY a.id, a.quotite HAVING coalesce(sum(c.quotite), 0) <> a.quotite) THEN
    RAISE EXCEPTION 'Le tableau croisé du schéma « % » ne correspond pas à ses deux répartitions.', s.libelle USING ERRCODE = 'CT001';
  END IF;
END $$;

CREATE FUNCTION app.verifier_schema_modifie() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_TABLE_NAME = 'schema_cooperation' THEN
    PERFORM app.verifier_schema(NEW.id);
  ELSE
    IF TG_OP <> 'INSERT' THEN PERFORM app.verifier_schema(OLD.schema_id); END IF;
    IF TG_OP <> 'DELETE' AND (TG_OP = 'INSERT' OR NEW.schema_id <> OLD.schema_id) THEN PERFORM app.verifier_schema(NEW.schema_id); END IF;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.verifier_schema(integer), app.verifier_schema_modifie(), app.proteger_reunion() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER equilibre AFTER INSERT OR UPDATE ON schema_cooperation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_schema_modifie();
CREATE CONSTRAINT TRIGGER equilibre AFTER INSERT OR UPDATE OR DELETE ON affectation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_schema_modifie();
CREATE CONSTRAINT TRIGGER equilibre AFTER INSERT OR UPDATE OR DELETE ON croisement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_schema_modifie();
CREATE CONSTRAINT TRIGGER equilibre AFTER INSERT OR UPDATE OR DELETE ON developpement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_schema_modifie();
