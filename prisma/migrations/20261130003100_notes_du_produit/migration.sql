-- What the document says word for word stands between quotation marks; what the product says of it is a note (record 0051).
ALTER TABLE "convention" ADD COLUMN "evaluation_note" TEXT, ADD COLUMN "predecesseur_note" TEXT;
