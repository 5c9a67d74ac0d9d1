-- Words as a list is searched for them: lower case, without marks, đ as d; the same as the program's own folding.
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd'));

ALTER TABLE dossier ADD COLUMN folded_title text NOT NULL GENERATED ALWAYS AS (folded(title)) STORED;
