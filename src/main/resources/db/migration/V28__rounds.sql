-- The signed copy of a letter keeps the name under which it was handed in.
ALTER TABLE letter
    ADD COLUMN signed_name text NOT NULL DEFAULT '',
    ADD CONSTRAINT letter_signed_named CHECK ((signed_file IS NULL) = (signed_name = '')),
    ADD CONSTRAINT letter_signed_name_length CHECK (char_length(signed_name) <= 200);
