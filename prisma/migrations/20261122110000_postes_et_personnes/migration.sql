-- CreateEnum
CREATE TYPE "nature_financement" AS ENUM ('TAUX', 'MONTANT_PAR_ETP', 'FORFAIT');

-- AlterTable
ALTER TABLE "occupation" ADD COLUMN     "charge_id" INTEGER,
ADD COLUMN     "remplace_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "poste" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "poste_theme" (
    "convention_id" INTEGER NOT NULL,
    "poste_id" INTEGER NOT NULL,
    "theme_code" TEXT NOT NULL,

    CONSTRAINT "poste_theme_pkey" PRIMARY KEY ("poste_id","theme_code")
);

-- CreateTable
CREATE TABLE "poste_mission" (
    "convention_id" INTEGER NOT NULL,
    "poste_id" INTEGER NOT NULL,
    "mission_id" INTEGER NOT NULL,

    CONSTRAINT "poste_mission_pkey" PRIMARY KEY ("poste_id","mission_id")
);

-- CreateTable
CREATE TABLE "charge_cooperation" (
    "id" SERIAL NOT NULL,
    "cle" TEXT,
    "nom" TEXT NOT NULL,
    "anonymise_le" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "charge_cooperation_pkey" PRIMARY KEY ("id")
);

-- A name written in two posts of one convention is one person; across conventions, a name alone proves nothing.
ALTER TABLE charge_cooperation ADD COLUMN origine text;
INSERT INTO charge_cooperation (nom, origine) SELECT DISTINCT o.personne, o.convention_id || ':' || o.personne FROM occupation o;
UPDATE occupation o SET charge_id = c.id FROM charge_cooperation c WHERE c.origine = o.convention_id || ':' || o.personne;
ALTER TABLE charge_cooperation DROP COLUMN origine;
ALTER TABLE occupation ALTER COLUMN charge_id SET NOT NULL, DROP COLUMN personne;

-- CreateTable
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "occupation_id" INTEGER NOT NULL,
    "debut" DATE NOT NULL,
    "fin" DATE,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reglage_financement" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "organisme_id" INTEGER,
    "financeur" TEXT NOT NULL,
    "nature" "nature_financement" NOT NULL,
    "valeur" DECIMAL(12,2) NOT NULL,
    "valable_du" DATE,
    "valable_au" DATE,
    "source" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reglage_financement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "financement" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "annee" INTEGER NOT NULL,
    "poste_id" INTEGER,
    "organisme_id" INTEGER,
    "financeur" TEXT NOT NULL,
    "prevu" DECIMAL(12,2),
    "realise" DECIMAL(12,2),
    "note" TEXT,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "financement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repartition_afas" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "annee" INTEGER NOT NULL,
    "charge_id" INTEGER NOT NULL,
    "theme_code" TEXT NOT NULL,
    "part" DECIMAL(5,2) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "repartition_afas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "echeance_afas" (
    "id" SERIAL NOT NULL,
    "caf_id" INTEGER NOT NULL,
    "annee" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "source" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "echeance_afas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activite_mission" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "annee" INTEGER NOT NULL,
    "mission_id" INTEGER NOT NULL,
    "charge_id" INTEGER,
    "texte" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "activite_mission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bilan_fonction" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "annee" INTEGER NOT NULL,
    "effets" TEXT,
    "objectifs" TEXT,
    "moyens" TEXT,
    "difficultes" TEXT,
    "suites" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "bilan_fonction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "poste_theme_convention_id_idx" ON "poste_theme"("convention_id");

-- CreateIndex
CREATE INDEX "poste_mission_convention_id_idx" ON "poste_mission"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "charge_cooperation_cle_key" ON "charge_cooperation"("cle");

-- CreateIndex
CREATE INDEX "absence_convention_id_occupation_id_idx" ON "absence"("convention_id", "occupation_id");

-- CreateIndex
CREATE INDEX "reglage_financement_convention_id_idx" ON "reglage_financement"("convention_id");

-- CreateIndex
CREATE INDEX "financement_convention_id_annee_idx" ON "financement"("convention_id", "annee");

-- CreateIndex
CREATE UNIQUE INDEX "repartition_afas_convention_id_annee_charge_id_theme_code_key" ON "repartition_afas"("convention_id", "annee", "charge_id", "theme_code");

-- CreateIndex
CREATE INDEX "echeance_afas_caf_id_annee_idx" ON "echeance_afas"("caf_id", "annee");

-- CreateIndex
CREATE INDEX "activite_mission_convention_id_annee_idx" ON "activite_mission"("convention_id", "annee");

-- CreateIndex
CREATE UNIQUE INDEX "bilan_fonction_convention_id_annee_key" ON "bilan_fonction"("convention_id", "annee");

-- CreateIndex
CREATE INDEX "occupation_charge_id_idx" ON "occupation"("charge_id");

-- CreateIndex
CREATE UNIQUE INDEX "occupation_convention_id_id_key" ON "occupation"("convention_id", "id");

-- CreateIndex
CREATE INDEX "poste_convention_id_affectation_id_idx" ON "poste"("convention_id", "affectation_id");

-- AddForeignKey
ALTER TABLE "poste_theme" ADD CONSTRAINT "poste_theme_convention_id_poste_id_fkey" FOREIGN KEY ("convention_id", "poste_id") REFERENCES "poste"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste_theme" ADD CONSTRAINT "poste_theme_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme_afas"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste_mission" ADD CONSTRAINT "poste_mission_convention_id_poste_id_fkey" FOREIGN KEY ("convention_id", "poste_id") REFERENCES "poste"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste_mission" ADD CONSTRAINT "poste_mission_mission_id_fkey" FOREIGN KEY ("mission_id") REFERENCES "mission_reference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation" ADD CONSTRAINT "occupation_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge_cooperation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation" ADD CONSTRAINT "occupation_convention_id_remplace_id_fkey" FOREIGN KEY ("convention_id", "remplace_id") REFERENCES "occupation"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_convention_id_occupation_id_fkey" FOREIGN KEY ("convention_id", "occupation_id") REFERENCES "occupation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglage_financement" ADD CONSTRAINT "reglage_financement_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reglage_financement" ADD CONSTRAINT "reglage_financement_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "financement" ADD CONSTRAINT "financement_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "financement" ADD CONSTRAINT "financement_convention_id_poste_id_fkey" FOREIGN KEY ("convention_id", "poste_id") REFERENCES "poste"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "financement" ADD CONSTRAINT "financement_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repartition_afas" ADD CONSTRAINT "repartition_afas_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repartition_afas" ADD CONSTRAINT "repartition_afas_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge_cooperation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repartition_afas" ADD CONSTRAINT "repartition_afas_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme_afas"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "echeance_afas" ADD CONSTRAINT "echeance_afas_caf_id_fkey" FOREIGN KEY ("caf_id") REFERENCES "organisme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activite_mission" ADD CONSTRAINT "activite_mission_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activite_mission" ADD CONSTRAINT "activite_mission_mission_id_fkey" FOREIGN KEY ("mission_id") REFERENCES "mission_reference"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activite_mission" ADD CONSTRAINT "activite_mission_charge_id_fkey" FOREIGN KEY ("charge_id") REFERENCES "charge_cooperation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bilan_fonction" ADD CONSTRAINT "bilan_fonction_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── What Prisma cannot say ────────────────────────────────────────────────────────────────────

ALTER TABLE absence ADD CONSTRAINT absence_dates CHECK (debut <= fin),
  ADD CONSTRAINT absence_sans_chevauchement EXCLUDE USING gist (occupation_id WITH =, daterange(debut, fin, '[]') WITH &&);
ALTER TABLE reglage_financement ADD CONSTRAINT reglage_dates CHECK (valable_du <= valable_au),
  ADD CONSTRAINT reglage_valeur CHECK (valeur >= 0 AND (nature <> 'TAUX' OR valeur <= 100));
ALTER TABLE financement ADD CONSTRAINT financement_montants CHECK (prevu >= 0 AND realise >= 0),
  ADD CONSTRAINT financement_annee CHECK (annee BETWEEN 1990 AND 2100);
ALTER TABLE repartition_afas ADD CONSTRAINT repartition_part CHECK (part BETWEEN 0 AND 100), ADD CONSTRAINT repartition_annee CHECK (annee BETWEEN 1990 AND 2100);
ALTER TABLE occupation ADD CONSTRAINT occupation_pas_soi CHECK (remplace_id IS NULL OR remplace_id <> id);

-- ── Walls ─────────────────────────────────────────────────────────────────────────────────────

GRANT SELECT, INSERT, UPDATE, DELETE ON poste_theme, poste_mission, charge_cooperation, absence, reglage_financement, financement,
  repartition_afas, echeance_afas, activite_mission, bilan_fonction TO copilote_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO copilote_app;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['poste_theme', 'poste_mission', 'absence', 'reglage_financement', 'financement', 'repartition_afas', 'activite_mission', 'bilan_fonction'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY lecture ON public.%I FOR SELECT TO copilote_app USING (elem_contained_by_multirange(convention_id, (SELECT app.portee_lecture())))', t);
    EXECUTE format('CREATE POLICY ajout ON public.%I FOR INSERT TO copilote_app WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY modification ON public.%I FOR UPDATE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture())) WITH CHECK (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE POLICY retrait ON public.%I FOR DELETE TO copilote_app USING (convention_id <@ (SELECT app.portee_ecriture()))', t);
    EXECUTE format('CREATE TRIGGER journal AFTER INSERT OR UPDATE OR DELETE ON public.%I FOR EACH ROW EXECUTE FUNCTION app.journaliser()', t);
  END LOOP;
END $$;

-- A person is known where they hold a post: elsewhere nobody learns that they work.
ALTER TABLE charge_cooperation ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON charge_cooperation FOR SELECT TO copilote_app USING (
  (SELECT app.est_administrateur()) OR EXISTS (SELECT FROM occupation o WHERE o.charge_id = charge_cooperation.id
    AND elem_contained_by_multirange(o.convention_id, (SELECT app.portee_lecture()))));
CREATE POLICY ajout ON charge_cooperation FOR INSERT TO copilote_app WITH CHECK (
  (SELECT app.est_administrateur()) OR EXISTS (SELECT FROM app.roles_actifs() r WHERE r.type IN ('CONSEILLER_CAF', 'CHARGE_COOPERATION')));
CREATE POLICY modification ON charge_cooperation FOR UPDATE TO copilote_app USING (EXISTS (
  SELECT FROM occupation o WHERE o.charge_id = charge_cooperation.id AND o.convention_id <@ (SELECT app.portee_ecriture())));

-- The calendar of a Caf: read by those who read one of its conventions, kept by its advisers.
ALTER TABLE echeance_afas ENABLE ROW LEVEL SECURITY;
CREATE POLICY lecture ON echeance_afas FOR SELECT TO copilote_app USING (EXISTS (
  SELECT FROM convention c WHERE c.caf_id = echeance_afas.caf_id AND c.id <@ (SELECT app.portee_lecture())));
CREATE POLICY ecriture ON echeance_afas FOR ALL TO copilote_app
  USING ((SELECT app.est_administrateur()) OR caf_id IN (SELECT r.organisme_id FROM app.roles_actifs() r WHERE r.type = 'CONSEILLER_CAF'))
  WITH CHECK ((SELECT app.est_administrateur()) OR caf_id IN (SELECT r.organisme_id FROM app.roles_actifs() r WHERE r.type = 'CONSEILLER_CAF'));

-- The person behind a professional address, made when nobody knows them yet. Gives a number and nothing else: an
-- address that another convention uses tells nobody where.
CREATE FUNCTION app.trouver_charge(p_cle text, p_nom text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE trouve integer;
BEGIN
  IF NOT (app.est_administrateur() OR EXISTS (SELECT FROM app.roles_actifs() r WHERE r.type IN ('CONSEILLER_CAF', 'CHARGE_COOPERATION'))) THEN RETURN NULL; END IF;
  IF p_cle IS NOT NULL THEN
    INSERT INTO charge_cooperation (cle, nom) VALUES (lower(p_cle), p_nom) ON CONFLICT (cle) DO NOTHING RETURNING id INTO trouve;
    IF trouve IS NULL THEN SELECT c.id INTO trouve FROM charge_cooperation c WHERE c.cle = lower(p_cle); END IF;
  ELSE
    INSERT INTO charge_cooperation (nom) VALUES (p_nom) RETURNING id INTO trouve;
  END IF;
  RETURN trouve;
END $$;

-- Forgets the name of somebody who has left every post, here and elsewhere. Figures and dates stay.
CREATE FUNCTION app.anonymiser_charge(p_charge integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM occupation o WHERE o.charge_id = p_charge AND o.convention_id <@ app.portee_ecriture()) THEN RETURN false; END IF;
  PERFORM 1 FROM charge_cooperation WHERE id = p_charge FOR UPDATE;
  IF EXISTS (SELECT FROM occupation o WHERE o.charge_id = p_charge AND (o.fin IS NULL OR o.fin >= app.aujourdhui())) THEN RETURN false; END IF;
  UPDATE charge_cooperation SET nom = 'Personne anonymisée n° ' || p_charge, cle = NULL, anonymise_le = now(), version = version + 1 WHERE id = p_charge;
  RETURN true;
END $$;

-- ── Rule 2, people: 1,00 at most, and never more filled than planned ──────────────────────────

-- One person, over all posts and all conventions, at every date. The row lock makes two conventions that employ the
-- same person at the same moment wait for each other. What is said names neither the other post nor its
-- convention, nor how much of it there is.
CREATE FUNCTION app.verifier_charge(p_charge integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE depassement record;
BEGIN
  PERFORM 1 FROM charge_cooperation WHERE id = p_charge FOR UPDATE;
  -- A sum can only rise on a day an occupation begins.
  SELECT d.debut AS jour INTO depassement
    FROM (SELECT DISTINCT debut FROM occupation WHERE charge_id = p_charge) d
    JOIN occupation o ON o.charge_id = p_charge AND o.debut <= d.debut AND (o.fin IS NULL OR o.fin >= d.debut)
    GROUP BY d.debut HAVING sum(o.quotite) > 1 ORDER BY d.debut LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Cette personne dépasserait un temps plein (1,00 ETP) le %, tous postes et toutes conventions confondus. Réduisez sa quotité, changez les dates, ou voyez avec elle ses autres engagements.',
      to_char(depassement.jour, 'DD/MM/YYYY') USING ERRCODE = 'CT004';
  END IF;
END $$;

-- One post, and the line it is a part of, at every date: what is filled never exceeds what is planned. A replacement
-- stands in for an absent person: it adds nothing, and fits inside both the absence and the quotité replaced.
CREATE FUNCTION app.verifier_poste(p_poste integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE p poste; s schema_cooperation; ligne affectation; trop record;
BEGIN
  SELECT * INTO p FROM poste WHERE id = p_poste FOR UPDATE;
  IF p.id IS NULL THEN RETURN; END IF;
  SELECT * INTO s FROM schema_cooperation WHERE id = p.schema_id;
  IF EXISTS (SELECT FROM occupation o WHERE o.poste_id = p.id AND (o.debut < s.debut OR o.debut > s.fin OR o.fin > s.fin)) THEN
    RAISE EXCEPTION 'Une occupation du poste « % » sort de la période du schéma : corrigez ses dates.', p.intitule USING ERRCODE = 'CT004';
  END IF;
  SELECT d.debut AS jour, sum(o.quotite) AS somme INTO trop
    FROM (SELECT DISTINCT debut FROM occupation WHERE poste_id = p.id AND remplace_id IS NULL) d
    JOIN occupation o ON o.poste_id = p.id AND o.remplace_id IS NULL AND o.debut <= d.debut AND (o.fin IS NULL OR o.fin >= d.debut)
    GROUP BY d.debut HAVING sum(o.quotite) > p.quotite ORDER BY d.debut LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'Le poste « % » serait occupé à % ETP le %, au-delà de % : réduisez une occupation ou terminez-la.', p.intitule,
      replace(round(trop.somme, 2)::text, '.', ','), to_char(trop.jour, 'DD/MM/YYYY'), replace(p.quotite::text, '.', ',') USING ERRCODE = 'CT004';
  END IF;
  IF EXISTS (SELECT FROM occupation r JOIN occupation o ON o.id = r.remplace_id WHERE r.poste_id = p.id AND (o.poste_id <> p.id OR o.remplace_id IS NOT NULL
      OR r.quotite > o.quotite OR NOT EXISTS (SELECT FROM absence a WHERE a.occupation_id = o.id
        AND daterange(r.debut, r.fin, '[]') <@ daterange(a.debut, a.fin, '[]'))))
    OR EXISTS (SELECT FROM occupation r JOIN occupation d ON d.poste_id = p.id AND d.remplace_id = r.remplace_id AND d.debut <= r.debut AND (d.fin IS NULL OR d.fin >= r.debut)
      JOIN occupation o ON o.id = r.remplace_id WHERE r.poste_id = p.id GROUP BY r.id, o.quotite HAVING sum(d.quotite) > o.quotite) THEN
    RAISE EXCEPTION 'Un remplacement sur le poste « % » dépasse l’absence qu’il couvre : corrigez ses dates ou sa quotité.', p.intitule USING ERRCODE = 'CT004';
  END IF;
  IF p.affectation_id IS NULL THEN RETURN; END IF;
  SELECT * INTO ligne FROM affectation WHERE id = p.affectation_id FOR UPDATE;
  IF ligne.quotite IS NULL THEN RETURN; END IF;
  SELECT d.debut AS jour, sum(o.quotite) AS somme INTO trop
    FROM (SELECT DISTINCT o.debut FROM occupation o JOIN poste q ON q.id = o.poste_id WHERE q.affectation_id = ligne.id AND o.remplace_id IS NULL) d
    JOIN poste q ON q.affectation_id = ligne.id
    JOIN occupation o ON o.poste_id = q.id AND o.remplace_id IS NULL AND o.debut <= d.debut AND (o.fin IS NULL OR o.fin >= d.debut)
    GROUP BY d.debut HAVING sum(o.quotite) > ligne.quotite ORDER BY d.debut LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'La ligne « % » serait occupée à % ETP le %, au-delà de % convenu : réduisez une occupation.', ligne.libelle,
      replace(round(trop.somme, 2)::text, '.', ','), to_char(trop.jour, 'DD/MM/YYYY'), replace(ligne.quotite::text, '.', ',') USING ERRCODE = 'CT004';
  END IF;
END $$;

CREATE FUNCTION app.verifier_occupation_modifiee() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, app AS $$
DECLARE q record;
BEGIN
  IF TG_TABLE_NAME = 'occupation' THEN
    IF TG_OP <> 'DELETE' THEN PERFORM app.verifier_charge(NEW.charge_id), app.verifier_poste(NEW.poste_id); END IF;
    IF TG_OP <> 'INSERT' THEN PERFORM app.verifier_poste(OLD.poste_id); END IF;
  ELSIF TG_TABLE_NAME = 'absence' THEN
    PERFORM app.verifier_poste(o.poste_id) FROM occupation o WHERE o.id = OLD.occupation_id;
  ELSIF TG_TABLE_NAME = 'poste' THEN
    PERFORM app.verifier_poste(NEW.id);
  ELSIF TG_TABLE_NAME = 'affectation' THEN
    PERFORM app.verifier_poste(p.id) FROM poste p WHERE p.affectation_id = NEW.id;
  ELSE
    PERFORM app.verifier_poste(p.id) FROM poste p WHERE p.schema_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION app.verifier_charge(integer), app.verifier_poste(integer), app.verifier_occupation_modifiee(), app.trouver_charge(text, text), app.anonymiser_charge(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.trouver_charge(text, text), app.anonymiser_charge(integer) TO copilote_app;

CREATE CONSTRAINT TRIGGER plafond AFTER INSERT OR UPDATE OR DELETE ON occupation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_occupation_modifiee();
CREATE CONSTRAINT TRIGGER plafond AFTER UPDATE OR DELETE ON absence DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_occupation_modifiee();
CREATE CONSTRAINT TRIGGER plafond AFTER UPDATE OF quotite, affectation_id ON poste DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_occupation_modifiee();
CREATE CONSTRAINT TRIGGER plafond AFTER UPDATE OF quotite ON affectation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_occupation_modifiee();
CREATE CONSTRAINT TRIGGER plafond_periode AFTER UPDATE OF debut, fin ON schema_cooperation DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.verifier_occupation_modifiee();
