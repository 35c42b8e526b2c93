-- What a document announces without listing it: twelve signatories, thirty fiches, eighty operations (record 0051). Told
-- beside what is described, and counted in no progress.
ALTER TABLE "convention"
  ADD COLUMN "signataires_annonces" INTEGER CHECK ("signataires_annonces" >= 0),
  ADD COLUMN "fiches_annoncees" INTEGER CHECK ("fiches_annoncees" >= 0),
  ADD COLUMN "operations_annoncees" INTEGER CHECK ("operations_annoncees" >= 0);

CREATE VIEW porte.annonce WITH (security_invoker = true) AS
  SELECT c.id AS convention_id, c.signataires_annonces AS signataires, c.fiches_annoncees AS fiches, c.operations_annoncees AS operations FROM convention c;
GRANT SELECT ON porte.annonce TO copilote_app;
