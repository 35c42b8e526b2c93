-- The day a convention was signed on, for what is said of the meetings held before it.
CREATE VIEW porte.signature WITH (security_invoker = true) AS
  SELECT c.id AS convention_id, c.date_signature AS date FROM convention c;

GRANT SELECT ON porte.signature TO copilote_app;
