-- A row is written by the transaction of its deed, so each has an answer; it is kept for a day.
DELETE FROM idempotency_key;
ALTER TABLE idempotency_key
    ALTER COLUMN status SET NOT NULL,
    ALTER COLUMN body SET NOT NULL,
    ADD COLUMN rights text NOT NULL;                    -- hash of the roles and memberships of its person at that time
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
