-- A person who holds no post any more anywhere, and of whom nothing is told, is not kept: a convention that goes, or an
-- occupation recorded by mistake, takes the name along.
CREATE FUNCTION app.oublier_charge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  DELETE FROM charge_cooperation k WHERE k.id = OLD.charge_id
    AND NOT EXISTS (SELECT FROM occupation o WHERE o.charge_id = k.id)
    AND NOT EXISTS (SELECT FROM repartition_afas r WHERE r.charge_id = k.id)
    AND NOT EXISTS (SELECT FROM activite_mission a WHERE a.charge_id = k.id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.oublier_charge() FROM PUBLIC;
CREATE CONSTRAINT TRIGGER oubli AFTER DELETE ON occupation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.oublier_charge();
CREATE CONSTRAINT TRIGGER oubli AFTER DELETE ON repartition_afas DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.oublier_charge();
CREATE CONSTRAINT TRIGGER oubli AFTER DELETE ON activite_mission DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.oublier_charge();
