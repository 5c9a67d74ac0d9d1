-- User names are kept composed and in small letters, so that capitals do not matter at sign-in. Where two would become the
-- same the older account keeps the name, and the younger gets the beginning of its id behind it: first, for each row is
-- compared as soon as it is changed.
WITH ranked AS (
    SELECT id, lower(normalize(btrim(username), NFC)) AS name,
           row_number() OVER (PARTITION BY lower(normalize(btrim(username), NFC)) ORDER BY created_at, id) AS place
    FROM person WHERE username IS NOT NULL
)
UPDATE person SET username = ranked.name || '-' || left(person.id::text, 13), version = version + 1
FROM ranked WHERE ranked.id = person.id AND ranked.place > 1;

UPDATE person SET username = lower(normalize(btrim(username), NFC)), version = version + 1
WHERE username <> lower(normalize(btrim(username), NFC));
