-- Nothing reads which transaction wrote a line.
ALTER TABLE "journal" DROP COLUMN "transaction_id";
