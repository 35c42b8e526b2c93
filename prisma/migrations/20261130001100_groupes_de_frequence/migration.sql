-- The thématiques, commissions or territories that a rule of frequency bears on, as the convention names them: one that
-- never met is then missing. Empty where they are not said.
ALTER TYPE par_frequence ADD VALUE 'TERRITOIRE';
ALTER TABLE regle_frequence ADD COLUMN groupes text[] NOT NULL DEFAULT '{}';
