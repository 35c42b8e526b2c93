-- CreateEnum
CREATE TYPE "numerotation_plan" AS ENUM ('LIBRE', 'PAR_AXE', 'CONTINUE', 'AUCUNE');

-- CreateEnum
CREATE TYPE "niveau_appreciation" AS ENUM ('COMME_PREVU', 'VIGILANCE', 'DIFFICULTE');

-- CreateEnum
CREATE TYPE "etat_import" AS ENUM ('LU', 'VERIFIE', 'ECRIT');

-- CreateEnum
CREATE TYPE "etat_contribution" AS ENUM ('PROPOSEE', 'ACCEPTEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "frequence_mesure" AS ENUM ('MENSUELLE', 'TRIMESTRIELLE', 'SEMESTRIELLE', 'ANNUELLE', 'UNIQUE');

-- CreateEnum
CREATE TYPE "genre_ventilation" AS ENUM ('COMMUNE', 'EMPLOYEUR', 'TYPE', 'AUTRE');

-- CreateEnum
CREATE TYPE "etat_mesure" AS ENUM ('CONFIRMEE', 'PROPOSEE');

-- AlterTable
ALTER TABLE "axe" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "fiche_action" ADD COLUMN     "a_rediger" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "avancement_motif" TEXT,
ADD COLUMN     "moyens" TEXT,
ADD COLUMN     "redaction_avenant_id" INTEGER,
ADD COLUMN     "redaction_echeance" DATE,
ADD COLUMN     "redaction_motif" TEXT,
ADD COLUMN     "territoire_texte" TEXT;

-- AlterTable
ALTER TABLE "indicateur" ADD COLUMN     "confirmation" "cote_releve",
ADD COLUMN     "frequence" "frequence_mesure",
ADD COLUMN     "origine_id" INTEGER,
ADD COLUMN     "reference_texte" TEXT,
ADD COLUMN     "ventilation_genre" "genre_ventilation",
ADD COLUMN     "ventiles" TEXT[];

-- AlterTable
ALTER TABLE "journal" ADD COLUMN     "fiche_action_id" INTEGER;

-- AlterTable
ALTER TABLE "mesure" ADD COLUMN     "confirmee_le" TIMESTAMPTZ(3),
ADD COLUMN     "confirmee_par_id" INTEGER,
ADD COLUMN     "etat" "etat_mesure" NOT NULL DEFAULT 'CONFIRMEE',
ADD COLUMN     "motif" TEXT;

-- AlterTable
ALTER TABLE "plan_action" ADD COLUMN     "numerotation" "numerotation_plan" NOT NULL DEFAULT 'LIBRE',
ADD COLUMN     "prefixe" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "version_plan" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "numero" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "motif" TEXT,
    "avenant_id" INTEGER,
    "arretee_le" DATE NOT NULL,
    "contenu" JSONB NOT NULL,
    "auteur_id" INTEGER,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "version_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche_commune" (
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "commune_id" INTEGER NOT NULL,

    CONSTRAINT "fiche_commune_pkey" PRIMARY KEY ("fiche_action_id","commune_id")
);

-- CreateTable
CREATE TABLE "ligne_budget" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "annee" INTEGER,
    "financeur" TEXT NOT NULL,
    "organisme_id" INTEGER,
    "libelle" TEXT,
    "prevu" DECIMAL(14,2),
    "realise" DECIMAL(14,2),
    "source" TEXT,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ligne_budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lien_fiche" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "precision" TEXT,
    "adresse" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "lien_fiche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche_document" (
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "document_id" INTEGER NOT NULL,

    CONSTRAINT "fiche_document_pkey" PRIMARY KEY ("fiche_action_id","document_id")
);

-- CreateTable
CREATE TABLE "appreciation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "cote" "cote_releve" NOT NULL,
    "niveau" "niveau_appreciation" NOT NULL,
    "texte" TEXT,
    "auteur_id" INTEGER,
    "nom" TEXT NOT NULL,
    "instant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "appreciation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mention" (
    "convention_id" INTEGER NOT NULL,
    "commentaire_id" INTEGER NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "lu_le" TIMESTAMPTZ(3),

    CONSTRAINT "mention_pkey" PRIMARY KEY ("commentaire_id","utilisateur_id")
);

-- CreateTable
CREATE TABLE "vue_plan" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "parametres" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vue_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_tableur" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "auteur_id" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "empreinte" TEXT NOT NULL,
    "contenu" JSONB NOT NULL,
    "correspondance" JSONB,
    "bilan" JSONB,
    "etat" "etat_import" NOT NULL DEFAULT 'LU',
    "total" INTEGER NOT NULL,
    "traites" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "import_tableur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation_fiche" (
    "id" TEXT NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "email" TEXT,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cree_par_id" INTEGER NOT NULL,
    "revoquee_le" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_fiche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_fiche" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "invitation_id" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "message" TEXT,
    "contenu" JSONB NOT NULL,
    "etat" "etat_contribution" NOT NULL DEFAULT 'PROPOSEE',
    "instant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "traitee_par_id" INTEGER,
    "traitee_le" TIMESTAMPTZ(3),
    "motif" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contribution_fiche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cible_indicateur" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "indicateur_id" INTEGER NOT NULL,
    "periode_texte" TEXT NOT NULL,
    "debut" DATE,
    "fin" DATE,
    "valeur" DECIMAL(16,4),
    "texte" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "cible_indicateur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "accord_mesure" (
    "convention_id" INTEGER NOT NULL,
    "mesure_id" INTEGER NOT NULL,
    "organisme_id" INTEGER NOT NULL,
    "le" DATE,

    CONSTRAINT "accord_mesure_pkey" PRIMARY KEY ("mesure_id","organisme_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "version_plan_convention_id_numero_key" ON "version_plan"("convention_id", "numero");

-- CreateIndex
CREATE INDEX "fiche_commune_convention_id_commune_id_idx" ON "fiche_commune"("convention_id", "commune_id");

-- CreateIndex
CREATE INDEX "ligne_budget_convention_id_fiche_action_id_idx" ON "ligne_budget"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE INDEX "lien_fiche_convention_id_fiche_action_id_idx" ON "lien_fiche"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE INDEX "fiche_document_convention_id_document_id_idx" ON "fiche_document"("convention_id", "document_id");

-- CreateIndex
CREATE INDEX "appreciation_convention_id_fiche_action_id_idx" ON "appreciation"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "appreciation_fiche_action_id_cote_key" ON "appreciation"("fiche_action_id", "cote");

-- CreateIndex
CREATE INDEX "mention_utilisateur_id_lu_le_idx" ON "mention"("utilisateur_id", "lu_le");

-- CreateIndex
CREATE INDEX "mention_convention_id_commentaire_id_idx" ON "mention"("convention_id", "commentaire_id");

-- CreateIndex
CREATE INDEX "vue_plan_convention_id_idx" ON "vue_plan"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "vue_plan_utilisateur_id_convention_id_nom_key" ON "vue_plan"("utilisateur_id", "convention_id", "nom");

-- CreateIndex
CREATE INDEX "import_tableur_convention_id_auteur_id_idx" ON "import_tableur"("convention_id", "auteur_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_tableur_convention_id_id_key" ON "import_tableur"("convention_id", "id");

-- CreateIndex
CREATE INDEX "invitation_fiche_convention_id_fiche_action_id_idx" ON "invitation_fiche"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE INDEX "contribution_fiche_convention_id_fiche_action_id_idx" ON "contribution_fiche"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE INDEX "contribution_fiche_invitation_id_idx" ON "contribution_fiche"("invitation_id");

-- CreateIndex
CREATE INDEX "cible_indicateur_convention_id_indicateur_id_idx" ON "cible_indicateur"("convention_id", "indicateur_id");

-- CreateIndex
CREATE UNIQUE INDEX "cible_indicateur_indicateur_id_periode_texte_key" ON "cible_indicateur"("indicateur_id", "periode_texte");

-- CreateIndex
CREATE INDEX "accord_mesure_convention_id_mesure_id_idx" ON "accord_mesure"("convention_id", "mesure_id");

-- CreateIndex
CREATE UNIQUE INDEX "commentaire_convention_id_id_key" ON "commentaire"("convention_id", "id");

-- CreateIndex
CREATE INDEX "journal_fiche_action_id_id_idx" ON "journal"("fiche_action_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mesure_convention_id_id_key" ON "mesure"("convention_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "territoire_commune_convention_id_id_key" ON "territoire_commune"("convention_id", "id");

-- AddForeignKey
ALTER TABLE "fiche_action" ADD CONSTRAINT "fiche_action_convention_id_redaction_avenant_id_fkey" FOREIGN KEY ("convention_id", "redaction_avenant_id") REFERENCES "avenant"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_convention_id_origine_id_fkey" FOREIGN KEY ("convention_id", "origine_id") REFERENCES "indicateur"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mesure" ADD CONSTRAINT "mesure_confirmee_par_id_fkey" FOREIGN KEY ("confirmee_par_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_plan" ADD CONSTRAINT "version_plan_convention_id_plan_id_fkey" FOREIGN KEY ("convention_id", "plan_id") REFERENCES "plan_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_plan" ADD CONSTRAINT "version_plan_convention_id_avenant_id_fkey" FOREIGN KEY ("convention_id", "avenant_id") REFERENCES "avenant"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "version_plan" ADD CONSTRAINT "version_plan_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_commune" ADD CONSTRAINT "fiche_commune_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_commune" ADD CONSTRAINT "fiche_commune_convention_id_commune_id_fkey" FOREIGN KEY ("convention_id", "commune_id") REFERENCES "territoire_commune"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_budget" ADD CONSTRAINT "ligne_budget_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ligne_budget" ADD CONSTRAINT "ligne_budget_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lien_fiche" ADD CONSTRAINT "lien_fiche_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_document" ADD CONSTRAINT "fiche_document_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_document" ADD CONSTRAINT "fiche_document_convention_id_document_id_fkey" FOREIGN KEY ("convention_id", "document_id") REFERENCES "document"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appreciation" ADD CONSTRAINT "appreciation_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appreciation" ADD CONSTRAINT "appreciation_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_convention_id_commentaire_id_fkey" FOREIGN KEY ("convention_id", "commentaire_id") REFERENCES "commentaire"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mention" ADD CONSTRAINT "mention_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue_plan" ADD CONSTRAINT "vue_plan_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vue_plan" ADD CONSTRAINT "vue_plan_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_tableur" ADD CONSTRAINT "import_tableur_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_tableur" ADD CONSTRAINT "import_tableur_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_fiche" ADD CONSTRAINT "invitation_fiche_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation_fiche" ADD CONSTRAINT "invitation_fiche_cree_par_id_fkey" FOREIGN KEY ("cree_par_id") REFERENCES "utilisateur"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_fiche" ADD CONSTRAINT "contribution_fiche_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_fiche" ADD CONSTRAINT "contribution_fiche_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation_fiche"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_fiche" ADD CONSTRAINT "contribution_fiche_traitee_par_id_fkey" FOREIGN KEY ("traitee_par_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cible_indicateur" ADD CONSTRAINT "cible_indicateur_convention_id_indicateur_id_fkey" FOREIGN KEY ("convention_id", "indicateur_id") REFERENCES "indicateur"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accord_mesure" ADD CONSTRAINT "accord_mesure_convention_id_mesure_id_fkey" FOREIGN KEY ("convention_id", "mesure_id") REFERENCES "mesure"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accord_mesure" ADD CONSTRAINT "accord_mesure_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What PostgreSQL holds true ────────────────────────────────────────────────────────────────

ALTER TABLE ligne_budget ADD CONSTRAINT budget_annee CHECK (annee BETWEEN 1990 AND 2100),
  ADD CONSTRAINT budget_montants CHECK (coalesce(prevu, 0) >= 0 AND coalesce(realise, 0) >= 0);
ALTER TABLE lien_fiche ADD CONSTRAINT lien_adresse CHECK (adresse IS NULL OR adresse ~ '^https?://');
ALTER TABLE indicateur ADD CONSTRAINT scission_pas_soi CHECK (origine_id IS NULL OR origine_id <> id);
ALTER TABLE cible_indicateur ADD CONSTRAINT cible_bornes CHECK (debut IS NULL OR fin IS NULL OR debut <= fin);
ALTER TABLE mesure ADD CONSTRAINT mesure_confirmee CHECK (confirmee_le IS NULL OR etat = 'CONFIRMEE');
ALTER TABLE indicateur ALTER COLUMN ventiles SET DEFAULT '{}';
UPDATE indicateur SET ventiles = '{}' WHERE ventiles IS NULL;

-- Updates in place: neither the status nor the dates of a fiche are indexed.
ALTER TABLE fiche_action SET (fillfactor = 85);

-- ── Walls ─────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON version_plan, fiche_commune, ligne_budget, lien_fiche, fiche_document, appreciation, mention,
  vue_plan, import_tableur, invitation_fiche, contribution_fiche, cible_indicateur, accord_mesure TO copilote_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO copilote_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['version_plan', 'fiche_commune', 'ligne_budget', 'lien_fiche', 'fiche_document', 'appreciation', 'cible_indicateur',
    'accord_mesure', 'invitation_fiche', 'contribution_fiche'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY lecture ON public.%I FOR SELECT TO copilote_app USING (elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture())))', t);
    EXECUTE format('CREATE POLICY ajout ON public.%I FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY modification ON public.%I FOR UPDATE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture())) WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY retrait ON public.%I FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.journaliser()', t);
  END LOOP;
END $$;

-- Who was invited, and what they proposed, is the work of those who coordinate.
DROP POLICY lecture ON invitation_fiche;
CREATE POLICY lecture ON invitation_fiche FOR SELECT TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()));
DROP POLICY lecture ON contribution_fiche;
CREATE POLICY lecture ON contribution_fiche FOR SELECT TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()));

-- A pilote writes what hangs on the fiches they lead; who leads them, and what measures them, is not theirs to change.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['fiche_commune', 'ligne_budget', 'lien_fiche', 'fiche_document', 'fiche_theme', 'etape'] LOOP
    EXECUTE format('CREATE POLICY pilote_ajout ON public.%I FOR INSERT TO copilote_app WITH CHECK (fiche_action_id <@ (SELECT app.fiches_pilotees()))', t);
    EXECUTE format('CREATE POLICY pilote_retrait ON public.%I FOR DELETE TO copilote_app USING (fiche_action_id <@ (SELECT app.fiches_pilotees()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['ligne_budget', 'lien_fiche'] LOOP
    EXECUTE format('CREATE POLICY pilote ON public.%I FOR UPDATE TO copilote_app USING (fiche_action_id <@ (SELECT app.fiches_pilotees())) WITH CHECK (fiche_action_id <@ (SELECT app.fiches_pilotees()))', t);
  END LOOP;
END $$;

-- Nobody signs for somebody else; a pilote speaks to all, on the fiches they lead; what is for the Caf is said by the Caf.
DROP POLICY ajout ON commentaire;
CREATE POLICY ajout ON commentaire FOR INSERT TO copilote_app WITH CHECK (
  auteur_id = (SELECT app.utilisateur_id())
  AND ((convention_id <@ (SELECT app.portee_ecriture()) AND (visibilite <> 'CAF' OR convention_id <@ (SELECT app.portee_caf())))
    OR (visibilite = 'TOUS' AND fiche_action_id <@ (SELECT app.fiches_pilotees()))));
DROP POLICY modification ON commentaire;
DROP POLICY retrait ON commentaire;
CREATE POLICY retrait ON commentaire FOR DELETE TO copilote_app USING (auteur_id = (SELECT app.utilisateur_id()));

-- A mention is read by whoever is named and by whoever reads the comment; its author makes it, whoever is named marks it read.
ALTER TABLE mention ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON mention FOR SELECT TO copilote_app USING (
  utilisateur_id = (SELECT app.utilisateur_id()) OR EXISTS (SELECT FROM commentaire c WHERE c.id = commentaire_id));
CREATE POLICY ajout ON mention FOR INSERT TO copilote_app WITH CHECK (EXISTS (
  SELECT FROM commentaire c WHERE c.id = commentaire_id AND c.convention_id = mention.convention_id AND c.auteur_id = (SELECT app.utilisateur_id())));
CREATE POLICY modification ON mention FOR UPDATE TO copilote_app
  USING (utilisateur_id = (SELECT app.utilisateur_id())) WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()));

-- Who may read a comment of that visibility on a convention: what the policies above say, of somebody else.
CREATE FUNCTION app.lit_commentaire(p_utilisateur integer, p_convention integer, p_visibilite visibilite_commentaire) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
  SELECT EXISTS (
    SELECT FROM role r JOIN utilisateur u ON u.id = r.utilisateur_id AND u.actif AND NOT u.systeme JOIN convention c ON c.id = p_convention
    WHERE r.utilisateur_id = p_utilisateur
      AND (r.debut IS NULL OR r.debut <= app.aujourdhui()) AND (r.fin IS NULL OR r.fin >= app.aujourdhui())
      AND (r.type = 'ADMINISTRATEUR'
        OR (r.type = 'CONSEILLER_CAF' AND r.organisme_id = c.caf_id)
        OR (p_visibilite <> 'CAF' AND r.type = 'CHARGE_COOPERATION' AND r.convention_id = c.id)
        OR (p_visibilite = 'TOUS' AND (r.convention_id = c.id
          OR (r.type IN ('ELU', 'LECTEUR') AND (
            EXISTS (SELECT FROM convention_organisme p WHERE p.convention_id = c.id AND p.organisme_id = r.organisme_id)
            OR EXISTS (SELECT FROM organisme o JOIN territoire_commune t ON t.code = o.commune_code WHERE o.id = r.organisme_id AND t.convention_id = c.id)
            OR EXISTS (SELECT FROM organisme o JOIN territoire_epci t ON t.siren = o.epci_siren WHERE o.id = r.organisme_id AND t.convention_id = c.id)))))))
$$;

-- Colleagues one may name in a comment of that visibility: those who work on the convention and may read it.
CREATE FUNCTION app.mentionnables(p_convention integer, p_visibilite visibilite_commentaire)
RETURNS TABLE (id integer, nom text, fonction text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT p_convention <@ app.portee_lecture() THEN RETURN; END IF;
  RETURN QUERY SELECT u.id, u.nom, u.fonction FROM utilisateur u
    WHERE EXISTS (SELECT FROM role r JOIN convention c ON c.id = p_convention WHERE r.utilisateur_id = u.id
        AND (r.convention_id = c.id OR (r.type = 'CONSEILLER_CAF' AND r.organisme_id = c.caf_id)))
      AND u.id <> app.utilisateur_id() AND app.lit_commentaire(u.id, p_convention, p_visibilite)
    ORDER BY u.nom, u.id;
END $$;

CREATE FUNCTION app.verifier_mention() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE vu visibilite_commentaire;
BEGIN
  SELECT c.visibilite INTO vu FROM commentaire c WHERE c.id = NEW.commentaire_id AND c.convention_id = NEW.convention_id;
  IF vu IS NULL OR NOT app.lit_commentaire(NEW.utilisateur_id, NEW.convention_id, vu) THEN
    RAISE EXCEPTION 'Cette personne ne peut pas lire ce commentaire : retirez la mention ou élargissez qui le voit.' USING ERRCODE = 'CT005';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER lisible BEFORE INSERT ON mention FOR EACH ROW EXECUTE FUNCTION app.verifier_mention();

-- One's own views and imports.
ALTER TABLE vue_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY sien ON vue_plan FOR ALL TO copilote_app
  USING (utilisateur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_lecture()))
  WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_lecture()));
ALTER TABLE import_tableur ENABLE ROW LEVEL SECURITY;
CREATE POLICY sien ON import_tableur FOR ALL TO copilote_app
  USING (auteur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_ecriture()))
  WITH CHECK (auteur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_ecriture()));

-- Each side appraises for itself, in its own name.
CREATE FUNCTION app.verifier_appreciation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF current_setting('app.operation', true) IS DISTINCT FROM 'dossier.importer'
      AND (NEW.auteur_id IS DISTINCT FROM app.utilisateur_id()
        OR NOT NEW.cote = ANY (coalesce(app.cotes_de(app.utilisateur_id(), NEW.convention_id), '{}'))) THEN
    RAISE EXCEPTION 'Chaque voix parle pour elle-même : la Caf par un conseiller, la coordination par un chargé de coopération.' USING ERRCODE = 'CT004';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cote BEFORE INSERT OR UPDATE ON appreciation FOR EACH ROW EXECUTE FUNCTION app.verifier_appreciation();

-- A value that one side is to confirm stays proposed until somebody of that side confirms it.
CREATE FUNCTION app.verifier_mesure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE attendu cote_releve;
BEGIN
  IF NEW.etat <> 'CONFIRMEE' OR current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NEW; END IF;
  -- Nobody is asking: the owner of the database prepares data; the application's role writes nothing without a session.
  IF nullif(current_setting('app.session', true), '') IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.etat = 'CONFIRMEE' AND (OLD.valeur, OLD.valeur_prevue, OLD.texte, OLD.debut, OLD.fin, OLD.ventilation, OLD.indicateur_id)
      IS NOT DISTINCT FROM (NEW.valeur, NEW.valeur_prevue, NEW.texte, NEW.debut, NEW.fin, NEW.ventilation, NEW.indicateur_id) THEN RETURN NEW; END IF;
  SELECT i.confirmation INTO attendu FROM indicateur i WHERE i.id = NEW.indicateur_id;
  IF attendu IS NOT NULL AND NOT attendu = ANY (coalesce(app.cotes_de(app.utilisateur_id(), NEW.convention_id), '{}')) THEN
    RAISE EXCEPTION 'Cette valeur est à confirmer par % : proposez-la avec sa raison.', CASE attendu WHEN 'CAF' THEN 'la Caf' ELSE 'la coordination' END USING ERRCODE = 'CT006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER confirmation BEFORE INSERT OR UPDATE ON mesure FOR EACH ROW EXECUTE FUNCTION app.verifier_mesure();

-- A closed version of the plan does not change; it goes with its convention.
CREATE FUNCTION app.proteger_version_plan() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'Une version arrêtée du plan ne se modifie plus.' USING ERRCODE = 'CT002';
  END IF;
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM convention c WHERE c.id = OLD.convention_id) THEN
    RAISE EXCEPTION 'Une version arrêtée du plan ne se retire plus.' USING ERRCODE = 'CT002';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER arretee BEFORE UPDATE OR DELETE ON version_plan FOR EACH ROW EXECUTE FUNCTION app.proteger_version_plan();

-- ── Journal ───────────────────────────────────────────────────────────────────────────────────

-- The fiche a row tells of, whatever the row is.
CREATE FUNCTION app.fiche_de(p_table text, p_ligne jsonb) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
  SELECT CASE
    WHEN p_table = 'fiche_action' THEN (p_ligne ->> 'id')::integer
    WHEN p_ligne ? 'fiche_action_id' AND p_table NOT IN ('role', 'point_ordre_du_jour') THEN (p_ligne ->> 'fiche_action_id')::integer
    WHEN p_table IN ('mesure', 'cible_indicateur') THEN (SELECT i.fiche_action_id FROM indicateur i WHERE i.id = (p_ligne ->> 'indicateur_id')::integer)
    WHEN p_table = 'accord_mesure' THEN (SELECT i.fiche_action_id FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id WHERE m.id = (p_ligne ->> 'mesure_id')::integer)
  END
$$;

-- As before, and the fiche it tells of. A comment is read by those it is for: the journal, that more may read, does not
-- say what it says. Saved versions, and files on their way, are kept whole elsewhere.
CREATE OR REPLACE FUNCTION app.journaliser() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE
  techniques text[] := ARRAY['version', 'recherche', 'maj_le', 'cree_le', 'convention_id', 'mot_de_passe', 'contenu'];
  vieux jsonb; neuf jsonb; avant jsonb; apres jsonb; ligne jsonb; convention integer;
BEGIN
  -- An import writes one line for the whole dossier instead of hundreds.
  IF TG_OP = 'INSERT' AND current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'point_ordre_du_jour' AND TG_OP = 'UPDATE' THEN techniques := array_append(techniques, 'notes'); END IF;
  IF TG_OP <> 'INSERT' THEN vieux := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN neuf := to_jsonb(NEW); END IF;
  IF TG_TABLE_NAME = 'commentaire' THEN vieux := vieux - 'texte'; neuf := neuf - 'texte'; END IF;
  ligne := coalesce(neuf, vieux);
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(a.key, vieux -> a.key), jsonb_object_agg(a.key, a.value) INTO avant, apres
      FROM jsonb_each(neuf) a WHERE a.value IS DISTINCT FROM vieux -> a.key AND a.key <> ALL (techniques);
    IF apres IS NULL THEN RETURN NULL; END IF;
  ELSE
    avant := CASE WHEN TG_OP = 'DELETE' THEN jsonb_strip_nulls(vieux) - techniques END;
    apres := CASE WHEN TG_OP = 'INSERT' THEN jsonb_strip_nulls(neuf) - techniques END;
  END IF;
  convention := CASE WHEN TG_TABLE_NAME = 'convention' THEN ligne ->> 'id' ELSE ligne ->> 'convention_id' END::integer;
  INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, fiche_action_id, libelle, avant, apres, motif)
  VALUES (app.utilisateur_id(), convention, coalesce(nullif(current_setting('app.operation', true), ''), 'sql'), TG_TABLE_NAME,
    CASE WHEN jsonb_typeof(ligne -> 'id') = 'number' THEN (ligne ->> 'id')::integer END, app.fiche_de(TG_TABLE_NAME, ligne),
    left(coalesce(ligne ->> 'titre', ligne ->> 'nom', ligne ->> 'libelle', ligne ->> 'objet', ligne ->> 'date', ligne ->> 'texte', ligne ->> 'email'), 300),
    avant, apres, nullif(current_setting('app.motif', true), ''));
  RETURN NULL;
END $$;

-- What the journal already told of fiches.
ALTER TABLE journal DISABLE TRIGGER inalterable;
UPDATE journal SET fiche_action_id = objet_id WHERE objet = 'fiche_action';
UPDATE journal j SET fiche_action_id = e.fiche_action_id FROM etape e WHERE j.objet = 'etape' AND e.id = j.objet_id;
UPDATE journal j SET fiche_action_id = i.fiche_action_id FROM mesure m JOIN indicateur i ON i.id = m.indicateur_id WHERE j.objet = 'mesure' AND m.id = j.objet_id;
ALTER TABLE journal ENABLE TRIGGER inalterable;

CREATE TRIGGER journal AFTER INSERT OR DELETE ON mention FOR EACH ROW EXECUTE FUNCTION app.journaliser();

REVOKE ALL ON FUNCTION app.lit_commentaire(integer, integer, visibilite_commentaire), app.mentionnables(integer, visibilite_commentaire), app.verifier_mention(),
  app.verifier_appreciation(), app.verifier_mesure(), app.proteger_version_plan(), app.fiche_de(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.mentionnables(integer, visibilite_commentaire) TO copilote_app;
