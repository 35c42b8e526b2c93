-- Who signs is known, or is not (record 0051): « false » stood for both. What is not known is null.
ALTER TABLE "convention_organisme" ALTER COLUMN "signataire" DROP DEFAULT, ALTER COLUMN "signataire" DROP NOT NULL;

-- « false » becomes unknown, unless somebody chose it (the journal tells who changed a row), or the document that was
-- delivered says it: two organismes of one convention sit without signing, and the fictitious one says of each.
-- The journal writes each, as of anything that changes.
SELECT set_config('app.operation', 'livraison.corriger', true),
  set_config('app.motif', 'Rien ne disait si cet organisme signe : « non » y tenait lieu de « non connu ».', true);
UPDATE convention_organisme p SET signataire = NULL
FROM convention c
WHERE c.id = p.convention_id AND NOT p.signataire
  AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.convention_id = p.convention_id AND j.objet = 'convention_organisme' AND j.objet_id = p.id
    AND j.utilisateur_id IS NOT NULL AND j.avant IS NOT NULL AND j.apres -> 'signataire' = 'false')
  AND NOT (c.slug = 'provence-alpes-agglomeration' AND p.ref IN ('conseil-departemental', 'dsden-sdjes'))
  AND NOT (c.slug = 'demonstration' AND c.demonstration);
SELECT set_config('app.operation', '', true), set_config('app.motif', '', true);
