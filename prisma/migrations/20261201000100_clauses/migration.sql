-- What binds the parties beside the plan: engagements, exchanges of data, communication… in the words of the document.
CREATE TABLE "clause" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "article" TEXT,
    "titre" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "clause_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "clause_convention_id_idx" ON "clause"("convention_id");
ALTER TABLE "clause" ADD CONSTRAINT "clause_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON clause TO copilote_app;
GRANT USAGE ON SEQUENCE clause_id_seq TO copilote_app;
ALTER TABLE clause ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON clause FOR SELECT TO copilote_app USING (elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture())));
CREATE POLICY ajout ON clause FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()));
CREATE POLICY modification ON clause FOR UPDATE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture())) WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()));
CREATE POLICY retrait ON clause FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()));
CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON clause FOR EACH ROW EXECUTE FUNCTION app.journaliser();
SELECT app.suivre_situation('clause');
