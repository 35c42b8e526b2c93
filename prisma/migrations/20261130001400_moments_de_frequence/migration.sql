-- The moments inside a period in which a rule promises a meeting (record 0052): a window of days, or before the meetings of
-- another instance, by its `ref`.
ALTER TABLE "regle_frequence" ADD COLUMN "moments" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE regle_frequence ADD CONSTRAINT regle_frequence_moments CHECK (jsonb_typeof(moments) = 'array');
