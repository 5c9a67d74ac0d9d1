-- "Duyệt, phát hành công văn": the reply was approved for a letter, whose number is awaited.
ALTER TABLE reply ADD COLUMN letter_follows boolean NOT NULL DEFAULT false;
