-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "type_role" AS ENUM ('ADMINISTRATEUR', 'CONSEILLER_CAF', 'CHARGE_COOPERATION', 'PILOTE', 'ELU', 'LECTEUR');

-- CreateEnum
CREATE TYPE "type_organisme" AS ENUM ('CAF', 'MSA', 'EPCI', 'COMMUNE', 'DEPARTEMENT', 'ETAT', 'ASSOCIATION', 'OPERATEUR', 'AUTRE');

-- CreateEnum
CREATE TYPE "mode_renouvellement" AS ENUM ('EXPRES', 'TACITE', 'NON_PRECISE');

-- CreateEnum
CREATE TYPE "nature_enjeu" AS ENUM ('ENJEU', 'ORIENTATION', 'OBJECTIF', 'CHAMP_INTERVENTION');

-- CreateEnum
CREATE TYPE "etat_annexe" AS ENUM ('FOURNIE', 'PARTIELLE', 'ABSENTE');

-- CreateEnum
CREATE TYPE "visibilite_commentaire" AS ENUM ('CAF', 'PAIRE', 'TOUS');

-- CreateEnum
CREATE TYPE "type_instance" AS ENUM ('COPIL', 'COTECH', 'GROUPE_PROJET', 'COMMISSION', 'SEMINAIRE', 'RENCONTRE', 'AUTRE');

-- CreateEnum
CREATE TYPE "voix" AS ENUM ('DECISIVE', 'CONSULTATIVE', 'NON_PRECISEE');

-- CreateEnum
CREATE TYPE "mode_frequence" AS ENUM ('MINIMUM', 'FOURCHETTE', 'MOYENNE', 'SELON_BESOIN', 'NON_PRECISEE');

-- CreateEnum
CREATE TYPE "periode_frequence" AS ENUM ('MOIS', 'BIMESTRE', 'TRIMESTRE', 'SEMESTRE', 'AN_CIVIL', 'AN_CONVENTION', 'CONVENTION');

-- CreateEnum
CREATE TYPE "par_frequence" AS ENUM ('INSTANCE', 'THEMATIQUE', 'COMMISSION');

-- CreateEnum
CREATE TYPE "etat_reunion" AS ENUM ('PREVUE', 'TENUE', 'ANNULEE');

-- CreateEnum
CREATE TYPE "etat_presence" AS ENUM ('PRESENT', 'EXCUSE', 'ABSENT', 'REPRESENTE');

-- CreateEnum
CREATE TYPE "etat_decision" AS ENUM ('ATTENDUE', 'PRISE', 'REPORTEE', 'REFUSEE');

-- CreateEnum
CREATE TYPE "nature_decision" AS ENUM ('VALIDATION', 'AJUSTEMENT', 'ARBITRAGE', 'ENGAGEMENT');

-- CreateEnum
CREATE TYPE "statut_fiche" AS ENUM ('A_ENGAGER', 'EN_COURS', 'REALISEE', 'REPORTEE', 'ABANDONNEE', 'A_PRECISER');

-- CreateEnum
CREATE TYPE "role_pilotage" AS ENUM ('PILOTE', 'PORTEUR', 'PARTENAIRE');

-- CreateEnum
CREATE TYPE "nature_indicateur" AS ENUM ('NOMBRE', 'POURCENTAGE', 'MONTANT', 'LIVRABLE', 'PREVU_REALISE', 'QUALITATIF', 'CARTE_DOCUMENT');

-- CreateEnum
CREATE TYPE "etat_schema" AS ENUM ('BROUILLON', 'PROPOSE', 'VALIDE', 'CLOS');

-- CreateEnum
CREATE TYPE "marge_schema" AS ENUM ('PORTEUR', 'THEMATIQUE');

-- CreateEnum
CREATE TYPE "motif_zero" AS ENUM ('PORTE_PAR_AUTRE', 'A_NEGOCIER', 'SANS_ETP', 'NEANT', 'NON_PRECISE');

-- CreateEnum
CREATE TYPE "situation_poste" AS ENUM ('POURVU', 'VACANT', 'JAMAIS_POURVU', 'EXTERNALISE', 'NON_PRECISE');

-- CreateEnum
CREATE TYPE "mode_poste" AS ENUM ('DIRECT', 'EXTERNALISE', 'PARTAGE', 'NON_PRECISE');

-- CreateTable
CREATE TABLE "departement" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,

    CONSTRAINT "departement_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "epci" (
    "siren" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "population" INTEGER,
    "millesime" INTEGER NOT NULL,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "epci_pkey" PRIMARY KEY ("siren")
);

-- CreateTable
CREATE TABLE "epci_departement" (
    "epci_siren" TEXT NOT NULL,
    "departement_code" TEXT NOT NULL,

    CONSTRAINT "epci_departement_pkey" PRIMARY KEY ("epci_siren","departement_code")
);

-- CreateTable
CREATE TABLE "commune" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "departement_code" TEXT NOT NULL,
    "epci_siren" TEXT,
    "population" INTEGER,
    "millesime" INTEGER NOT NULL,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "theme_afas" (
    "code" TEXT NOT NULL,
    "numero" INTEGER,
    "nom" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "theme_afas_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "nature_equipement" (
    "code" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "nom_type" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "nature_equipement_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "mission_reference" (
    "id" SERIAL NOT NULL,
    "bloc" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "mission_reference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "utilisateur" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "fonction" TEXT,
    "mot_de_passe" TEXT,
    "actif" BOOLEAN NOT NULL DEFAULT true,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "systeme" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "utilisateur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" SERIAL NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "type" "type_role" NOT NULL,
    "organisme_id" INTEGER,
    "convention_id" INTEGER,
    "fiche_action_id" INTEGER,
    "debut" DATE,
    "fin" DATE,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "fermee_le" TIMESTAMPTZ(3),
    "agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "utilisateur_id" INTEGER NOT NULL,
    "expire_le" TIMESTAMPTZ(3) NOT NULL,
    "utilisee_le" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tentative_connexion" (
    "id" SERIAL NOT NULL,
    "cle" TEXT NOT NULL,
    "instant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tentative_connexion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" SERIAL NOT NULL,
    "instant" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "utilisateur_id" INTEGER,
    "convention_id" INTEGER,
    "operation" TEXT NOT NULL,
    "objet" TEXT NOT NULL,
    "objet_id" INTEGER,
    "libelle" TEXT,
    "avant" JSONB,
    "apres" JSONB,
    "motif" TEXT,
    "transaction_id" BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text)::bigint,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisme" (
    "id" SERIAL NOT NULL,
    "cle" TEXT NOT NULL,
    "type" "type_organisme" NOT NULL,
    "nom" TEXT NOT NULL,
    "siren" TEXT,
    "commune_code" TEXT,
    "epci_siren" TEXT,
    "departement_code" TEXT,
    "adresse" TEXT,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organisme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convention" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "titre" TEXT,
    "presentation" TEXT,
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "caf_id" INTEGER NOT NULL,
    "date_debut" DATE,
    "date_fin" DATE,
    "periode_texte" TEXT,
    "date_signature" DATE,
    "lieu_signature" TEXT,
    "signature_texte" TEXT,
    "preavis_mois" INTEGER,
    "mise_en_demeure_mois" INTEGER,
    "resiliation_texte" TEXT,
    "renouvellement" "mode_renouvellement" NOT NULL DEFAULT 'NON_PRECISE',
    "renouvellement_texte" TEXT,
    "modification_texte" TEXT,
    "evaluation_texte" TEXT,
    "predecesseur_nom" TEXT,
    "predecesseur_debut" DATE,
    "predecesseur_fin" DATE,
    "predecesseur_texte" TEXT,
    "predecesseur_id" INTEGER,
    "territoire_nom" TEXT NOT NULL,
    "departement_code" TEXT,
    "territoire_note" TEXT,
    "nombre_communes" INTEGER,
    "source" JSONB NOT NULL,
    "recherche" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "convention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "territoire_epci" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "siren" TEXT,
    "nom" TEXT NOT NULL,
    "nom_source" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "territoire_epci_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "territoire_commune" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "code" TEXT,
    "nom" TEXT NOT NULL,
    "nom_source" TEXT,
    "date_entree" DATE,
    "motif_entree" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "territoire_commune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "convention_organisme" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "organisme_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "nom_source" TEXT,
    "adresse" TEXT,
    "note" TEXT,
    "signataire" BOOLEAN NOT NULL DEFAULT false,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "convention_organisme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "representant" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "organisme_id" INTEGER NOT NULL,
    "civilite" TEXT,
    "prenom" TEXT,
    "nom" TEXT NOT NULL,
    "fonction" TEXT,
    "designe" BOOLEAN NOT NULL DEFAULT true,
    "signe" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "representant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliberation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "organisme_id" INTEGER NOT NULL,
    "date" DATE,
    "texte" TEXT,
    "objet" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "deliberation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avenant" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "objet" TEXT NOT NULL,
    "echeance" DATE,
    "date_signature" DATE,
    "texte" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "avenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enjeu" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "nature" "nature_enjeu" NOT NULL DEFAULT 'ENJEU',
    "parent_id" INTEGER,
    "texte" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "enjeu_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "annexe" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "numero" TEXT,
    "titre" TEXT NOT NULL,
    "etat" "etat_annexe" NOT NULL DEFAULT 'FOURNIE',
    "note" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "annexe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chiffre_cle" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "valeur" DECIMAL(14,2) NOT NULL,
    "unite" TEXT,
    "source" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "chiffre_cle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lacune" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "sujet" TEXT NOT NULL,
    "raison" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "lacune_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reserve" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "cible_type" TEXT NOT NULL,
    "cible_ref" TEXT,
    "champ" TEXT,
    "citation" TEXT,
    "lecture" TEXT,
    "raison" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,
    "levee_le" TIMESTAMPTZ(3),
    "conclusion" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "reserve_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "jalon" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "titre" TEXT NOT NULL,
    "texte" TEXT,
    "etapes" TEXT[],
    "periode_texte" TEXT,
    "debut" DATE,
    "fin" DATE,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "jalon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mission_cooperation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "bloc" TEXT NOT NULL,
    "texte" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "mission_cooperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "equipement" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "nom" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "type_source" TEXT,
    "nature_source" TEXT,
    "adresse" TEXT,
    "code_postal" TEXT,
    "commune_source" TEXT,
    "commune_code" TEXT,
    "commune_nom" TEXT,
    "ordre" INTEGER NOT NULL,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "equipement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "titre" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "reference" TEXT,
    "date" DATE,
    "note" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "commentaire" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER,
    "auteur_id" INTEGER NOT NULL,
    "visibilite" "visibilite_commentaire" NOT NULL DEFAULT 'PAIRE',
    "texte" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "commentaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instance" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "type" "type_instance" NOT NULL,
    "nom" TEXT NOT NULL,
    "parent_id" INTEGER,
    "composition" TEXT,
    "animation" TEXT,
    "secretariat" TEXT,
    "missions" TEXT[],
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "instance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membre" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "fonction" TEXT,
    "organisme_id" INTEGER,
    "utilisateur_id" INTEGER,
    "voix" "voix" NOT NULL DEFAULT 'NON_PRECISEE',
    "debut" DATE,
    "fin" DATE,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "membre_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regle_frequence" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "mode" "mode_frequence" NOT NULL,
    "minimum" INTEGER,
    "maximum" INTEGER,
    "moyenne" INTEGER,
    "periode" "periode_frequence",
    "par" "par_frequence" NOT NULL DEFAULT 'INSTANCE',
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "debut" DATE,
    "fin" DATE,
    "evenement" TEXT,
    "a_confirmer" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "regle_frequence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reunion" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "instance_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "heure_debut" TEXT,
    "heure_fin" TEXT,
    "lieu" TEXT,
    "objet" TEXT,
    "groupe" TEXT,
    "etat" "etat_reunion" NOT NULL DEFAULT 'PREVUE',
    "motif_annulation" TEXT,
    "compte_rendu" TEXT,
    "figee" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reunion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "derogation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "reunion_id" INTEGER NOT NULL,
    "regle" TEXT NOT NULL,
    "motif" TEXT NOT NULL,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "derogation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presence" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "reunion_id" INTEGER NOT NULL,
    "membre_id" INTEGER NOT NULL,
    "etat" "etat_presence" NOT NULL,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "point_ordre_du_jour" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "reunion_id" INTEGER NOT NULL,
    "titre" TEXT NOT NULL,
    "notes" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "point_ordre_du_jour_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "point_id" INTEGER NOT NULL,
    "texte" TEXT NOT NULL,
    "nature" "nature_decision" NOT NULL,
    "etat" "etat_decision" NOT NULL DEFAULT 'ATTENDUE',
    "responsable" TEXT,
    "echeance" DATE,
    "realisee_le" DATE,
    "fiche_action_id" INTEGER,
    "schema_id" INTEGER,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plan_action" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "numero_version" INTEGER NOT NULL DEFAULT 1,
    "titre" TEXT,
    "niveaux" TEXT[],
    "nom_fiche" TEXT NOT NULL DEFAULT 'Fiche-action',
    "nom_etape" TEXT NOT NULL DEFAULT 'Étape',
    "texte" TEXT,
    "raison_sans_fiche" TEXT,

    CONSTRAINT "plan_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "axe" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "parent_id" INTEGER,
    "numero" TEXT,
    "titre" TEXT NOT NULL,
    "description" TEXT,
    "objectifs" TEXT[],
    "absence" TEXT,
    "theme_code" TEXT,
    "ordre" INTEGER NOT NULL,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "axe_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche_action" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "plan_id" INTEGER NOT NULL,
    "axe_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "numero" TEXT,
    "titre" TEXT NOT NULL,
    "titre_court" TEXT,
    "contexte" TEXT,
    "objectifs" TEXT,
    "description" TEXT,
    "public_vise" TEXT,
    "periode_texte" TEXT,
    "periode_debut" DATE,
    "periode_fin" DATE,
    "statut" "statut_fiche" NOT NULL DEFAULT 'A_PRECISER',
    "avancement" INTEGER,
    "enjeu_coordination" BOOLEAN,
    "suivi" TEXT,
    "maj_le" TIMESTAMPTZ(3),
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "recherche" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "fiche_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fiche_theme" (
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "theme_code" TEXT NOT NULL,

    CONSTRAINT "fiche_theme_pkey" PRIMARY KEY ("fiche_action_id","theme_code")
);

-- CreateTable
CREATE TABLE "etape" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "numero" TEXT,
    "titre" TEXT NOT NULL,
    "description" TEXT,
    "periode_texte" TEXT,
    "periode_debut" DATE,
    "periode_fin" DATE,
    "statut" "statut_fiche" NOT NULL DEFAULT 'A_PRECISER',
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "etape_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pilotage" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER NOT NULL,
    "role" "role_pilotage" NOT NULL,
    "texte" TEXT NOT NULL,
    "organisme_id" INTEGER,
    "utilisateur_id" INTEGER,
    "a_definir" BOOLEAN NOT NULL DEFAULT false,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "pilotage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicateur" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "fiche_action_id" INTEGER,
    "etape_id" INTEGER,
    "ref" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "note" TEXT,
    "nature" "nature_indicateur" NOT NULL,
    "unite" TEXT,
    "evolution" BOOLEAN NOT NULL DEFAULT false,
    "ventilation" TEXT,
    "sens" TEXT,
    "reference" DECIMAL(16,4),
    "cible" DECIMAL(16,4),
    "cible_texte" TEXT,
    "source" TEXT,
    "fournisseur" TEXT,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "indicateur_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mesure" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "indicateur_id" INTEGER NOT NULL,
    "periode_texte" TEXT NOT NULL,
    "debut" DATE,
    "fin" DATE,
    "valeur" DECIMAL(16,4),
    "valeur_prevue" DECIMAL(16,4),
    "texte" TEXT,
    "source" TEXT,
    "ventilation" TEXT,
    "auteur_id" INTEGER,
    "cree_le" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "mesure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schema_cooperation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "libelle" TEXT NOT NULL,
    "debut" DATE,
    "fin" DATE,
    "periode_texte" TEXT,
    "total" DECIMAL(6,2),
    "existant" DECIMAL(6,2),
    "etat" "etat_schema" NOT NULL DEFAULT 'BROUILLON',
    "anterieur" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    "source" TEXT,
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "schema_cooperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affectation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "marge" "marge_schema" NOT NULL,
    "organisme_id" INTEGER,
    "theme_code" TEXT,
    "libelle" TEXT NOT NULL,
    "quotite" DECIMAL(6,2),
    "motif_zero" "motif_zero",
    "note" TEXT,
    "situation" "situation_poste" NOT NULL DEFAULT 'NON_PRECISE',
    "themes_texte" TEXT[],
    "ordre" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "affectation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "croisement" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "porteur_id" INTEGER NOT NULL,
    "thematique_id" INTEGER NOT NULL,
    "quotite" DECIMAL(6,2) NOT NULL,

    CONSTRAINT "croisement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "developpement" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "libelle" TEXT NOT NULL,
    "organisme_id" INTEGER,
    "quotite" DECIMAL(6,2) NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "developpement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "poste" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "schema_id" INTEGER NOT NULL,
    "affectation_id" INTEGER,
    "organisme_id" INTEGER,
    "ref" TEXT NOT NULL,
    "intitule" TEXT NOT NULL,
    "quotite" DECIMAL(6,2) NOT NULL,
    "mode" "mode_poste" NOT NULL DEFAULT 'NON_PRECISE',
    "note" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "poste_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "occupation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "poste_id" INTEGER NOT NULL,
    "personne" TEXT NOT NULL,
    "quotite" DECIMAL(6,2) NOT NULL,
    "debut" DATE NOT NULL,
    "fin" DATE,

    CONSTRAINT "occupation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cout_etp" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "montant" DECIMAL(12,2) NOT NULL,
    "valable_du" DATE,
    "indicatif" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "cout_etp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" SERIAL NOT NULL,
    "convention_id" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "objet" TEXT NOT NULL,
    "periodicite" TEXT,
    "periode_texte" TEXT,
    "debut" DATE,
    "fin" DATE,
    "texte" TEXT,
    "ordre" INTEGER NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "epci_recherche_idx" ON "epci" USING GIN ("recherche" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "epci_departement_departement_code_idx" ON "epci_departement"("departement_code");

-- CreateIndex
CREATE INDEX "commune_departement_code_idx" ON "commune"("departement_code");

-- CreateIndex
CREATE INDEX "commune_epci_siren_idx" ON "commune"("epci_siren");

-- CreateIndex
CREATE INDEX "commune_recherche_idx" ON "commune" USING GIN ("recherche" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "mission_reference_ordre_key" ON "mission_reference"("ordre");

-- CreateIndex
CREATE UNIQUE INDEX "utilisateur_email_key" ON "utilisateur"("email");

-- CreateIndex
CREATE INDEX "role_utilisateur_id_idx" ON "role"("utilisateur_id");

-- CreateIndex
CREATE INDEX "role_organisme_id_idx" ON "role"("organisme_id");

-- CreateIndex
CREATE INDEX "role_convention_id_idx" ON "role"("convention_id");

-- CreateIndex
CREATE INDEX "session_utilisateur_id_idx" ON "session"("utilisateur_id");

-- CreateIndex
CREATE INDEX "invitation_utilisateur_id_idx" ON "invitation"("utilisateur_id");

-- CreateIndex
CREATE INDEX "tentative_connexion_cle_instant_idx" ON "tentative_connexion"("cle", "instant");

-- CreateIndex
CREATE INDEX "journal_convention_id_id_idx" ON "journal"("convention_id", "id" DESC);

-- CreateIndex
CREATE INDEX "journal_objet_objet_id_id_idx" ON "journal"("objet", "objet_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "organisme_cle_key" ON "organisme"("cle");

-- CreateIndex
CREATE INDEX "organisme_commune_code_idx" ON "organisme"("commune_code");

-- CreateIndex
CREATE INDEX "organisme_epci_siren_idx" ON "organisme"("epci_siren");

-- CreateIndex
CREATE INDEX "organisme_departement_code_idx" ON "organisme"("departement_code");

-- CreateIndex
CREATE UNIQUE INDEX "convention_slug_key" ON "convention"("slug");

-- CreateIndex
CREATE INDEX "convention_caf_id_date_fin_idx" ON "convention"("caf_id", "date_fin");

-- CreateIndex
CREATE INDEX "convention_departement_code_idx" ON "convention"("departement_code");

-- CreateIndex
CREATE INDEX "convention_recherche_idx" ON "convention" USING GIN ("recherche" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "territoire_epci_convention_id_idx" ON "territoire_epci"("convention_id");

-- CreateIndex
CREATE INDEX "territoire_epci_siren_idx" ON "territoire_epci"("siren");

-- CreateIndex
CREATE INDEX "territoire_commune_code_idx" ON "territoire_commune"("code");

-- CreateIndex
CREATE UNIQUE INDEX "territoire_commune_convention_id_nom_key" ON "territoire_commune"("convention_id", "nom");

-- CreateIndex
CREATE INDEX "convention_organisme_organisme_id_idx" ON "convention_organisme"("organisme_id");

-- CreateIndex
CREATE UNIQUE INDEX "convention_organisme_convention_id_ref_key" ON "convention_organisme"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "convention_organisme_convention_id_id_key" ON "convention_organisme"("convention_id", "id");

-- CreateIndex
CREATE INDEX "representant_convention_id_organisme_id_idx" ON "representant"("convention_id", "organisme_id");

-- CreateIndex
CREATE INDEX "deliberation_convention_id_idx" ON "deliberation"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "avenant_convention_id_ref_key" ON "avenant"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "enjeu_convention_id_ref_key" ON "enjeu"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "enjeu_convention_id_id_key" ON "enjeu"("convention_id", "id");

-- CreateIndex
CREATE INDEX "annexe_convention_id_idx" ON "annexe"("convention_id");

-- CreateIndex
CREATE INDEX "chiffre_cle_convention_id_idx" ON "chiffre_cle"("convention_id");

-- CreateIndex
CREATE INDEX "lacune_convention_id_idx" ON "lacune"("convention_id");

-- CreateIndex
CREATE INDEX "reserve_convention_id_idx" ON "reserve"("convention_id");

-- CreateIndex
CREATE INDEX "jalon_convention_id_idx" ON "jalon"("convention_id");

-- CreateIndex
CREATE INDEX "mission_cooperation_convention_id_idx" ON "mission_cooperation"("convention_id");

-- CreateIndex
CREATE INDEX "equipement_commune_code_idx" ON "equipement"("commune_code");

-- CreateIndex
CREATE INDEX "equipement_recherche_idx" ON "equipement" USING GIN ("recherche" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "equipement_convention_id_ref_key" ON "equipement"("convention_id", "ref");

-- CreateIndex
CREATE INDEX "document_convention_id_idx" ON "document"("convention_id");

-- CreateIndex
CREATE INDEX "commentaire_convention_id_fiche_action_id_idx" ON "commentaire"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "instance_convention_id_ref_key" ON "instance"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "instance_convention_id_id_key" ON "instance"("convention_id", "id");

-- CreateIndex
CREATE INDEX "membre_convention_id_instance_id_idx" ON "membre"("convention_id", "instance_id");

-- CreateIndex
CREATE UNIQUE INDEX "membre_convention_id_id_key" ON "membre"("convention_id", "id");

-- CreateIndex
CREATE INDEX "regle_frequence_convention_id_instance_id_idx" ON "regle_frequence"("convention_id", "instance_id");

-- CreateIndex
CREATE INDEX "reunion_instance_id_etat_date_idx" ON "reunion"("instance_id", "etat", "date");

-- CreateIndex
CREATE INDEX "reunion_convention_id_date_idx" ON "reunion"("convention_id", "date");

-- CreateIndex
CREATE UNIQUE INDEX "reunion_convention_id_ref_key" ON "reunion"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "reunion_convention_id_id_key" ON "reunion"("convention_id", "id");

-- CreateIndex
CREATE INDEX "derogation_convention_id_reunion_id_idx" ON "derogation"("convention_id", "reunion_id");

-- CreateIndex
CREATE UNIQUE INDEX "presence_reunion_id_membre_id_key" ON "presence"("reunion_id", "membre_id");

-- CreateIndex
CREATE INDEX "point_ordre_du_jour_convention_id_reunion_id_idx" ON "point_ordre_du_jour"("convention_id", "reunion_id");

-- CreateIndex
CREATE UNIQUE INDEX "point_ordre_du_jour_convention_id_id_key" ON "point_ordre_du_jour"("convention_id", "id");

-- CreateIndex
CREATE INDEX "decision_convention_id_etat_idx" ON "decision"("convention_id", "etat");

-- CreateIndex
CREATE UNIQUE INDEX "plan_action_convention_id_numero_version_key" ON "plan_action"("convention_id", "numero_version");

-- CreateIndex
CREATE UNIQUE INDEX "plan_action_convention_id_id_key" ON "plan_action"("convention_id", "id");

-- CreateIndex
CREATE INDEX "axe_convention_id_plan_id_idx" ON "axe"("convention_id", "plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "axe_convention_id_ref_key" ON "axe"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "axe_convention_id_id_key" ON "axe"("convention_id", "id");

-- CreateIndex
CREATE INDEX "fiche_action_convention_id_plan_id_idx" ON "fiche_action"("convention_id", "plan_id");

-- CreateIndex
CREATE INDEX "fiche_action_convention_id_axe_id_idx" ON "fiche_action"("convention_id", "axe_id");

-- CreateIndex
CREATE INDEX "fiche_action_recherche_idx" ON "fiche_action" USING GIN ("recherche" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "fiche_action_convention_id_ref_key" ON "fiche_action"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "fiche_action_convention_id_id_key" ON "fiche_action"("convention_id", "id");

-- CreateIndex
CREATE INDEX "etape_convention_id_fiche_action_id_idx" ON "etape"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "etape_convention_id_ref_key" ON "etape"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "etape_convention_id_id_key" ON "etape"("convention_id", "id");

-- CreateIndex
CREATE INDEX "pilotage_convention_id_fiche_action_id_idx" ON "pilotage"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE INDEX "indicateur_convention_id_fiche_action_id_idx" ON "indicateur"("convention_id", "fiche_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "indicateur_convention_id_ref_key" ON "indicateur"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "indicateur_convention_id_id_key" ON "indicateur"("convention_id", "id");

-- CreateIndex
CREATE INDEX "mesure_convention_id_indicateur_id_fin_idx" ON "mesure"("convention_id", "indicateur_id", "fin");

-- CreateIndex
CREATE UNIQUE INDEX "schema_cooperation_convention_id_ref_key" ON "schema_cooperation"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "schema_cooperation_convention_id_id_key" ON "schema_cooperation"("convention_id", "id");

-- CreateIndex
CREATE INDEX "affectation_convention_id_schema_id_idx" ON "affectation"("convention_id", "schema_id");

-- CreateIndex
CREATE UNIQUE INDEX "affectation_convention_id_id_key" ON "affectation"("convention_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "affectation_schema_id_marge_libelle_key" ON "affectation"("schema_id", "marge", "libelle");

-- CreateIndex
CREATE INDEX "croisement_convention_id_schema_id_idx" ON "croisement"("convention_id", "schema_id");

-- CreateIndex
CREATE UNIQUE INDEX "croisement_porteur_id_thematique_id_key" ON "croisement"("porteur_id", "thematique_id");

-- CreateIndex
CREATE INDEX "developpement_convention_id_schema_id_idx" ON "developpement"("convention_id", "schema_id");

-- CreateIndex
CREATE UNIQUE INDEX "poste_convention_id_ref_key" ON "poste"("convention_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "poste_convention_id_id_key" ON "poste"("convention_id", "id");

-- CreateIndex
CREATE INDEX "occupation_convention_id_poste_id_idx" ON "occupation"("convention_id", "poste_id");

-- CreateIndex
CREATE INDEX "cout_etp_convention_id_idx" ON "cout_etp"("convention_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_convention_id_ref_key" ON "evaluation"("convention_id", "ref");

-- AddForeignKey
ALTER TABLE "epci_departement" ADD CONSTRAINT "epci_departement_epci_siren_fkey" FOREIGN KEY ("epci_siren") REFERENCES "epci"("siren") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "epci_departement" ADD CONSTRAINT "epci_departement_departement_code_fkey" FOREIGN KEY ("departement_code") REFERENCES "departement"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_departement_code_fkey" FOREIGN KEY ("departement_code") REFERENCES "departement"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_epci_siren_fkey" FOREIGN KEY ("epci_siren") REFERENCES "epci"("siren") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_organisme_id_fkey" FOREIGN KEY ("organisme_id") REFERENCES "organisme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal" ADD CONSTRAINT "journal_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisme" ADD CONSTRAINT "organisme_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisme" ADD CONSTRAINT "organisme_epci_siren_fkey" FOREIGN KEY ("epci_siren") REFERENCES "epci"("siren") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisme" ADD CONSTRAINT "organisme_departement_code_fkey" FOREIGN KEY ("departement_code") REFERENCES "departement"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention" ADD CONSTRAINT "convention_caf_id_fkey" FOREIGN KEY ("caf_id") REFERENCES "organisme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention" ADD CONSTRAINT "convention_predecesseur_id_fkey" FOREIGN KEY ("predecesseur_id") REFERENCES "convention"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territoire_epci" ADD CONSTRAINT "territoire_epci_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territoire_epci" ADD CONSTRAINT "territoire_epci_siren_fkey" FOREIGN KEY ("siren") REFERENCES "epci"("siren") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territoire_commune" ADD CONSTRAINT "territoire_commune_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "territoire_commune" ADD CONSTRAINT "territoire_commune_code_fkey" FOREIGN KEY ("code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_organisme" ADD CONSTRAINT "convention_organisme_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "convention_organisme" ADD CONSTRAINT "convention_organisme_organisme_id_fkey" FOREIGN KEY ("organisme_id") REFERENCES "organisme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "representant" ADD CONSTRAINT "representant_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avenant" ADD CONSTRAINT "avenant_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enjeu" ADD CONSTRAINT "enjeu_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enjeu" ADD CONSTRAINT "enjeu_convention_id_parent_id_fkey" FOREIGN KEY ("convention_id", "parent_id") REFERENCES "enjeu"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "annexe" ADD CONSTRAINT "annexe_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "chiffre_cle" ADD CONSTRAINT "chiffre_cle_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lacune" ADD CONSTRAINT "lacune_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reserve" ADD CONSTRAINT "reserve_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jalon" ADD CONSTRAINT "jalon_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mission_cooperation" ADD CONSTRAINT "mission_cooperation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_nature_fkey" FOREIGN KEY ("nature") REFERENCES "nature_equipement"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "equipement" ADD CONSTRAINT "equipement_commune_code_fkey" FOREIGN KEY ("commune_code") REFERENCES "commune"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commentaire" ADD CONSTRAINT "commentaire_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commentaire" ADD CONSTRAINT "commentaire_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commentaire" ADD CONSTRAINT "commentaire_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "utilisateur"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instance" ADD CONSTRAINT "instance_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instance" ADD CONSTRAINT "instance_convention_id_parent_id_fkey" FOREIGN KEY ("convention_id", "parent_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_convention_id_instance_id_fkey" FOREIGN KEY ("convention_id", "instance_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membre" ADD CONSTRAINT "membre_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "regle_frequence" ADD CONSTRAINT "regle_frequence_convention_id_instance_id_fkey" FOREIGN KEY ("convention_id", "instance_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reunion" ADD CONSTRAINT "reunion_convention_id_instance_id_fkey" FOREIGN KEY ("convention_id", "instance_id") REFERENCES "instance"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "derogation" ADD CONSTRAINT "derogation_convention_id_reunion_id_fkey" FOREIGN KEY ("convention_id", "reunion_id") REFERENCES "reunion"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_convention_id_reunion_id_fkey" FOREIGN KEY ("convention_id", "reunion_id") REFERENCES "reunion"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_convention_id_membre_id_fkey" FOREIGN KEY ("convention_id", "membre_id") REFERENCES "membre"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "point_ordre_du_jour" ADD CONSTRAINT "point_ordre_du_jour_convention_id_reunion_id_fkey" FOREIGN KEY ("convention_id", "reunion_id") REFERENCES "reunion"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_point_id_fkey" FOREIGN KEY ("convention_id", "point_id") REFERENCES "point_ordre_du_jour"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_convention_id_plan_id_fkey" FOREIGN KEY ("convention_id", "plan_id") REFERENCES "plan_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_convention_id_parent_id_fkey" FOREIGN KEY ("convention_id", "parent_id") REFERENCES "axe"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "axe" ADD CONSTRAINT "axe_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme_afas"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_action" ADD CONSTRAINT "fiche_action_convention_id_plan_id_fkey" FOREIGN KEY ("convention_id", "plan_id") REFERENCES "plan_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_action" ADD CONSTRAINT "fiche_action_convention_id_axe_id_fkey" FOREIGN KEY ("convention_id", "axe_id") REFERENCES "axe"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_theme" ADD CONSTRAINT "fiche_theme_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fiche_theme" ADD CONSTRAINT "fiche_theme_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme_afas"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "etape" ADD CONSTRAINT "etape_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pilotage" ADD CONSTRAINT "pilotage_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pilotage" ADD CONSTRAINT "pilotage_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pilotage" ADD CONSTRAINT "pilotage_utilisateur_id_fkey" FOREIGN KEY ("utilisateur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_convention_id_fiche_action_id_fkey" FOREIGN KEY ("convention_id", "fiche_action_id") REFERENCES "fiche_action"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicateur" ADD CONSTRAINT "indicateur_convention_id_etape_id_fkey" FOREIGN KEY ("convention_id", "etape_id") REFERENCES "etape"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mesure" ADD CONSTRAINT "mesure_convention_id_indicateur_id_fkey" FOREIGN KEY ("convention_id", "indicateur_id") REFERENCES "indicateur"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mesure" ADD CONSTRAINT "mesure_auteur_id_fkey" FOREIGN KEY ("auteur_id") REFERENCES "utilisateur"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schema_cooperation" ADD CONSTRAINT "schema_cooperation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affectation" ADD CONSTRAINT "affectation_theme_code_fkey" FOREIGN KEY ("theme_code") REFERENCES "theme_afas"("code") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "croisement" ADD CONSTRAINT "croisement_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "croisement" ADD CONSTRAINT "croisement_convention_id_porteur_id_fkey" FOREIGN KEY ("convention_id", "porteur_id") REFERENCES "affectation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "croisement" ADD CONSTRAINT "croisement_convention_id_thematique_id_fkey" FOREIGN KEY ("convention_id", "thematique_id") REFERENCES "affectation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "developpement" ADD CONSTRAINT "developpement_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "developpement" ADD CONSTRAINT "developpement_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste" ADD CONSTRAINT "poste_convention_id_schema_id_fkey" FOREIGN KEY ("convention_id", "schema_id") REFERENCES "schema_cooperation"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste" ADD CONSTRAINT "poste_convention_id_affectation_id_fkey" FOREIGN KEY ("convention_id", "affectation_id") REFERENCES "affectation"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poste" ADD CONSTRAINT "poste_convention_id_organisme_id_fkey" FOREIGN KEY ("convention_id", "organisme_id") REFERENCES "convention_organisme"("convention_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occupation" ADD CONSTRAINT "occupation_convention_id_poste_id_fkey" FOREIGN KEY ("convention_id", "poste_id") REFERENCES "poste"("convention_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cout_etp" ADD CONSTRAINT "cout_etp_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_convention_id_fkey" FOREIGN KEY ("convention_id") REFERENCES "convention"("id") ON DELETE CASCADE ON UPDATE CASCADE;
