-- CreateEnum
CREATE TYPE "genre_session" AS ENUM ('NAVIGATEUR', 'CALENDRIER', 'VEILLE');

-- CreateEnum
CREATE TYPE "matiere_decision" AS ENUM ('FICHE', 'CIBLE', 'SCHEMA', 'AVENANT');

-- CreateEnum
CREATE TYPE "pouvoir_instance" AS ENUM ('PROPOSE', 'DECIDE');

-- CreateEnum
CREATE TYPE "rythme_serie" AS ENUM ('MENSUEL', 'BIMENSUEL', 'TRIMESTRIEL', 'AVANT_INSTANCE');

-- CreateEnum
CREATE TYPE "etat_point" AS ENUM ('A_TRAITER', 'TRAITE', 'REPORTE');

-- CreateEnum
CREATE TYPE "origine_point" AS ENUM ('SAISI', 'FICHE', 'INDICATEUR', 'DECISION', 'SCHEMA', 'PROPOSITION', 'REPRISE');

-- CreateEnum
CREATE TYPE "effet_decision" AS ENUM ('REPORTER_FICHE', 'ABANDONNER_FICHE', 'CHANGER_CIBLE', 'VALIDER_SCHEMA', 'VALIDER_AVENANT');

-- CreateEnum
CREATE TYPE "etat_releve" AS ENUM ('BROUILLON', 'A_VALIDER', 'VALIDE');

-- CreateEnum
CREATE TYPE "cote_releve" AS ENUM ('CAF', 'COORDINATION');

-- CreateEnum
CREATE TYPE "frequence_veille" AS ENUM ('JAMAIS', 'QUOTIDIENNE', 'HEBDOMADAIRE', 'MENSUELLE');

-- CreateEnum
CREATE TYPE "etat_envoi" AS ENUM ('A_ENVOYER', 'ENVOYE', 'ABANDONNE');

-- CreateEnum
CREATE TYPE "etat_tache" AS ENUM ('A_FAIRE', 'EN_COURS', 'FAITE', 'ECHOUEE');

-- DropIndex
DROP INDEX "document_convention_id_idx";

-- AlterTable
ALTER TABLE "avenant" ADD COLUMN     "valide_le" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "appliquee_le" TIMESTAMPTZ(3),
ADD COLUMN     "avant" JSONB,
ADD COLUMN     "avenant_id" INTEGER,
ADD COLUMN     "cible" DECIMAL(16,4),
ADD COLUMN     "cible_texte" TEXT,
ADD COLUMN     "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "decidee_par_id" INTEGER,
ADD COLUMN     "effet" "effet_decision",
ADD COLUMN     "indicateur_id" INTEGER,
ADD COLUMN     "suivi" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "instance" ADD COLUMN     "quorum" INTEGER,
ADD COLUMN     "quorum_texte" TEXT;

-- AlterTable
ALTER TABLE "membre" ADD COLUMN     "coanimation" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "motif_fin" TEXT,
ADD COLUMN     "personne" TEXT,
ADD COLUMN     "predecesseur_id" INTEGER,
ADD COLUMN     "suppleant" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "point_ordre_du_jour" ADD COLUMN     "cle" TEXT,
ADD COLUMN     "document_id" INTEGER,
ADD COLUMN     "duree_minutes" INTEGER,
ADD COLUMN     "etat" "etat_point" NOT NULL DEFAULT 'A_TRAITER',
ADD COLUMN     "fiche_action_id" INTEGER,
ADD COLUMN     "indicateur_id" INTEGER,
ADD COLUMN     "origine" "origine_point" NOT NULL DEFAULT 'SAISI',
ADD COLUMN     "precedent_id" INTEGER,
ADD COLUMN     "presentateur" TEXT,
ADD COLUMN     "proposition_id" INTEGER,
ADD COLUMN     "schema_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "presence" ADD COLUMN     "representant" TEXT;

-- AlterTable
ALTER TABLE "reunion" ADD COLUMN     "serie_id" INTEGER;

-- AlterTable
ALTER TABLE "session" ADD COLUMN     "genre" "genre_session" NOT NULL DEFAULT 'NAVIGATEUR';

-- CreateTable
CREATE TABLE "competence" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "matiere" "matiere_decision" NOT NULL,
    "pouvoir" "pouvoir_instance" NOT NULL,
    "source" TEXT,

    CONSTRAINT "competence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "serie_reunion" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "rythme" "rythme_serie" NOT NULL,
    "libelle" TEXT NOT NULL,
    "evenement_id" INTEGER,
    "jours_avant" INTEGER,
    "debut" DATE NOT NULL,
    "fin" DATE NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "serie_reunion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "releve" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "reunion_id" INTEGER NOT NULL,
    "numero_version" INTEGER NOT NULL,
    "etat" "etat_releve" NOT NULL DEFAULT 'BROUILLON',
    "motif" TEXT,
    "contenu" JSONB,
    "soumis_le" TIMESTAMPTZ(3),
    "valide_le" TIMESTAMPTZ(3),
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "releve_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "validation_releve" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "releve_id" INTEGER NOT NULL,
    "cote" "cote_releve" NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "nom" TEXT NOT NULL,
    "instant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "validation_releve_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reglage_veille" (
    "utilisateur_id" INTEGER NOT NULL,
    "frequence" "frequence_veille" NOT NULL,
    "jour" INTEGER,
    "arretee_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reglage_veille_pkey" PRIMARY KEY ("utilisateur_id")
);

-- CreateTable
CREATE TABLE "envoi_veille" (
    "id" SERIAL NOT NULL,
    "cle" TEXT NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "jour" DATE NOT NULL,
    "etat" "etat_envoi" NOT NULL DEFAULT 'A_ENVOYER',
    "sujet" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "envoye_le" TIMESTAMPTZ(3),

    CONSTRAINT "envoi_veille_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_veille" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "envoi_id" INTEGER NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "cle" TEXT NOT NULL,
    "phrase" TEXT NOT NULL,

    CONSTRAINT "signal_veille_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tache" (
    "id" SERIAL NOT NULL,
    "genre" TEXT NOT NULL,
    "cle" TEXT NOT NULL,
    "charge" JSONB NOT NULL DEFAULT '{}',
    "etat" "etat_tache" NOT NULL DEFAULT 'A_FAIRE',
    "essais" INTEGER NOT NULL DEFAULT 0,
    "pas_avant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "bail_fin" TIMESTAMPTZ(3),
    "erreur" TEXT,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "faite_le" TIMESTAMPTZ(3),

    CONSTRAINT "tache_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "competence_convention_id_idx" ON "competence"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "competence_instance_id_matiere_key" ON "competence"("instance_id", "matiere");

-- CreateIndex
CREATE INDEX "serie_reunion_convention_id_instance_id_idx" ON "serie_reunion"("convention_id", "instance_id");

-- CreateIndex
CREATE UNIQUE INDEX "serie_reunion_convention_id_id_key" ON "serie_reunion"("convention_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "releve_reunion_id_numero_version_key" ON "releve"("reunion_id", "numero_version");

-- CreateIndex
CREATE UNIQUE INDEX "releve_convention_id_id_key" ON "releve"("convention_id", "id");

-- CreateIndex
CREATE INDEX "validation_releve_convention_id_idx" ON "validation_releve"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "validation_releve_releve_id_cote_key" ON "validation_releve"("releve_id", "cote");

-- CreateIndex
CREATE UNIQUE INDEX "envoi_veille_cle_key" ON "envoi_veille"("cle");

-- CreateIndex
CREATE INDEX "envoi_veille_utilisateur_id_jour_idx" ON "envoi_veille"("utilisateur_id", "jour");

-- CreateIndex
CREATE INDEX "signal_veille_convention_id_envoi_id_idx" ON "signal_veille"("convention_id", "envoi_id");

-- CreateIndex
CREATE INDEX "signal_veille_envoi_id_idx" ON "signal_veille"("envoi_id");

-- CreateIndex
CREATE UNIQUE INDEX "signal_veille_utilisateur_id_convention_id_cle_key" ON "signal_veille"("utilisateur_id", "convention_id", "cle");

-- CreateIndex
CREATE UNIQUE INDEX "tache_cle_key" ON "tache"("cle");

-- CreateIndex
CREATE INDEX "tache_etat_pas_avant_idx" ON "tache"("etat", "pas_avant");

-- CreateIndex
CREATE UNIQUE INDEX "avenant_convention_id_id_key" ON "avenant"("convention_id", "id");

-- CreateIndex
CREATE INDEX "decision_convention_id_point_id_idx" ON "decision"("convention_id", "point_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_convention_id_id_key" ON "decision"("convention_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_convention_id_id_key" ON "document"("convention_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "point_ordre_du_jour_reunion_id_cle_key" ON "point_ordre_du_jour"("reunion_id", "cle");

-- CreateIndex
CREATE INDEX "reunion_convention_id_serie_id_idx" ON "reunion"("convention_id", "serie_id");

-- AddForeignKey
ALTER TABLE "competence" ADD CONSTRAINT "competence_convention_id_instance_id_fkey" FOREIGN KEY ("convention_id", "instance_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_convention_id_predecesseur_id_fkey" FOREIGN KEY ("convention_id", "predecesseur_id") REFERENCES "membre"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "serie_reunion" ADD CONSTRAINT "serie_reunion_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "serie_reunion" ADD CONSTRAINT "serie_reunion_convention_id_instance_id_fkey" FOREIGN KEY ("convention_id", "instance_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "serie_reunion" ADD CONSTRAINT "serie_reunion_convention_id_evenement_id_fkey" FOREIGN KEY ("convention_id", "evenement_id") REFERENCES "instance"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reunion" ADD CONSTRAINT "reunion_convention_id_serie_id_fkey" FOREIGN KEY ("convention_id", "serie_id") REFERENCES "serie_reunion"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_indicateur_id_fkey" FOREIGN KEY ("convention_id", "indicateur_id") REFERENCES "indicateur"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_document_id_fkey" FOREIGN KEY ("convention_id", "document_id") REFERENCES "document"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_proposition_id_fkey" FOREIGN KEY ("convention_id", "proposition_id") REFERENCES "decision"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_precedent_id_fkey" FOREIGN KEY ("convention_id", "precedent_id") REFERENCES "point_ordre_du_jour"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_indicateur_id_fkey" FOREIGN KEY ("convention_id", "indicateur_id") REFERENCES "indicateur"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_avenant_id_fkey" FOREIGN KEY ("convention_id", "avenant_id") REFERENCES "avenant"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_decidee_par_id_fkey" FOREIGN KEY ("convention_id", "decidee_par_id") REFERENCES "decision"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releve" ADD CONSTRAINT "releve_convention_id_reunion_id_fkey" FOREIGN KEY ("convention_id", "reunion_id") REFERENCES "reunion"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation_releve" ADD CONSTRAINT "validation_releve_convention_id_releve_id_fkey" FOREIGN KEY ("convention_id", "releve_id") REFERENCES "releve"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "validation_releve" ADD CONSTRAINT "validation_releve_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglage_veille" ADD CONSTRAINT "reglage_veille_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "envoi_veille" ADD CONSTRAINT "envoi_veille_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_veille" ADD CONSTRAINT "signal_veille_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal_veille" ADD CONSTRAINT "signal_veille_envoi_id_fkey" FOREIGN KEY ("envoi_id") REFERENCES "envoi_veille"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma cannot say ────────────────────────────────────────────────────────────────────

ALTER TABLE instance ADD CONSTRAINT instance_quorum CHECK (quorum > 0);
ALTER TABLE membre ADD CONSTRAINT membre_mandat CHECK (debut <= fin);
ALTER TABLE serie_reunion ADD CONSTRAINT serie_dates CHECK (debut <= fin),
  ADD CONSTRAINT serie_evenement CHECK ((rythme = 'AVANT_INSTANCE') = (evenement_id IS NOT NULL AND jours_avant IS NOT NULL)),
  ADD CONSTRAINT serie_jours_avant CHECK (jours_avant BETWEEN 1 AND 366);
ALTER TABLE point_ordre_du_jour ADD CONSTRAINT point_duree CHECK (duree_minutes BETWEEN 1 AND 1440);
ALTER TABLE reglage_veille ADD CONSTRAINT veille_jour CHECK (jour BETWEEN 1 AND 5);
-- An effect names what it bears on.
ALTER TABLE decision ADD CONSTRAINT decision_effet CHECK (CASE effet
  WHEN 'REPORTER_FICHE' THEN fiche_action_id IS NOT NULL
  WHEN 'ABANDONNER_FICHE' THEN fiche_action_id IS NOT NULL
  WHEN 'CHANGER_CIBLE' THEN indicateur_id IS NOT NULL AND num_nonnulls(cible, cible_texte) > 0
  WHEN 'VALIDER_SCHEMA' THEN schema_id IS NOT NULL
  WHEN 'VALIDER_AVENANT' THEN avenant_id IS NOT NULL
  ELSE appliquee_le IS NULL END),
  ADD CONSTRAINT decision_appliquee CHECK (appliquee_le IS NULL OR etat = 'PRISE');
-- The two sides are two people.
CREATE UNIQUE INDEX "validation_releve_releve_id_utilisateur_id_key" ON "validation_releve"("releve_id", "utilisateur_id");

-- ── Walls ─────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON competence, serie_reunion, releve, validation_releve, reglage_veille TO copilote_app;
-- What was told stays told: no policy lets anyone change it.
GRANT SELECT, INSERT, UPDATE ON signal_veille TO copilote_app;
GRANT SELECT, INSERT, UPDATE ON envoi_veille TO copilote_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO copilote_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['competence', 'serie_reunion', 'releve', 'validation_releve'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY lecture ON public.%I FOR SELECT TO copilote_app USING (elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture())))', t);
    EXECUTE format('CREATE POLICY ajout ON public.%I FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY modification ON public.%I FOR UPDATE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture())) WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY retrait ON public.%I FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.journaliser()', t);
  END LOOP;
END $$;

-- Nobody validates in somebody else's name.
DROP POLICY ajout ON validation_releve;
CREATE POLICY ajout ON validation_releve FOR INSERT TO copilote_app WITH CHECK (
  convention_id <@ (SELECT app.portee_ecriture()) AND utilisateur_id = (SELECT app.utilisateur_id()));

-- One's own settings, messages, and what one was told.
ALTER TABLE reglage_veille ENABLE ROW LEVEL SECURITY;
CREATE POLICY sien ON reglage_veille FOR ALL TO copilote_app
  USING (utilisateur_id = (SELECT app.utilisateur_id())) WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()));
ALTER TABLE envoi_veille ENABLE ROW LEVEL SECURITY;
CREATE POLICY sien ON envoi_veille FOR ALL TO copilote_app
  USING (utilisateur_id = (SELECT app.utilisateur_id())) WITH CHECK (utilisateur_id = (SELECT app.utilisateur_id()));
ALTER TABLE signal_veille ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON signal_veille FOR SELECT TO copilote_app USING (
  convention_id <@ (SELECT app.portee_lecture())
  AND (utilisateur_id = (SELECT app.utilisateur_id()) OR convention_id <@ (SELECT app.portee_ecriture())));
CREATE POLICY ajout ON signal_veille FOR INSERT TO copilote_app WITH CHECK (
  utilisateur_id = (SELECT app.utilisateur_id()) AND convention_id <@ (SELECT app.portee_lecture()));

-- Background work is reached through functions only.
ALTER TABLE tache ENABLE ROW LEVEL SECURITY;

-- A subscription to a calendar reads the calendar, the reading made for a digest reads the digest: neither opens
-- anything else, whoever holds its secret.
CREATE OR REPLACE FUNCTION app.utilisateur_id() RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE cle text := current_setting('app.session', true); qui integer;
BEGIN
  IF cle IS NULL OR cle = '' THEN RETURN NULL; END IF;
  SELECT s.utilisateur_id INTO qui FROM session s JOIN utilisateur u ON u.id = s.utilisateur_id
    WHERE s.id = cle AND s.fermee_le IS NULL AND s.expire_le > now() AND u.actif
      AND (s.genre = 'NAVIGATEUR'
        OR (s.genre = 'CALENDRIER' AND current_setting('app.operation', true) = 'calendrier.lire')
        OR (s.genre = 'VEILLE' AND current_setting('app.operation', true) = 'veille.envoyer'));
  RETURN qui;
END $$;

-- ── Journal ───────────────────────────────────────────────────────────────────────────────────

-- As before. Notes taken while a meeting runs save themselves every few seconds, and minutes are kept whole in each of
-- their versions: writing both down again at each change would bury the rest.
CREATE OR REPLACE FUNCTION app.journaliser() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE
  techniques text[] := ARRAY['version', 'recherche', 'maj_le', 'cree_le', 'convention_id', 'mot_de_passe', 'contenu'];
  vieux jsonb; neuf jsonb; avant jsonb; apres jsonb; ligne jsonb; convention integer;
BEGIN
  -- An import writes one line for the whole dossier instead of hundreds.
  IF TG_OP = 'INSERT' AND current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'point_ordre_du_jour' AND TG_OP = 'UPDATE' THEN techniques := techniques || 'notes'; END IF;
  IF TG_OP <> 'INSERT' THEN vieux := to_jsonb(OLD); END IF;
  IF TG_OP <> 'DELETE' THEN neuf := to_jsonb(NEW); END IF;
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
  INSERT INTO journal (utilisateur_id, convention_id, operation, objet, objet_id, libelle, avant, apres, motif)
  VALUES (app.utilisateur_id(), convention, coalesce(nullif(current_setting('app.operation', true), ''), 'sql'), TG_TABLE_NAME,
    (ligne ->> 'id')::integer,
    left(coalesce(ligne ->> 'titre', ligne ->> 'nom', ligne ->> 'libelle', ligne ->> 'objet', ligne ->> 'date', ligne ->> 'texte', ligne ->> 'email'), 300),
    avant, apres, nullif(current_setting('app.motif', true), ''));
  RETURN NULL;
END $$;

-- ── Validated minutes ─────────────────────────────────────────────────────────────────────────

-- The keys of two rows that differ.
CREATE FUNCTION app.champs_changes(p_avant jsonb, p_apres jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE
AS $$ SELECT coalesce(array_agg(a.key), '{}') FROM jsonb_each(p_apres) a WHERE a.value IS DISTINCT FROM p_avant -> a.key $$;

-- A frozen meeting does not change. It freezes when its minutes are validated, and opens again only for a new version
-- of them that says why.
CREATE OR REPLACE FUNCTION app.proteger_reunion() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    -- A convention that goes takes its meetings along.
    IF OLD.figee AND EXISTS (SELECT FROM convention c WHERE c.id = OLD.convention_id) THEN
      RAISE EXCEPTION 'Le relevé de cette réunion est validé : elle ne se retire plus.' USING ERRCODE = 'CT002';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.figee AND NOT (app.champs_changes(to_jsonb(OLD), to_jsonb(NEW)) <@ ARRAY['figee', 'version']
      AND (NEW.figee OR EXISTS (SELECT FROM releve r WHERE r.reunion_id = OLD.id AND r.etat = 'BROUILLON' AND r.motif IS NOT NULL))) THEN
    RAISE EXCEPTION 'Le relevé de cette réunion est validé : elle ne se modifie plus. Corrigez le relevé par une nouvelle version.' USING ERRCODE = 'CT002';
  END IF;
  IF NEW.figee AND NOT OLD.figee AND NOT EXISTS (SELECT FROM releve r WHERE r.reunion_id = NEW.id AND r.etat = 'VALIDE'
      AND r.numero_version = (SELECT max(d.numero_version) FROM releve d WHERE d.reunion_id = NEW.id)) THEN
    RAISE EXCEPTION 'Une réunion ne se fige qu’avec un relevé validé.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER figee ON reunion;
CREATE TRIGGER figee BEFORE UPDATE OR DELETE ON reunion FOR EACH ROW EXECUTE FUNCTION app.proteger_reunion();

-- Nor does what its minutes tell: agenda, presences, decisions. A decision still gets its follow-up, its new owner,
-- and the outcome that the deciding instance gives a proposal.
CREATE FUNCTION app.proteger_tenue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE
  ligne jsonb := CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
  reunion_id integer; permis text[] := '{}';
BEGIN
  IF TG_OP = 'INSERT' AND current_setting('app.operation', true) = 'dossier.importer' THEN RETURN NEW; END IF;
  reunion_id := CASE WHEN TG_TABLE_NAME = 'decision'
    THEN (SELECT p.reunion_id FROM point_ordre_du_jour p WHERE p.id = (ligne ->> 'point_id')::integer)
    ELSE (ligne ->> 'reunion_id')::integer END;
  -- The lock makes a change and a validation made at the same moment wait for each other.
  PERFORM 1 FROM reunion r WHERE r.id = reunion_id FOR SHARE;
  IF EXISTS (SELECT FROM reunion r WHERE r.id = reunion_id AND r.figee) THEN
    IF TG_TABLE_NAME = 'decision' AND TG_OP = 'UPDATE' THEN
      permis := ARRAY['realisee_le', 'suivi', 'responsable', 'version'];
      IF OLD.decidee_par_id IS NULL AND NEW.decidee_par_id IS NOT NULL THEN permis := permis || ARRAY['etat', 'decidee_par_id']; END IF;
    END IF;
    IF TG_OP <> 'UPDATE' OR NOT app.champs_changes(to_jsonb(OLD), to_jsonb(NEW)) <@ permis THEN
      RAISE EXCEPTION 'Le relevé de cette réunion est validé : son contenu ne change plus. Corrigez le relevé par une nouvelle version.' USING ERRCODE = 'CT002';
    END IF;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER figee BEFORE INSERT OR UPDATE OR DELETE ON point_ordre_du_jour FOR EACH ROW EXECUTE FUNCTION app.proteger_tenue();
CREATE TRIGGER figee BEFORE INSERT OR UPDATE OR DELETE ON presence FOR EACH ROW EXECUTE FUNCTION app.proteger_tenue();
CREATE TRIGGER figee BEFORE INSERT OR UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION app.proteger_tenue();

-- A version of the minutes: submitted, it keeps what it says; validated by both sides, it never changes.
CREATE FUNCTION app.proteger_releve() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.etat = 'VALIDE' AND EXISTS (SELECT FROM convention c WHERE c.id = OLD.convention_id) THEN
      RAISE EXCEPTION 'Ce relevé est validé : il ne se retire plus.' USING ERRCODE = 'CT002';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD.etat = 'VALIDE' THEN
    RAISE EXCEPTION 'Ce relevé est validé : il ne change plus. Corrigez-le par une nouvelle version.' USING ERRCODE = 'CT002';
  END IF;
  IF OLD.etat = 'A_VALIDER' AND NEW.etat <> 'BROUILLON' AND NEW.contenu IS DISTINCT FROM OLD.contenu THEN
    RAISE EXCEPTION 'Ce relevé est soumis à validation : reprenez-le en brouillon pour le modifier.' USING ERRCODE = 'CT002';
  END IF;
  IF NEW.etat = 'VALIDE' AND (OLD.etat <> 'A_VALIDER' OR NEW.contenu IS NULL OR
      (SELECT count(*) FROM validation_releve v WHERE v.releve_id = NEW.id) < 2) THEN
    RAISE EXCEPTION 'Un relevé se valide à deux : la Caf et la coordination.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fige BEFORE UPDATE OR DELETE ON releve FOR EACH ROW EXECUTE FUNCTION app.proteger_releve();

CREATE FUNCTION app.proteger_validation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, app AS $$
DECLARE etat_releve etat_releve;
BEGIN
  SELECT r.etat INTO etat_releve FROM releve r WHERE r.id = CASE WHEN TG_OP = 'DELETE' THEN OLD.releve_id ELSE NEW.releve_id END FOR UPDATE;
  IF TG_OP = 'DELETE' THEN
    IF etat_releve = 'VALIDE' AND EXISTS (SELECT FROM convention c WHERE c.id = OLD.convention_id) THEN
      RAISE EXCEPTION 'Une validation ne se retire pas d’un relevé validé.' USING ERRCODE = 'CT002';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' OR (etat_releve <> 'A_VALIDER' AND current_setting('app.operation', true) IS DISTINCT FROM 'dossier.importer') THEN
    RAISE EXCEPTION 'Ce relevé n’attend pas de validation.' USING ERRCODE = 'CT002';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER fige BEFORE INSERT OR UPDATE OR DELETE ON validation_releve FOR EACH ROW EXECUTE FUNCTION app.proteger_validation();

REVOKE ALL ON FUNCTION app.champs_changes(jsonb, jsonb), app.proteger_tenue(), app.proteger_releve(), app.proteger_validation() FROM PUBLIC;
