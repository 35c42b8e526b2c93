-- Codes of an organisme as each convention gives them: a dossier that leaves one out is given back
-- without it, whatever other conventions have taught the shared row.
ALTER TABLE "convention_organisme" ADD COLUMN     "commune_code" TEXT,
ADD COLUMN     "departement_code" TEXT,
ADD COLUMN     "siren" TEXT;

UPDATE "convention_organisme" p SET "siren" = o."siren", "commune_code" = o."commune_code", "departement_code" = o."departement_code"
FROM "organisme" o WHERE o."id" = p."organisme_id";
